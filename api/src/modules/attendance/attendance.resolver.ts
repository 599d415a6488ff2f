import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { teachesJournal, type ModuleRules } from "../access/access.rules";
import { SetAttendancePayload } from "./attendance-cell";
import { SetAttendanceInput } from "./attendance.inputs";
import { setAttendance } from "./set-attendance";

@Resolver()
export class AttendanceResolver {
  @Mutation(() => SetAttendancePayload, {
    description:
      "Notes who was not at a lesson, pupil by pupil [3.2.2]. Open to the journal's teacher and to the one who substitutes the lesson.",
  })
  setAttendance(
    @Arg("input", () => SetAttendanceInput, { description: "The lesson and its pupils." }) input: SetAttendanceInput,
    @Ctx() context: RequestContext,
  ): Promise<SetAttendancePayload> {
    return setAttendance(context, input);
  }
}

export const attendanceRules: ModuleRules = {
  Mutation: {
    setAttendance: teachesJournal, // 3.2.2
  },
  types: {
    SetAttendancePayload: { reachedFrom: ["Mutation.setAttendance"] },
    AttendanceCellResult: { reachedFrom: ["SetAttendancePayload.cells"] },
    PageAttendance: { reachedFrom: ["AttendanceCellResult.attendance", "Query.journalPage"] },
  },
};
