import { isDeepStrictEqual } from "node:util";
import type { Database, Transaction } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { analyseClass } from "./analyse-class";
import type { AnalysisFigures, AnalysisPeriod } from "./analysis-figures";
import { ANALYSIS } from "./analysis-statement";
import { AnalysisStatus, type AnalysisDocument, type ClassAnalysis } from "./class-analysis";
import type { ClassFacts } from "./period-facts";
import { unpackFacts, type FactsRow } from "./unpack-facts";

/** Which analysis: a term of the class (without one the last that is over), or the whole year. */
export interface AskedAnalysis {
  classId: string;
  termId: string | null;
  wholeYear: boolean;
}

/** The analysis as the viewer may see it. @throws Refusal NOT_FOUND when the class is not the viewer's, or has no such term. */
export async function loadClassAnalysis(reader: Database | Transaction, viewer: Viewer, asked: AskedAnalysis): Promise<ClassAnalysis> {
  const { classId, termId, wholeYear } = asked;
  const classes = seesWholeSchool(viewer) ? null : [...viewer.leads];
  const values = [viewer.schoolId, classId, classes, termId, wholeYear, viewer.today];
  const [row] = await ("read" in reader
    ? reader.read<AnalysisRow>(viewer.schoolId, ANALYSIS, values)
    : reader.query<AnalysisRow>(ANALYSIS, values));
  const facts = row ? unpackFacts(row) : null;
  if (!row || !facts) throw notFound("Класс или учебный период");
  return toAnalysis(viewer, classId, facts, row.document);
}

type AnalysisRow = FactsRow & { document: KeptDocument | null };

/** The document as JSON has it. */
type KeptDocument = Omit<AnalysisDocument, "savedAt" | "signedAt"> & {
  savedAt: string;
  signedAt: string | null;
  figures: AnalysisFigures;
};

function toAnalysis(viewer: Viewer, classId: string, facts: ClassFacts, kept: KeptDocument | null): ClassAnalysis {
  const current = analyseClass(facts);
  const mayWrite = viewer.leads.has(classId);
  const isSigned = kept?.status === AnalysisStatus.SIGNED;
  const shown = isSigned ? kept.figures : current;
  const hasChanged = isSigned && !isDeepStrictEqual(withoutComparison(shown), withoutComparison(current));
  return {
    classId,
    label: facts.label,
    school: facts.school,
    classTeacher: facts.classTeacher,
    terms: facts.terms.map((term) => toChoice(term, facts)),
    figures: shown,
    changedSince: hasChanged ? current.summary : null,
    document: kept && (isSigned || mayWrite) ? toDocument(kept) : null,
    mayWrite,
    isOver: facts.chosen.endsOn <= viewer.today,
  };
}

/** What is compared with is not what was signed for: a year's beginning may be corrected later. */
function withoutComparison({ comparison: _, ...own }: AnalysisFigures): Omit<AnalysisFigures, "comparison"> {
  return own;
}

function toChoice({ id, kind, number, startsOn, endsOn }: ClassFacts["terms"][number], { label, yearName }: ClassFacts): AnalysisPeriod {
  return { termId: id, termKind: kind, number, yearName, classLabel: label, startsOn, endsOn, onDate: endsOn };
}

function toDocument({ figures: _, savedAt, signedAt, ...document }: KeptDocument): AnalysisDocument {
  return { ...document, savedAt: new Date(savedAt), signedAt: signedAt === null ? null : new Date(signedAt) };
}
