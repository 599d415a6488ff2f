import { getTranslations } from "next-intl/server";
import { AdminStructureDocument, type AdminStructureQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { DataTable } from "@/ui/data-table";
import { ProblemPage } from "@/ui/error-page";
import { Panel } from "@/ui/panel";
import { fullName } from "@/ui/person-name";
import { AcademicYears } from "./academic-years";

/** The school, its years with their terms, and its classes. */
export async function StructurePage() {
  const { data, problem } = await readForPage(AdminStructureDocument, {});
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <>
      <SchoolCard school={data.school} />
      <AcademicYears years={data.academicYears} />
      <Classes classes={data.classes} />
    </>
  );
}

async function SchoolCard({ school: { fullName: name, address, timeZone } }: { school: AdminStructureQuery["school"] }) {
  const t = await getTranslations("admin");
  return (
    <Panel title={name}>
      {t("address")}: {address ?? t("noAddress")}
      <br />
      {t("timeZone")}: {timeZone}
    </Panel>
  );
}

async function Classes({ classes }: { classes: AdminStructureQuery["classes"] }) {
  const t = await getTranslations("admin");
  return (
    <Panel title={t("classes")}>
      <DataTable
        label={t("classes")}
        columns={[t("class"), t("classTeacher"), t("termsOfClass"), t("week")]}
        rows={classes.map(({ id, label, classTeacher, termKind, weekDays }) => ({
          id,
          cells: [
            label,
            classTeacher ? fullName(classTeacher) : t("noClassTeacher"),
            t(`termKind.${termKind}`),
            t("weekDays", { days: weekDays }),
          ],
        }))}
      />
    </Panel>
  );
}
