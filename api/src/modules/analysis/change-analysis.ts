import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import type { AnalysisPayload, ReopenAnalysisInput, SaveAnalysisInput, SignAnalysisInput } from "./analysis.inputs";
import { AnalysisStatus, type ClassAnalysis } from "./class-analysis";
import { conflict, decideWords, refuseChange, refuseRunning, type StandingAnalysis } from "./decide-analysis";
import { loadClassAnalysis, type AskedAnalysis } from "./load-class-analysis";

/**
 * Keeps the class teacher's words as a draft, with the figures of this moment.
 * @throws Refusal NOT_FOUND, INVALID (signed already), TEXT_TOO_LONG, CONFLICT with the document as it stands, and what `runOnce` throws.
 */
export async function saveAnalysis(context: RequestContext, input: SaveAnalysisInput): Promise<AnalysisPayload> {
  return change(context, "saveAnalysis", input, (standing) => {
    const words = decideWords(input);
    const refusal = refuseChange(standing, input.version, "SAVE");
    if (words instanceof Refusal) throw words;
    if (refusal) throw refusal;
    return { ...words, status: AnalysisStatus.DRAFT };
  });
}

/**
 * Signs a draft: from now on its figures are those of this moment, whatever becomes of the marks.
 * @throws Refusal NOT_FOUND, INVALID (no draft, no conclusions, the period runs still), CONFLICT, and what `runOnce` throws.
 */
export async function signAnalysis(context: RequestContext, input: SignAnalysisInput): Promise<AnalysisPayload> {
  const { today } = signedIn(context);
  return change(context, "signAnalysis", input, (standing, analysis) => {
    const refusal = refuseChange(standing, input.version, "SIGN") ?? refuseRunning(analysis.figures.summary.period.endsOn, today);
    if (refusal) throw refusal;
    return { ...standing!, status: AnalysisStatus.SIGNED };
  });
}

/**
 * Makes a signed analysis a draft again; what was signed stays in the history.
 * @throws Refusal NOT_FOUND, INVALID (not signed), CONFLICT, and what `runOnce` throws.
 */
export async function reopenAnalysis(context: RequestContext, input: ReopenAnalysisInput): Promise<AnalysisPayload> {
  return change(context, "reopenAnalysis", input, (standing) => {
    const refusal = refuseChange(standing, input.version, "REOPEN");
    if (refusal) throw refusal;
    return { ...standing!, status: AnalysisStatus.DRAFT };
  });
}

type Decided = Omit<StandingAnalysis, "version">;
type Input = SaveAnalysisInput | SignAnalysisInput | ReopenAnalysisInput;

/** Locks the document, lets the decision fall, and writes it with its history; of a signed one the history keeps the figures, too. */
async function change(
  context: RequestContext,
  name: string,
  input: Input,
  decide: (standing: StandingAnalysis | null, analysis: ClassAnalysis) => Decided,
): Promise<AnalysisPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const asked: AskedAnalysis = {
    classId: requireUuid(input.classId, "classId"),
    termId: input.termId ? requireUuid(input.termId, "termId") : null,
    wholeYear: !input.termId,
  };
  await runOnce(context.database, viewer, { id: input.operationId, name, input, at }, async (transaction) => {
    const locked = await find(transaction, asked);
    const analysis = await loadClassAnalysis(transaction, viewer, asked);
    const decided = decide(locked && words(locked, locked.version), analysis);
    const figures = locked?.status === AnalysisStatus.SIGNED ? locked.figures : analysis.figures;
    const id = locked?.id ?? uuidv7();
    const { status, conclusions, causes, measures } = decided;
    const values = [viewer.schoolId, id, status, JSON.stringify(figures), conclusions, causes, measures, at, viewer.personId];
    const kept = locked
      ? await transaction.query(UPDATE, values)
      : await transaction.query(INSERT, [...values, asked.classId, asked.termId]);
    if (kept.length === 0) throw await overtaken(transaction, asked);
    const [before, after] = [locked && record(asked, locked), record(asked, { ...decided, figures })];
    const entry = { thing: "ANALYSIS" as const, thingId: id, before, after };
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [entry]);
    return { id };
  });
  return { analysis: await loadClassAnalysis(context.database, viewer, asked) };
}

type KeptRow = StandingAnalysis & { id: string; figures: unknown };

async function find(transaction: Transaction, { classId, termId }: AskedAnalysis): Promise<KeptRow | null> {
  const [row] = await transaction.query<KeptRow>(FIND, [transaction.schoolId, classId, termId]);
  return row ?? null;
}

/** Another first saving was a moment earlier. */
async function overtaken(transaction: Transaction, asked: AskedAnalysis): Promise<Refusal> {
  const standing = await find(transaction, asked);
  return conflict(standing && words(standing, standing.version));
}

function words({ status, conclusions, causes, measures }: StandingAnalysis, version: number): StandingAnalysis {
  return { status, version, conclusions, causes, measures };
}

/** What history keeps of the document: of which class and period it is, its words and, once it is signed, its figures. */
function record({ classId, termId }: AskedAnalysis, document: Decided & { figures: unknown }): Record<string, unknown> {
  const { status, conclusions, causes, measures, figures } = document;
  return { classId, termId, status, conclusions, causes, measures, ...(status === AnalysisStatus.SIGNED && { figures }) };
}

const FIND: Statement = {
  name: "analysis-find",
  text: `SELECT id, status, version, conclusions, causes, measures, figures FROM term_analysis
    WHERE school_id = $1 AND class_id = $2 AND term_id IS NOT DISTINCT FROM $3::uuid FOR UPDATE`,
};

const SIGNATURE = "CASE $3 WHEN 'SIGNED' THEN $8::timestamptz END, CASE $3 WHEN 'SIGNED' THEN $9::uuid END";

/** Of two first savings at once one inserts nothing, and is told of the other. */
const INSERT: Statement = {
  name: "analysis-insert",
  text: `INSERT INTO term_analysis (school_id, id, status, figures, conclusions, causes, measures, saved_at, saved_by, signed_at, signed_by, class_id, term_id)
    VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, ${SIGNATURE}, $10, $11)
    ON CONFLICT (school_id, class_id, term_id) DO NOTHING RETURNING id`,
};

const UPDATE: Statement = {
  name: "analysis-update",
  text: `UPDATE term_analysis SET version = version + 1, status = $3, figures = $4::jsonb, conclusions = $5, causes = $6, measures = $7, saved_at = $8,
      saved_by = $9, (signed_at, signed_by) = (SELECT ${SIGNATURE})
    WHERE school_id = $1 AND id = $2 RETURNING id`,
};
