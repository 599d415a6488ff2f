/**
 * Puts each generated document into a module of its own: a page then loads the documents that it sends, and not those of the whole portal.
 * Run after graphql-codegen.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const GENERATED = join(import.meta.dirname, "src", "graphql", "generated");
const DOCUMENT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<(\w+), (\w+)>;$/gm;

const file = join(GENERATED, "graphql.ts");
const folder = join(GENERATED, "documents");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const whole = readFileSync(file, "utf8").replace(DOCUMENT, (_, name, document, result, variables) => {
  const types = [result, variables].filter((type) => type !== "unknown").join(", ");
  const lines = [
    "/* eslint-disable */",
    `import type { TypedDocumentNode } from "@graphql-typed-document-node/core";`,
    `import type { ${types} } from "../graphql";`,
    `export const ${name} = ${document} as unknown as TypedDocumentNode<${result}, ${variables}>;`,
  ];
  writeFileSync(join(folder, `${name}.ts`), `${lines.join("\n")}\n`);
  return `export { ${name} } from "./documents/${name}";`;
});
writeFileSync(file, whole);
