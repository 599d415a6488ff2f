import { Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { AdminSubjectsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { DataTable } from "@/ui/data-table";
import { ProblemPage } from "@/ui/error-page";
import { Panel } from "@/ui/panel";
import { Tag } from "@/ui/tag";

/** The school's subjects under their subject areas. */
export async function SubjectsPage() {
  const { data, problem } = await readForPage(AdminSubjectsDocument, {});
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("admin");
  return (
    <>
      <Text c="dimmed" size="sm">
        {t("totalSubjects", { count: data.subjects.length })}
      </Text>
      {[...Map.groupBy(data.subjects, ({ subjectArea }) => subjectArea)].map(([area, subjects]) => (
        <Panel key={area} title={area}>
          <DataTable
            label={area}
            columns={[t("subject"), t("shortName")]}
            rows={subjects.map(({ id, name, shortName, isForeignLanguage }) => ({
              id,
              cells: [
                <>
                  {name} {isForeignLanguage && <Tag tone="quiet">{t("foreignLanguage")}</Tag>}
                </>,
                shortName,
              ],
            }))}
          />
        </Panel>
      ))}
    </>
  );
}
