/** One `json_agg` statement a view: what a bare server would send. `$1` is the school; the term and the week are given, nobody's rights are asked. */
export const RAW_VIEWS: Readonly<Record<string, string>> = {
  journalPage: `
    SELECT json_build_object('data', json_build_object('journalPage', json_build_object(
      'journalId', journal.id, 'subject', subject.name, 'className', COALESCE(school_class.label, study_group.name), 'markingScheme', journal.marking_scheme,
      'isForeignLanguage', subject.is_foreign_language, 'mayEdit', true,
      'teachers', (SELECT json_agg(${shortName("person")}) FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
         WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = journal.id),
      'term', ${termCard("term")},
      'terms', (SELECT json_agg(${termCard("other")} ORDER BY other.number) FROM term AS other
         WHERE other.school_id = $1 AND other.academic_year_id = term.academic_year_id AND other.kind = term.kind),
      'pupils', (SELECT json_agg(json_build_object('pupilId', person.id, 'name', person.surname || ' ' || person.given_name, 'from', NULL, 'to', NULL,
           'average', average.text, 'suggested', average.suggested, 'termMark', term_mark.grade::text) ORDER BY person.surname COLLATE "ru-x-icu", person.given_name COLLATE "ru-x-icu")
         FROM (${membersOf("journal", "term")}) member JOIN person ON person.school_id = $1 AND person.id = member.pupil_id
         LEFT JOIN term_mark ON term_mark.school_id = $1 AND term_mark.journal_id = journal.id AND term_mark.pupil_id = person.id AND term_mark.term_id = term.id
         LEFT JOIN (
           SELECT mark.pupil_id, round(sum(mark.grade * assessment.weight) / sum(assessment.weight), 2)::text AS text,
             CASE WHEN count(*) > 2 THEN round(sum(mark.grade * assessment.weight) / sum(assessment.weight))::int END AS suggested
           FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
           WHERE mark.school_id = $1 AND mark.journal_id = $2 AND mark.grade IS NOT NULL AND mark.lesson_date BETWEEN $4 AND $5
           GROUP BY mark.pupil_id) average ON average.pupil_id = person.id),
      'lessons', (SELECT json_agg(json_build_object('id', lesson.id, 'date', lesson.date, 'slot', lesson.slot, 'startsAt', left(lesson.starts_at::text, 5),
           'status', lesson.status, 'topic', lesson.topic, 'planTopicId', lesson.plan_topic_id, 'homework', homework.text, 'homeworkDueOn', homework.due_on,
           'homeworkMinutes', homework.expected_minutes, 'homeworkVersion', homework.version, 'version', lesson.version, 'recordedAt', lesson.recorded_at,
           'teacher', ${shortName("person")}, 'mayEdit', true) ORDER BY lesson.date, lesson.slot)
         FROM lesson LEFT JOIN homework ON homework.school_id = $1 AND homework.lesson_id = lesson.id
         JOIN person ON person.school_id = $1 AND person.id = COALESCE(lesson.taught_by, lesson.teacher_id)
         WHERE lesson.school_id = $1 AND lesson.journal_id = $2 AND lesson.date BETWEEN $4 AND $5),
      'assessments', (SELECT json_agg(json_build_object('id', assessment.id, 'lessonId', lesson.id, 'number', assessment.number, 'kind', assessment.kind,
           'weight', assessment.weight, 'title', assessment.title, 'mandatory', assessment.mandatory) ORDER BY lesson.date, lesson.slot, assessment.number)
         FROM lesson JOIN assessment ON assessment.school_id = $1 AND assessment.lesson_id = lesson.id
         WHERE lesson.school_id = $1 AND lesson.journal_id = $2 AND lesson.date BETWEEN $4 AND $5),
      'marks', (SELECT json_agg(json_build_object('assessmentId', assessment_id, 'lessonId', lesson_id, 'pupilId', pupil_id, 'value', grade::text,
           'comment', comment, 'version', version))
         FROM mark WHERE school_id = $1 AND journal_id = $2 AND lesson_date BETWEEN $4 AND $5 AND grade IS NOT NULL),
      'attendance', (SELECT json_agg(json_build_object('lessonId', lesson_id, 'pupilId', pupil_id, 'kind', kind, 'minutesLate', minutes_late, 'reason', reason,
           'version', version))
         FROM attendance WHERE school_id = $1 AND journal_id = $2 AND lesson_date BETWEEN $4 AND $5 AND kind IS NOT NULL))))::text AS body
    FROM journal
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    JOIN term ON term.school_id = $1 AND term.id = $3
    LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
    LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
    WHERE journal.school_id = $1 AND journal.id = $2`,

  diaryWeek: `
    SELECT json_build_object('data', json_build_object('diaryWeek', json_build_object('pupilId', person.id, 'pupilName', person.surname || ' ' || person.given_name,
      'classLabel', school_class.label, 'startsOn', $3::date, 'endsOn', $4::date,
      'days', (SELECT json_agg(json_build_object('date', day::date, 'holiday', NULL, 'lessons', (
        SELECT json_agg(json_build_object('lessonId', lesson.id, 'slot', lesson.slot, 'startsAt', left(lesson.starts_at::text, 5), 'endsAt', left(lesson.ends_at::text, 5),
          'subject', subject.name, 'room', lesson.room, 'teacher', ${shortName("teacher")}, 'status', lesson.status, 'topic', lesson.topic,
          'homeworkDue', (SELECT json_agg(json_build_object('text', homework.text, 'givenOn', given.date, 'expectedMinutes', homework.expected_minutes))
             FROM homework JOIN lesson AS given ON given.school_id = $1 AND given.id = homework.lesson_id
             WHERE homework.school_id = $1 AND homework.journal_id = lesson.journal_id AND homework.due_on = lesson.date),
          'marks', (SELECT json_agg(json_build_object('value', mark.grade::text, 'kind', assessment.kind, 'title', assessment.title, 'weight', assessment.weight,
               'comment', mark.comment))
             FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
             WHERE mark.school_id = $1 AND mark.pupil_id = $2 AND mark.lesson_date = lesson.date AND mark.lesson_id = lesson.id AND mark.grade IS NOT NULL),
          'attendance', (SELECT json_build_object('kind', kind, 'minutesLate', minutes_late, 'reason', reason) FROM attendance
             WHERE attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = $2 AND kind IS NOT NULL))
          ORDER BY lesson.starts_at)
        FROM (SELECT id, subject_id FROM journal WHERE school_id = $1 AND class_id = school_class.id
              UNION ALL SELECT journal.id, subject_id FROM group_membership JOIN journal ON journal.school_id = $1 AND journal.group_id = group_membership.group_id
              WHERE group_membership.school_id = $1 AND group_membership.pupil_id = $2) AS own
        JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = own.id AND lesson.date = day::date
        JOIN subject ON subject.school_id = $1 AND subject.id = own.subject_id
        JOIN person AS teacher ON teacher.school_id = $1 AND teacher.id = COALESCE(lesson.taught_by, lesson.teacher_id))))
        FROM generate_series($3::date, $4::date, '1 day') AS day))))::text AS body
    FROM person
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = person.id AND $3::date >= enrolment.valid_from AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $4::date)
    JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
    WHERE person.school_id = $1 AND person.id = $2`,

  pupilTerm: `
    SELECT json_build_object('data', json_build_object('pupilTerm', json_build_object('pupilId', person.id, 'pupilName', person.surname || ' ' || person.given_name,
      'classLabel', school_class.label, 'term', ${termCard("term")},
      'terms', (SELECT json_agg(${termCard("other")} ORDER BY other.number) FROM term AS other
         WHERE other.school_id = $1 AND other.academic_year_id = term.academic_year_id AND other.kind = term.kind),
      'missedLessons', (SELECT count(*) FROM attendance WHERE school_id = $1 AND pupil_id = $2 AND lesson_date BETWEEN $4 AND $5 AND kind IN ('ABSENT', 'SICK', 'EXCUSED')),
      'missedBySickness', (SELECT count(*) FROM attendance WHERE school_id = $1 AND pupil_id = $2 AND lesson_date BETWEEN $4 AND $5 AND kind = 'SICK'),
      'lateCount', (SELECT count(*) FROM attendance WHERE school_id = $1 AND pupil_id = $2 AND lesson_date BETWEEN $4 AND $5 AND kind = 'LATE'),
      'subjects', (SELECT json_agg(json_build_object('journalId', own.id, 'subject', subject.name,
          'teachers', (SELECT json_agg(${shortName("teacher")}) FROM teaching_load JOIN person AS teacher ON teacher.school_id = $1 AND teacher.id = teaching_load.staff_id
             WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = own.id),
          'marks', got.marks, 'average', got.average, 'suggested', got.suggested,
          'termMark', (SELECT grade::text FROM term_mark WHERE school_id = $1 AND journal_id = own.id AND pupil_id = $2 AND term_id = $3),
          'yearMark', (SELECT grade::text FROM term_mark WHERE school_id = $1 AND journal_id = own.id AND pupil_id = $2 AND kind = 'YEAR'),
          'pastTermMarks', (SELECT json_agg(json_build_object('termId', term_id, 'value', grade::text)) FROM term_mark
             WHERE school_id = $1 AND journal_id = own.id AND pupil_id = $2 AND kind = 'TERM' AND term_id <> $3),
          'missedLessons', COALESCE(missed.lessons, 0)) ORDER BY subject.sort_order)
        FROM (SELECT id, subject_id FROM journal WHERE school_id = $1 AND class_id = school_class.id
              UNION ALL SELECT journal.id, subject_id FROM group_membership JOIN journal ON journal.school_id = $1 AND journal.group_id = group_membership.group_id
              WHERE group_membership.school_id = $1 AND group_membership.pupil_id = $2 AND journal.academic_year_id = term.academic_year_id) AS own
        JOIN subject ON subject.school_id = $1 AND subject.id = own.subject_id
        LEFT JOIN (SELECT mark.journal_id, round(sum(mark.grade * assessment.weight) / sum(assessment.weight), 2)::text AS average,
            CASE WHEN count(*) > 2 THEN round(sum(mark.grade * assessment.weight) / sum(assessment.weight))::int END AS suggested,
            json_agg(json_build_object('lessonId', lesson.id, 'date', lesson.date, 'value', mark.grade::text, 'kind', assessment.kind, 'title', assessment.title,
              'weight', assessment.weight, 'topic', lesson.topic, 'comment', mark.comment) ORDER BY lesson.date, lesson.slot) AS marks
          FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
          JOIN lesson ON lesson.school_id = $1 AND lesson.id = mark.lesson_id
          WHERE mark.school_id = $1 AND mark.pupil_id = $2 AND mark.lesson_date BETWEEN $4 AND $5 AND mark.grade IS NOT NULL
          GROUP BY mark.journal_id) got ON got.journal_id = own.id
        LEFT JOIN (SELECT journal_id, count(*) AS lessons FROM attendance
          WHERE school_id = $1 AND pupil_id = $2 AND lesson_date BETWEEN $4 AND $5 AND kind IN ('ABSENT', 'SICK', 'EXCUSED') GROUP BY journal_id) missed ON missed.journal_id = own.id))))::text AS body
    FROM person
    JOIN term ON term.school_id = $1 AND term.id = $3
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = person.id AND enrolment.valid_from <= $5 AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $4)
    JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
    WHERE person.school_id = $1 AND person.id = $2 LIMIT 1`,

  classPage: `
    SELECT json_build_object('data', json_build_object('classPage', json_build_object('classId', school_class.id, 'label', school_class.label, 'date', $6::date,
      'classTeacher', (SELECT ${shortName("person")} FROM class_teacher JOIN person ON person.school_id = $1 AND person.id = class_teacher.staff_id
         WHERE class_teacher.school_id = $1 AND class_teacher.class_id = $2 AND class_teacher.valid_from <= $6::date AND (class_teacher.valid_to IS NULL OR class_teacher.valid_to >= $6::date)),
      'term', json_build_object('id', term.id, 'kind', term.kind, 'number', term.number),
      'terms', (SELECT json_agg(json_build_object('id', other.id, 'kind', other.kind, 'number', other.number) ORDER BY other.number) FROM term AS other
         WHERE other.school_id = $1 AND other.academic_year_id = term.academic_year_id AND other.kind = term.kind),
      'lessonsToday', (SELECT json_agg(json_build_object('lessonId', lesson.id, 'journalId', lesson.journal_id, 'slot', lesson.slot, 'subject', subject.name,
           'groupName', own.group_name, 'status', lesson.status, 'recorded', lesson.recorded_at IS NOT NULL) ORDER BY lesson.slot)
         FROM (${journalsOfClass()}) own JOIN subject ON subject.school_id = $1 AND subject.id = own.subject_id
         JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = own.id AND lesson.date = $6::date),
      'absences', (SELECT json_agg(json_build_object('lessonId', attendance.lesson_id, 'pupilId', attendance.pupil_id, 'kind', attendance.kind,
           'minutesLate', attendance.minutes_late, 'reason', attendance.reason))
         FROM (${journalsOfClass()}) own JOIN attendance ON attendance.school_id = $1 AND attendance.journal_id = own.id AND attendance.lesson_date = $6::date
         WHERE attendance.kind IS NOT NULL),
      'subjects', (SELECT json_agg(json_build_object('subjectId', subject.id, 'subject', subject.name, 'shortName', subject.short_name) ORDER BY subject.sort_order)
         FROM subject WHERE subject.school_id = $1 AND subject.id IN (SELECT subject_id FROM (${journalsOfClass()}) own)),
      'pupils', (SELECT json_agg(json_build_object('pupilId', person.id, 'name', person.surname || ' ' || person.given_name,
          'guardians', (SELECT json_agg(concat_ws(' ', guardian.surname, guardian.given_name, guardian.patronymic)) FROM guardianship
             JOIN person AS guardian ON guardian.school_id = $1 AND guardian.id = guardianship.guardian_id
             WHERE guardianship.school_id = $1 AND guardianship.pupil_id = person.id),
          'missedLessons', (SELECT count(*) FROM attendance WHERE attendance.school_id = $1 AND attendance.pupil_id = person.id AND attendance.lesson_date BETWEEN $4 AND $5
             AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')),
          'subjects', (SELECT json_agg(json_build_object('subjectId', journal.subject_id, 'journalId', journal.id, 'marks', got.marks, 'average', got.average,
              'termMark', (SELECT grade::text FROM term_mark WHERE term_mark.school_id = $1 AND term_mark.journal_id = journal.id AND term_mark.pupil_id = person.id AND term_mark.term_id = $3)))
            FROM (SELECT mark.journal_id, json_agg(mark.grade::text ORDER BY mark.lesson_date) AS marks,
                round(sum(mark.grade * assessment.weight) / sum(assessment.weight), 2)::text AS average
              FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
              WHERE mark.school_id = $1 AND mark.pupil_id = person.id AND mark.lesson_date BETWEEN $4 AND $5 AND mark.grade IS NOT NULL
              GROUP BY mark.journal_id) got
            JOIN journal ON journal.school_id = $1 AND journal.id = got.journal_id)) ORDER BY person.surname COLLATE "ru-x-icu", person.given_name COLLATE "ru-x-icu")
        FROM enrolment JOIN person ON person.school_id = $1 AND person.id = enrolment.pupil_id
        WHERE enrolment.school_id = $1 AND enrolment.class_id = $2 AND enrolment.valid_from <= $6::date AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $6::date)))))::text AS body
    FROM school_class JOIN term ON term.school_id = $1 AND term.id = $3
    WHERE school_class.school_id = $1 AND school_class.id = $2`,

  myDay: `
    SELECT json_build_object('data', json_build_object('myDay', json_build_object('date', $3::date, 'isToday', true, 'lessons', (
      SELECT json_agg(json_build_object('lessonId', lesson.id, 'journalId', lesson.journal_id, 'slot', lesson.slot, 'startsAt', left(lesson.starts_at::text, 5),
        'endsAt', left(lesson.ends_at::text, 5), 'room', lesson.room, 'subject', subject.name, 'className', COALESCE(school_class.label, study_group.name),
        'status', lesson.status, 'topic', lesson.topic, 'plannedTopic', plan_topic.title, 'homework', homework.text, 'isSubstitution', substitution.staff_id IS NOT NULL,
        'pupilCount', (SELECT count(*) FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.class_id = journal.class_id AND enrolment.valid_from <= $3::date
            AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $3::date))
          + (SELECT count(*) FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.group_id = journal.group_id),
        'absentCount', (SELECT count(*) FROM attendance WHERE attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND kind IN ('ABSENT', 'SICK', 'EXCUSED')),
        'markCount', (SELECT count(*) FROM mark WHERE mark.school_id = $1 AND mark.lesson_id = lesson.id AND grade IS NOT NULL),
        'missing', to_json(array_remove(ARRAY[
          CASE WHEN lesson.status = 'PLANNED' AND lesson.starts_at <= '12:00' THEN 'TOPIC' END,
          CASE WHEN lesson.status = 'HELD' AND homework.text IS NULL AND school_class.grade > 1 THEN 'HOMEWORK' END,
          CASE WHEN lesson.status = 'HELD' AND EXISTS (
            SELECT FROM assessment JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = journal.class_id AND enrolment.valid_to IS NULL
            WHERE assessment.school_id = $1 AND assessment.lesson_id = lesson.id AND assessment.mandatory
              AND NOT EXISTS (SELECT FROM attendance WHERE attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = enrolment.pupil_id)
              AND NOT EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = assessment.id AND mark.pupil_id = enrolment.pupil_id
                    AND mark.grade IS NOT NULL)) THEN 'CONTROL_MARKS' END], NULL))) ORDER BY lesson.starts_at)
      FROM lesson
      JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
      JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
      LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
      LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
      LEFT JOIN homework ON homework.school_id = $1 AND homework.lesson_id = lesson.id
      LEFT JOIN plan_topic ON plan_topic.school_id = $1 AND plan_topic.id = lesson.plan_topic_id
      LEFT JOIN substitution ON substitution.school_id = $1 AND substitution.lesson_id = lesson.id
      WHERE lesson.school_id = $1 AND lesson.date = $3::date AND COALESCE(substitution.staff_id, lesson.teacher_id) = $2
        AND (lesson.teacher_id = $2 OR lesson.id IN (SELECT lesson_id FROM substitution WHERE school_id = $1 AND staff_id = $2))))))::text AS body`,
};

