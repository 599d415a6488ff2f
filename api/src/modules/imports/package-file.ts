import type { Readable } from "node:stream";
import type { ProblemList } from "./import-report";

/** One CSV file of a school's package; opened only when it is read. */
export interface PackageFile {
  name: string;
  open(): Promise<Readable>;
}

export interface SchoolPackage {
  files: ReadonlyMap<string, PackageFile>;
  close(): void;
}

/** A school's files are some 20 MB: what is far larger is a mistake or an attack. */
const LARGEST_FILE = 256 * 1024 * 1024;
const LARGEST_PACKAGE = 512 * 1024 * 1024;

/** Adds a problem when a file, or the package so far, is too large. */
export function checkSize(name: string, size: number, total: number, problems: ProblemList): void {
  if (size > LARGEST_FILE) {
    problems.add({ file: name }, "Файл больше 256 МБ. Выгрузите одну школу, а не несколько.");
  } else if (total > LARGEST_PACKAGE) {
    problems.add({ file: name }, "Вместе файлы больше 512 МБ. Выгрузите одну школу, а не несколько.");
  }
}
