import { useTranslations } from "next-intl";
import type { ContactCardFragment } from "@/graphql/generated/graphql";
import { useViewer } from "@/graphql/viewer-context";

type Contact = Pick<ContactCardFragment, "kind" | "subjects" | "pupilId" | "pupilName" | "classLabel">;

/** Who a contact is to the writer, in Russian words. */
export function useContactText() {
  const t = useTranslations("messages.contact");
  const { personId } = useViewer();
  const isOfAnother = ({ pupilId, pupilName }: Contact) => pupilName !== null && pupilId !== personId;
  const child = ({ pupilName, classLabel }: Contact) => [pupilName, classLabel].filter(Boolean).join(", ");
  return {
    /** «учитель: математика», «родитель: Петров Михаил, 5«А»» */
    roleOf: (contact: Contact): string => {
      if (contact.kind === "TEACHER" && contact.subjects.length > 0) return t("teacherOf", { subjects: contact.subjects.join(", ") });
      if (contact.kind === "GUARDIAN" && contact.pupilName) return t("guardianOf", { pupil: child(contact) });
      if (contact.kind === "PUPIL" && contact.classLabel) return t("pupilOf", { classLabel: contact.classLabel });
      return t(contact.kind);
    },
    /** What tells namesakes apart on a chip: the child, or the role. */
    shortOf: (contact: Contact): string => (isOfAnother(contact) ? child(contact) : t(contact.kind)),
    /** Under which heading it stands: by child for a family, by class and kind for staff. */
    groupOf: (contact: Contact): string => {
      const isStaff = contact.kind !== "GUARDIAN" && contact.kind !== "PUPIL";
      if (isStaff && isOfAnother(contact)) return child(contact);
      if (!isStaff && contact.classLabel)
        return t(`groupOfClass.${contact.kind as "GUARDIAN" | "PUPIL"}`, { classLabel: contact.classLabel });
      return t(`group.${contact.kind}`);
    },
  };
}
