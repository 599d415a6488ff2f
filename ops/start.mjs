import { runUnderOwnNode } from "./bootstrap.mjs";

await runUnderOwnNode("ops/start/start.ts");
