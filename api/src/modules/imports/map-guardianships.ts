import type { MappedPerson, People } from "./map-people";
import type { Mapping } from "./mapping";

/** Maps agentSourcedIds: a pupil's line names the guardians, a guardian's line may name the pupils. */
export function mapGuardianships(mapping: Mapping, people: People, since: string): void {
  const pairs = new Map<string, { guardian: MappedPerson; pupil: MappedPerson }>();
  for (const person of people.values()) {
    for (const agent of person.row.list("agentSourcedIds")) {
      const other = people.get(agent);
      if (!other) {
        if (mapping.files.isBroken("users.csv", agent)) continue;
        mapping.problems.add(person.row.at("agentSourcedIds"), `Пользователя «${agent}» нет в users.csv. Добавьте его или уберите ссылку.`);
        continue;
      }
      const pair = asPair(person, other);
      if (pair) pairs.set(`${pair.guardian.id} ${pair.pupil.id}`, pair);
    }
  }
  for (const { guardian, pupil } of pairs.values()) {
    const source = `${guardian.row.text("sourcedId")} ${pupil.row.text("sourcedId")}`;
    mapping.rows.guardianship.push({
      id: mapping.ids.idOf("GUARDIANSHIP", source),
      guardian_id: guardian.id,
      pupil_id: pupil.id,
      relation: relationOf(guardian),
      valid_from: since,
      valid_to: null,
    });
  }
}

function asPair(person: MappedPerson, other: MappedPerson): { guardian: MappedPerson; pupil: MappedPerson } | null {
  const isPupil = ({ roles }: MappedPerson): boolean => roles.some(({ role }) => role === "PUPIL");
  const isGuardian = ({ roles }: MappedPerson): boolean => roles.some(({ role }) => role === "PARENT" || role === "GUARDIAN");
  if (person.id === other.id) return null;
  if (isPupil(person) && isGuardian(other)) return { guardian: other, pupil: person };
  return isPupil(other) && isGuardian(person) ? { guardian: person, pupil: other } : null;
}

function relationOf({ roles, sex }: MappedPerson): "MOTHER" | "FATHER" | "OTHER" {
  if (!roles.some(({ role }) => role === "PARENT") || sex === null) return "OTHER";
  return sex === "FEMALE" ? "MOTHER" : "FATHER";
}
