import { Button, Group, Text } from "@mantine/core";
import { useTranslations } from "next-intl";

interface ShowMoreProps {
  shown: number;
  total: number;
  reading: boolean;
  onMore: () => void;
}

/** Below a list that goes on: how much of it is shown, and the next part. */
export function ShowMore({ shown, total, reading, onMore }: ShowMoreProps) {
  const t = useTranslations("shell.list");
  return (
    <Group mt="lg">
      <Button variant="default" loading={reading} onClick={onMore}>
        {t("showMore")}
      </Button>
      <Text c="dimmed" size="sm">
        {t("shown", { shown, total })}
      </Text>
    </Group>
  );
}
