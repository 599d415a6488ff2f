import type { Viewer } from "@/graphql/viewer";
import { currentSection, portalSections } from "./portal-sections";

describe("the sections of the portal", () => {
  it("of a teacher are the day and the journals", () => {
    expect(hrefs(viewer("TEACHER"))).toEqual(["/day", "/journals", "/messages"]);
  });

  it("of a class teacher hold each class in their charge", () => {
    const leads = [{ __typename: "ClassCard" as const, id: "c5", label: "5«А»" }];
    expect(hrefs({ ...viewer("TEACHER", "CLASS_TEACHER"), leads })).toEqual(["/day", "/journals", "/classes/c5", "/messages"]);
  });

  it("of a family are a child's diary and marks, never a journal [2.2]", () => {
    const diaries = [{ __typename: "DiaryCard" as const, pupilId: "p1", fullName: "", shortName: "", classLabel: "5«А»" }];
    expect(hrefs({ ...viewer("GUARDIAN"), diaries })).toEqual(["/diary/p1", "/diary/p1/term", "/messages"]);
  });

  it("of an administrator hold the structure and no journals", () => {
    expect(hrefs(viewer("ADMINISTRATOR"))).toEqual(["/admin", "/messages"]);
  });

  it("of a director begin with the school", () => {
    expect(hrefs(viewer("DIRECTOR"))).toEqual(["/office", "/journals", "/messages"]);
  });

  it("do not count a role that is over or has not begun", () => {
    const over = { ...viewer("TEACHER"), roles: [held("TEACHER", "2020-09-01", "2026-11-22"), held("DEPUTY", "2026-11-24", null)] };
    expect(hrefs(over)).toEqual([]);
    expect(hrefs({ ...over, roles: [held("TEACHER", "2020-09-01", "2026-11-23")] })).toEqual(["/day", "/journals", "/messages"]);
  });
});

describe("the current section", () => {
  const sections = [
    { name: "diary", href: "/diary/p1" },
    { name: "term", href: "/diary/p1/term" },
  ] as const;

  it("is the one whose address fits the page's best", () => {
    expect(currentSection(sections, "/diary/p1")?.name).toBe("diary");
    expect(currentSection(sections, "/diary/p1/term")?.name).toBe("term");
  });

  it("is none on a page of another's address that only begins alike", () => {
    expect(currentSection(sections, "/diary/p10")).toBeUndefined();
  });
});

type HeldRole = Viewer["roles"][number];

function held(role: HeldRole["role"], validFrom: string, validTo: string | null): HeldRole {
  return { __typename: "HeldRole", role, validFrom, validTo };
}

function viewer(...roles: HeldRole["role"][]): Viewer {
  return {
    __typename: "Viewer",
    accountId: "a1",
    personId: "p0",
    login: "somebody",
    fullName: "Иванова Мария Петровна",
    shortName: "Иванова М. П.",
    school: { __typename: "SchoolCard", id: "s1", shortName: "Школа № 1", fullName: "Школа № 1", timeZone: "Europe/Moscow" },
    today: "2026-11-23",
    diaries: [],
    leads: [],
    mayQueryFreely: false,
    roles: roles.map((role) => held(role, "2026-09-01", null)),
  };
}

function hrefs(of: Viewer): string[] {
  return portalSections(of).map(({ href }) => href);
}
