import type { EntityManager, SelectQueryBuilder } from "typeorm";
import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import type { Viewer } from "../../kernel/viewer";
import type { NamedPerson } from "./named-person";
import { afterName, orderByName } from "./select-people";

/**
 * One page of a list of people by name. `list` names the list in its cursors; `select` says who is on it.
 * @throws Refusal INVALID or LIMIT_EXCEEDED when `first` or `after` is wrong.
 */
export async function readPeoplePage<Kind extends NamedPerson>(
  context: RequestContext,
  { first, after }: PageArgs,
  list: string,
  select: (manager: EntityManager, viewer: Viewer) => SelectQueryBuilder<Kind>,
): Promise<CountedPage<Kind>> {
  const viewer = signedIn(context);
  const limit = rowsToRead(first);
  const cursor = readCursor(after, list, "text", "text", "uuid");
  const rows = await context.database.entities(viewer.schoolId, (manager) => {
    const people = orderByName(select(manager, viewer));
    return (cursor ? afterName(people, cursor) : people).limit(limit).getMany();
  });
  const page = toPage(rows, first, list, (person) => [person.surname, person.givenName, person.id]);
  return { ...page, count: () => context.database.entities(viewer.schoolId, (manager) => select(manager, viewer).getCount()) };
}
