import type { Statement } from "../../kernel/database";
import {
  type AssessmentRules,
  Averaging,
  readRules,
  rulesOfSubject,
  rulesOn,
  type StoredRules,
} from "../assessment-rules/assessment-rules";
import type { MarkingScheme } from "../journals/marking-scheme";
import { weeklyHoursOn } from "../journals/weekly-hours";
import { WHOLE_SHARE } from "../marks/weighted-average";
import { formerLessons } from "./former-lessons";
import type { TermFacts } from "./suggest-term-mark";

/** A pupil's term in a journal. */
export interface PupilTermPlace {
  journalId: string;
  termId: string;
  pupilId: string;
}

/** What a term mark is reckoned from, with the rules of the term's last day (of today, while it runs). */
export interface ReckonedTerm {
  facts: TermFacts;
  rules: AssessmentRules;
  scheme: MarkingScheme;
}

/** The values of `TERM_FACTS`. */
export function termFactsValues(schoolId: string, places: readonly PupilTermPlace[], today: string): unknown[] {
  return [schoolId, places.map((one) => one.journalId), places.map((one) => one.termId), places.map((one) => one.pupilId), today];
}

/** A row of `TERM_FACTS`. */
export interface TermFactsRow {
  subject_id: string;
  /** The day of arrival in the midst of the term. */
  came: string | null;
  marking_scheme: MarkingScheme;
  rules: StoredRules | null;
  hours: number | null;
  weighted: string;
  weights: string;
  plain_weighted: string;
  plain_weights: string;
  lowest: number | null;
  held: number;
  missed: number;
  sick: number;
}

/** The facts of a row, exact. */
export function toReckonedTerm(row: TermFactsRow): ReckonedTerm {
  const rules = rulesOfSubject(readRules(row.rules), row.subject_id);
  const isPlain = rules.averaging === Averaging.PLAIN;
  const sum = {
    weighted: BigInt(isPlain ? row.plain_weighted : row.weighted),
    weights: BigInt(isPlain ? row.plain_weights : row.weights),
    count: Number(row.plain_weights) / WHOLE_SHARE,
    lowest: row.lowest,
  };
  const facts = { sum, held: row.held, missed: row.missed, missedSick: row.sick, weeklyHoursTenths: row.hours };
  return { facts, rules, scheme: row.marking_scheme };
}

const FORMER_LESSONS = formerLessons({
  source: "asked",
  key: "asked.number",
  pupil: "asked.pupil_id",
  came: "asked.came",
  journal: "asked",
  startsOn: "asked.starts_on",
});

/**
 * One row for each place, in their order: $1 school, $2 journals, $3 terms, $4 pupils, $5 today.
 *
 * A pupil who came in the middle of the term brings along the grades of the same subject from before that day: they
 * count as the journal page counts them. Lessons held are counted only for those who missed some: nothing else depends on them.
 */
