import { useTranslations } from "next-intl";
import type { ConversationRowFragment } from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";

/** Of which children a thread is, in a few words; null when it is of none, or of the reader alone. */
export function useAbout(): (conversation: Pick<ConversationRowFragment, "pupils" | "isGroup" | "memberCount">) => string | null {
  const t = useTranslations("messages");
  const { personId } = useViewer();
  return ({ pupils, isGroup, memberCount }) => {
    if (isGroup) return t("members", { count: memberCount });
    const others = pupils.filter(({ pupilId }) => pupilId !== personId);
    return others.map(({ name, classLabel }) => (classLabel ? `${name}, ${classLabel}` : name)).join("; ") || null;
  };
}
