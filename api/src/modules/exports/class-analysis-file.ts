import type { Database } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import type { ClassAnalysis } from "../analysis/class-analysis";
import { loadClassAnalysis, type AskedAnalysis } from "../analysis/load-class-analysis";
import { analysisPaper } from "./analysis-paper";
import { analysisSheet } from "./analysis-sheet";
import { periodName } from "./analysis-words";

/** A file to be sent: its name in Russian, its media type, its bytes. */
export interface MadeFile {
  name: string;
  type: string;
  body: Buffer;
}

export const FILE_FORMATS = ["xlsx", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const MAKERS: Readonly<Record<FileFormat, { type: string; make: (analysis: ClassAnalysis, timeZone: string) => Promise<Buffer> }>> = {
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", make: analysisSheet },
  pdf: { type: "application/pdf", make: analysisPaper },
};

/** The analysis of a class as a file, with what the viewer sees on the screen. @throws Refusal NOT_FOUND as the screen does. */
export async function makeAnalysisFile(database: Database, viewer: Viewer, asked: AskedAnalysis, format: FileFormat): Promise<MadeFile> {
  const analysis = await loadClassAnalysis(database, viewer, asked);
  const { type, make } = MAKERS[format];
  const name = `Анализ ${analysis.label}, ${periodName(analysis.figures.summary.period)}.${format}`;
  return { name: name.replaceAll("/", "-"), type, body: await make(analysis, viewer.timeZone) };
}
