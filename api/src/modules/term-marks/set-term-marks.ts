import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { holdTerm } from "../journals/hold-term";
import { applyTermMarks, type DecidedTermMark } from "./apply-term-marks";
import { decideRepeatedPupil, decideTermMark, type TermMarkColumn, type TermMarkFacts } from "./decide-term-mark";
import type { SetTermMarksPayload } from "./given-term-mark";
import { loadTermMarkCells } from "./load-term-mark-cells";
import { lockJournal } from "./lock-journal";
import { TermMarkKind } from "./term-mark-kind";
import type { SetTermMarksInput, TermMarkCellInput } from "./term-marks.inputs";

/** The most cells of one call, as with marks. */
const CELLS_LIMIT = 200;

/**
 * Sets a column of term marks cell by cell [3.2.7]: those that may be are written with their history in one transaction, the others are answered with
 * the reason. What the rules suggest is reckoned here, from the marks as they stand, and kept beside the mark.
 * @throws Refusal LIMIT_EXCEEDED, INVALID, NOT_FOUND for a journal that is not of the viewer's load or a term not of its year, and what `runOnce` throws.
 */
export async function setTermMarks(context: RequestContext, input: SetTermMarksInput): Promise<SetTermMarksPayload> {
  const viewer = signedIn(context);
  checkInput(input);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "setTermMarks", input, at }, async (transaction) => {
    const journal = await lockJournal(transaction, viewer, input.journalId);
    if (!journal) throw notFound("Журнал");
    const term = await holdTerm(transaction, at, journal.id, input.termId ?? journal.lastTermId);
    if (!term) throw notFound("Учебный период");
    const pupilIds = [...new Set(input.cells.map(({ pupilId }) => pupilId.toLowerCase()).filter(isUuid))];
    const { rules, cells: facts } = await loadTermMarkCells(transaction, { journal, kind: input.kind, term }, pupilIds, viewer.today);
    const column = { scheme: journal.scheme, ...term, rules };
    const cells = decideAll(input.cells, column, facts, viewer.today);
    const place = { journalId: journal.id, kind: input.kind, termId: input.termId ?? null, openingId: term.openingId };
    return { cells: await applyTermMarks(transaction, { ...place, operationId: input.operationId, at, by: viewer.personId }, cells) };
  });
}

function checkInput({ cells, kind, termId }: SetTermMarksInput): void {
  if (cells.length > CELLS_LIMIT) {
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, `За один раз можно передать не больше ${CELLS_LIMIT} отметок. Разделите их на части.`, {
      field: "cells",
      limit: CELLS_LIMIT,
    });
  }
  const isWellFormed = kind === TermMarkKind.TERM ? termId != null && isUuid(termId) : termId == null;
  if (isWellFormed) return;
  const message =
    kind === TermMarkKind.TERM
      ? "Укажите учебный период: нужен UUID. Обновите страницу и повторите действие."
      : "Учебный период указывается только у отметки за период. Уберите его и повторите.";
  throw new Refusal(ErrorCode.INVALID, message, { field: "termId" });
}

function decideAll(
  cells: readonly TermMarkCellInput[],
  column: TermMarkColumn,
  facts: ReadonlyMap<string, TermMarkFacts>,
  today: string,
): DecidedTermMark[] {
  const seen = new Set<string>();
  return cells.map((cell) => {
    const pupilId = cell.pupilId.toLowerCase();
    const decision = seen.has(pupilId) ? decideRepeatedPupil() : decideTermMark(cell, column, facts.get(pupilId), today);
    seen.add(pupilId);
    return { pupilId, facts: facts.get(pupilId), decision };
  });
}
