import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { IMiddlewareTypeMap } from "graphql-middleware";
import { deny, shield } from "graphql-shield";
import { accessRules } from "../modules/access/access.resolver";
import { forbidden, type ModuleRules, type Rule, type SubscriptionRule, type TypeGuard } from "../modules/access/access.rules";
import { structureRules } from "../modules/access/structure.rules";
import { analysisRules } from "../modules/analysis/analysis.resolver";
import { announcementReadersRules } from "../modules/announcements/announcement-readers.resolver";
import { announcementsRules } from "../modules/announcements/announcements.resolver";
import { assessmentRulesRules } from "../modules/assessment-rules/assessment-rules.resolver";
import { attendanceRules } from "../modules/attendance/attendance.resolver";
import { lessonAttendanceRules } from "../modules/attendance/lesson-attendance.resolver";
import { controlBoardRules } from "../modules/control/control-board.resolver";
import { controlWorksRules } from "../modules/control/control-works.resolver";
import { diaryChangeRules } from "../modules/diary/diary-change.resolver";
import { diaryRules } from "../modules/diary/diary.resolver";
import { journalChangesRules } from "../modules/history/journal-changes.resolver";
import { forecastsRules } from "../modules/forecasts/forecasts.resolver";
import { homeworkRules } from "../modules/homework/homework.resolver";
import { lessonHomeworkRules } from "../modules/homework/lesson-homework.resolver";
import { journalPageRules } from "../modules/journal-page/journal-page.resolver";
import { lessonGraphRules } from "../modules/lessons/lesson-graph.rules";
import { lessonHistoryRules } from "../modules/lessons/lesson-history.resolver";
import { myDayRules } from "../modules/lessons/my-day.resolver";
import { recordLessonRules } from "../modules/lessons/record-lesson.resolver";
import { lessonMarksRules } from "../modules/marks/lesson-marks.resolver";
import { markRules } from "../modules/marks/mark.resolver";
import { resitRules } from "../modules/marks/resit.resolver";
import { newsHealthRules } from "../modules/notices/news-health.resolver";
import { noticesRules } from "../modules/notices/notices.resolver";
import { messagesRules } from "../modules/messages/messages.rules";
import { questionsRules } from "../modules/questions/questions.rules";
import { reportsRules } from "../modules/reports/reports.resolver";
import { termLocksRules } from "../modules/term-locks/term-locks.rules";
import { journalTermMarksRules } from "../modules/term-marks/journal-term-marks.resolver";
import { termMarksRules } from "../modules/term-marks/term-marks.resolver";

const modules: readonly ModuleRules[] = [
  accessRules,
  structureRules,
  assessmentRulesRules,
  lessonGraphRules,
  recordLessonRules,
  lessonHistoryRules,
  myDayRules,
  lessonAttendanceRules,
  attendanceRules,
  lessonHomeworkRules,
  homeworkRules,
  lessonMarksRules,
  markRules,
  resitRules,
  journalTermMarksRules,
  termLocksRules,
  termMarksRules,
  forecastsRules,
  announcementsRules,
  announcementReadersRules,
  noticesRules,
  newsHealthRules,
  messagesRules,
  journalChangesRules,
  questionsRules,
  journalPageRules,
  diaryChangeRules,
  diaryRules,
  reportsRules,
  analysisRules,
  controlWorksRules,
  controlBoardRules,
];

/** Rules of the root fields, and the guard of every object type, merged from the modules. */
export const permissions = {
  roots: {
    Query: merge((module) => module.Query),
    Mutation: merge((module) => module.Mutation),
    Subscription: merge((module) => module.Subscription),
  },
  types: merge((module) => module.types),
};

/**
 * The outer guard: deny by default. Shield's middleware is put on root fields and on edges that name a rule, never on
 * leaves: a rule on a leaf costs more than the query. A type or a root field without a declared row stops the start.
 * Subscriptions have a guard of their own: shield would wrap the events and leave the beginning open.
 */
export function guardMiddleware(schema: GraphQLSchema): IMiddlewareTypeMap {
  const undeclared = undeclaredRows(schema);
  if (undeclared.length > 0) throw new Error(`no access rule is declared for: ${undeclared.join(", ")}`);
  const tree: Record<string, Record<string, Rule>> = {};
  const { Query, Mutation } = permissions.roots;
  for (const [root, rules] of Object.entries({ Query, Mutation })) if (schema.getType(root)) tree[root] = { ...rules, "*": deny };
  for (const [type, guard] of Object.entries(permissions.types)) if (guard.edges) tree[type] = { ...guard.edges };
  const everyField = shieldOver(schema, tree);
  const guarded: IMiddlewareTypeMap = {};
  for (const [type, rules] of Object.entries(tree)) {
    const fields = rules["*"] ? fieldNames(schema, type) : Object.keys(rules);
    guarded[type] = Object.fromEntries(fields.map((field) => [field, everyField[type]?.[field]])) as IMiddlewareTypeMap[string];
  }
  return guarded;
}

/** Root fields and object types of the schema that no module declares, as `Query.field` and `Type`. */
export function undeclaredRows(schema: GraphQLSchema): string[] {
  const roots = Object.entries(permissions.roots).flatMap(([root, rules]) =>
    fieldNames(schema, root)
      .filter((field) => !rules[field])
      .map((field) => `${root}.${field}`),
  );
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && !(type.name in permissions.roots))
    .map((type) => type.name)
    .filter((name) => !permissions.types[name]);
  return [...roots, ...types];
}

function shieldOver(schema: GraphQLSchema, tree: Record<string, Record<string, Rule>>): Record<string, Record<string, unknown>> {
  const generator = shield<unknown, object>(tree, { fallbackRule: deny, allowExternalErrors: true, fallbackError: () => forbidden() });
  return generator.generate(schema) as Record<string, Record<string, unknown>>;
}

function fieldNames(schema: GraphQLSchema, type: string): string[] {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.keys((found as GraphQLObjectType).getFields()) : [];
}

function merge<Value extends Rule | SubscriptionRule | TypeGuard>(
  part: (module: ModuleRules) => Readonly<Record<string, Value>> | undefined,
): Record<string, Value> {
  const merged: Record<string, Value> = {};
  for (const module of modules) {
    for (const [name, value] of Object.entries(part(module) ?? {})) {
      if (merged[name]) throw new Error(`two modules declare the access rule of ${name}`);
      merged[name] = value;
    }
  }
  return merged;
}
