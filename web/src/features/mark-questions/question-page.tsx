import { IconArrowLeft } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { MarkQuestionDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import classes from "./question-list.module.css";
import { ThreadView } from "./thread-view";

/** One question; `path` is the list that it is opened from. */
export async function QuestionPage({ questionId, path }: { questionId: string; path: string }) {
  const variables = { id: questionId };
  const [{ data, problem }, t] = await Promise.all([readForPage(MarkQuestionDocument, variables), getTranslations("markQuestions")]);
  if (problem) return <ProblemPage problem={problem} />;
  const back = (
    <div className={classes.back}>
      <LinkButton href={path} variant="subtle" size="sm" leftSection={<IconArrowLeft size={18} aria-hidden />}>
        {t("toList")}
      </LinkButton>
    </div>
  );
  return <ThreadView key={questionId} seed={{ variables, data }} back={back} />;
}

/** Beside the list while nothing is open. */
export async function NoQuestionOpen() {
  const t = await getTranslations("markQuestions");
  return <p className={classes.choose}>{t("choose")}</p>;
}
