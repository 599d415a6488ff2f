import { basename, posix } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { ProblemList } from "./import-report";
import { checkSize, type PackageFile, type SchoolPackage } from "./package-file";

/** A CSV of names shrinks some tenfold; a bomb shrinks a thousandfold. */
const LARGEST_RATIO = 200;
const MOST_FILES = 100;

/**
 * Opens a zip archive without unpacking it to disk. Names that lead out of the archive, encrypted and doubled files and zip bombs are refused;
 * yauzl itself ends a stream that grows past its declared size.
 */
export async function openZip(path: string, problems: ProblemList): Promise<SchoolPackage | null> {
  const archive = basename(path);
  const before = problems.count;
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    problems.add({ file: archive }, "Это не папка и не целый zip-архив. Соберите архив заново и повторите.");
    return null;
  }
  const files = new Map<string, PackageFile>();
  try {
    await collect(zip, archive, files, problems);
  } catch {
    problems.add(
      { file: archive },
      "Архив повреждён, или имена файлов в нём ведут за его пределы. Соберите архив заново из одних файлов CSV.",
    );
  }
  if (problems.count > before) {
    zip.close();
    return null;
  }
  return { files, close: () => zip.close() };
}

async function collect(zip: ZipFile, archive: string, files: Map<string, PackageFile>, problems: ProblemList): Promise<void> {
  let total = 0;
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > MOST_FILES) {
      problems.add({ file: archive }, `В архиве больше ${MOST_FILES} файлов. Оставьте только файлы CSV одной школы.`);
      return;
    }
    const name = csvName(entry.fileName);
    if (name === null) continue;
    total += entry.uncompressedSize;
    checkEntry(entry, name, files, problems);
    checkSize(name, entry.uncompressedSize, total, problems);
    files.set(name, { name, open: () => openEntry(zip, entry) });
  }
}

/** Files lie at the root, or in the one folder that some archivers add; macOS's own shadow files are not ours. */
function csvName(path: string): string | null {
  if (!path.toLowerCase().endsWith(".csv") || path.startsWith("__MACOSX/")) return null;
  return path.split("/").length > 2 ? null : posix.basename(path);
}

function checkEntry(entry: Entry, name: string, files: ReadonlyMap<string, PackageFile>, problems: ProblemList): void {
  if (entry.isEncrypted()) problems.add({ file: name }, "Файл в архиве закрыт паролем. Соберите архив без пароля.");
  if (files.has(name)) problems.add({ file: name }, "Файл с таким именем лежит в архиве дважды. Оставьте один.");
  if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * LARGEST_RATIO) {
    problems.add({ file: name }, "Файл сжат подозрительно сильно. Соберите архив заново обычным архиватором.");
  }
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}
