import {
  addressOfSelection,
  EVERYTHING,
  groupBySubject,
  journalTitle,
  selectionFromAddress,
  variablesOfSelection,
  type ListedJournal,
} from "./journal-selection";

describe("the selection of the journal list", () => {
  it("comes back from the address that it was kept in", () => {
    const selection = { search: "англ. язык", subjectId: "s1", classId: "c1", teacherId: "t1" };
    const address = new URL(addressOfSelection(selection), "https://school.example");
    expect(selectionFromAddress(Object.fromEntries(address.searchParams))).toEqual(selection);
  });

  it("leaves the address bare when everything is shown", () => {
    expect(addressOfSelection(EVERYTHING)).toBe("/journals");
  });

  it("asks the API for nothing that was not chosen", () => {
    expect(variablesOfSelection({ ...EVERYTHING, search: "  " }).filter).toEqual({
      search: null,
      subjectId: null,
      classId: null,
      teacherId: null,
    });
  });
});

describe("journals under their subject", () => {
  const journal = (id: string, subject: string): ListedJournal => ({
    __typename: "Journal",
    id,
    kind: "CLASS",
    className: "5«А»",
    weeklyHours: 2,
    subject: { __typename: "Subject", id: subject, name: subject },
    teachers: [],
  });

  it("keep their order, also when a next page goes on with the last subject", () => {
    const groups = groupBySubject([journal("1", "Алгебра"), journal("2", "Физика"), journal("3", "Физика")]);
    expect(groups.map(({ name, journals }) => [name, journals.map(({ id }) => id)])).toEqual([
      ["Алгебра", ["1"]],
      ["Физика", ["2", "3"]],
    ]);
  });
});

describe("the title of a journal", () => {
  const subject = { __typename: "Subject" as const, id: "s1", name: "Английский язык" };

  it("does not say the subject again that stands above it", () => {
    expect(journalTitle({ className: "5«А» Английский язык, группа 1", subject })).toBe("5«А», группа 1");
    expect(journalTitle({ className: "5«А»", subject })).toBe("5«А»");
  });
});
