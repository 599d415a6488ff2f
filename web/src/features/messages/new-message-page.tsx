import { getTranslations } from "next-intl/server";
import { GuardiansOfPupilsDocument, LessonToWriteAboutDocument } from "@/graphql/generated/graphql";
import { readForPage, type Problem } from "@/graphql/read-for-page";
import { ProblemPage } from "@/ui/error-page";
import { parseSchoolDate } from "@/ui/school-date";
import { NewMessage, type NewMessageStart } from "./new-message";

type Start = { start?: NewMessageStart; problem?: Problem };

type Address = Record<string, string | string[] | undefined>;

/** A new message: to whom, and about which lesson, a link may have said already. */
export async function NewMessagePage({ address }: { address: Address }) {
  const { start = NOTHING, problem } = await readStart(address);
  return problem ? <ProblemPage problem={problem} /> : <NewMessage key={start.name} start={start} />;
}

async function readStart({ journal, class: classId, pupils, pupil, lesson, date }: Address): Promise<Start> {
  if (typeof pupils === "string" && typeof journal === "string") return readGuardians(pupils.split(","), { journalId: journal });
  if (typeof pupils === "string" && typeof classId === "string") return readGuardians(pupils.split(","), { classId });
  const day = parseSchoolDate(date);
  if (typeof pupil === "string" && typeof lesson === "string" && day) return readLesson(pupil, lesson, day);
  return {};
}

const NOTHING: NewMessageStart = { name: "new", recipients: [], lesson: null, isFromLink: false, unreached: 0 };

async function readGuardians(pupilIds: string[], of: { journalId: string } | { classId: string }): Promise<Start> {
  const { data, problem } = await readForPage(GuardiansOfPupilsDocument, { pupilIds, ...of });
  if (problem) return { problem };
  const name = `new/${pupilIds.toSorted().join(",")}`;
  const recipients = data.guardiansOfPupils;
  const unreached = pupilIds.filter((id) => recipients.every((guardian) => guardian.pupilId !== id)).length;
  return { start: { name, recipients, lesson: null, isFromLink: true, unreached } };
}

/** The lesson is looked for in the viewer's own diary: a link cannot name another's. */
async function readLesson(pupilId: string, lessonId: string, date: string): Promise<Start> {
  const [{ data, problem }, t] = await Promise.all([
    readForPage(LessonToWriteAboutDocument, { pupilId, date }),
    getTranslations("messages"),
  ]);
  if (problem) return { problem };
  const { pupilName, classLabel, days } = data.diaryWeek;
  const day = days.find(({ lessons }) => lessons.some((lesson) => lesson.lessonId === lessonId));
  const lesson = day?.lessons.find((candidate) => candidate.lessonId === lessonId);
  if (!day || !lesson) return { problem: { code: "NOT_FOUND", message: t("noSuchLesson") } };
  const { teacherId, teacher, subject } = lesson;
  const contact = {
    __typename: "Contact" as const,
    id: `${teacherId}:${pupilId}`,
    personId: teacherId,
    name: teacher,
    kind: "TEACHER" as const,
    subjects: [subject],
    pupilId,
    pupilName,
    classLabel,
  };
  const start = {
    name: `new/${lessonId}`,
    recipients: [contact],
    lesson: { lessonId, subject, date: day.date },
    isFromLink: true,
    unreached: 0,
  };
  return { start };
}
