import type { Viewer } from "@/graphql/viewer";
import { listKindsOf } from "./question-list-kinds";

const viewer = (roles: string[], leads: string[] = []) =>
  ({ roles: roles.map((role) => ({ role })), leads: leads.map((id) => ({ id })) }) as unknown as Viewer;

describe("the lists of questions about marks", () => {
  it("are a teacher's own to answer, and those of the class or the school that nobody answered in time", () => {
    expect(listKindsOf(viewer(["TEACHER"]))).toEqual(["TO_ANSWER", "CLOSED"]);
    expect(listKindsOf(viewer(["TEACHER", "CLASS_TEACHER"], ["5a"]))).toEqual(["TO_ANSWER", "CLOSED", "OVERDUE"]);
    expect(listKindsOf(viewer(["DEPUTY"]))).toEqual(["OVERDUE"]);
    expect(listKindsOf(viewer(["DIRECTOR"]))).toEqual(["OVERDUE"]);
  });

  it("are none for those who neither teach nor oversee", () => {
    expect(listKindsOf(viewer(["GUARDIAN", "ADMINISTRATOR", "PUPIL"]))).toEqual([]);
  });
});
