import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { formatDate } from "@/ui/school-date";
import type { PageLesson } from "../page/page-model";
import classes from "./printed-topics.module.css";

/** The right-hand page of the paper journal: what was done at each lesson. Made only while the page is printed. */
export function PrintedTopics({ lessons }: { lessons: readonly PageLesson[] }) {
  const t = useTranslations("journalPage");
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  return (
    <section className={classes.topics}>
      <h2>{t("printTopics")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("printDate")}</th>
            <th scope="col">{t("printTopic")}</th>
            <th scope="col">{t("printHomework")}</th>
          </tr>
        </thead>
        <tbody>
          {lessons.map(({ id, date, topic, homework, status }) => (
            <tr key={id}>
              <td>{formatDate(date)}</td>
              <td>{status === "CANCELLED" ? t("cancelledLesson") : topic}</td>
              <td>{homework}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser prints what is there when its event returns, so the page must be drawn by then.
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
