import type { EntityManager, EntityTarget, SelectQueryBuilder } from "typeorm";
import type { NamedPerson } from "./named-person";
import { Person } from "./person.entity";

/** Pupils, guardians or staff of one school with their names: the start of every query of people. The person is joined as `person`. */
export function selectPeople<Kind extends NamedPerson>(
  manager: EntityManager,
  schoolId: string,
  entity: EntityTarget<Kind>,
  alias: string,
): SelectQueryBuilder<Kind> {
  return manager
    .createQueryBuilder(entity, alias)
    .innerJoinAndMapOne(`${alias}.person`, Person, "person", `person.schoolId = ${alias}.schoolId AND person.id = ${alias}.id`)
    .where(`${alias}.schoolId = :schoolId`, { schoolId });
}

/** By the Russian alphabet, ё beside е, in the order of the index `person_by_name`. The person is joined as `person`. */
export function orderByName<Row extends object>(query: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  return query.addOrderBy(NAME[0]).addOrderBy(NAME[1]).addOrderBy("person.id");
}

/** Goes on after a person of a list in that order. */
export function afterName<Row extends object>(
  query: SelectQueryBuilder<Row>,
  [surname, givenName, id]: readonly [surname: string, givenName: string, id: string],
): SelectQueryBuilder<Row> {
  return query.andWhere(`(${NAME.join(", ")}, person.id) > (:surname, :givenName, CAST(:afterId AS uuid))`, {
    surname,
    givenName,
    afterId: id,
  });
}

const NAME = ['person.surname COLLATE "ru-x-icu"', 'person.givenName COLLATE "ru-x-icu"'] as const;
