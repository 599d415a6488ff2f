import { Alert, Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/ui/use-error-text";
import classes from "./lesson-form.module.css";
import type { useLessonForm } from "./use-lesson-form";

/** The way to save, and how it stands with what is written. */
export function FormFoot({ form, topicNow }: { form: ReturnType<typeof useLessonForm>; topicNow: string | null }) {
  const t = useTranslations("lessonForm");
  const { state, isChanged } = form;
  return (
    <div className={classes.foot}>
      {state === "CONFLICT" && <Conflict form={form} topicNow={topicNow} />}
      {state === "REFUSED" && form.errorAt === undefined && <Refusal error={form.error} />}
      <div className={classes.buttons}>
        <Button onClick={form.save} loading={state === "SAVING"} disabled={state === "CONFLICT"}>
          {t("save")}
        </Button>
        <kbd className={classes.key}>{t("saveKeys")}</kbd>
        {isChanged && state !== "SAVING" && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={form.discard}>
            {t("discard")}
          </Button>
        )}
      </div>
      <p className={classes.state} role="status">
        {state === "SAVED" && t("saved")}
        {state === "DRAFT" && isChanged && t("draft")}
        {state === "OFFLINE" && t("offline")}
      </p>
    </div>
  );
}

function Conflict({ form, topicNow }: { form: ReturnType<typeof useLessonForm>; topicNow: string | null }) {
  const t = useTranslations("lessonForm");
  return (
    <Alert color="red" variant="outline" role="alert" title={t("conflict")}>
      <p className={classes.theirs}>{t("conflictTheirs", { topic: topicNow ?? "—" })}</p>
      <div className={classes.buttons}>
        <Button size="xs" onClick={form.discard}>
          {t("takeTheirs")}
        </Button>
        <Button size="xs" variant="default" onClick={form.keepMine}>
          {t("keepMine")}
        </Button>
      </div>
    </Alert>
  );
}

function Refusal({ error }: { error: unknown }) {
  const errorText = useErrorText();
  return (
    <Alert color="red" variant="outline" role="alert">
      {errorText(error)}
    </Alert>
  );
}
