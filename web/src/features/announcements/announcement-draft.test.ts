import { audienceInputs, emptyDraft, gapsOf, picked, type AudienceChoice } from "./announcement-draft";

const CLASS: AudienceChoice = {
  __typename: "AudienceChoice",
  kind: "CLASS",
  grade: null,
  classId: "c5",
  groupId: null,
  role: null,
  label: "5«А»",
  mayPupils: true,
  mayGuardians: true,
  mayStaff: true,
};
const TEACHERS: AudienceChoice = {
  ...CLASS,
  kind: "ROLE",
  classId: null,
  role: "TEACHER",
  label: "TEACHER",
  mayPupils: false,
  mayGuardians: false,
};

describe("a draft of an announcement", () => {
  it("is shown for a week", () => {
    expect(emptyDraft("2026-11-24")).toMatchObject({ shownFrom: "2026-11-24", shownTo: "2026-12-01" });
  });

  it("goes to the families of a class, and to a role as a whole", () => {
    expect(audienceInputs([picked(CLASS), picked(TEACHERS)], [CLASS, TEACHERS])).toEqual([
      { kind: "CLASS", grade: null, classId: "c5", groupId: null, role: null, pupils: true, guardians: true, staff: false },
      { kind: "ROLE", grade: null, classId: null, groupId: null, role: "TEACHER", pupils: false, guardians: false, staff: false },
    ]);
  });

  it("drops an audience that may no longer be addressed", () => {
    expect(audienceInputs([picked(CLASS)], [TEACHERS])).toEqual([]);
  });

  it("names what is missing", () => {
    const draft = emptyDraft("2026-11-24");
    expect(gapsOf(draft)).toEqual(["title", "text", "audiences"]);
    const nobody = { ...picked(CLASS), pupils: false, guardians: false };
    expect(gapsOf({ ...draft, title: "Т", text: "т", audiences: [nobody], shownTo: "2026-11-01" })).toEqual(["people", "dates"]);
    expect(gapsOf({ ...draft, title: "Т", text: "т", audiences: [picked(CLASS)] })).toEqual([]);
  });
});
