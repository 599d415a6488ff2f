import { IconMessageQuestion } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireViewer } from "@/graphql/viewer";
import { LinkButton } from "@/ui/link-button";
import type { AskedMark } from "./asked-mark";
import { MarkDoor } from "./mark-door";

/** For a guardian's diary: each mark opens its details and the way to ask about it. Undefined for the pupil, who reads the mark alone. */
export async function frameMarkFor(pupilId: string): Promise<((mark: AskedMark, content: ReactNode) => ReactNode) | undefined> {
  const { personId } = await requireViewer();
  if (personId === pupilId) return undefined;
  return (mark, content) => <MarkDoor mark={mark}>{content}</MarkDoor>;
}

/** The way from a guardian's marks to the questions about them. */
export async function WayToQuestions({ pupilId }: { pupilId: string }) {
  const [{ personId }, t] = await Promise.all([requireViewer(), getTranslations("markQuestions")]);
  if (personId === pupilId) return null;
  return (
    <LinkButton href={`/diary/${pupilId}/questions`} variant="subtle" size="sm" leftSection={<IconMessageQuestion size={18} aria-hidden />}>
      {t("title")}
    </LinkButton>
  );
}
