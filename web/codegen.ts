import { createHash } from "node:crypto";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  documents: "src/**/*.graphql",
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    "src/graphql/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false, persistedDocuments: { mode: "embedHashInDocument", hashAlgorithm: sha256 } },
      // Apollo Client would add __typename by itself, after the hash is taken; here it is part of what is hashed.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        scalars: { ID: "string", LocalDate: "string", LocalTime: "string", DateTime: "string" },
        strictScalars: true,
        enumsAsTypes: true,
      },
    },
  },
};
export default config;
