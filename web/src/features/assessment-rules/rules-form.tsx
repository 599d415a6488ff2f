"use client";

import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AssessmentRulesPageQuery } from "@/graphql/generated/graphql";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import { dayAfter, type RulesDraft, toDraft } from "./rules-draft";
import classes from "./rules-form.module.css";
import { SubjectFields } from "./subject-fields";
import { TermFields } from "./term-fields";
import { useSaveRules } from "./use-save-rules";
import { RetakeFields, ScaleFields, YearFields } from "./work-fields";
import { WorksTable } from "./works-table";

interface RulesFormProps {
  card: AssessmentRulesPageQuery["assessmentRules"];
  subjects: AssessmentRulesPageQuery["subjects"];
  today: string;
  /** The deputy and the director set the rules, all others read them. */
  mayChange: boolean;
}

/** The rules of a day, to be changed from a day on; nothing is saved before the button is pressed. */
export function RulesForm({ card, subjects, today, mayChange }: RulesFormProps) {
  const t = useTranslations("assessmentRules");
  const [draft, setDraft] = useState(() => toDraft(card.rules));
  const [validFrom, setValidFrom] = useState(() => (card.validFrom && card.validFrom > today ? card.validFrom : dayAfter(today)));
  const { save, withdraw, isBusy, state, error, touch } = useSaveRules(card.revision);
  // What is typed before the page listens would be lost.
  const ready = useMounted();
  const change = (part: Partial<RulesDraft>) => {
    setDraft({ ...draft, ...part });
    touch();
  };
  const isPlanned = card.validFrom !== null && card.validFrom > today;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(validFrom, draft);
      }}
    >
      <fieldset disabled={!ready || !mayChange} className={classes.fields}>
        <Panel title={t("term")}>
          <div className={classes.part}>
            <TermFields draft={draft} onChange={change} />
          </div>
        </Panel>
        <Panel title={t("works")}>
          <Text c="dimmed" size="sm">
            {t("worksNote")}
          </Text>
          <WorksTable works={draft.works} onChange={(works) => change({ works })} />
        </Panel>
        <Panel title={t("retakesAndDebts")}>
          <div className={classes.part}>
            <RetakeFields draft={draft} onChange={change} />
          </div>
        </Panel>
        <Panel title={t("scales")}>
          <div className={classes.part}>
            <ScaleFields draft={draft} onChange={change} />
          </div>
        </Panel>
        <Panel title={t("year")}>
          <div className={classes.part}>
            <YearFields draft={draft} onChange={change} />
          </div>
        </Panel>
        <Panel title={t("subjects")}>
          <div className={classes.part}>
            <SubjectFields draft={draft} names={subjects} onChange={(own) => change({ subjects: own })} />
          </div>
        </Panel>
      </fieldset>
      {state === "conflict" && (
        <p role="alert" className={classes.warning}>
          {t("conflict")} <PortalLink href="/office/rules">{t("showTheirs")}</PortalLink>
        </p>
      )}
      {state === "failed" && <InlineError error={error} onRetry={() => void save(validFrom, draft)} />}
      {mayChange ? (
        <div className={classes.foot}>
          <TextInput
            type="date"
            label={t("validFrom")}
            description={t("validFromNote")}
            value={validFrom}
            onChange={(event) => {
              setValidFrom(event.currentTarget.value);
              touch();
            }}
            required
            withAsterisk={false}
          />
          <Group>
            <Button type="submit" loading={isBusy} disabled={!ready}>
              {t("save")}
            </Button>
            {isPlanned && (
              <Button variant="default" disabled={isBusy} onClick={() => void withdraw(card.validFrom!)}>
                {t("withdraw")}
              </Button>
            )}
            <Text role="status" c="dimmed">
              {state === "saved" && t("saved", { date: formatDate(validFrom) })}
            </Text>
          </Group>
        </div>
      ) : (
        <Text c="dimmed">{t("readOnly")}</Text>
      )}
    </form>
  );
}
