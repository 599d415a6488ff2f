/** The work by its title; its kind stands before a title that does not name it itself. */
export function workName(kind: string, title: string | null): string {
  if (!title) return kind;
  return title.toLocaleLowerCase().startsWith(kind.toLocaleLowerCase()) ? title : `${kind}: ${title}`;
}
