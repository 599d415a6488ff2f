/** An expected failure: its message is a whole sentence for the person at the terminal and is shown without a stack. */
export class Problem extends Error {
  override name = "Problem";
}

/** Ends a command: what the person can put right in words, anything else with its stack, both with exit code 1. */
export function reportAndExit(failure: unknown): never {
  process.stderr.write(`\n${inWords(failure)}\n`);
  process.exit(1);
}

/** The words for a failure. */
export function inWords(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  if (failure instanceof Problem) return failure.message;
  return fileTrouble(failure) ?? failure.stack ?? failure.message;
}

function fileTrouble({ code, path, message }: NodeJS.ErrnoException): string | undefined {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return `There is no right to use ${path ?? message}: it belongs to another user, perhaps because of a start as root. Give it to the user who starts.`;
    case "EROFS":
      return `${path ?? message} is on a read-only file system. Clone to a place that can be written.`;
    case "ENOSPC":
      return "The disk is full. Make room and start again; nothing was lost.";
    default:
      return undefined;
  }
}
