import type { Clock } from "../../kernel/clock";
import type { Database } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { asItStood } from "../history/as-it-stood";
import type { PastMoment } from "../history/moment";
import type { PupilTerm } from "./pupil-term";
import { PUPIL_TERM } from "./pupil-term-statement";
import { unpackPupilTerm, type PupilTermRow } from "./unpack-pupil-term";

/** Whose term: without `termId` the term of today, or of the moment's day; with `moment` as it stood then. */
export interface AskedTerm {
  pupilId: string;
  termId: string | null;
  moment: PastMoment | null;
}

/** A term of a pupil whose diary is the viewer's. @throws Refusal NOT_FOUND when it is not, or the pupil had no class in that term. */
export async function loadPupilTerm(database: Database, clock: Clock, viewer: Viewer, asked: AskedTerm): Promise<PupilTerm> {
  const { pupilId, termId, moment } = asked;
  const values = [viewer.schoolId, pupilId, [...viewer.diaries], termId];
  const [row] = moment
    ? await database.read<PupilTermRow>(viewer.schoolId, PUPIL_TERM_AT, [...values, moment.date, moment.at, moment.at])
    : await database.read<PupilTermRow>(viewer.schoolId, PUPIL_TERM, [...values, viewer.today, clock.now()]);
  if (!row) throw notFound("Дневник или учебный период");
  return unpackPupilTerm(pupilId, row);
}

/** $5 is the day of the moment, $7 the moment. */
const PUPIL_TERM_AT = asItStood(PUPIL_TERM, { at: "$7", date: "$5" });
