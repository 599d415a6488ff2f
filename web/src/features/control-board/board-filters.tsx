import { Group } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { ControlBoardQuery } from "@/graphql/generated/graphql";
import { LinkButton } from "@/ui/link-button";
import { addressOf, type Chosen } from "./board-address";
import classes from "./board-page.module.css";

interface BoardFiltersProps {
  chosen: Chosen;
  schoolClasses: ControlBoardQuery["classes"];
  subjects: ControlBoardQuery["subjects"];
}

/** By class and subject, and only what is wrong: a plain form, so that it works before the page's scripts have come. */
export async function BoardFilters({ chosen, schoolClasses, subjects }: BoardFiltersProps) {
  const t = await getTranslations("controlBoard");
  const isNarrowed = Boolean(chosen.class ?? chosen.teacher ?? chosen.subject) || chosen.problems;
  return (
    <form className={classes.filters} action="/office/control" data-print-hidden>
      {chosen.term && <input type="hidden" name="term" value={chosen.term} />}
      {chosen.teacher && <input type="hidden" name="teacher" value={chosen.teacher} />}
      <Choice
        name="class"
        label={t("class")}
        all={t("allClasses")}
        chosen={chosen.class}
        options={schoolClasses.map(({ id, label }) => ({ id, name: label }))}
      />
      <Choice name="subject" label={t("subject")} all={t("allSubjects")} chosen={chosen.subject} options={subjects} />
      <label className={classes.check}>
        <input type="checkbox" name="problems" value="yes" defaultChecked={chosen.problems} /> {t("onlyProblems")}
      </label>
      <Group gap={8}>
        <button type="submit" className={classes.submit}>
          {t("show")}
        </button>
        {isNarrowed && (
          <LinkButton
            href={addressOf({ ...chosen, class: null, teacher: null, subject: null, problems: false, after: null })}
            variant="subtle"
          >
            {t("reset")}
          </LinkButton>
        )}
      </Group>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  chosen: string | null;
  options: readonly { id: string; name: string }[];
}

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <label className={classes.choice}>
      <span>{label}</span>
      <select name={name} defaultValue={chosen ?? ""} key={chosen ?? ""}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
