"use client";

import { Button, Checkbox, NativeSelect, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ForecastSign } from "@/graphql/generated/graphql";
import { EmptyState } from "@/ui/empty-state";
import { forecastText, nextOutlook } from "@/ui/forecast-text";
import { PortalLink } from "@/ui/portal-link";
import { Tag } from "@/ui/tag";
import { useSchoolClock } from "@/ui/use-school-clock";
import classes from "./class-forecast.module.css";
import type { ClassForecast } from "./class-forecast-page";
import { SendDialog } from "./send-dialog";

type Pupil = ClassForecast["pupils"][number];
type Subject = Pupil["subjects"][number];
type Filter = ForecastSign | "ALL" | "EVERYBODY";

const SIGNS: readonly ForecastSign[] = ["FAILING", "NOT_ASSESSED", "BELOW_LAST_TERM", "MARKS_FALL", "MAY_FALL", "MAY_RISE"];

/** The pupils to look at, by what threatens or beckons; the class teacher chooses to whose families the forecast goes. */
export function WatchList({ forecast }: { forecast: ClassForecast }) {
  const t = useTranslations("forecast");
  const [filter, setFilter] = useState<Filter>("ALL");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = forecast.pupils.map((pupil) => ({ pupil, subjects: pupil.subjects.filter((one) => shows(filter, one)) }));
  const listed = filter === "EVERYBODY" ? shown : shown.filter(({ subjects }) => subjects.length > 0);
  const ids = listed.map(({ pupil }) => pupil.pupilId);
  const areAllChosen = ids.length > 0 && ids.every((id) => chosen.has(id));
  const choose = (some: readonly string[], isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen, ...some] : [...chosen].filter((id) => !some.includes(id))));
  return (
    <>
      <Text c="dimmed" className={classes.explained}>
        {t("classExplained")}
      </Text>
      <div className={classes.tools}>
        <NativeSelect
          label={t("filter")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as Filter)}
          data={[
            { value: "ALL", label: t("all") },
            ...SIGNS.map((sign) => ({ value: sign, label: t(`sign.${sign}`) })),
            { value: "EVERYBODY", label: t("everybody") },
          ]}
        />
        {forecast.maySend && (
          <Button disabled={chosen.size === 0} onClick={() => dialog.current?.showModal()}>
            {chosen.size > 0 ? t("sendTo", { count: chosen.size }) : t("send")}
          </Button>
        )}
      </div>
      {listed.length === 0 ? (
        <EmptyState title={t("nobodyTitle")} text={t("nobodyText")} />
      ) : (
        <>
          {forecast.maySend && (
            <Checkbox
              mb="xs"
              label={t("selectAll")}
              checked={areAllChosen}
              indeterminate={!areAllChosen && ids.some((id) => chosen.has(id))}
              onChange={(event) => choose(ids, event.currentTarget.checked)}
            />
          )}
          <ul className={classes.pupils}>
            {listed.map(({ pupil, subjects }) => (
              <PupilRow
                key={pupil.pupilId}
                pupil={pupil}
                subjects={subjects}
                isChosen={chosen.has(pupil.pupilId)}
                onChoose={forecast.maySend ? (isOn) => choose([pupil.pupilId], isOn) : undefined}
              />
            ))}
          </ul>
        </>
      )}
      {forecast.maySend && (
        <SendDialog
          dialog={dialog}
          forecast={forecast}
          pupils={forecast.pupils.filter(({ pupilId }) => chosen.has(pupilId))}
          onSent={() => setChosen(new Set())}
        />
      )}
    </>
  );
}

interface PupilRowProps {
  pupil: Pupil;
  subjects: readonly Subject[];
  isChosen: boolean;
  onChoose: ((isOn: boolean) => void) | undefined;
}

function PupilRow({ pupil, subjects, isChosen, onChoose }: PupilRowProps) {
  const t = useTranslations("forecast");
  const { moment } = useSchoolClock();
  return (
    <li className={classes.pupil}>
      {onChoose && (
        <Checkbox
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          aria-label={t("select", { name: pupil.name })}
        />
      )}
      <div className={classes.name}>
        <strong>{pupil.name}</strong>
        {pupil.sentAt && <span className={classes.quiet}>{t("sentOn", { moment: moment(pupil.sentAt) })}</span>}
      </div>
      <ul className={classes.subjects}>
        {subjects.length === 0 && <li className={classes.quiet}>{t("nothing")}</li>}
        {subjects.map((subject) => (
          <SubjectLine key={subject.forecast.journalId} subject={subject} />
        ))}
      </ul>
    </li>
  );
}

function SubjectLine({ subject: { signs, previous, forecast } }: { subject: Subject }) {
  const t = useTranslations("forecast");
  const next = nextOutlook(forecast);
  const state = [
    t("now", { value: forecast.suggestion.value }),
    forecast.average && t("average", { average: forecast.average.replace(".", ",") }),
    signs.includes("BELOW_LAST_TERM") && previous && t("previous", { grade: previous }),
    forecast.teachers.join(", "),
  ];
  return (
    <li>
      <div className={classes.line}>
        <PortalLink href={`/journals/${forecast.journalId}`} className={classes.link}>
          {forecast.subject}
        </PortalLink>
        {signs.map((sign) => (
          <Tag key={sign} tone={sign === "MAY_RISE" ? "accent" : "warn"}>
            {t(`sign.${sign}`)}
          </Tag>
        ))}
        <span className={classes.quiet}>{state.filter(Boolean).join(" · ")}</span>
      </div>
      {next && <div className={classes.quiet}>{forecastText(t, next, forecast)}</div>}
    </li>
  );
}

function shows(filter: Filter, { signs }: Subject): boolean {
  return filter === "ALL" || filter === "EVERYBODY" || signs.includes(filter);
}
