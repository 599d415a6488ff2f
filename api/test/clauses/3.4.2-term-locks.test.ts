import { uuidv7 } from "uuidv7";
import { verifyHistory } from "../../src/kernel/verify-history";
import { send, setMarks } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { answerOpening, closeTerm, endOpening, openTerm, requestOpening, type RequestAnswer } from "../factories/term-locks";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** Later than the test school's today, 23.11.2026. */
const TOMORROW = "2026-11-24T20:59:00.000Z";

describe("closing terms and opening them for a time (3.4.2, 3.4.4, 3.4.9)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  let teacher: TestClient;
  let journal: string;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    journal = school.journals.maths5A;
    deputy = await server.signIn("deputy");
    teacher = await server.signIn("teacher");
  });
  afterAll(() => server?.stop());
  afterEach(async () => {
    await server.owner.query("UPDATE mark SET opening_id = NULL; DELETE FROM opening_request");
    await server.owner.query("TRUNCATE mark, assessment, attendance, homework, operation, outbox, notice CASCADE");
    await server.owner.query("UPDATE term_opening SET ended_at = opened_at, ended_by = $1, version = 90 WHERE ended_at IS NULL", [
      school.staff.deputy,
    ]);
    await server.owner.query("DELETE FROM term_lock WHERE term_id = $1", [school.quarter2]);
    await server.owner.query("UPDATE term_lock SET lifted_at = NULL, lifted_by = NULL");
  });

  const write = async (place: { lessonId: string; pupilId: string }, value: string, version = 0) =>
    (await setMarks(teacher, journal, [{ ...place, value, version }]))[0]!;
  const inFirst = () => ({ lessonId: school.lessons.closedTerm, pupilId: school.pupils.misha });
  const inSecond = () => ({ lessonId: school.lessons.friday, pupilId: school.pupils.misha });
  const thing = async (table: string) =>
    (await server.owner.query(`SELECT opening_id IS NOT NULL AS late FROM ${table} ORDER BY opening_id NULLS LAST LIMIT 1`)).rows[0]
      ?.late as boolean;

  it("closes a term for a class: the teacher is refused, asks, the deputy grants, the teacher writes, and it is marked late", async () => {
    const { data } = await closeTerm(deputy, [{ termId: school.quarter2, classId: school.class5A }]);
    expect(data!.closeTerm).toMatchObject({
      closed: 1,
      endedOpenings: 0,
      locks: [{ lockedBy: "Белова О. И.", place: { className: "5«А»", termNumber: 2 } }],
    });
    expect(await write(inSecond(), "5")).toMatchObject({ outcome: "REFUSED", code: "TERM_CLOSED" });

    const asked = await requestOpening(teacher, { journalId: journal, termId: school.quarter2, ...inSecond() });
    expect(asked.errors).toEqual([]);
    const request = asked.data!.requestOpening!.request;
    expect(request).toMatchObject({ state: "WAITING", requestedBy: "Иванова М. П.", lessonDate: "2026-11-20", pupil: "Орлов Михаил" });

    const answered = await answerOpening(deputy, request, { until: TOMORROW, answer: "Только эту отметку" });
    expect(answered.data!.answerOpening!.request).toMatchObject({
      state: "GRANTED",
      answer: "Только эту отметку",
      answeredBy: "Белова О. И.",
      openUntil: TOMORROW,
    });

    expect(await write(inSecond(), "5")).toMatchObject({ outcome: "SET" });
    expect(await thing("mark")).toBe(true);
    const late = await deputy.send<{ lateEntries: { nodes: object[] } }>(
      "{ lateEntries { nodes { actor thing subject className lessonDate pupil openingReason openedBy changes { field from to } } } }",
    );
    expect(late.data!.lateEntries.nodes).toMatchObject([
      {
        actor: "Иванова М. П.",
        thing: "MARK",
        subject: "Математика",
        className: "5«А»",
        lessonDate: "2026-11-20",
        pupil: "Орлов Михаил",
        openingReason: "Работа сдана после болезни",
        openedBy: "Белова О. И.",
        changes: [{ field: "value", from: null, to: "5" }],
      },
      { thing: "ASSESSMENT" },
    ]);
    expect(await verifyHistory(server.database, school.schoolId)).toMatchObject({ brokenAt: null });
  });

  it("opens one journal of a closed school alone", async () => {
    const other = await server.signIn("otherteacher");
    await openTerm(deputy, [{ termId: school.quarter1, journalId: journal }], TOMORROW);
    expect(await write(inFirst(), "5")).toMatchObject({ outcome: "SET" });
    const { data } = await other.send<{ journalPage: { term: object } }>(
      "query ($journalId: ID!, $termId: ID!) { journalPage(journalId: $journalId, termId: $termId) { term { isClosed openUntil } mayEdit } }",
      { journalId: school.journals.maths5B, termId: school.quarter1 },
    );
    expect(data!.journalPage).toEqual({ term: { isClosed: true, openUntil: null }, mayEdit: false });
    const own = await teacher.send<{ journalPage: { term: object } }>(
      "query ($journalId: ID!, $termId: ID!) { journalPage(journalId: $journalId, termId: $termId) { term { isClosed openUntil } mayEdit } }",
      { journalId: journal, termId: school.quarter1 },
    );
    expect(own.data!.journalPage).toEqual({ term: { isClosed: false, openUntil: TOMORROW }, mayEdit: true });
  });

  it("shows the deputy how a term stands for each journal of a class, its groups and the pupils taught alone", async () => {
    const board = async (login: string, asked = { classId: school.class5A, termId: school.quarter2 }) =>
      (await server.signIn(login)).send<{ boardJournals: { journalId: string; isClosed: boolean }[] }>(
        `query ($classId: ID!, $termId: ID!) { boardJournals(classId: $classId, termId: $termId) {
          journalId subject className isClosed openUntil lock { lockedBy version place { subject className termNumber } } } }`,
        asked,
      );
    await closeTerm(deputy, [{ termId: school.quarter2, journalId: journal }]);
    const { data } = await board("deputy");
    const ofMaths = data!.boardJournals.find(({ journalId }) => journalId === journal);
    expect(ofMaths).toMatchObject({
      subject: "Математика",
      className: "5«А»",
      isClosed: true,
      openUntil: null,
      lock: { lockedBy: "Белова О. И.", place: { subject: "Математика", className: "5«А»", termNumber: 2 } },
    });
    expect(data!.boardJournals.filter(({ isClosed }) => isClosed)).toEqual([ofMaths]);
    expect(data!.boardJournals.length).toBeGreaterThan(2);
    await openTerm(deputy, [{ termId: school.quarter2, journalId: journal }], TOMORROW);
    expect((await board("director")).data!.boardJournals).toContainEqual(
      expect.objectContaining({ journalId: journal, isClosed: false, openUntil: TOMORROW }),
    );
    expect((await board("teacher")).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await board("deputy", { classId: uuidv7(), termId: school.quarter2 })).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("closes again when the opening ends, is ended early, or a new lock is put", async () => {
    const { data } = await openTerm(deputy, [{ termId: school.quarter1 }], TOMORROW);
    const [opening] = data!.openTerm!.openings;
    expect(await write(inFirst(), "5")).toMatchObject({ outcome: "SET" });
    const ended = await endOpening(deputy, opening!);
    expect(ended.data!.endOpening!.opening).toMatchObject({ state: "ENDED", endedBy: "Белова О. И." });
    expect(await write(inFirst(), "4", 1)).toMatchObject({ code: "TERM_CLOSED" });
    expect((await endOpening(deputy, opening!)).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);

    await openTerm(deputy, [{ termId: school.quarter1 }], TOMORROW);
    expect(await write(inFirst(), "4", 1)).toMatchObject({ outcome: "SET" });
    const closed = await closeTerm(deputy, [{ termId: school.quarter1, classId: school.class5A }]);
    expect(closed.data!.closeTerm).toMatchObject({ closed: 1, endedOpenings: 0 });
    expect(await write(inFirst(), "3", 2)).toMatchObject({ code: "TERM_CLOSED" });
    await server.owner.query("DELETE FROM term_lock WHERE class_id IS NOT NULL");

    await server.owner.query("UPDATE term_opening SET opened_at = '2026-11-20', opened_until = '2026-11-22' WHERE ended_at IS NULL");
    expect(await write(inFirst(), "3", 2)).toMatchObject({ code: "TERM_CLOSED" });
  });

  it("leaves what is closed already as it is, with the openings in it", async () => {
    await openTerm(deputy, [{ termId: school.quarter1, journalId: journal }], TOMORROW);
    const { data } = await closeTerm(deputy, [{ termId: school.quarter1 }]);
    expect(data!.closeTerm).toMatchObject({ closed: 0, endedOpenings: 0 });
    expect(await write(inFirst(), "5")).toMatchObject({ outcome: "SET" });
  });

  it("lifts a lock put by mistake: what is written then is not late", async () => {
    const closed = await closeTerm(deputy, [{ termId: school.quarter2 }]);
    const [lock] = closed.data!.closeTerm!.locks;
    const lift = (version: number, reason: string) =>
      send(deputy, "liftTermLock", { lockId: lock!.id, version, reason }, "lock { version }");
    expect((await lift(lock!.version, " ")).errors).toMatchObject([{ extensions: { code: "INVALID", field: "reason" } }]);
    expect((await lift(lock!.version + 1, "ошибка")).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    expect((await lift(lock!.version, "закрыли не ту четверть")).errors).toEqual([]);
    expect(await write(inSecond(), "5")).toMatchObject({ outcome: "SET" });
    expect(await thing("mark")).toBe(false);
    const again = await closeTerm(deputy, [{ termId: school.quarter2 }]);
    expect(again.data!.closeTerm).toMatchObject({ closed: 1, locks: [{ id: lock!.id, version: lock!.version + 2 }] });
  });

  it("refuses what cannot be: an unknown place, a class of other terms, a time that is past or too long, a term that is open", async () => {
    const until = (moment: string) => openTerm(deputy, [{ termId: school.quarter1 }], moment);
    expect((await closeTerm(deputy, [])).errors).toMatchObject([{ extensions: { code: "INVALID" } }]);
    expect((await closeTerm(deputy, [{ termId: uuidv7() }])).errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect((await closeTerm(deputy, [{ termId: school.quarter1, classId: uuidv7() }])).errors).toMatchObject([
      { extensions: { code: "NOT_FOUND" } },
    ]);
    expect((await until("2026-11-22T12:00:00Z")).errors).toMatchObject([{ extensions: { code: "INVALID", field: "until" } }]);
    expect((await until("2027-01-22T12:00:00Z")).errors).toMatchObject([{ extensions: { code: "INVALID", field: "until" } }]);
    expect((await openTerm(deputy, [{ termId: school.quarter2 }], TOMORROW)).errors).toMatchObject([{ extensions: { code: "INVALID" } }]);
    expect((await openTerm(deputy, [{ termId: school.quarter1 }], TOMORROW, "")).errors).toMatchObject([
      { extensions: { field: "reason" } },
    ]);
    const places = Array.from({ length: 201 }, () => ({ termId: uuidv7() }));
    expect((await closeTerm(deputy, places)).errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
  });

  describe("a teacher's request", () => {
    const ask = async (): Promise<RequestAnswer> =>
      (await requestOpening(teacher, { journalId: journal, termId: school.quarter1 })).data!.requestOpening!.request;

    it("waits once, is answered once, and may be withdrawn while it waits", async () => {
      const request = await ask();
      expect((await requestOpening(teacher, { journalId: journal, termId: school.quarter1 })).errors).toMatchObject([
        { extensions: { code: "CONFLICT" } },
      ]);
      expect((await answerOpening(deputy, request, {})).errors).toMatchObject([{ extensions: { code: "INVALID", field: "answer" } }]);
      const refused = await answerOpening(deputy, request, { answer: "Справки нет" });
      expect(refused.data!.answerOpening!.request).toMatchObject({ state: "REFUSED", answer: "Справки нет", openUntil: null });
      expect((await answerOpening(deputy, request, { until: TOMORROW })).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
      expect(await write(inFirst(), "5")).toMatchObject({ code: "TERM_CLOSED" });

      const second = await ask();
      const withdraw = (client: TestClient) =>
        send<{ request: RequestAnswer }>(client, "withdrawRequest", { requestId: second.id, version: second.version }, "request { state }");
      expect((await withdraw(await server.signIn("otherteacher"))).errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
      expect((await withdraw(teacher)).data!.withdrawRequest!.request).toEqual({ state: "WITHDRAWN" });
      expect((await answerOpening(deputy, second, { until: TOMORROW })).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    });

    it("is refused where the term is open, or about a lesson or a pupil of others", async () => {
      const wish = { journalId: journal, termId: school.quarter1 };
      expect((await requestOpening(teacher, { ...wish, termId: school.quarter2 })).errors).toMatchObject([
        { extensions: { code: "INVALID" } },
      ]);
      expect((await requestOpening(teacher, { ...wish, lessonId: school.lessons.friday })).errors).toMatchObject([
        { extensions: { code: "NOT_FOUND" } },
      ]);
      expect((await requestOpening(teacher, { ...wish, pupilId: school.pupils.borya })).errors).toMatchObject([
        { extensions: { code: "NOT_FOUND" } },
      ]);
      expect((await requestOpening(teacher, { ...wish, reason: "" })).errors).toMatchObject([{ extensions: { field: "reason" } }]);
    });

    it("does nothing twice when it is sent again", async () => {
      const operationId = uuidv7();
      const wish = { operationId, journalId: journal, termId: school.quarter1 };
      const first = await requestOpening(teacher, wish);
      const second = await requestOpening(teacher, wish);
      expect(second.data).toEqual(first.data);
      expect((await server.owner.query("SELECT count(*)::int AS n FROM opening_request")).rows).toEqual([{ n: 1 }]);
    });

    it("is shown to the deputy while it waits, and to the teacher with its answer", async () => {
      const request = await ask();
      const list = (waiting: boolean) =>
        deputy.send<{ openingRequests: { nodes: RequestAnswer[] } }>(`{ openingRequests(waiting: ${waiting}) { nodes { id state } } }`);
      expect((await list(true)).data!.openingRequests.nodes).toEqual([{ id: request.id, state: "WAITING" }]);
      await answerOpening(deputy, request, { until: TOMORROW });
      expect((await list(true)).data!.openingRequests.nodes).toEqual([]);
      expect((await list(false)).data!.openingRequests.nodes).toEqual([{ id: request.id, state: "GRANTED" }]);
      const mine = await teacher.send<{ myOpeningRequests: { nodes: object[] } }>(
        "{ myOpeningRequests { nodes { state openUntil answeredBy } } }",
      );
      expect(mine.data!.myOpeningRequests.nodes).toEqual([{ state: "GRANTED", openUntil: TOMORROW, answeredBy: "Белова О. И." }]);
      const others = await (
        await server.signIn("otherteacher")
      ).send<{ myOpeningRequests: { nodes: object[] } }>("{ myOpeningRequests { nodes { id } } }");
      expect(others.data!.myOpeningRequests.nodes).toEqual([]);
    });

    it("is heard of by the deputy, and its answer by the teacher", async () => {
      const heard = async (client: TestClient) => {
        await server.worker.runOnce();
        const { data } = await client.send<{ notices: { nodes: object[] } }>(
          "{ notices { nodes { kind title text subject after openUntil journalId openingRequestId } } }",
        );
        return data!.notices.nodes;
      };
      const request = await ask();
      const about = { kind: "TERM_LOCK", subject: "Математика, 5«А»", journalId: journal, openingRequestId: request.id };
      expect(await heard(deputy)).toEqual([{ ...about, title: "Иванова М. П.", text: request.correction, after: null, openUntil: null }]);
      expect(await heard(teacher)).toEqual([]);
      await answerOpening(deputy, request, { until: TOMORROW, answer: "Одну отметку" });
      const [notice] = await heard(teacher);
      expect(notice).toMatchObject({ ...about, title: "Белова О. И.", text: "Одну отметку", after: "GRANTED" });
    });
  });
});
