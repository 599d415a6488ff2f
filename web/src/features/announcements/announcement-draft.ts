import type { AudienceChoicesQuery, AudienceInput } from "@/graphql/generated/graphql";
import { addDays, type SchoolDate } from "@/ui/school-date";

export type AudienceChoice = AudienceChoicesQuery["audienceChoices"][number];

/** One audience that was picked: which one, and who of it. */
export interface PickedAudience {
  key: string;
  pupils: boolean;
  guardians: boolean;
  staff: boolean;
}

export interface AnnouncementDraft {
  title: string;
  text: string;
  audiences: PickedAudience[];
  shownFrom: SchoolDate;
  shownTo: SchoolDate;
  needsAcknowledgement: boolean;
}

/** Shown for a week, unless it is said otherwise. */
export function emptyDraft(today: SchoolDate): AnnouncementDraft {
  return { title: "", text: "", audiences: [], shownFrom: today, shownTo: addDays(today, 7), needsAcknowledgement: false };
}

export function keyOfChoice({ kind, grade, classId, groupId, role }: AudienceChoice): string {
  return [kind, grade ?? classId ?? groupId ?? role ?? ""].join(":");
}

/** A choice as it is picked at first: to the families, where they may be addressed; else to the staff. */
export function picked(choice: AudienceChoice): PickedAudience {
  const family = choice.mayPupils || choice.mayGuardians;
  return { key: keyOfChoice(choice), pupils: choice.mayPupils, guardians: choice.mayGuardians, staff: choice.mayStaff && !family };
}

/** What the API takes; a role needs no choice of people. */
export function audienceInputs(audiences: readonly PickedAudience[], choices: readonly AudienceChoice[]): AudienceInput[] {
  return audiences.flatMap(({ key, pupils, guardians, staff }) => {
    const choice = choices.find((candidate) => keyOfChoice(candidate) === key);
    if (!choice) return [];
    const { kind, grade, classId, groupId, role } = choice;
    const whom = kind === "ROLE" ? { pupils: false, guardians: false, staff: false } : { pupils, guardians, staff };
    return [{ kind, grade, classId, groupId, role, ...whom }];
  });
}

export type Gap = "title" | "text" | "audiences" | "people" | "dates";

/** What is still missing, in the order of the form. */
export function gapsOf({ title, text, audiences, shownFrom, shownTo }: AnnouncementDraft): Gap[] {
  const gaps: Gap[] = [];
  if (!title.trim()) gaps.push("title");
  if (!text.trim()) gaps.push("text");
  if (audiences.length === 0) gaps.push("audiences");
  if (audiences.some(({ key, pupils, guardians, staff }) => !key.startsWith("ROLE:") && !pupils && !guardians && !staff))
    gaps.push("people");
  if (!shownFrom || !shownTo || shownFrom > shownTo) gaps.push("dates");
  return gaps;
}
