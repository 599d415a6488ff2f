import { Button } from "@mantine/core";
import { IconChecks, IconHistory, IconKeyboard, IconMail, IconNotebook, IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { SchoolMoment } from "@/ui/school-moment";
import { Tag } from "@/ui/tag";
import type { PageTitle } from "./page/page-model";
import classes from "./page-header.module.css";
import { SaveState } from "./save-state";
import type { JournalSession } from "./store/journal-session";
import { TermSwitch } from "./term-switch";

interface PageHeaderProps {
  session: JournalSession;
  title: PageTitle;
  /** The moment at which the page is shown; null: now. */
  at: SchoolMoment | null;
  isPhone: boolean;
  onShowProblem: () => void;
  onLesson: () => void;
  /** To fill the term marks with what is suggested. */
  onSuggested: () => void;
  onFamilies: () => void;
  onMoment: () => void;
  onHelp: () => void;
}

/** Whose journal it is, which term, whether all is saved, and what can be opened. */
export function PageHeader({
  session,
  title,
  at,
  isPhone,
  onShowProblem,
  onLesson,
  onSuggested,
  onFamilies,
  onMoment,
  onHelp,
}: PageHeaderProps) {
  const t = useTranslations("journalPage");
  const { subject, className, teachers, term, mayEdit } = title;
  return (
    <header className={classes.header}>
      <div className={classes.name}>
        <h1>{t("title", { subject, className })}</h1>
        {teachers.length > 0 && <p>{t("teachers", { count: teachers.length, names: teachers.join(", ") })}</p>}
      </div>
      <TermSwitch title={title} at={at} />
      <div className={classes.tools}>
        {term.isClosed ? <Tag tone="quiet">{t("termClosed")}</Tag> : !mayEdit && <Tag tone="quiet">{t("readOnly")}</Tag>}
        {mayEdit && <SaveState session={session} onShowProblem={onShowProblem} />}
        {!isPhone && (
          <>
            <Button size="xs" leftSection={<IconNotebook size={16} aria-hidden />} onClick={onLesson}>
              {t("openLesson")}
            </Button>
            {at === null &&
              title.mayGiveTermMarks &&
              session.store.today >= title.termMarksFrom &&
              title.markingScheme === "FIVE_POINT" && (
                <Button size="xs" variant="default" leftSection={<IconChecks size={16} aria-hidden />} onClick={onSuggested}>
                  {t("takeSuggested")}
                </Button>
              )}
            {at === null && (
              <Button size="xs" variant="default" leftSection={<IconMail size={16} aria-hidden />} onClick={onFamilies}>
                {t("families")}
              </Button>
            )}
            <Button size="xs" variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={onMoment}>
              {t("moment.open")}
            </Button>
            <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
              {t("print")}
            </Button>
            <Button size="xs" variant="default" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp}>
              {t("help")}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}
