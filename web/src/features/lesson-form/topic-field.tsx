import { useQuery } from "@apollo/client/react";
import { Autocomplete, Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { LessonPlanDocument, type LessonPlanQuery } from "@/graphql/generated/graphql";
import classes from "./lesson-form.module.css";
import type { LessonDraft } from "./lesson-draft";

type PlanTopic = LessonPlanQuery["journalPage"]["planTopics"][number];

interface TopicFieldProps {
  journalId: string;
  taughtTopicId: string | null;
  draft: LessonDraft;
  error: string | undefined;
  isDisabled: boolean;
  onEdit: (patch: Partial<LessonDraft>) => void;
}

/** The topic: typed, or picked from the plan, which then offers its homework too. */
export function TopicField({ journalId, taughtTopicId, draft, error, isDisabled, onEdit }: TopicFieldProps) {
  const t = useTranslations("lessonForm");
  const { data } = useQuery(LessonPlanDocument, { variables: { journalId } });
  const topics = fromLikely(data?.journalPage.planTopics ?? [], taughtTopicId);
  const chosen = topics.find(({ id }) => id === draft.planTopicId);
  const offered = draft.topic.trim() === "" ? topics[0] : undefined;

  const change = (typed: string) => {
    const picked = topics.find((topic) => labelOf(topic) === typed);
    onEdit(picked ? { topic: picked.title, planTopicId: picked.id } : { topic: typed, planTopicId: draft.planTopicId });
  };
  return (
    <>
      <Autocomplete
        label={t("topic")}
        placeholder={t("topicPlaceholder")}
        description={data && topics.length === 0 ? t("noPlan") : undefined}
        value={draft.topic}
        onChange={change}
        data={topics.map(labelOf)}
        limit={30}
        maxDropdownHeight={260}
        error={error}
        required
        disabled={isDisabled}
        openOnFocus={false}
        autoSelectOnBlur={false}
        data-autofocus
      />
      {offered && (
        <Offer
          text={t("topicFromPlan", { number: offered.number, title: offered.title })}
          isDisabled={isDisabled}
          onTake={() => onEdit({ topic: offered.title, planTopicId: offered.id })}
        />
      )}
      {chosen?.homework && draft.homework.trim() === "" && (
        <Offer
          text={t("homeworkFromPlan", { text: chosen.homework })}
          isDisabled={isDisabled}
          onTake={() => onEdit({ homework: chosen.homework ?? "" })}
        />
      )}
    </>
  );
}

function Offer({ text, isDisabled, onTake }: { text: string; isDisabled: boolean; onTake: () => void }) {
  const t = useTranslations("lessonForm");
  return (
    <p className={classes.offer}>
      <span>{text}</span>
      <Button size="compact-xs" variant="light" onClick={onTake} disabled={isDisabled}>
        {t("takeTopic")}
      </Button>
    </p>
  );
}

/** The plan from the topic that is likely next, then what lies before it. */
function fromLikely(topics: readonly PlanTopic[], taughtTopicId: string | null): PlanTopic[] {
  const next = topics.findIndex(({ id }) => id === taughtTopicId) + 1;
  return [...topics.slice(next), ...topics.slice(0, next)];
}

function labelOf({ number, title }: PlanTopic): string {
  return `${number}. ${title}`;
}
