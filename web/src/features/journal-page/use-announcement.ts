import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatDayAndMonth } from "@/ui/school-date";
import { useProblemText } from "@/ui/use-error-text";
import type { Problem } from "./outbox/outbox";
import { saveSummary } from "./save-summary";
import type { JournalSession } from "./store/journal-session";
import type { JournalState } from "./store/journal-store";

/** What a screen reader is told politely of saving: the end of it, trouble with the network, and each problem once. */
export function useAnnouncement(session: JournalSession): [string, (text: string) => void] {
  const t = useTranslations("journalPage");
  const problemText = useProblemText();
  const [text, setText] = useState("");

  useEffect(() => {
    let before = session.store.getState();
    const tell = (): void => {
      const now = session.store.getState();
      const problem = now.outbox.problems.find((one) => !before.outbox.problems.includes(one));
      const was = saveSummary(before).kind;
      const is = saveSummary(now).kind;
      before = now;
      if (problem) setText(textOf(problem, now));
      else if (is === was) return;
      else if (is === "SAVED") setText(t("announce.saved"));
      else if (is === "OFFLINE" || is === "FAILING") setText(t("announce.offline"));
    };
    const textOf = (problem: Problem, { page }: JournalState): string => {
      const { slot } = problem.mine;
      const name = page.pupils.find(({ pupilId }) => pupilId === slot.pupilId)?.name ?? "";
      const lesson = slot.thing === "TERM_MARK" ? null : page.lessons.find(({ id }) => id === slot.lessonId);
      const date = lesson ? formatDayAndMonth(lesson.date) : t("termMark");
      return problem.why === "CONFLICT"
        ? t("announce.conflict", { name, date })
        : t("announce.refused", { name, date, message: problemText(problem) });
    };
    return session.store.subscribe(tell);
  }, [session, t, problemText]);

  return [text, setText];
}
