import { uuidv7 } from "uuidv7";

/** Makes the id of a new row from what it is and its id in the school's own files. */
export type MakeId = (kind: string, sourceId: string) => string;

/** An ordinary school's ids tell nothing of its files. */
export const makeRandomId: MakeId = () => uuidv7();

export interface Identity {
  kind: string;
  source_id: string;
  id: string;
}

/** Which thing of the school's files is which row here: known from earlier imports, or made now. */
export class Identities {
  private readonly made: Identity[] = [];
  private readonly ids: Map<string, string>;

  constructor(
    known: readonly Identity[],
    private readonly makeId: MakeId,
  ) {
    this.ids = new Map(known.map(({ kind, source_id, id }) => [`${kind} ${source_id}`, id]));
  }

  /** The id of a thing; the same for the same thing however often it is asked. */
  idOf(kind: string, sourceId: string): string {
    return this.ids.get(`${kind} ${sourceId}`) ?? this.remember(kind, sourceId, this.makeId(kind, sourceId));
  }

  /**
   * The id of a line that links things (a pupil to a class from a day on). Many programs number such lines anew in every export: then what it links tells
   * that it is the same one.
   */
  idOfLink(kind: string, sourceId: string, links: readonly string[]): string {
    const known = this.ids.get(`${kind} ${sourceId}`);
    if (known) return known;
    const linked = links.join(" ");
    const same = this.ids.get(`${kind}_OF ${linked}`);
    if (same) return this.remember(kind, sourceId, same);
    const id = this.remember(kind, sourceId, this.makeId(kind, sourceId));
    return this.remember(`${kind}_OF`, linked, id);
  }

  /** An id for a row that is found again by its natural key: a lesson, a line of the timetable. */
  newId(kind: string, sourceId: string): string {
    return this.makeId(kind, sourceId);
  }

  get new(): readonly Identity[] {
    return this.made;
  }

  private remember(kind: string, sourceId: string, id: string): string {
    this.ids.set(`${kind} ${sourceId}`, id);
    this.made.push({ kind, source_id: sourceId, id });
    return id;
  }
}
