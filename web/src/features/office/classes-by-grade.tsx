import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { OfficeQuery } from "@/graphql/generated/graphql";
import { Panel } from "@/ui/panel";
import { shortName } from "@/ui/person-name";
import classes from "./classes-by-grade.module.css";

type SchoolClass = OfficeQuery["classes"][number];

/** Every class of the year, a row for each grade. */
export async function ClassesByGrade({ schoolClasses }: { schoolClasses: readonly SchoolClass[] }) {
  const t = await getTranslations("office");
  const grades = Map.groupBy(schoolClasses, ({ grade }) => grade);
  return (
    <Panel title={t("classesTitle")}>
      {[...grades]
        .toSorted(([a], [b]) => a - b)
        .map(([grade, ofGrade]) => (
          <section key={grade} className={classes.grade}>
            <h3 className={classes.gradeName}>{t("grade", { grade })}</h3>
            <ul className={classes.classes}>
              {ofGrade.map(({ id, label, classTeacher }) => (
                <li key={id}>
                  <PortalLink href={`/classes/${id}`} className={classes.card}>
                    <strong>{label}</strong>
                    <span className={classes.teacher}>{classTeacher ? shortName(classTeacher) : t("noClassTeacher")}</span>
                  </PortalLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Panel>
  );
}
