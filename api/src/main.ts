import { makeApp } from "./server/app";
import { readSettings } from "./server/settings";

/** A stop that hangs is ended by then, in milliseconds. */
const LAST_MOMENT = 5_000;

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { app, stop } = await makeApp(settings);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), LAST_MOMENT).unref();
      void stop().then(() => process.exit(0));
    });
  }
  await app.listen({ host: settings.host, port: settings.port });
}

start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
