import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bellLines } from "./bells.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { classLines, courseLines, enrollmentLines, timetableLines } from "./roster-classes.ts";
import { demographicLines, roleLines, userLines } from "./roster-people.ts";
import { sectionsOf } from "./sections.ts";

/** One line of a file: values by column. */
export type Line = Readonly<Record<string, string | number | null>>;

/** Writes the school as its own files: OneRoster 1.2 CSV with bells.csv, calendar.csv and timetable.csv. */
export async function writeRosterFiles(plan: DemoPlan, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const sections = plan.years.map((year) => sectionsOf(year, plan));
  const files: Record<string, readonly Line[]> = {
    orgs: [
      {
        sourcedId: "school",
        name: schoolName(plan.number),
        type: "school",
        identifier: String(plan.number),
        ...schoolDetails(plan.number),
      },
    ],
    academicSessions: sessionLines(plan),
    courses: courseLines(sections.flat()),
    classes: plan.years.flatMap((year, index) => classLines(year, sections[index]!)),
    users: userLines(plan),
    roles: roleLines(plan),
    demographics: demographicLines(plan),
    enrollments: plan.years.flatMap((year, index) => enrollmentLines(year, sections[index]!, plan)),
  };
  for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), csv(lines));
  await writeFile(join(folder, "manifest.csv"), csv(manifestLines(plan, Object.keys(files))));
  await writeFile(join(folder, "bells.csv"), csv(bellLines()));
  await writeFile(join(folder, "calendar.csv"), csv(calendarLines(plan)));
  await writeFile(join(folder, "timetable.csv"), csv(plan.years.flatMap((year, index) => timetableLines(year, sections[index]!))));
}

function schoolName(number: number): string {
  return `Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № ${number}»`;
}

function schoolDetails(number: number): Line {
  return {
    "metadata.shortName": `Школа № ${number}`,
    "metadata.address": `г. Светлогорск-на-Волге, ул. Школьная, д. ${number}`,
    "metadata.timeZone": "Europe/Moscow",
  };
}

function manifestLines({ seed }: DemoPlan, names: readonly string[]): Line[] {
  return [
    { propertyName: "manifest.version", value: "1.0" },
    { propertyName: "oneroster.version", value: "1.2" },
    ...names.map((name) => ({ propertyName: `file.${name}`, value: "bulk" })),
    { propertyName: "source.systemName", value: "Demo school" },
    { propertyName: "source.systemCode", value: seed },
  ];
}

function sessionLines({ years }: DemoPlan): Line[] {
  return years.flatMap(({ year }) => {
    const common = { schoolYear: year.start + 1, parentSourcedId: `${year.start}` };
    return [
      {
        ...common,
        sourcedId: `${year.start}`,
        title: year.name,
        type: "schoolYear",
        startDate: year.startsOn,
        endDate: year.endsOn,
        parentSourcedId: null,
      },
      ...year.quarters.map(({ startsOn, endsOn }, index) => ({
        ...{ ...common, sourcedId: `${year.start}-q${index + 1}`, title: `${index + 1} четверть`, type: "gradingPeriod" },
        ...{ startDate: startsOn, endDate: endsOn },
      })),
      ...year.halfYears.map(({ startsOn, endsOn }, index) => ({
        ...{ ...common, sourcedId: `${year.start}-h${index + 1}`, title: `${index + 1} полугодие`, type: "semester" },
        ...{ startDate: startsOn, endDate: endsOn },
      })),
    ];
  });
}

function calendarLines({ years }: DemoPlan): Line[] {
  return years.flatMap(({ year }) =>
    year.holidays.map(({ startsOn, endsOn, title, followsWeekday }) => ({
      beginDate: startsOn,
      endDate: endsOn,
      followsWeekday: followsWeekday ?? null,
      title,
    })),
  );
}

/** The columns of all lines, in the order of their first line. */
function csv(lines: readonly Line[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cell = (value: string | number | null | undefined): string => {
    const text = String(value ?? "");
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.join(","), ...lines.map((line) => columns.map((column) => cell(line[column])).join(","))].join("\n") + "\n";
}
