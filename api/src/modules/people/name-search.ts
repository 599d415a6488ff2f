import type { SelectQueryBuilder } from "typeorm";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { NamedPerson } from "./named-person";

/**
 * Keeps those whose surname or given name begins with each word of the search: «ёлк ан» finds Ёлкина Анна. The case does not
 * matter, and е is as good as ё.
 * @throws Refusal TEXT_TOO_LONG above 100 characters.
 */
export function searchByName<Kind extends NamedPerson>(
  query: SelectQueryBuilder<Kind>,
  search: string,
  field: string,
): SelectQueryBuilder<Kind> {
  return searchWords(search, field).reduce(
    (narrowed, word, index) =>
      narrowed.andWhere(`(person.folded_surname ^@ :word${index} OR person.folded_given_name ^@ :word${index})`, {
        [`word${index}`]: word,
      }),
    query,
  );
}

/** The words of a search as `person` holds its folded names: small letters, ё as е. */
export function searchWords(search: string, field: string): string[] {
  if (search.length > LONGEST) {
    throw new Refusal(ErrorCode.TEXT_TOO_LONG, `Для поиска достаточно начала фамилии или имени: не больше ${LONGEST} знаков.`, { field });
  }
  return search.toLocaleLowerCase("ru").replaceAll("ё", "е").split(/\s+/u).filter(Boolean);
}

const LONGEST = 100;
