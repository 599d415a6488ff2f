import { createReadStream } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ProblemList } from "./import-report";
import { openZip } from "./open-zip";
import { checkSize, type PackageFile, type SchoolPackage } from "./package-file";

/** Opens a folder or a zip archive; null, with the reasons among the problems, when it is neither or not safe to read. */
export async function openPackage(path: string, problems: ProblemList): Promise<SchoolPackage | null> {
  const found = await stat(path).catch(() => null);
  if (!found) {
    problems.add({ file: path }, "Такой папки или архива нет. Проверьте путь.");
    return null;
  }
  return found.isDirectory() ? openFolder(path, problems) : openZip(path, problems);
}

async function openFolder(path: string, problems: ProblemList): Promise<SchoolPackage | null> {
  const files = new Map<string, PackageFile>();
  const before = problems.count;
  let total = 0;
  for (const name of (await readdir(path)).filter((entry) => entry.toLowerCase().endsWith(".csv"))) {
    const file = join(path, name);
    const found = await lstat(file);
    if (!found.isFile()) {
      problems.add({ file: name }, "Это не обычный файл, а ссылка или папка. Положите сюда сам файл.");
      continue;
    }
    total += found.size;
    checkSize(name, found.size, total, problems);
    files.set(name, { name, open: () => Promise.resolve(createReadStream(file)) });
  }
  return problems.count > before ? null : { files, close: () => undefined };
}
