import { getTranslations } from "next-intl/server";
import type { ControlWork } from "./work-page";
import classes from "./work-figures.module.css";

/** The distribution as bars with their numbers, and what it comes to. */
export async function WorkFigures({ work: { figures, averageBefore } }: { work: ControlWork }) {
  const t = await getTranslations("controlWorks");
  const { five, four, three, two, one, passed, failed, absent, released, lacking } = figures;
  const isPassFail = passed + failed > 0;
  const bars = [
    ...(isPassFail
      ? [
          { name: t("passed"), value: passed, tone: "4" },
          { name: t("failed"), value: failed, tone: "2" },
        ]
      : [
          { name: "5", value: five, tone: "5" },
          { name: "4", value: four, tone: "4" },
          { name: "3", value: three, tone: "3" },
          { name: "2", value: two, tone: "2" },
          ...(one > 0 ? [{ name: "1", value: one, tone: "2" }] : []),
        ]),
    { name: t("lackingShort"), value: lacking, tone: "none" },
    { name: t("absentShort"), value: absent, tone: "none" },
    { name: t("releasedShort"), value: released, tone: "none" },
  ];
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const sums = [
    { name: t("mean"), value: decimal(figures.mean) },
    { name: t("averageBefore"), value: decimal(averageBefore) },
    { name: t("success"), value: percent(figures.success) },
    { name: t("quality"), value: percent(figures.quality) },
    { name: t("learning"), value: percent(figures.learning) },
  ];
  return (
    <div className={classes.figures}>
      <dl className={classes.bars} aria-label={t("distribution")}>
        {bars.map(({ name, value, tone }) => (
          <div key={name} className={classes.row}>
            <dt>{name}</dt>
            <dd>
              <span className={classes.bar} data-tone={tone} style={{ inlineSize: `${(value * 100) / most}%` }} aria-hidden />
              <span className={classes.value}>{value}</span>
            </dd>
          </div>
        ))}
      </dl>
      <dl className={classes.sums}>
        {sums.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{t("size", { count: figures.size })}</p>
    </div>
  );
}

function decimal(value: string | null): string {
  return value === null ? "—" : value.replace(".", ",");
}

function percent(value: string | null): string {
  return value === null ? "—" : `${value.replace(".", ",").replace(/,0$/, "")} %`;
}
