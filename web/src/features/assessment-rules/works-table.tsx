import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { NumberField } from "./number-field";
import type { WorksDraft } from "./rules-draft";
import classes from "./rules-form.module.css";

/** The weight of each kind of work, and whether a teacher may change it. */
export function WorksTable({ works, onChange }: { works: WorksDraft; onChange: (works: WorksDraft) => void }) {
  const t = useTranslations("assessmentRules");
  const words = useTranslations("words");
  const change = (at: number, part: Partial<WorksDraft[number]>) =>
    onChange(works.map((work, index) => (index === at ? { ...work, ...part } : work)));
  return (
    <table className={classes.works}>
      <thead>
        <tr>
          <th scope="col">{t("kindColumn")}</th>
          <th scope="col">{t("weightColumn")}</th>
          <th scope="col">{t("lockedColumn")}</th>
        </tr>
      </thead>
      <tbody>
        {works.map((work, index) => {
          const kind = words(`workKind.${work.kind}`);
          return (
            <tr key={work.kind}>
              <th scope="row">{kind}</th>
              <td>
                <NumberField
                  label={t("weightOf", { kind })}
                  hidesLabel
                  value={work.weight}
                  onChange={(weight) => change(index, { weight })}
                  min={0.01}
                  max={99.99}
                  decimals={2}
                />
              </td>
              <td>
                <Checkbox
                  aria-label={t("lockedOf", { kind })}
                  checked={work.isLocked}
                  onChange={(event) => change(index, { isLocked: event.currentTarget.checked })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
