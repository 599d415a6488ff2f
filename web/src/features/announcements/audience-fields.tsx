import { ActionIcon, Checkbox, NativeSelect, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { keyOfChoice, picked, type AudienceChoice, type PickedAudience } from "./announcement-draft";
import classes from "./announcements.module.css";
import { placeText } from "./audience-text";

interface AudienceFieldsProps {
  choices: readonly AudienceChoice[];
  audiences: readonly PickedAudience[];
  onChange: (audiences: PickedAudience[]) => void;
}

/** To whom: places of the school one after another, and who of each. */
export function AudienceFields({ choices, audiences, onChange }: AudienceFieldsProps) {
  const t = useTranslations("announcements");
  const taken = new Set(audiences.map(({ key }) => key));
  const add = (key: string) => {
    const choice = choices.find((candidate) => keyOfChoice(candidate) === key);
    if (choice) onChange([...audiences, picked(choice)]);
  };
  const groups = [...Map.groupBy(choices, ({ kind }) => kind)].map(([kind, ofKind]) => ({
    group: t(`group.${kind}`),
    items: ofKind.map((choice) => ({ value: keyOfChoice(choice), label: placeText(choice, t), disabled: taken.has(keyOfChoice(choice)) })),
  }));
  return (
    <div>
      <NativeSelect
        label={t("addAudience")}
        value=""
        onChange={(event) => add(event.currentTarget.value)}
        data={[{ value: "", label: t("chooseAudience") }, ...groups]}
      />
      <ul className={classes.audiences} aria-label={t("audiences")}>
        {audiences.map((audience) => {
          const choice = choices.find((candidate) => keyOfChoice(candidate) === audience.key);
          return (
            choice && (
              <AudienceItem
                key={audience.key}
                choice={choice}
                audience={audience}
                onChange={(changed) => onChange(audiences.map((other) => (other.key === changed.key ? changed : other)))}
                onRemove={() => onChange(audiences.filter(({ key }) => key !== audience.key))}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}

interface AudienceItemProps {
  choice: AudienceChoice;
  audience: PickedAudience;
  onChange: (audience: PickedAudience) => void;
  onRemove: () => void;
}

function AudienceItem({ choice, audience, onChange, onRemove }: AudienceItemProps) {
  const t = useTranslations("announcements");
  const place = placeText(choice, t);
  const may = { pupils: choice.mayPupils, guardians: choice.mayGuardians, staff: choice.mayStaff };
  return (
    <li className={classes.audience}>
      <Text component="span" fw={600}>
        {place}
      </Text>
      {choice.kind !== "ROLE" &&
        (["pupils", "guardians", "staff"] as const)
          .filter((people) => may[people])
          .map((people) => (
            <Checkbox
              key={people}
              label={t(`people.${people}`)}
              checked={audience[people]}
              onChange={(event) => onChange({ ...audience, [people]: event.currentTarget.checked })}
            />
          ))}
      <ActionIcon variant="subtle" color="gray" aria-label={t("removeAudience", { place })} onClick={onRemove} ml="auto">
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
