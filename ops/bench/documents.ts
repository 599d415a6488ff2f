import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../places.ts";

/** The portal's documents: the bench asks what the portal asks, by hash as the portal does. */
export interface Documents {
  idOf: (rootField: string) => string;
}

export function readDocuments(): Documents {
  const texts = Object.values(JSON.parse(readFileSync(join(ROOT, "schema", "persisted-documents.json"), "utf8")) as Record<string, string>);
  return {
    idOf: (rootField) => {
      const operation = new RegExp(`(query|mutation) ${rootField}\\b`, "i");
      const text = texts.find((one) => operation.test(one));
      if (!text) throw new Error(`the portal has no document for ${rootField}`);
      return createHash("sha256").update(text).digest("hex");
    },
  };
}
