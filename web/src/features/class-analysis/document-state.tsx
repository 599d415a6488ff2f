import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { getLocale, getTranslations } from "next-intl/server";
import { requireViewer } from "@/graphql/viewer";
import type { Analysis } from "./class-analysis-page";
import { figureText } from "./figure-text";

/** Of which moment the figures are, and what has changed since. */
export async function DocumentState({ analysis: { document, changedSince, isOver, figures } }: { analysis: Analysis }) {
  const [t, locale, { school }] = await Promise.all([getTranslations("classAnalysis"), getLocale(), requireViewer()]);
  const unmarked = figures.summary.byMarks.unmarked;
  if (document?.status !== "SIGNED") {
    const sentence = !isOver ? t("running") : unmarked > 0 ? t("unmarkedYet", { count: unmarked }) : null;
    return sentence ? <Notice>{sentence}</Notice> : null;
  }
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: school.timeZone });
  const date = document.signedAt ? format.format(new Date(document.signedAt)) : "";
  return (
    <Notice>
      {t("signed", { name: document.signedBy ?? "", date })}
      {changedSince && (
        <strong style={{ display: "block" }}>
          {t("changedSince", { success: figureText(changedSince.byPupils.success), quality: figureText(changedSince.byPupils.quality) })}
        </strong>
      )}
    </Notice>
  );
}

function Notice({ children }: { children: React.ReactNode }) {
  return (
    <Alert mb="md" variant="light" icon={<IconInfoCircle size={20} aria-hidden />}>
      {children}
    </Alert>
  );
}
