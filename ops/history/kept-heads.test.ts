import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { Problem } from "../problem.ts";
import { keepHead, readKeptHeads } from "./kept-heads.ts";

describe("the file of kept heads", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-heads-"));
  after(() => rmSync(folder, { recursive: true }));
  const school = "019903a5-7880-7dd2-b1c2-8958502077ef";

  it("is empty before the first check, and gives back every head of a school", () => {
    const file = join(folder, "heads");
    assert.equal(readKeptHeads(file).size, 0);
    const heads = [
      { seq: "1", hash: "a".repeat(64) },
      { seq: "20", hash: "b".repeat(64) },
    ];
    for (const head of heads) keepHead(file, school, head);
    assert.deepEqual(readKeptHeads(file).get(school), heads);
  });

  it("names the line that it cannot read", () => {
    const file = join(folder, "other");
    writeFileSync(file, "not a head\n");
    assert.throws(
      () => readKeptHeads(file),
      new Problem(`${file}, строка 1: ожидались школа, номер записи и её хеш. Укажите файл, который вела эта команда.`),
    );
  });
});