function shortName(person: string): string {
  return `${person}.surname || ' ' || left(${person}.given_name, 1) || '.' || COALESCE(' ' || left(${person}.patronymic, 1) || '.', '')`;
}

function termCard(term: string): string {
  return `json_build_object('id', ${term}.id, 'kind', ${term}.kind, 'number', ${term}.number, 'startsOn', ${term}.starts_on, 'endsOn', ${term}.ends_on, 'isClosed', false)`;
}

function membersOf(journal: string, term: string): string {
  const overlaps = (stay: string): string =>
    `${stay}.valid_from <= ${term}.ends_on AND (${stay}.valid_to IS NULL OR ${stay}.valid_to >= ${term}.starts_on)`;
  return `SELECT pupil_id FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.class_id = ${journal}.class_id AND ${overlaps("enrolment")}
    UNION SELECT pupil_id FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.group_id = ${journal}.group_id AND ${overlaps("group_membership")}`;
}

function journalsOfClass(): string {
  return `SELECT id, subject_id, NULL AS group_name FROM journal WHERE school_id = $1 AND class_id = $2
    UNION ALL SELECT journal.id, journal.subject_id, study_group.name FROM study_group_class
    JOIN study_group ON study_group.school_id = $1 AND study_group.id = study_group_class.group_id
    JOIN journal ON journal.school_id = $1 AND journal.group_id = study_group.id
    WHERE study_group_class.school_id = $1 AND study_group_class.class_id = $2`;
}
