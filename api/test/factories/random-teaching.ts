import { uuidv7 } from "uuidv7";
import type { TestClient } from "../test-server";
import { send, sendMarks } from "./commands";
import { TODAY } from "./small-school";

/** What a random change looks at: a live page with its versions. */
export interface TaughtPage {
  pupils: { pupilId: string }[];
  lessons: { id: string; date: string; status: string; version: number; homework: string | null; homeworkVersion: number | null }[];
  assessments: {
    id: string;
    lessonId: string;
    number: number;
    kind: string;
    weight: number;
    title: string | null;
    mandatory: boolean;
    scale: string;
    maxPoints: number | null;
  }[];
  marks: { assessmentId: string; lessonId: string; pupilId: string; attempt: number; value: string; version: number }[];
  attendance: { lessonId: string; pupilId: string; kind: string; version: number }[];
}

/** Whole numbers from 0 up to `below`, the same for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One of the commands that a teacher sends, somewhere on the page. Some are refused, as they are in life. */
export async function teachAtRandom(
  client: TestClient,
  journalId: string,
  page: TaughtPage,
  random: (below: number) => number,
): Promise<void> {
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  const lesson = pick(page.lessons.filter(({ status, date }) => status !== "CANCELLED" && date <= TODAY));
  const place = { journalId, lessonId: lesson.id };
  const columns = page.assessments.filter(({ lessonId }) => lessonId === lesson.id);
  const markOf = (pupilId: string, assessmentId: string | undefined, attempt: number) =>
    page.marks.find((mark) => mark.assessmentId === assessmentId && mark.pupilId === pupilId && mark.attempt === attempt);
  switch (random(11)) {
    case 0:
    case 10: {
      const text = pick([...(lesson.homework ? ["", ""] : []), `№ ${random(400)}`, `§ ${random(40)}, прочитать`]);
      const input = { text, dueOn: pick([null, "2026-11-27"]), expectedMinutes: pick([null, 20, 45]) };
      await send(client, "setHomework", { ...place, ...input, version: lesson.homeworkVersion ?? 0 }, "version");
      return;
    }
    case 1:
    case 2: {
      const kept = columns.map(({ id, kind, title, weight, mandatory, scale, maxPoints }) => ({
        id,
        kind,
        title,
        weight,
        mandatory,
        scale,
        maxPoints,
      }));
      const changed = kept.map((column) =>
        random(3) === 0 ? { ...column, weight: pick([0.5, 1, 1.25, 2]), mandatory: random(2) === 0 } : column,
      );
      const some = changed.filter(({ id }) => random(2) > 0 || page.marks.some((mark) => mark.assessmentId === id));
      const added =
        random(2) === 0 && some.length < 4
          ? [
              {
                id: uuidv7(),
                kind: "CONTROL",
                title: `Работа ${random(9)}`,
                weight: 2,
                mandatory: true,
                scale: pick(["FIVE_POINT", "PERCENT"]),
              },
            ]
          : [];
      const input = { topic: `Тема ${random(30)}`, version: lesson.version, assessments: [...some, ...added] };
      await send(client, "recordLesson", { ...place, ...input }, "lesson { version }");
      return;
    }
    case 3:
    case 4: {
      const cells = page.pupils
        .filter(() => random(3) === 0)
        .map(({ pupilId }) => {
          const stands = page.attendance.find((absence) => absence.lessonId === lesson.id && absence.pupilId === pupilId);
          const kind = stands && random(2) === 0 ? null : pick(["ABSENT", "SICK", "LATE", "EXCUSED", "RELEASED"]);
          const details = kind === "LATE" ? { minutesLate: 1 + random(40) } : { reason: kind && pick([null, "по заявлению"]) };
          return { pupilId, kind, ...details, version: stands?.version ?? 0 };
        });
      await send(client, "setAttendance", { ...place, cells }, "cells { outcome code }");
      return;
    }
    case 5: {
      if (page.marks.length === 0) return;
      const { assessmentId, lessonId, pupilId, attempt, version } = pick(page.marks);
      await send(client, "clearMark", { journalId, lessonId, assessmentId, pupilId, attempt, version }, "cell { outcome code }");
      return;
    }
    default: {
      const column = columns.length > 0 && random(4) > 0 ? pick(columns).id : undefined;
      const standing = column ?? [...columns].sort((one, other) => one.number - other.number)[0]?.id;
      const cells = page.pupils
        .filter(() => random(2) === 0)
        .map(({ pupilId }) => {
          const attempt = markOf(pupilId, standing, 1) && random(2) === 0 ? 2 : 1;
          const version = markOf(pupilId, standing, attempt)?.version ?? 0;
          const isPercent = columns.find(({ id }) => id === standing)?.scale === "PERCENT";
          const value = pick([...(isPercent ? ["91", "64.5", "40"] : ["2", "3", "4", "5"]), "DEBT"]);
          const comment = random(4) === 0 ? `Примечание ${random(9)}` : undefined;
          return { lessonId: lesson.id, pupilId, assessmentId: column, attempt, value, comment, version };
        });
      await sendMarks(client, journalId, cells);
    }
  }
}
