import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { SentForecastDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { ProblemPage } from "@/ui/error-page";
import { ForecastOfSubject } from "@/ui/forecast-of-subject";
import { LinkButton } from "@/ui/link-button";
import { PlainText } from "@/ui/plain-text";
import { dateAt, formatDate } from "@/ui/school-date";
import { ReadMark } from "./read-mark";
import classes from "./sent-forecast.module.css";

/** A forecast as it was sent: the class teacher's words and every subject; opened by the family it is read. */
export async function SentForecastPage({ forecastId }: { forecastId: string }) {
  const { data, problem } = await readForPage(SentForecastDocument, { id: forecastId });
  if (problem) return <ProblemPage problem={problem} />;
  const [t, { school }] = await Promise.all([getTranslations("forecast"), requireViewer()]);
  const { pupilId, pupilName, classLabel, term, text, sentAt, sentBy, isMine, readAt, subjects } = data.forecast;
  const sent = t("sentFrom", { sender: sentBy, moment: formatDate(dateAt(sentAt, school.timeZone)) });
  return (
    <article className={classes.page}>
      <Title order={1} size="h2">
        {t("sentTitle", { name: pupilName })}
      </Title>
      <Text c="dimmed">{[classLabel, t(term.kind, { number: term.number }), sent].join(" · ")}</Text>
      {text && (
        <div className={classes.words}>
          <PlainText text={text} />
        </div>
      )}
      {subjects.length > 0 ? (
        <ul className={classes.subjects}>
          {subjects.map((subject) => (
            <ForecastOfSubject key={subject.journalId} subject={subject} />
          ))}
        </ul>
      ) : (
        <Text my="md">{t("noSubjects")}</Text>
      )}
      <Text c="dimmed" mb="sm">
        {t("asItWas")} {t("explained")}
      </Text>
      {isMine && (
        <LinkButton href={`/diary/${pupilId}/term?term=${term.id}`} variant="default" data-print-hidden>
          {t("toDiary")}
        </LinkButton>
      )}
      {isMine && !readAt && <ReadMark forecastId={forecastId} />}
    </article>
  );
}
