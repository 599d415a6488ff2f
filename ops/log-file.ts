import { createWriteStream, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { LOG_DIRECTORY } from "./places.ts";

const KEPT_LINES = 25;

/** A program's output of this run: written to `.data/logs/NAME.log` (a name may have a folder), the last lines kept at hand. */
export interface LogFile {
  path: string;
  write: (chunk: Buffer | string) => void;
  lastLines: () => string;
}

export function openLogFile(name: string): LogFile {
  const path = join(LOG_DIRECTORY, `${name}.log`);
  mkdirSync(dirname(path), { recursive: true });
  // Opened at once: a file of another user is refused here, not later in the background.
  const stream = createWriteStream(path, { fd: openSync(path, "w") });
  let tail: string[] = [];
  return {
    path,
    write: (chunk) => {
      stream.write(chunk);
      const lines = String(chunk).split("\n");
      tail = [...tail.slice(0, -1), (tail.at(-1) ?? "") + lines[0], ...lines.slice(1)].slice(-KEPT_LINES);
    },
    lastLines: () => tail.join("\n").trim(),
  };
}
