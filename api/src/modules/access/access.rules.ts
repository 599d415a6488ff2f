import { rule, type not } from "graphql-shield";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { RequestContext } from "../../kernel/request-context";
import { holds, mayReadJournal, Role, seesWholeSchool, seesWholeStructure, type Viewer } from "../../kernel/viewer";

/** A shield rule over the arguments of a root field or edge. */
export type Rule = Parameters<typeof not>[0];

/** A rule of a subscription, asked before it begins and again before each event. */
export type SubscriptionRule = (viewer: Viewer, args: never) => boolean;

/**
 * How an object type is guarded: `reachedFrom` names the root fields (or guarded edges) whose own rule already covers
 * everything under them; `edges` holds a rule for each field that leads on to another guarded type.
 */
export type TypeGuard = { reachedFrom: readonly string[]; edges?: Readonly<Record<string, Rule>> };

/** The rules of one module: every root field and object type that it adds to the contract. */
export interface ModuleRules {
  Query?: Readonly<Record<string, Rule>>;
  Mutation?: Readonly<Record<string, Rule>>;
  Subscription?: Readonly<Record<string, SubscriptionRule>>;
  types?: Readonly<Record<string, TypeGuard>>;
}

/** A rule that asks a signed-in viewer one question; nobody signed in is UNAUTHENTICATED, a no is FORBIDDEN. */
export function viewerRule<Args = Record<string, unknown>>(name: string, may: (viewer: Viewer, args: Args) => boolean): Rule {
  return rule(name, { cache: "no_cache" })((_parent: unknown, args: Args, context: RequestContext) => {
    if (!context.viewer) return notSignedIn();
    return may(context.viewer, args) || forbidden();
  });
}

/** A rule over the row that an edge starts from. */
export function edgeRule<Row>(name: string, may: (viewer: Viewer, row: Row) => boolean): Rule {
  return rule(name, { cache: "no_cache" })((row: Row, _args: unknown, context: RequestContext) => {
    return (context.viewer !== null && may(context.viewer, row)) || forbidden();
  });
}

/** The answer to somebody who is not signed in. */
export function notSignedIn(): Refusal {
  return new Refusal(ErrorCode.UNAUTHENTICATED, "Вы не вошли в систему или сеанс закончился. Войдите снова.");
}

/** The answer to a viewer without the right: it does not say whether the thing is there. */
export function forbidden(): Refusal {
  return new Refusal(
    ErrorCode.FORBIDDEN,
    "Нет доступа к этим данным. Если он вам нужен, обратитесь к заместителю директора, а родители и учащиеся — к классному руководителю.",
  );
}

/** Open to everybody, signed in or not: signing in itself. */
export const anyone = rule("anyone", { cache: "no_cache" })(() => true);

export const isSignedIn = viewerRule("isSignedIn", () => true);

/** Director, deputy: the whole school [2.6]. */
export const seesSchool = viewerRule("seesSchool", seesWholeSchool);

/** Director, deputy, administrator: structure and people without marks [2.6, 3.5.1]. */
export const seesStructure = viewerRule("seesStructure", seesWholeStructure);

/** Staff of the school; never a pupil or a guardian who is not staff [2.1]. */
export const isStaff = viewerRule("isStaff", staffMember);

/** Staff without the specialist, who sees only what the deputy gives. */
export function staffMember(viewer: Viewer): boolean {
  return holds(viewer, Role.DIRECTOR, Role.DEPUTY, Role.ADMINISTRATOR, Role.TEACHER, Role.CLASS_TEACHER);
}

/** The journal's teachers, its class teacher, the deputy and the director [2.1, 3.4.2]. */
export const readsJournal = viewerRule<{ journalId: string }>("readsJournal", (viewer, args) => mayReadJournal(viewer, args.journalId));

/** The class teacher, the deputy and the director [2.1]. */
export const leadsClass = viewerRule<{ classId: string }>(
  "leadsClass",
  (viewer, args) => viewer.leads.has(args.classId) || seesWholeSchool(viewer),
);

/** The teacher of the journal's load or of one of its substituted lessons [3.2]; which lesson is checked by the command. */
export const teachesJournal = viewerRule<{ input: { journalId: string } }>(
  "teachesJournal",
  (viewer, args) => viewer.teaches.has(args.input.journalId) || [...viewer.substitutes.values()].includes(args.input.journalId),
);

/** The teacher of the journal's load, and no substitute: what stands for a whole term [3.2.7]. */
export const keepsJournal = viewerRule<{ input: { journalId: string } }>("keepsJournal", (viewer, args) =>
  viewer.teaches.has(args.input.journalId),
);

/** Who reads the journal [2.1], or the pupil's diary [2.2]: what is told of one pupil alone. */
export const readsJournalOrDiary = viewerRule<{ journalId: string; pupilId: string }>(
  "readsJournalOrDiary",
  (viewer, args) => mayReadJournal(viewer, args.journalId) || mayReadDiary(viewer, args),
);

/** The pupil and the guardians; never a classmate [2.2]. */
export const readsDiary = viewerRule<{ pupilId: string }>("readsDiary", mayReadDiary);

/** The same as a plain question, for live updates [2.2]. */
export function mayReadDiary(viewer: Viewer, args: { pupilId: string }): boolean {
  return viewer.diaries.has(args.pupilId);
}
