"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconBellCog, IconBraces, IconChevronDown, IconLogout, IconLogout2, IconSpeakerphone } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { PopUp } from "@/ui/pop-up";
import { PortalLink } from "@/ui/portal-link";
import { QuestionDialog } from "@/ui/question-dialog";
import { AppearanceChoice } from "./appearance-choice";
import { LanguageChoice } from "./language-choice";
import { useSignOut } from "./use-sign-out";
import classes from "./viewer-menu.module.css";

/** The viewer's name with what belongs to them: appearance, language, the way out. */
export function ViewerMenu() {
  const t = useTranslations("shell");
  const viewer = useViewer();
  const { signOut, signOutEverywhere } = useSignOut();
  const question = useRef<HTMLDialogElement>(null);
  return (
    <div className={classes.place}>
      <PopUp side="below" buttonClassName={classes.viewer} button={<ViewerName />}>
        {(close) => (
          <div className={classes.menu}>
            <p className={classes.fullName}>{viewer.fullName}</p>
            <AppearanceChoice />
            <LanguageChoice />
            <div className={classes.ways}>
              <PortalLink href="/announcements" className={classes.way} onClick={close}>
                <IconSpeakerphone size={18} aria-hidden />
                {t("announcements")}
              </PortalLink>
              <PortalLink href="/settings/notices" className={classes.way} onClick={close}>
                <IconBellCog size={18} aria-hidden />
                {t("noticeSettings")}
              </PortalLink>
              {viewer.mayQueryFreely && (
                <a href="/playground" className={classes.way}>
                  <IconBraces size={18} aria-hidden />
                  {t("playground")}
                </a>
              )}
              <button
                type="button"
                className={classes.way}
                onClick={() => {
                  close();
                  question.current?.showModal();
                }}
              >
                <IconLogout2 size={18} aria-hidden />
                {t("signOutEverywhere")}
              </button>
              <button type="button" className={classes.way} onClick={() => void signOut()}>
                <IconLogout size={18} aria-hidden />
                {t("signOut")}
              </button>
            </div>
          </div>
        )}
      </PopUp>
      <QuestionDialog
        dialog={question}
        question={t("signOutEverywhereQuestion")}
        consequence={t("signOutEverywhereConsequence")}
        yes={t("signOutEverywhere")}
        no={t("cancel")}
        onYes={() => void signOutEverywhere()}
      />
    </div>
  );
}

function ViewerName() {
  const t = useTranslations("shell");
  const { fullName, shortName } = useViewer();
  const initials = fullName
    .split(" ")
    .slice(0, 2)
    .map((name) => name[0])
    .join("");
  return (
    <>
      <VisuallyHidden>{t("viewerMenu")}</VisuallyHidden>
      <span className={classes.initials} aria-hidden>
        {initials}
      </span>
      <span className={classes.name}>{shortName}</span>
      <IconChevronDown size={16} aria-hidden />
    </>
  );
}
