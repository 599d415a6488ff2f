import { uuidv7 } from "uuidv7";
import type { Statement } from "../../kernel/database";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { gateOf } from "../calendar/term-gate";
import { loadPlaceFacts, type PlaceFacts } from "./load-gate-facts";
import { loadRequestById } from "./load-opening-requests";
import { requireWords } from "./require-places";
import type { OpeningRequestPayload, RequestOpeningInput } from "./term-locks.inputs";

/**
 * A teacher asks to open a closed term in the own journal [3.4.9]; the deputy hears of it.
 * @throws Refusal NOT_FOUND, INVALID when the term is open there, CONFLICT when a request waits already, TEXT_TOO_LONG, TERM_CLOSED for a closed year,
 * and what `runOnce` throws.
 */
export async function requestOpening(context: RequestContext, input: RequestOpeningInput): Promise<OpeningRequestPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "requestOpening", input, at }, async (transaction) => {
    const asked = readAsked(input);
    const place = { termId: asked.termId, classId: null, journalId: asked.journalId };
    const [facts] = await loadPlaceFacts(transaction, [place], at);
    const [about] = await transaction.query<RequestFacts>(ABOUT, [
      viewer.schoolId,
      asked.journalId,
      asked.termId,
      asked.lessonId,
      asked.pupilId,
      viewer.personId,
    ]);
    const refusal = decideRequest(asked, facts!, about!, at);
    if (refusal) throw refusal;
    const id = uuidv7();
    const { termId, journalId, lessonId, pupilId, correction, reason } = asked;
    const made = [viewer.schoolId, id, termId, journalId, lessonId, pupilId, correction, reason, viewer.personId, at];
    // A second request of the same teacher at the same moment finds the unique index.
    if ((await transaction.query(WRITE, made)).length === 0) throw waitsAlready();
    await leaveNews(transaction, at, { kind: "TERM_LOCK", what: "REQUEST", requestId: id, by: viewer.personId });
    const after = { what: "REQUEST", state: "WAITING", termId, lessonId, correction, reason };
    const entry: HistoryEntry = { thing: "TERM_LOCK", thingId: id, journalId, pupilId, before: null, after };
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [entry]);
    return { request: await loadRequestById(transaction, id) };
  });
}

/** A request with its ids and texts fit to be kept. */
type Asked = ReturnType<typeof readAsked>;

function readAsked(input: RequestOpeningInput) {
  return {
    journalId: requireUuid(input.journalId, "journalId"),
    termId: requireUuid(input.termId, "termId"),
    lessonId: input.lessonId ? requireUuid(input.lessonId, "lessonId") : null,
    pupilId: input.pupilId ? requireUuid(input.pupilId, "pupilId") : null,
    correction: requireWords(input.correction, "correction", "Напишите, что нужно исправить или внести."),
    reason: requireWords(input.reason, "reason", "Напишите, почему запись не внесена вовремя."),
  };
}

interface RequestFacts {
  lessonIsThere: boolean;
  pupilIsThere: boolean;
  waits: boolean;
}

/** May it be asked for: the term is there and closed for the journal now, what it is about is there, and no request of the teacher waits. */
function decideRequest(asked: Asked, facts: PlaceFacts, about: RequestFacts, now: Date): Refusal | null {
  if (!facts.isThere) return notFound("Учебный период журнала");
  if (facts.yearIsClosed) return new Refusal(ErrorCode.TERM_CLOSED, "Этот учебный год завершён: его периоды закрыты навсегда.");
  const gate = gateOf(facts.gated, facts.locks, facts.openings, now);
  if (!gate) return new Refusal(ErrorCode.INVALID, "Учебный период открыт: запись можно внести без разрешения. Обновите страницу.");
  if (asked.lessonId && !about.lessonIsThere) return notFound("Урок");
  if (asked.pupilId && !about.pupilIsThere) return notFound("Учащийся");
  return about.waits ? waitsAlready() : null;
}

function waitsAlready(): Refusal {
  return new Refusal(ErrorCode.CONFLICT, "Вы уже попросили открыть этот период. Дождитесь ответа или отзовите просьбу и напишите новую.");
}

const ABOUT: Statement = {
  name: "opening-request-about",
  text: `
  SELECT EXISTS (SELECT FROM lesson JOIN term ON term.school_id = $1 AND term.id = $3 AND lesson.date BETWEEN term.starts_on AND term.ends_on
      WHERE lesson.school_id = $1 AND lesson.id = $4 AND lesson.journal_id = $2) AS "lessonIsThere",
    EXISTS (SELECT FROM journal JOIN term ON term.school_id = $1 AND term.id = $3
      WHERE journal.school_id = $1 AND journal.id = $2 AND (journal.pupil_id = $5
        OR EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = $5 AND enrolment.class_id = journal.class_id
             AND enrolment.valid_from <= term.ends_on AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= term.starts_on))
        OR EXISTS (SELECT FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.pupil_id = $5
             AND group_membership.group_id = journal.group_id
             AND group_membership.valid_from <= term.ends_on AND (group_membership.valid_to IS NULL OR group_membership.valid_to >= term.starts_on)))) AS "pupilIsThere",
    EXISTS (SELECT FROM opening_request AS request WHERE request.school_id = $1 AND request.journal_id = $2 AND request.term_id = $3
      AND request.requested_by = $6 AND request.outcome IS NULL) AS waits`,
};

const WRITE: Statement = {
  name: "opening-request-write",
  text: `
  INSERT INTO opening_request (school_id, id, term_id, journal_id, lesson_id, pupil_id, correction, reason, requested_by, requested_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (school_id, journal_id, term_id, requested_by) WHERE outcome IS NULL DO NOTHING RETURNING id`,
};
