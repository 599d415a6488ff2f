import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { PortalLink } from "@/ui/portal-link";
import { ShowMore } from "@/ui/show-more";
import { Tag } from "@/ui/tag";
import { MarkThenAndNow } from "./mark-then-and-now";
import classes from "./question-list.module.css";
import { useQuestionTexts, type Question } from "./question-texts";

interface QuestionRowsProps {
  /** `/questions`: each question's page is below it. */
  path: string;
  kind: "TO_ANSWER" | "CLOSED" | "OVERDUE" | "OF_CHILD";
  page: { totalCount: number; nodes: Question[]; pageInfo: { hasNextPage: boolean } } | undefined;
  error: unknown;
  isReading: boolean;
  onMore: () => void;
  onRetry: () => void;
}

/** A list of questions, or why there is none. */
export function QuestionRows({ path, kind, page, error, isReading, onMore, onRetry }: QuestionRowsProps) {
  const t = useTranslations("markQuestions");
  if (error && !page) return <InlineError error={error} onRetry={onRetry} />;
  if (!page) return <RowsSkeleton rowHeight={76} />;
  if (page.nodes.length === 0) return <EmptyState title={t(`empty.${kind}.title`)} text={t(`empty.${kind}.text`)} />;
  return (
    <>
      <ul className={classes.rows} aria-busy={isReading}>
        {page.nodes.map((question) => (
          <QuestionRow key={question.id} href={`${path}/${question.id}`} question={question} isOfChild={kind === "OF_CHILD"} />
        ))}
      </ul>
      {page.pageInfo.hasNextPage && <ShowMore shown={page.nodes.length} total={page.totalCount} reading={isReading} onMore={onMore} />}
    </>
  );
}

function QuestionRow({ href, question, isOfChild }: { href: string; question: Question; isOfChild: boolean }) {
  const t = useTranslations("markQuestions");
  const texts = useQuestionTexts();
  const pathname = usePathname();
  const { text, tone } = texts.state(question);
  const { pupilName, classLabel, subject, askedValue, value, lastText, lastSide, teachers } = question;
  const who = isOfChild ? [subject, teachers.join(", ")] : [pupilName, classLabel];
  return (
    <li>
      <PortalLink href={href} className={classes.row} aria-current={pathname === href ? "page" : undefined}>
        <span className={classes.line}>
          <span className={classes.name}>{who.filter(Boolean).join(" · ")}</span>
          <MarkThenAndNow askedValue={askedValue} value={value} />
        </span>
        <span className={classes.about}>{isOfChild ? texts.work(question) : `${subject} · ${texts.work(question)}`}</span>
        <span className={classes.words}>
          <span className={classes.side}>{t(lastSide === "STAFF" ? "fromTeacher" : "fromFamily")}: </span>
          {lastText}
        </span>
        <span>
          <Tag tone={tone}>{text}</Tag>
        </span>
      </PortalLink>
    </li>
  );
}
