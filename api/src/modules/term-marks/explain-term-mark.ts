import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import { journalsOfPupil } from "../journals/journals-of-pupil";
import { MarkingScheme } from "../journals/marking-scheme";
import { markValue } from "../marks/mark-scale";
import { averageText, WHOLE_SHARE } from "../marks/weighted-average";
import { suggestTermMark } from "./suggest-term-mark";
import { TERM_FACTS, termFactsValues, toReckonedTerm, type PupilTermPlace, type TermFactsRow } from "./term-facts";
import type { GivenTermMark } from "./given-term-mark";
import type { TermMarkExplanation } from "./term-mark-explanation";
import { suggestedValueOf, termMarkValueOf } from "./term-mark-value";
import { toTermSuggestion } from "./term-suggestion";

/** How a term mark comes out, in one statement. @throws Refusal NOT_FOUND when the pupil was not in the journal's list on any day of the term. */
export async function explainTermMark(database: Database, viewer: Viewer, place: PupilTermPlace): Promise<TermMarkExplanation> {
  const [row] = await database.read<ExplanationRow>(viewer.schoolId, EXPLANATION, termFactsValues(viewer.schoolId, [place], viewer.today));
  if (!row?.is_there) throw notFound("Отметка за период");
  const { facts, rules, scheme } = toReckonedTerm(row);
  const { weighted, weights } = facts.sum;
  const marks = (row.marks ?? []).map(([date, value, kind, title, weight, attempt, share, elsewhere]) => {
    const isCounted = share > 0 && value.length === 1;
    return { date, value, kind, title, weight, attempt, share: fraction(BigInt(share), BigInt(WHOLE_SHARE)), isCounted, elsewhere };
  });
  return {
    ...place,
    marks,
    weightedSum: fraction(weighted, UNIT),
    weightSum: fraction(weights, UNIT),
    mean: weights === 0n ? null : fraction(weighted, weights),
    average: averageText(facts.sum),
    averaging: rules.averaging,
    retakes: rules.retakes,
    bands: [rules.bands.five, rules.bands.four, rules.bands.three],
    mostMissedPercent: rules.mostMissedPercent,
    rulesFrom: row.rules_from,
    suggestion: scheme === MarkingScheme.FIVE_POINT ? toTermSuggestion(suggestTermMark(facts, rules), facts) : null,
    given: row.given,
  };
}

/** Weights are summed in hundredths, shares in 2520ths. */
const UNIT = 100n * BigInt(WHOLE_SHARE);

/** A fraction in lowest terms, «13/3»; a whole number without a denominator. */
function fraction(numerator: bigint, denominator: bigint): string {
  const common = divisor(numerator, denominator);
  const below = denominator / common;
  return below === 1n ? `${numerator / common}` : `${numerator / common}/${below}`;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

interface ExplanationRow extends TermFactsRow {
  is_there: boolean;
  rules_from: string | null;
  marks:
    | [
        date: string,
        value: string,
        kind: AssessmentKind,
        title: string | null,
        weight: number,
        attempt: number,
        share: number,
        elsewhere: string | null,
      ][]
    | null;
  given: GivenTermMark | null;
}

/** The facts of one place, and beside them the marks that they are summed from. */
const EXPLANATION: Statement = {
  name: "term-mark-explanation",
  text: `
  SELECT facts.*,
    EXISTS (SELECT FROM (${journalsOfPupil("($4::uuid[])[1]", "term.starts_on", "term.ends_on")}) stay WHERE stay.journal_id = journal.id) AS is_there,
    (SELECT school_setting.valid_from FROM school_setting
     WHERE school_setting.school_id = $1 AND school_setting.name = 'assessment_rules' AND school_setting.valid_from <= LEAST($5::date, term.ends_on)
     ORDER BY school_setting.valid_from DESC LIMIT 1) AS rules_from,
    (SELECT json_agg(json_build_array(mark.lesson_date, ${markValue("mark")}, assessment.kind, assessment.title, assessment.weight, mark.attempt, mark.share,
        CASE WHEN its.id <> journal.id THEN COALESCE((SELECT label FROM school_class WHERE school_id = $1 AND id = its.class_id),
          (SELECT name FROM study_group WHERE school_id = $1 AND id = its.group_id), '') END)
        ORDER BY mark.lesson_date, lesson.slot, assessment.number, mark.attempt)
     FROM mark JOIN journal AS its ON its.school_id = $1 AND its.id = mark.journal_id
     JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
     JOIN lesson ON lesson.school_id = $1 AND lesson.id = mark.lesson_id
     WHERE mark.school_id = $1 AND mark.pupil_id = ($4::uuid[])[1] AND mark.lesson_date BETWEEN term.starts_on AND term.ends_on
       AND num_nonnulls(mark.grade, mark.passed) = 1
       AND (its.id = journal.id OR (mark.lesson_date < facts.came AND its.subject_id = journal.subject_id AND its.kind IN (journal.kind, 'CLASS', 'GROUP', 'HOME')))
    ) AS marks,
    (SELECT json_build_object('value', ${termMarkValueOf("given")}, 'version', given.version, 'suggested', ${suggestedValueOf("given")}, 'reason', given.reason)
     FROM term_mark AS given WHERE given.school_id = $1 AND given.journal_id = journal.id AND given.pupil_id = ($4::uuid[])[1] AND given.kind = 'TERM'
       AND given.term_id = term.id AND num_nonnulls(given.grade, given.passed, given.special) = 1) AS given
  FROM (${TERM_FACTS.text}) facts
  JOIN journal ON journal.school_id = $1 AND journal.id = ($2::uuid[])[1]
  JOIN term ON term.school_id = $1 AND term.id = ($3::uuid[])[1] AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind`,
};