export const TERM_FACTS: Statement = {
  name: "term-facts",
  text: `
  WITH asked AS MATERIALIZED (
    SELECT place.number, place.pupil_id, journal.id, journal.subject_id, journal.kind, journal.marking_scheme, term.starts_on, term.ends_on,
      COALESCE(stays.came, term.starts_on) AS here_from, COALESCE(stays.went, term.ends_on) AS here_to, NULLIF(GREATEST(stays.came, term.starts_on), term.starts_on) AS came
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS place (journal_id, term_id, pupil_id, number)
    JOIN journal ON journal.school_id = $1 AND journal.id = place.journal_id
    JOIN term ON term.school_id = $1 AND term.id = place.term_id
    CROSS JOIN LATERAL (
      SELECT min(stay.valid_from) AS came, NULLIF(max(COALESCE(stay.valid_to, 'infinity')), 'infinity') AS went FROM (
        SELECT valid_from, valid_to FROM enrolment WHERE school_id = $1 AND pupil_id = place.pupil_id AND class_id = journal.class_id
        UNION ALL
        SELECT valid_from, valid_to FROM group_membership WHERE school_id = $1 AND pupil_id = place.pupil_id AND group_id = journal.group_id) stay
      WHERE stay.valid_from <= term.ends_on AND (stay.valid_to IS NULL OR stay.valid_to >= term.starts_on)) stays
  ), counted AS (
    SELECT asked.number, mark.grade, mark.share, mark.assessment_id
    FROM asked JOIN mark ON mark.school_id = $1 AND mark.pupil_id = asked.pupil_id AND mark.lesson_date BETWEEN asked.starts_on AND asked.ends_on
      AND mark.journal_id = asked.id AND mark.grade IS NOT NULL
    UNION ALL
    SELECT asked.number, mark.grade, mark.share, mark.assessment_id
    FROM asked JOIN mark ON mark.school_id = $1 AND mark.pupil_id = asked.pupil_id AND mark.lesson_date >= asked.starts_on
      AND mark.lesson_date < asked.came AND mark.grade IS NOT NULL
    JOIN journal former ON former.school_id = $1 AND former.id = mark.journal_id AND former.id <> asked.id AND former.subject_id = asked.subject_id
      AND former.kind IN (asked.kind, 'CLASS', 'GROUP', 'HOME')
  ), sums AS (
    SELECT counted.number, round(sum(counted.grade * assessment.weight * counted.share) * 100)::text AS weighted,
      round(sum(assessment.weight * counted.share) * 100)::text AS weights, sum(counted.grade * counted.share)::text AS plain_weighted,
      sum(counted.share)::text AS plain_weights, min(counted.grade) FILTER (WHERE counted.share > 0) AS lowest
    FROM counted JOIN assessment ON assessment.school_id = $1 AND assessment.id = counted.assessment_id
    GROUP BY counted.number
  ), absences AS MATERIALIZED (
    SELECT asked.number, count(*)::int AS missed, count(*) FILTER (WHERE attendance.kind = 'SICK')::int AS sick
    FROM asked JOIN attendance ON attendance.school_id = $1 AND attendance.pupil_id = asked.pupil_id AND attendance.journal_id = asked.id
      AND attendance.lesson_date BETWEEN asked.here_from AND asked.here_to AND attendance.lesson_date BETWEEN asked.starts_on AND asked.ends_on
      AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')
    JOIN lesson ON lesson.school_id = $1 AND lesson.id = attendance.lesson_id AND lesson.status = 'HELD'
    GROUP BY asked.number
  )
  SELECT asked.subject_id, asked.came, asked.marking_scheme, ${rulesOn("LEAST($5::date, asked.ends_on)")} AS rules,
    ${weeklyHoursOn("asked.id", "LEAST($5::date, asked.ends_on)")} AS hours,
    COALESCE(sums.weighted, '0') AS weighted, COALESCE(sums.weights, '0') AS weights, COALESCE(sums.plain_weighted, '0') AS plain_weighted,
    COALESCE(sums.plain_weights, '0') AS plain_weights, sums.lowest,
    COALESCE(former.held, 0) + CASE WHEN COALESCE(absences.missed, 0) + COALESCE(former.missed, 0) > 0 THEN
      (SELECT count(*)::int FROM lesson WHERE lesson.school_id = $1 AND lesson.journal_id = asked.id AND lesson.status = 'HELD'
         AND lesson.date BETWEEN GREATEST(asked.starts_on, asked.here_from) AND LEAST(asked.ends_on, asked.here_to)) ELSE 0 END AS held,
    COALESCE(absences.missed, 0) + COALESCE(former.missed, 0) AS missed, COALESCE(absences.sick, 0) + COALESCE(former.sick, 0) AS sick
  FROM asked LEFT JOIN sums USING (number) LEFT JOIN absences USING (number)
  LEFT JOIN (${FORMER_LESSONS}) former ON former.key = asked.number
  ORDER BY asked.number`,
};
