/** What is chosen on the board; null: all, or the term of today. */
export interface Chosen {
  term: string | null;
  class: string | null;
  teacher: string | null;
  subject: string | null;
  problems: boolean;
  after: string | null;
}

/** The address of the board with this choice. */
export function addressOf({ problems, ...chosen }: Chosen): string {
  const words = Object.entries(chosen).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  if (problems) words.push("problems");
  return words.length === 0 ? "/office/control" : `/office/control?${words.join("&")}`;
}
