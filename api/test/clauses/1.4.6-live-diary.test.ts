import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { openStream, type EventStream } from "../factories/event-stream";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const SUBSCRIBE = "subscription ($pupilId: ID!) { diaryChanged(pupilId: $pupilId) { pupilId dates } }";

describe("the diary of a pupil tells at once that it has changed (1.4.6, 4.1.3, 4.2.1)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  const open: EventStream[] = [];
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    await untilListening();
  });
  afterEach(async () => {
    open.splice(0).forEach((stream) => stream.close());
    await server?.stop();
  });

  const listening = async () =>
    (
      await server.owner.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE query = 'LISTEN \"diary\"' AND datname = current_database()",
      )
    ).rows;
  async function untilListening(): Promise<void> {
    for (let tries = 0; (await listening()).length === 0; tries++) {
      if (tries > 100) throw new Error("the api does not listen");
      await pause(50);
    }
  }
  const subscribe = async (client: TestClient, pupilId: string) => {
    const stream = await openStream(server.url, { query: SUBSCRIBE, variables: { pupilId } }, client.cookie);
    open.push(stream);
    return stream;
  };
  const setMark = async (value: string, version: number) => {
    const input = {
      operationId: uuidv7(),
      journalId: school.journals.maths5A,
      cells: [{ lessonId: school.lessons.friday, pupilId: school.pupils.misha, value, version }],
    };
    const answer = await teacher.send<{ setMarks: { cells: { outcome: string }[] } }>(
      "mutation ($input: SetMarksInput!) { setMarks(input: $input) { cells { outcome code message } } }",
      { input },
    );
    expect(answer).toMatchObject({ errors: [], data: { setMarks: { cells: [{ outcome: "SET" }] } } });
  };
  const changed = (...dates: string[]) => ({ data: { diaryChanged: { pupilId: school.pupils.misha, dates } } });
  const notify = (notice: object) =>
    server.owner.query("SELECT pg_notify('diary', $1)", [JSON.stringify({ schoolId: school.schoolId, ...notice })]);

  it("tells the mother and the pupil of a mark as soon as the teacher has set it", async () => {
    const streams = [
      await subscribe(await server.signIn("mother"), school.pupils.misha),
      await subscribe(await server.signIn("pupil"), school.pupils.misha),
    ];
    await setMark("5", 0);
    expect(await Promise.all(streams.map((stream) => stream.next()))).toEqual([changed("2026-11-20"), changed("2026-11-20")]);
  });

  it("tells every pupil of the journal, and only those, of a change that concerns them all", async () => {
    const misha = await subscribe(await server.signIn("mother"), school.pupils.misha);
    const borya = await subscribe(await server.signIn("othermother"), school.pupils.borya);
    await notify({ journalId: school.journals.maths5A, dates: ["2026-11-23"] });
    await notify({ journalId: school.journals.maths5B, dates: ["2026-11-24"] });
    expect(await misha.next()).toEqual(changed("2026-11-23"));
    expect(await borya.next()).toEqual({ data: { diaryChanged: { pupilId: school.pupils.borya, dates: ["2026-11-24"] } } });
  });

  it.each(["director", "teacher", "classteacher", "othermother", "otherpupil", "formerguardian"])(
    "is closed to %s from the beginning",
    async (login) => {
      const stream = await subscribe(await server.signIn(login), school.pupils.misha);
      expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
      expect(await stream.next()).toBe("END");
    },
  );

  it("is closed to a stranger", async () => {
    const stream = await subscribe(server.anonymous, school.pupils.misha);
    expect(await stream.next()).toMatchObject({
      errors: [{ message: expect.stringMatching(/^Вы не вошли/) as string, extensions: { code: "UNAUTHENTICATED" } }],
    });
  });

  it.each([
    [
      "guardianship that has ended",
      () => server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.mother]),
    ],
    ["session that was ended elsewhere", async () => void (await (await server.signIn("mother")).send("mutation { signOutEverywhere }"))],
    ["account that was closed", () => server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'mother'")],
  ])("ends for a %s before the next change is told", async (_what, end) => {
    const stream = await subscribe(await server.signIn("mother"), school.pupils.misha);
    await end();
    await setMark("2", 0);
    expect(await stream.next()).toBe("END");
  });

  it("comes back after the database's connection was lost, and then says that anything may have changed", async () => {
    const stream = await subscribe(await server.signIn("mother"), school.pupils.misha);
    await server.owner.query("SELECT pg_terminate_backend($1)", [(await listening())[0]!.pid]);
    expect(await stream.next()).toEqual(changed());
    await setMark("4", 0);
    expect(await stream.next()).toEqual(changed("2026-11-20"));
  });

  it("ends the streams whose right it cannot ask for, so that browsers come back, and frees their places", async () => {
    const mother = await server.signIn("mother");
    const streams = await Promise.all(Array.from({ length: 10 }, () => subscribe(mother, school.pupils.misha)));
    await server.owner.query("ALTER TABLE session RENAME TO session_away");
    await notify({ journalId: school.journals.maths5A, pupilIds: [school.pupils.misha], dates: ["2026-11-23"] });
    const ends = await Promise.all(streams.map((stream) => Promise.race([stream.next().catch(() => "CUT"), pause(8_000, "OPEN")])));
    expect(ends).not.toContain("OPEN");
    await server.owner.query("ALTER TABLE session_away RENAME TO session");
    const again = await subscribe(mother, school.pupils.misha);
    await setMark("3", 0);
    expect(await again.next()).toEqual(changed("2026-11-20"));
  });

  it("lets one account hold ten streams, and takes the place of a closed one again", async () => {
    const mother = await server.signIn("mother");
    for (let n = 0; n < 10; n++) await subscribe(mother, school.pupils.misha);
    expect(await (await subscribe(mother, school.pupils.misha)).next()).toMatchObject({
      errors: [{ extensions: { code: "LIMIT_EXCEEDED", most: 10 } }],
    });
    open[0]!.close();
    await pause(200);
    const again = await subscribe(mother, school.pupils.misha);
    await setMark("3", 0);
    expect(await again.next()).toEqual(changed("2026-11-20"));
  });

  it("takes subscriptions only, and answers only with events", async () => {
    const mother = await server.signIn("mother");
    const query = await openStream(server.url, { query: "{ me { login } }" }, mother.cookie);
    expect([query.status, await query.next()]).toMatchObject([400, { errors: [{ extensions: { code: "BAD_REQUEST" } }] }]);
    const plain = await openStream(
      server.url,
      { query: SUBSCRIBE, variables: { pupilId: school.pupils.misha } },
      mother.cookie,
      "application/json",
    );
    expect([plain.status, await plain.next()]).toMatchObject([406, { errors: [{ extensions: { code: "BAD_REQUEST" } }] }]);
    const { errors } = await mother.send(SUBSCRIBE, { pupilId: school.pupils.misha });
    expect(errors[0]?.extensions.code).toBe("BAD_REQUEST");
  });

  it("ends within seconds when the api stops", async () => {
    const stream = await subscribe(await server.signIn("mother"), school.pupils.misha);
    const began = Date.now();
    await Promise.all([server.stop(), expect(stream.next()).resolves.toBe("END")]);
    expect(Date.now() - began).toBeLessThan(3_000);
    server = undefined as never;
  });
});

describe("live updates where only the portal's documents are taken", () => {
  it("takes the portal's subscription by its hash, and refuses one of one's own", async () => {
    const hash = "h";
    const server = await startTestServer({ trustedDocuments: new Map([[hash, SUBSCRIBE]]) });
    try {
      const portal = await openStream(
        server.url,
        { query: "", extensions: { persistedQuery: { version: 1, sha256Hash: hash } }, variables: { pupilId: "x" } },
        undefined,
      );
      expect(await portal.next()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
      const own = await openStream(server.url, { query: `${SUBSCRIBE} `, variables: { pupilId: "x" } }, undefined);
      expect(own.status).toBe(401);
    } finally {
      await server.stop();
    }
  });
});
