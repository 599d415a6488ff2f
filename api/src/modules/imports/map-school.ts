import { type CalendarExceptions, mapCalendar } from "./map-calendar";
import { mapBells } from "./map-bells";
import { mapClasses } from "./map-classes";
import { mapGuardianships } from "./map-guardianships";
import { mapJournals } from "./map-journals";
import { type MappedAccount, mapAccounts } from "./map-accounts";
import { mapPeople } from "./map-people";
import { mapSubstitutions, type MappedSubstitution } from "./map-substitutions";
import { mapTeachingLoad } from "./map-teaching-load";
import { mapTimetable } from "./map-timetable";
import { mapYears } from "./map-years";
import type { Mapping } from "./mapping";
import { type LessonPlan, planLessons } from "./plan-lessons";
import { readEnrollments } from "./school-enrollments";

/** What is not a plain row of a table: accounts have passwords to hash, lessons a past to keep. */
export interface MappedSchool {
  accounts: readonly MappedAccount[];
  lessons: readonly LessonPlan[];
  substitutions: readonly MappedSubstitution[];
  exceptions: CalendarExceptions;
}

/** Turns a school's files into rows; pure, everything wrong goes to the problems. */
export function mapSchool(mapping: Mapping): MappedSchool {
  const sessions = mapYears(mapping);
  const since = sessions.years.map(({ startsOn }) => startsOn).toSorted()[0] ?? mapping.today;
  const exceptions = mapCalendar(mapping, sessions.years);
  const bells = mapBells(mapping);
  const people = mapPeople(mapping, since);
  mapGuardianships(mapping, people, since);
  const enrollments = readEnrollments(mapping, people);
  const classes = mapClasses(mapping, { sessions, bells, enrollments });
  const journals = mapJournals(mapping, sessions, classes, enrollments);
  const entries = mapTimetable(mapping, journals, people);
  mapTeachingLoad(mapping, journals, entries);
  const substitutions = mapSubstitutions(mapping, journals, people);
  const accounts = mapAccounts(mapping, people);
  return { accounts, exceptions, substitutions, lessons: mapping.problems.count > 0 ? [] : planLessons(entries, exceptions) };
}
