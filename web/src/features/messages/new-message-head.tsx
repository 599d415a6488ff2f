import { ActionIcon } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import classes from "./thread.module.css";

/** The page's name, and on a phone the way back to the list. */
export function NewMessageHead() {
  const t = useTranslations("messages");
  const router = useRouter();
  return (
    <header className={classes.head}>
      <ActionIcon
        className={classes.back}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("back")}
        onClick={() => router.push("/messages")}
      >
        <IconArrowLeft size={22} aria-hidden />
      </ActionIcon>
      <h1 className={classes.title}>{t("new")}</h1>
    </header>
  );
}
