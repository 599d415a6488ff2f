import type { useTranslations } from "next-intl";
import type { AnnouncementPageQuery, AudienceChoicesQuery } from "@/graphql/generated/graphql";

type Texts = ReturnType<typeof useTranslations<"announcements">>;
type Audience = AnnouncementPageQuery["announcement"]["audiences"][number];
type Place = Pick<AudienceChoicesQuery["audienceChoices"][number], "kind" | "grade" | "role"> & { label: string | null };

/** «Класс 5«А»: родителям, учащимся» */
export function audienceText(audience: Audience, t: Texts): string {
  const whom = (["pupils", "guardians", "staff"] as const).filter((people) => audience[people]).map((people) => t(`people.${people}`));
  return audience.kind === "ROLE"
    ? placeText(audience, t)
    : t("placeWithPeople", { place: placeText(audience, t), people: whom.join(", ") });
}

/** «Вся школа», «5-е классы», «Класс 5«А»», «Учителя» */
export function placeText({ kind, grade, role, label }: Place, t: Texts): string {
  switch (kind) {
    case "SCHOOL":
      return t("place.SCHOOL");
    case "GRADE":
      return t("place.GRADE", { grade: grade ?? 0 });
    case "ROLE":
      return role ? t(`role.${role}`) : (label ?? "");
    default:
      return t(`place.${kind}`, { label: label ?? "" });
  }
}
