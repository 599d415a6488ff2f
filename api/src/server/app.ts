import Fastify, { LogController, type FastifyInstance } from "fastify";
import { uuidv7 } from "uuidv7";
import { systemClock } from "../kernel/clock";
import { Database } from "../kernel/database";
import { KnownViewers } from "../modules/access/known-viewers";
import { DiaryFeed } from "../modules/diary/diary-feed";
import { makeMailer } from "../modules/notices/mailer";
import { NewsFeed } from "../modules/notices/news-feed";
import { NewsWorker } from "../modules/notices/news-worker";
import { buildGuardedSchema } from "./build-schema";
import { entities } from "./entities";
import { serveFiles } from "./files";
import { serveGraphQL } from "./graphql-endpoint";
import { serveHealth } from "./health";
import { answerHttpErrors } from "./http-errors";
import { servePlayground } from "./playground";
import { refusePowerfulRole } from "./refuse-powerful-role";
import { nameRequests } from "./request-id";
import { protectAnswers } from "./response-headers";
import type { Shared } from "./request-context";
import type { Settings } from "./settings";
import { serveStream } from "./stream-endpoint";

/** The largest body of a request, in bytes: a column of marks is 10 kB. */
const BODY_LIMIT = 1_000_000;

/** A client that has not sent its whole request by then is dropped, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** Requests in flight are answered for so long after a stop is asked for, in milliseconds. */
const GRACE = 4_000;

/** The api as a server that is ready to listen, and the way to stop it. */
export async function makeApp(
  settings: Settings,
): Promise<{ app: FastifyInstance; database: Database; worker: NewsWorker; stop: () => Promise<void> }> {
  const database = await Database.connect(settings.databaseUrl, entities);
  await refusePowerfulRole(database);
  const app = Fastify({
    logger: { level: process.env.LOG_LEVEL ?? "info", serializers: { err: withoutData } },
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => uuidv7(),
    trustProxy: "loopback",
    logController: new LogController({ disableRequestLogging: true }),
  });
  nameRequests(app);
  protectAnswers(app);
  answerHttpErrors(app);
  const shared: Shared = {
    database,
    clock: systemClock(settings.today),
    demoMode: settings.demoMode,
    mailIsOn: settings.mail !== null,
    viewers: new KnownViewers(),
    secure: settings.publicUrl.protocol === "https:",
  };
  DiaryFeed.of(database);
  NewsFeed.of(database);
  const worker = new NewsWorker({
    database,
    clock: shared.clock,
    mailer: settings.mail && makeMailer(settings.mail),
    portal: settings.publicUrl,
    report: (err) => app.log.error({ err }, "news were not told, they are tried again"),
  });
  if (settings.newsEvery !== null) worker.start(settings.newsEvery);
  const schema = buildGuardedSchema();
  const stopGraphQL = await serveGraphQL(app, shared, schema, settings.trustedDocuments);
  const endStreams = serveStream(app, shared, schema, settings.trustedDocuments);
  servePlayground(app, shared);
  serveFiles(app, shared);
  serveHealth(app, database);
  const stop = async (): Promise<void> => {
    const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE);
    // A connection that falls idle while the server closes is kept alive by Node for a while.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    endStreams();
    await app.close();
    clearInterval(sweep);
    clearTimeout(impatience);
    await stopGraphQL();
    await worker.stop();
    await database.close();
  };
  return { app, database, worker, stop };
}

/** An error in the log: errors of the database carry rows and values of people besides. */
function withoutData({ name, message, stack, code }: Error & { code?: string }): {
  type: string;
  message: string;
  stack: string;
  code?: string;
} {
  return { type: name, message, stack: stack ?? "", ...(code && { code }) };
}
