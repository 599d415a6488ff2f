import type { CsvRow } from "./csv-row";
import { fileShape } from "./file-shape";
import type { ProblemList } from "./import-report";
import { INDISPENSABLE_FILES, ONE_ROSTER_FILES, type OneRosterVersion, PASSED_OVER_FILES } from "./one-roster-files";
import { OWN_FILES } from "./own-files";
import type { SchoolPackage } from "./package-file";
import { type CsvFile, readCsv } from "./read-csv";

/** A school's files as read, each by its name; one that is absent is empty. */
export class SchoolFiles {
  constructor(
    readonly version: OneRosterVersion,
    /** The program that made the files: sourcedIds are its own. */
    readonly systemCode: string,
    private readonly files: ReadonlyMap<string, CsvFile>,
  ) {}

  rows(name: string): readonly CsvRow[] {
    return this.files.get(name)?.rows ?? [];
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  /** Whether the file or its line with this sourcedId is wrong and reported already: what points to it is not to be reported again. */
  isBroken(name: string, sourcedId: string): boolean {
    const file = this.files.get(name);
    return !file?.isWhole || file.brokenIds.has(sourcedId);
  }

  /** Whether any line of the file is wrong. */
  hasBroken(name: string): boolean {
    const file = this.files.get(name);
    return !file?.isWhole || file.brokenIds.size > 0;
  }

  /** Reports a line of which nothing can be made. */
  refuse(row: CsvRow, column: string, problem: string, problems: ProblemList): void {
    this.files.get(row.file)?.brokenIds.add(row.text("sourcedId"));
    problems.add(row.at(column), problem);
  }
}

const MANIFEST = fileShape("manifest.csv", { propertyName: "text" }, { value: "text" });

/** Reads every file of the package, one after another; null when its version cannot be read at all. */
export async function readSchoolFiles(source: SchoolPackage, problems: ProblemList): Promise<SchoolFiles | null> {
  const manifest = await readManifest(source, problems);
  const version = manifest && readVersion(manifest, problems);
  if (!manifest || !version) return null;
  const files = new Map<string, CsvFile>();
  for (const shape of [...ONE_ROSTER_FILES[version], ...OWN_FILES]) {
    const file = source.files.get(shape.name);
    if (!file || !isPromised(shape.name, manifest, problems)) continue;
    files.set(shape.name, await readCsv(file, shape, problems));
  }
  reportMissing(manifest, source, version, problems);
  noteOthers(source, version, problems);
  return new SchoolFiles(version, manifest.get("source.systemCode") ?? "", files);
}

type Manifest = ReadonlyMap<string, string>;

async function readManifest(source: SchoolPackage, problems: ProblemList): Promise<Manifest | null> {
  const file = source.files.get("manifest.csv");
  if (!file) {
    problems.add(
      { file: "manifest.csv" },
      "Нет описи manifest.csv. Без неё выгружает только OneRoster 1.0, который здесь не принимается: в нём нет сроков зачисления. Выгрузите OneRoster 1.1 или 1.2.",
    );
    return null;
  }
  const before = problems.count;
  const { rows } = await readCsv(file, MANIFEST, problems);
  return problems.count > before ? null : new Map(rows.map((row) => [row.text("propertyName"), row.text("value")]));
}

function readVersion(manifest: Manifest, problems: ProblemList): OneRosterVersion | null {
  const written = manifest.get("oneroster.version") ?? "";
  const version = written.replace(/^(1\.[12])\.1$/, "$1");
  if (version === "1.1" || version === "1.2") return version;
  const sentence =
    version === "1.0"
      ? "OneRoster 1.0 не принимается: в нём нет описи файлов и сроков зачисления, по которым ведётся журнал. Выгрузите OneRoster 1.1 или 1.2."
      : `Версия OneRoster «${written}» не поддерживается. Выгрузите OneRoster 1.1 или 1.2.`;
  problems.add({ file: "manifest.csv", column: "oneroster.version" }, sentence);
  return null;
}

/** Our own files need no word in the manifest; OneRoster's are there in full, or declared absent. */
function isPromised(name: string, manifest: Manifest, problems: ProblemList): boolean {
  const mode = manifest.get(property(name)) ?? "bulk";
  if (mode === "bulk") return true;
  if (mode === "absent") {
    problems.note({ file: name }, "В описи файл объявлен отсутствующим (absent), поэтому не прочитан.");
  } else {
    problems.add(
      { file: "manifest.csv", column: property(name) },
      "Принимается только полная выгрузка (bulk), а не изменения (delta). Выгрузите всё.",
    );
  }
  return false;
}

function reportMissing(manifest: Manifest, source: SchoolPackage, version: OneRosterVersion, problems: ProblemList): void {
  for (const { name } of ONE_ROSTER_FILES[version]) {
    if (source.files.has(name)) continue;
    const isPromisedInVain = manifest.get(property(name)) === "bulk";
    if (isPromisedInVain) problems.add({ file: name }, "Файл назван в описи manifest.csv, но его нет. Добавьте его в папку или архив.");
    else if (INDISPENSABLE_FILES[version].includes(name)) problems.add({ file: name }, "Без этого файла школу не создать. Добавьте его.");
  }
}

function noteOthers(source: SchoolPackage, version: OneRosterVersion, problems: ProblemList): void {
  const read = new Set(["manifest.csv", ...ONE_ROSTER_FILES[version].map(({ name }) => name), ...OWN_FILES.map(({ name }) => name)]);
  for (const name of source.files.keys()) {
    if (read.has(name)) continue;
    const sentence = PASSED_OVER_FILES.includes(name)
      ? "Файл не нужен для журнала и не прочитан."
      : "Неизвестный файл не прочитан. Проверьте имя.";
    problems.note({ file: name }, sentence);
  }
}

/** "users.csv" is "file.users" in the manifest. */
function property(name: string): string {
  return `file.${name.replace(/\.csv$/, "")}`;
}
