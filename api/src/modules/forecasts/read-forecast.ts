import type { Database, Statement } from "../../kernel/database";
import { newsIsRead } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { notFound } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { fullName, listName } from "../people/person-name";
import type { ReadForecastInput, ReadForecastPayload, SentForecast } from "./sent-forecast";

/** A forecast that was sent to the viewer, whose diary it still is, or to a class that the viewer leads. @throws Refusal NOT_FOUND for any other. */
export async function findForecast(database: Database, viewer: Viewer, id: string): Promise<SentForecast> {
  const [row] = await database.read<FoundRow>(viewer.schoolId, FIND, [viewer.schoolId, id, ...readerOf(viewer)]);
  if (!row) throw notFound("Прогноз");
  const { figures, ...forecast } = row;
  return { ...forecast, ...figures };
}

type FoundRow = Omit<SentForecast, "term" | "subjects"> & { figures: Pick<SentForecast, "term" | "subjects"> };

/**
 * Notes that the viewer has opened a forecast that was sent to them; the first moment stays.
 * @throws Refusal NOT_FOUND when it was not sent to the viewer, or the child is no longer theirs, and what `runOnce` throws.
 */
export async function readForecast(context: RequestContext, input: ReadForecastInput): Promise<ReadForecastPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const id = requireUuid(input.forecastId, "forecastId");
  const { readAt } = await runOnce(
    context.database,
    viewer,
    { id: input.operationId, name: "readForecast", input, at },
    async (transaction) => {
      const values = [viewer.schoolId, id, viewer.personId, [...viewer.diaries], at];
      const [read] = await transaction.query<{ readAt: Date }>(READ, values);
      if (!read) throw notFound("Прогноз");
      await newsIsRead(transaction, at, viewer.personId, { forecastIds: [id] });
      return { readAt: read.readAt.toISOString() };
    },
  );
  return { readAt: new Date(readAt) };
}

function readerOf(viewer: Viewer): unknown[] {
  return [viewer.personId, [...viewer.diaries], seesWholeSchool(viewer) ? null : [...viewer.leads]];
}

/** $2 forecast, $3 the viewer, $4 the viewer's diaries, $5 classes that the viewer leads, or null: all. */
const FIND: Statement = {
  name: "forecast",
  text: `
  SELECT forecast.id, forecast.pupil_id AS "pupilId", ${listName("pupil")} AS "pupilName", school_class.label AS "classLabel", forecast.words AS text,
    forecast.sent_at AS "sentAt", ${fullName("sender")} AS "sentBy", mine.read_at AS "readAt", mine.person_id IS NOT NULL AS "isMine", forecast.figures
  FROM forecast
  JOIN person AS pupil ON pupil.school_id = $1 AND pupil.id = forecast.pupil_id
  JOIN person AS sender ON sender.school_id = $1 AND sender.id = forecast.sent_by
  JOIN school_class ON school_class.school_id = $1 AND school_class.id = forecast.class_id
  LEFT JOIN forecast_recipient AS mine ON mine.school_id = $1 AND mine.forecast_id = forecast.id AND mine.person_id = $3::uuid
    AND forecast.pupil_id = ANY($4::uuid[])
  WHERE forecast.school_id = $1 AND forecast.id = $2 AND (mine.person_id IS NOT NULL OR $5::uuid[] IS NULL OR forecast.class_id = ANY($5::uuid[]))`,
};

const READ: Statement = {
  name: "forecast-read",
  text: `
  UPDATE forecast_recipient SET read_at = COALESCE(read_at, $5) FROM forecast
  WHERE forecast.school_id = $1 AND forecast.id = $2 AND forecast.pupil_id = ANY($4::uuid[])
    AND forecast_recipient.school_id = $1 AND forecast_recipient.forecast_id = forecast.id AND forecast_recipient.person_id = $3
  RETURNING forecast_recipient.read_at AS "readAt"`,
};
