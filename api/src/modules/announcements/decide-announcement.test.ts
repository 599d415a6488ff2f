import fc from "fast-check";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { Role, type Viewer } from "../../kernel/viewer";
import type { AudienceInput } from "./announcement.inputs";
import { AudienceKind } from "./audience";
import { decideAnnouncement } from "./decide-announcement";
import { decideAudiences } from "./decide-audiences";

const TODAY = "2026-11-23";
const codeOf = (decided: object): unknown => (decided instanceof Refusal ? [decided.code, decided.extensions.field] : decided);

describe("an announcement that is asked for (1.4.8)", () => {
  const words = { title: "Собрание", text: "В четверг." };
  const dates = fc
    .date({ min: new Date("2025-06-01"), max: new Date("2028-06-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("is shown from a day to a later one that is not past, at most a year on", () => {
    fc.assert(
      fc.property(dates, dates, (shownFrom, shownTo) => {
        const decided = decideAnnouncement({ ...words, shownFrom, shownTo }, TODAY);
        const days = (Date.parse(shownTo) - Date.parse(shownFrom)) / 86_400_000;
        const fits = days >= 0 && days <= 365 + 1 && shownTo >= TODAY && shownFrom <= "2027-11-23";
        if (!(decided instanceof Refusal)) expect(fits).toBe(true);
        else if (days !== 366) expect(fits).toBe(false);
      }),
    );
  });

  it("keeps its last day when that is past and only the words change", () => {
    const past = { ...words, shownFrom: "2026-11-01", shownTo: "2026-11-10" };
    expect(decideAnnouncement(past, TODAY, "2026-11-10")).toEqual(past);
    expect(codeOf(decideAnnouncement(past, TODAY, "2026-11-09"))).toEqual([ErrorCode.INVALID, "shownTo"]);
  });

  it("has its title in one line, and whatever is written within the limits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const decided = decideAnnouncement({ ...words, title, shownFrom: TODAY, shownTo: TODAY }, TODAY);
        if (decided instanceof Refusal) expect(decided.extensions.field).toBe("title");
        else expect(decided.title).toMatch(/^[^\r\n\t]{1,600}$/u);
      }),
    );
  });
});

describe("the audiences that are asked for (3.3.3)", () => {
  const CLASS = "0198c0de-0000-7000-8000-000000000001";
  const OTHER = "0198c0de-0000-7000-8000-000000000002";
  const viewer = (role: Role, leads: string[] = []): Viewer =>
    ({ roles: [{ role, validFrom: "2026-09-01", validTo: null }], leads: new Set(leads) }) as unknown as Viewer;
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 });
  const audience: fc.Arbitrary<AudienceInput> = fc.record({
    kind: fc.constantFrom(...Object.values(AudienceKind)),
    grade: optional(fc.integer({ min: -1, max: 13 })),
    classId: optional(fc.constantFrom(CLASS, OTHER, "5А")),
    groupId: optional(fc.constantFrom(OTHER, "")),
    role: optional(fc.constantFrom(...Object.values(Role))),
    ...{ pupils: fc.boolean(), guardians: fc.boolean(), staff: fc.boolean() },
  });

  it("of a class teacher are the own classes, whatever is asked", () => {
    fc.assert(
      fc.property(fc.array(audience, { maxLength: 4 }), (wishes) => {
        const decided = decideAudiences(viewer(Role.CLASS_TEACHER, [CLASS]), wishes);
        if (decided instanceof Refusal) return;
        expect(decided.map(({ kind, classId }) => [kind, classId])).toEqual(wishes.map(() => [AudienceKind.CLASS, CLASS]));
      }),
      { numRuns: 500 },
    );
  });

  it("name exactly what their kind needs, and somebody there", () => {
    fc.assert(
      fc.property(audience, (wish) => {
        const decided = decideAudiences(viewer(Role.DEPUTY), [wish]);
        if (decided instanceof Refusal) return expect([ErrorCode.INVALID]).toContain(decided.code);
        const [{ kind, grade, classId, groupId, role, pupils, guardians, staff }] = decided as [(typeof decided)[0]];
        const named = [grade, classId, groupId, role].filter((value) => value !== null);
        expect(named.length).toBe(kind === AudienceKind.SCHOOL ? 0 : 1);
        expect(pupils || guardians || staff).toBe(kind !== AudienceKind.ROLE);
      }),
      { numRuns: 500 },
    );
  });
});
