import type { Clock } from "../../kernel/clock";
import type { Database, Transaction } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { unpackTerms } from "../calendar/terms-of-page";
import type { ClassForecast } from "./class-forecast";
import { CLASS_FORECAST, type ForecastRow } from "./forecast-statement";
import { toSubjectForecast } from "./load-pupil-forecast";
import { readForecasts } from "./read-forecasts";
import { watchSubject, type ForecastSign } from "./watch-subject";

export interface AskedClassForecast {
  classId: string;
  termId: string | null;
  /** Of this pupil alone, with every subject; null: of all, with the subjects that have a sign. */
  pupilId: string | null;
  /** Only subjects with one of these signs; null: with any. */
  signs: readonly ForecastSign[] | null;
}

/** The forecasts of a class that the viewer leads, or whose school the viewer sees. @throws Refusal NOT_FOUND for another class, or a term that is not its own. */
export async function loadClassForecast(
  database: Database,
  clock: Clock,
  viewer: Viewer,
  asked: AskedClassForecast,
): Promise<ClassForecast> {
  const row = await readClassForecast(database, clock, viewer, asked);
  const { pupilId, signs } = asked;
  const subjects = Map.groupBy(readForecasts(row), (subject) => subject.pupilId);
  const pupils = (row.pupils ?? []).filter(([id]) => pupilId === null || id === pupilId);
  return {
    classId: row.class_id,
    label: row.label,
    ...unpackTerms(row),
    isOver: row.is_over,
    maySend: viewer.leads.has(row.class_id) && !row.is_over,
    pupils: pupils.map(([id, name, sentAt]) => {
      const watched = (subjects.get(id) ?? []).map((subject) => {
        const { previous } = subject;
        return { signs: watchSubject(subject, row.is_over), previous, forecast: toSubjectForecast(subject) };
      });
      const shown = pupilId ? watched : watched.filter((one) => one.signs.some((sign) => signs === null || signs.includes(sign)));
      return { pupilId: id, name, sentAt: sentAt === null ? null : new Date(sentAt), subjects: shown };
    }),
  };
}

/** The row, in a transaction too. @throws Refusal NOT_FOUND as above. */
export async function readClassForecast(
  reader: Database | Transaction,
  clock: Clock,
  viewer: Viewer,
  { classId, termId }: Pick<AskedClassForecast, "classId" | "termId">,
): Promise<ForecastRow> {
  const classes = seesWholeSchool(viewer) ? null : [...viewer.leads];
  const values = [viewer.schoolId, classId, classes, termId, viewer.today, clock.now()];
  const [row] = await ("read" in reader
    ? reader.read<ForecastRow>(viewer.schoolId, CLASS_FORECAST, values)
    : reader.query<ForecastRow>(CLASS_FORECAST, values));
  if (!row) throw notFound("Класс или учебный период");
  return row;
}
