import { SHIFT_NAMES } from "./bells.ts";
import type { DemoPlan, PlannedYear } from "./demo-plan.ts";
import type { Line } from "./roster-files.ts";
import type { Section } from "./sections.ts";

/** Lines of courses.csv: a subject in a grade. */
export function courseLines(sections: readonly Section[]): Line[] {
  const courses = new Map(sections.map((section) => [courseId(section), section]));
  const homerooms = { sourcedId: "homeroom", title: "Класс", grades: null, subjects: null, orgSourcedId: "school" };
  const lines = [...courses].map(
    ([
      sourcedId,
      {
        subject,
        schoolClass: { grade },
      },
    ]) => ({
      ...{ sourcedId, title: `${subject}, ${grade} класс`, grades: grade, subjects: subject, orgSourcedId: "school" },
    }),
  );
  return [homerooms, ...lines];
}

/** Lines of classes.csv: the classes and their subjects. */
export function classLines({ year, classes }: PlannedYear, sections: readonly Section[]): Line[] {
  const terms = (grade: number): string =>
    (grade >= 10 ? [1, 2].map((half) => `${year.start}-h${half}`) : [1, 2, 3, 4].map((quarter) => `${year.start}-q${quarter}`)).join(",");
  const homerooms = classes.map(({ sourcedId, label, grade, shift }) => ({
    ...{ sourcedId, title: label, grades: grade, courseSourcedId: "homeroom", classType: "homeroom", schoolSourcedId: "school" },
    ...{
      termSourcedIds: terms(grade),
      "metadata.bellSchedule": SHIFT_NAMES[shift],
      "metadata.journalKind": null,
      "metadata.markingScheme": null,
    },
  }));
  const scheduled = sections.map((section) => ({
    ...{ sourcedId: section.sourcedId, title: section.title, grades: section.schoolClass.grade, courseSourcedId: courseId(section) },
    ...{ classType: "scheduled", schoolSourcedId: "school", termSourcedIds: terms(section.schoolClass.grade) },
    ...{ "metadata.bellSchedule": null, "metadata.journalKind": section.journalKind, "metadata.markingScheme": section.markingScheme },
  }));
  return [...homerooms, ...scheduled];
}

/** Lines of enrollments.csv: pupils and leaders of the classes, pupils and teachers of the subjects. */
export function enrollmentLines({ year, classes, plan }: PlannedYear, sections: readonly Section[], { pupils }: DemoPlan): Line[] {
  const line = (classId: string, user: string, role: string, from: string | null, to: string | null): Line => ({
    ...{
      sourcedId: `${classId} ${user}${from ? ` ${from}` : ""}`,
      classSourcedId: classId,
      schoolSourcedId: "school",
      userSourcedId: user,
      role,
    },
    ...{ primary: role === "teacher" ? "true" : "false", beginDate: from, endDate: to },
    ...orders(role, classId, from, to),
  });
  const ofClasses = pupils.flatMap(({ sourcedId, stays }) =>
    stays
      .filter(({ schoolClass }) => schoolClass.start === year.start)
      .map(({ schoolClass, from, to }) => line(schoolClass.sourcedId, sourcedId, "student", from, to)),
  );
  const leaders = classes.map(({ sourcedId }) => line(sourcedId, plan.leaders.get(sourcedId)!, "teacher", null, null));
  const ofSections = sections.flatMap((section) => [
    line(section.sourcedId, section.teacher, "teacher", null, null),
    ...section.pupils.map(({ pupil, stay }) => line(section.sourcedId, pupil.sourcedId, "student", stay.from, stay.to)),
  ]);
  return [...ofClasses, ...leaders, ...ofSections];
}

/** Lines of timetable.csv. */
export function timetableLines(_year: PlannedYear, sections: readonly Section[]): Line[] {
  return sections.flatMap(({ sourcedId, teacher, places }) =>
    places.map(({ weekday, slot, room }) => ({ classSourcedId: sourcedId, weekday, slot, teacherSourcedId: teacher, room })),
  );
}

function courseId({ subject, schoolClass }: Section): string {
  return `${subject} ${schoolClass.grade}`;
}

/** Who comes or goes within the year does so by an order of the day before. */
function orders(role: string, classId: string, from: string | null, to: string | null): Line {
  const isClass = role === "student" && /^\d{4}-\d+.$/.test(classId);
  const number = (date: string): string => `${Number(date.slice(8))}${date.slice(5, 7)}-у`;
  return {
    "metadata.orderNumber": isClass && from ? number(from) : null,
    "metadata.orderDate": isClass ? from : null,
    "metadata.endOrderNumber": isClass && to ? number(to) : null,
    "metadata.endOrderDate": isClass ? to : null,
  };
}
