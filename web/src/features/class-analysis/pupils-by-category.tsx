import { getTranslations } from "next-intl/server";
import { Bars } from "./bars";
import type { Analysis } from "./class-analysis-page";
import classes from "./class-analysis.module.css";

type Pupil = Analysis["figures"]["pupils"][number];

/** How many pupils are in each category by the worst mark, and who they are, with the marks that decided it. */
export async function PupilsByCategory({ figures: { summary, pupils } }: { figures: Analysis["figures"] }) {
  const t = await getTranslations("classAnalysis");
  const filled = summary.categories.filter(({ count }) => count > 0);
  const unfinished = pupils.filter(({ unmarked }) => unmarked.length > 0);
  return (
    <>
      <Bars
        label={t("pupils")}
        most={summary.pupilCount}
        bars={summary.categories.map(({ category, count }) => ({ name: t(`category.${category}`), value: count, text: String(count) }))}
      />
      <dl className={classes.names}>
        {filled.map(({ category, count }) => (
          <div key={category}>
            <dt>
              {t(`category.${category}`)} — {count}
            </dt>
            <dd>
              {pupils
                .filter((pupil) => pupil.category === category)
                .map(nameWithMarks)
                .join("; ")}
            </dd>
          </div>
        ))}
        {unfinished.length > 0 && (
          <div>
            <dt>{t("unmarked")}</dt>
            <dd>{unfinished.map(({ name, unmarked }) => `${name} — ${unmarked.map(({ subject }) => subject).join(", ")}`).join("; ")}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function nameWithMarks({ name, deciding }: Pupil): string {
  if (deciding.length === 0) return name;
  return `${name} — ${deciding.map(({ subject, mark, teacher }) => `${subject} (${[mark, teacher].filter(Boolean).join(", ")})`).join(", ")}`;
}
