/**
 * Puts each generated document into a module of its own: a page then loads the documents that it sends, and not those of the whole portal.
 * Beside it stands each operation's name and hash alone: all that a request needs whose answer goes into no cache. Run after graphql-codegen.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const GENERATED = join(import.meta.dirname, "src", "graphql", "generated");
const DOCUMENT = /^export const (\w+)Document = (\{.*\}) as unknown as DocumentNode<(\w+), (\w+)>;$/gm;

const file = join(GENERATED, "graphql.ts");
const whole = readFileSync(file, "utf8");
const documents = makeFolder("documents");
const hashes = makeFolder("by-hash");

const split = whole.replace(DOCUMENT, (_, name, document, result, variables) => {
  const types = [result, variables].filter((type) => type !== "unknown").join(", ");
  const importTypes = `import type { ${types} } from "../graphql";`;
  writeModule(join(documents, `${name}Document.ts`), [
    `import type { TypedDocumentNode } from "@graphql-typed-document-node/core";`,
    importTypes,
    `export const ${name}Document = ${document} as unknown as TypedDocumentNode<${result}, ${variables}>;`,
  ]);
  const exported = `export { ${name}Document } from "./documents/${name}Document";`;
  const hash = JSON.parse(document).__meta__?.hash;
  if (!hash) return exported;
  writeModule(join(hashes, `${name}ByHash.ts`), [
    `import type { OperationByHash } from "../../ask";`,
    importTypes,
    `export const ${name}ByHash: OperationByHash<${result}, ${variables}> = ${JSON.stringify({ name, hash })};`,
  ]);
  return `${exported}\nexport { ${name}ByHash } from "./by-hash/${name}ByHash";`;
});
writeFileSync(file, split);

function makeFolder(name) {
  const folder = join(GENERATED, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

function writeModule(path, lines) {
  writeFileSync(path, `${["/* eslint-disable */", ...lines].join("\n")}\n`);
}
