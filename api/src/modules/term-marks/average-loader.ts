import DataLoader from "dataloader";
import type { Statement } from "../../kernel/database";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { averageText, suggestedGrade, thresholdOn } from "../marks/weighted-average";

/** A pupil's term in a journal. */
export interface PupilTermPlace {
  journalId: string;
  termId: string;
  pupilId: string;
}

/** The weighted mean of the term's grades («4.33») and the term mark that it suggests; null without grades, or with too few. */
export interface TermAverage {
  average: string | null;
  suggested: number | null;
}

/** Averages as they stand now: one statement for all the pupils of a request. */
export function makeAverageLoader(context: RequestContext): DataLoader<PupilTermPlace, TermAverage, string> {
  const viewer = signedIn(context);
  return new DataLoader<PupilTermPlace, TermAverage, string>(
    async (places) => {
      const columns = [places.map((one) => one.journalId), places.map((one) => one.termId), places.map((one) => one.pupilId)];
      const sums = await context.database.read<SumRow>(viewer.schoolId, AVERAGES, [viewer.schoolId, ...columns, viewer.today]);
      return sums.map(toAverage);
    },
    { cacheKeyFn: ({ journalId, termId, pupilId }) => `${journalId} ${termId} ${pupilId}` },
  );
}

interface SumRow {
  weighted: string;
  weights: string;
  count: number;
  threshold: number;
}

function toAverage({ weighted, weights, count, threshold }: SumRow): TermAverage {
  const sum = { weighted: BigInt(weighted), weights: BigInt(weights), count };
  return { average: averageText(sum), suggested: suggestedGrade(sum, threshold) };
}

/**
 * A pupil who came in the middle of the term brings along the grades of the same subject from before that day: they
 * count as the journal page counts them.
 */
const AVERAGES: Statement = {
  name: "term-averages",
  text: `
  WITH asked AS MATERIALIZED (
    SELECT place.number, place.pupil_id, journal.id, journal.subject_id, journal.kind, term.starts_on, term.ends_on,
      (SELECT min(stay.valid_from) FROM (
         SELECT valid_from, valid_to FROM enrolment WHERE school_id = $1 AND pupil_id = place.pupil_id AND class_id = journal.class_id
         UNION ALL
         SELECT valid_from, valid_to FROM group_membership WHERE school_id = $1 AND pupil_id = place.pupil_id AND group_id = journal.group_id) stay
       WHERE stay.valid_from <= term.ends_on AND (stay.valid_to IS NULL OR stay.valid_to >= term.starts_on)) AS came
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS place (journal_id, term_id, pupil_id, number)
    JOIN journal ON journal.school_id = $1 AND journal.id = place.journal_id
    JOIN term ON term.school_id = $1 AND term.id = place.term_id
  ), counted AS (
    SELECT asked.number, mark.grade, mark.assessment_id
    FROM asked JOIN mark ON mark.school_id = $1 AND mark.pupil_id = asked.pupil_id AND mark.lesson_date BETWEEN asked.starts_on AND asked.ends_on
      AND mark.journal_id = asked.id AND mark.grade IS NOT NULL
    UNION ALL
    SELECT asked.number, mark.grade, mark.assessment_id
    FROM asked JOIN mark ON mark.school_id = $1 AND mark.pupil_id = asked.pupil_id AND mark.lesson_date >= asked.starts_on
      AND mark.lesson_date < asked.came AND mark.grade IS NOT NULL
    JOIN journal former ON former.school_id = $1 AND former.id = mark.journal_id AND former.id <> asked.id AND former.subject_id = asked.subject_id
      AND former.kind IN (asked.kind, 'CLASS', 'GROUP', 'HOME')
    WHERE asked.came > asked.starts_on
  ), sums AS (
    SELECT counted.number, round(sum(counted.grade * assessment.weight) * 100)::text AS weighted, round(sum(assessment.weight) * 100)::text AS weights,
      count(*)::int AS count
    FROM counted JOIN assessment ON assessment.school_id = $1 AND assessment.id = counted.assessment_id
    GROUP BY counted.number
  )
  SELECT COALESCE(sums.weighted, '0') AS weighted, COALESCE(sums.weights, '0') AS weights, COALESCE(sums.count, 0) AS count,
    ${thresholdOn("LEAST($5::date, asked.ends_on)")} AS threshold
  FROM asked LEFT JOIN sums USING (number)
  ORDER BY asked.number`,
};
