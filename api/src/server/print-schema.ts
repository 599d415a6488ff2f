import { writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildContract } from "./build-schema";

/** Writes the contract to a file: `node print-schema.js FILE`. */
const [, , file] = process.argv;
if (!file) throw new Error("usage: print-schema FILE");
writeFileSync(file, `${printSchema(lexicographicSortSchema(buildContract()))}\n`);
