import { type FileShape, fileShape } from "./file-shape";

/** Our own files beside OneRoster's, all optional: see docs/import.md. */
export const OWN_FILES: readonly FileShape[] = [
  fileShape("bells.csv", { schedule: "text", slot: "integer", startsAt: "time", endsAt: "time" }, { shift: "integer" }),
  fileShape("calendar.csv", { beginDate: "date", title: "text" }, { endDate: "date", followsWeekday: "integer" }),
  fileShape(
    "timetable.csv",
    { classSourcedId: "text", weekday: "integer", slot: "integer", teacherSourcedId: "text" },
    { weekParity: ["EVERY", "ODD", "EVEN"], room: "text", beginDate: "date", endDate: "date" },
  ),
  fileShape(
    "substitutions.csv",
    { date: "date", classSourcedId: "text", slot: "integer", teacherSourcedId: "text", reason: "text" },
    { orderNumber: "text", orderDate: "date" },
  ),
];
