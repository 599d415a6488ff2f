import type { Clock } from "../../kernel/clock";
import type { Database } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import type { PupilTerm } from "./pupil-term";
import { PUPIL_TERM } from "./pupil-term-statement";
import { unpackPupilTerm, type PupilTermRow } from "./unpack-pupil-term";

/** A term of a pupil whose diary is the viewer's. @throws Refusal NOT_FOUND when it is not, or the pupil had no class in that term. */
export async function loadPupilTerm(
  database: Database,
  clock: Clock,
  viewer: Viewer,
  pupilId: string,
  termId: string | null,
): Promise<PupilTerm> {
  const values = [viewer.schoolId, pupilId, [...viewer.diaries], termId, viewer.today, clock.now()];
  const [row] = await database.read<PupilTermRow>(viewer.schoolId, PUPIL_TERM, values);
  if (!row) throw notFound("Дневник или учебный период");
  return unpackPupilTerm(pupilId, row);
}
