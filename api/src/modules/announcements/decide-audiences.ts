import { ErrorCode, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import { seesWholeStructure, type Role, type Viewer } from "../../kernel/viewer";
import { forbidden } from "../access/access.rules";
import type { AudienceInput } from "./announcement.inputs";
import { AudienceKind } from "./audience";

/** An audience as the tables have it. */
export interface KeptAudience {
  kind: AudienceKind;
  grade: number | null;
  classId: string | null;
  groupId: string | null;
  role: Role | null;
  pupils: boolean;
  guardians: boolean;
  staff: boolean;
}

/** The most audiences of one announcement. */
export const MOST_AUDIENCES = 30;

/** May the viewer publish at all: the office to everybody, a class teacher to the own classes of today [3.3.3]. */
export function mayPublish(viewer: Viewer): boolean {
  return seesWholeStructure(viewer) || viewer.leads.size > 0;
}

/** The audiences that are asked for, fit to be kept, or INVALID, LIMIT_EXCEEDED, or FORBIDDEN for a class teacher beyond the own classes. */
export function decideAudiences(viewer: Viewer, wishes: readonly AudienceInput[]): KeptAudience[] | Refusal {
  if (wishes.length === 0) return invalid("Выберите, кому адресовано объявление.");
  if (wishes.length > MOST_AUDIENCES) {
    const sentence = `В одном объявлении не больше ${MOST_AUDIENCES} адресатов. Выберите параллели или всю школу вместо отдельных классов.`;
    return new Refusal(ErrorCode.LIMIT_EXCEEDED, sentence, { field: "audiences", limit: MOST_AUDIENCES });
  }
  const audiences: KeptAudience[] = [];
  for (const wish of wishes) {
    const audience = toAudience(wish);
    if (audience instanceof Refusal) return audience;
    if (!mayAddress(viewer, audience)) return forbidden();
    audiences.push(audience);
  }
  return audiences;
}

function mayAddress(viewer: Viewer, { kind, classId }: KeptAudience): boolean {
  return seesWholeStructure(viewer) || (kind === AudienceKind.CLASS && viewer.leads.has(classId!));
}

function toAudience(wish: AudienceInput): KeptAudience | Refusal {
  const { kind, grade = null, role = null, pupils, guardians, staff } = wish;
  const classId = wish.classId?.toLowerCase() ?? null;
  const groupId = wish.groupId?.toLowerCase() ?? null;
  const named = { [AudienceKind.SCHOOL]: true, GRADE: grade, CLASS: classId, GROUP: groupId, ROLE: role }[kind];
  const others = [grade, classId, groupId, role].filter((value) => value !== null).length;
  if (named === null || others !== (kind === AudienceKind.SCHOOL ? 0 : 1))
    return invalid("Адресат объявления указан не полностью. Выберите его из списка.");
  if (grade !== null && (grade < 1 || grade > 11)) return invalid("Параллель — от 1 до 11. Выберите её из списка.");
  if ([classId, groupId].some((id) => id !== null && !isUuid(id)))
    return invalid("Адресат объявления указан неверно. Выберите его из списка.");
  if (kind === AudienceKind.ROLE) return { kind, grade, classId, groupId, role, pupils: false, guardians: false, staff: false };
  if (!pupils && !guardians && !staff) return invalid("Отметьте, кому показать объявление: учащимся, родителям или сотрудникам.");
  return { kind, grade, classId, groupId, role, pupils, guardians, staff };
}

function invalid(sentence: string): Refusal {
  return new Refusal(ErrorCode.INVALID, sentence, { field: "audiences" });
}
