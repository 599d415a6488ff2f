import { runUnderOwnNode } from "./bootstrap.mjs";

await runUnderOwnNode("ops/test/test.ts");
