import cliProgress from "cli-progress";

/** Runs `work` with a bar at the terminal; where there is no terminal a line now and then tells the same. */
export async function withProgressBar(work: (onProgress: (text: string, share: number) => void) => Promise<void>): Promise<void> {
  const bar = new cliProgress.SingleBar({
    format: "  {bar} {percentage} %  {text}",
    noTTYOutput: true,
    notTTYSchedule: 5000,
    hideCursor: true,
  });
  bar.start(100, 0, { text: "" });
  try {
    await work((text, share) => bar.update(Math.round(share * 100), { text }));
  } finally {
    bar.stop();
  }
}
