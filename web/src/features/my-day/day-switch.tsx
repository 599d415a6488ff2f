"use client";

import { ActionIcon, Button, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import { IconCalendar, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { PopUp } from "@/ui/pop-up";
import { PortalLink } from "@/ui/portal-link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatDate, nextWorkday, type SchoolDate } from "@/ui/school-date";
import classes from "./day-switch.module.css";

// The calendar is opened rarely: it comes when it is asked for.
const Calendar = dynamic(() => import("@/ui/calendar").then(({ Calendar: loaded }) => loaded), {
  loading: () => <Skeleton width={252} height={264} />,
});

/** A day back, a day on, any day from the calendar, or today. */
export function DaySwitch({ date, today }: { date: SchoolDate; today: SchoolDate }) {
  const t = useTranslations("myDay");
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  return (
    <Group gap={6}>
      <ActionIcon component={PortalLink} href={addressOf(nextWorkday(date, -1))} variant="default" size={36} aria-label={t("previousDay")}>
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <PopUp
        side="below"
        buttonClassName={classes.date}
        button={
          <>
            <IconCalendar size={18} aria-hidden />
            <VisuallyHidden>{t("chooseDate")}:</VisuallyHidden>
            {formatDate(date)}
          </>
        }
        onOpen={() => setOpened(true)}
      >
        {(close) =>
          opened && (
            <Calendar
              date={date}
              onChoose={(chosen) => {
                close();
                router.push(addressOf(chosen));
              }}
            />
          )
        }
      </PopUp>
      <ActionIcon component={PortalLink} href={addressOf(nextWorkday(date, 1))} variant="default" size={36} aria-label={t("nextDay")}>
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
      {date !== today && (
        <Button component={PortalLink} href={addressOf(today)} variant="subtle">
          {t("today")}
        </Button>
      )}
    </Group>
  );
}

function addressOf(date: SchoolDate): string {
  return `/day?date=${date}`;
}
