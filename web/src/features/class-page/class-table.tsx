import { getTranslations } from "next-intl/server";
import { Fragment, type ReactNode } from "react";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import classes from "./marks-of-class.module.css";

type Page = ClassPageQuery["classPage"];
type Pupil = Page["pupils"][number];

interface ClassTableProps {
  page: Page;
  /** The cell of a pupil in a subject: a `td`. */
  cell: (subject: string, pupil: string, result: Pupil["subjects"][number] | undefined) => ReactNode;
  /** A column at the right. */
  last?: { name: string; of: (pupil: Pupil) => ReactNode };
}

/** Pupils down, subjects across. */
export async function ClassTable({ page, cell, last }: ClassTableProps) {
  const t = await getTranslations("classPage");
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("marks")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.pupil}>
              {t("pupil")}
            </th>
            {page.subjects.map(({ subjectId, subject, shortName }) => (
              <th key={subjectId} scope="col" className={classes.subject} title={subject}>
                <span>{shortName}</span>
              </th>
            ))}
            {last && (
              <th scope="col" className={classes.subject}>
                <span>{last.name}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {page.pupils.map((pupil) => (
            <tr key={pupil.pupilId}>
              <th scope="row" className={classes.pupil} title={pupil.guardians.join(", ")}>
                {pupil.name}
              </th>
              {page.subjects.map(({ subjectId, subject }) => (
                <Fragment key={subjectId}>
                  {cell(
                    subject,
                    pupil.name,
                    pupil.subjects.find((result) => result.subjectId === subjectId),
                  )}
                </Fragment>
              ))}
              {last && <td>{last.of(pupil)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
