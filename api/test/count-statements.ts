import { statementChannel } from "../src/kernel/database";

/** The names of the statements that the database runs while `work` lasts. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const note = (message: unknown): void => void names.push((message as { name: string }).name);
  statementChannel.subscribe(note);
  try {
    await work();
  } finally {
    statementChannel.unsubscribe(note);
  }
  return names;
}
