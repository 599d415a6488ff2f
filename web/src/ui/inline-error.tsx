import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "./use-error-text";

/** In the place of a part of a page that could not be read. */
export function InlineError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("errors");
  const textOf = useErrorText();
  return (
    <Alert color="red" variant="outline" role="alert" icon={<IconAlertTriangle size={20} aria-hidden />}>
      <p style={{ margin: "0 0 10px" }}>{textOf(error)}</p>
      <Button variant="default" size="xs" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
        {t("retry")}
      </Button>
    </Alert>
  );
}
