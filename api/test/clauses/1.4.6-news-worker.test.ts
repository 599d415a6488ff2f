import { uuidv7 } from "uuidv7";
import { send } from "../factories/commands";
import { insert } from "../factories/insert";
import { fridayMarks, minutesPass, told } from "../factories/notices";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const COUNTS = "{ newsCounts { notices messages announcements lastNoticeId } }";

describe("news are told once, and what is undone is taken back (1.4.6)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let mother: TestClient;
  let on: ReturnType<typeof fridayMarks>;
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    mother = await server.signIn("mother");
    on = fridayMarks(school, teacher);
  });
  afterEach(() => server?.stop());

  it("takes the notice of a mark back that is undone within five minutes, told already or not", async () => {
    const { assessmentId } = await on.mark("2", 0);
    await server.worker.runOnce();
    await on.clear(assessmentId!, 1);
    await server.worker.runOnce();
    expect(await told(server, "mother")).toEqual([]);
    await on.mark("2", 2);
    await on.clear(assessmentId!, 3);
    await server.worker.runOnce();
    expect(await told(server, "mother")).toEqual([]);
    expect((await mother.send(COUNTS)).data).toMatchObject({ newsCounts: { notices: 0 } });
  });

  it("changes the fresh notice where it stands, unread again, and keeps what was before", async () => {
    await on.mark("2", 0);
    await server.worker.runOnce();
    const [first] = await told(server, "mother");
    await send(mother, "readNotices", { noticeId: first!.id }, "counts { notices }");
    await on.mark("4", 1);
    await server.worker.runOnce();
    expect(await told(server, "mother")).toEqual([{ ...first, after: "4", readAt: null }]);
  });

  it("tells a later change as a thing of its own", async () => {
    await on.mark("2", 0);
    await server.worker.runOnce();
    await minutesPass(server, 6);
    await on.mark("4", 1);
    await server.worker.runOnce();
    expect(await told(server, "mother")).toMatchObject([
      { before: "2", after: "4" },
      { before: null, after: "2" },
    ]);
  });

  it("finds the end of a mark's changes though the first of them is told last", async () => {
    const { assessmentId } = await on.mark("2", 0);
    await server.owner.query("UPDATE outbox SET due_at = due_at + interval '1 hour'");
    await on.clear(assessmentId!, 1);
    await server.worker.runOnce();
    await server.owner.query("UPDATE outbox SET due_at = due_at - interval '1 hour'");
    await server.worker.runOnce();
    expect(await told(server, "mother")).toEqual([]);
  });

  it("tells everybody once though two workers work at once", async () => {
    for (let version = 0; version < 5; version++) await on.homework(`№ ${version}`, version);
    await server.owner.query(
      "UPDATE outbox SET at = at - id_no * interval '10 minutes' FROM (SELECT id, row_number() OVER (ORDER BY id DESC) AS id_no FROM outbox) n WHERE n.id = outbox.id",
    );
    await Promise.all([server.worker.runOnce(), server.worker.runOnce(), server.worker.runOnce()]);
    await server.worker.runOnce();
    expect((await told(server, "mother")).map(({ before, after }) => [before, after])).toEqual([
      ["№ 3", "№ 4"],
      ["№ 2", "№ 3"],
      ["№ 1", "№ 2"],
      ["№ 0", "№ 1"],
      [null, "№ 0"],
    ]);
  });

  it("tries news that fail again with growing pauses, lets the others pass, and shows the administrator what it gave up", async () => {
    const at = "2026-11-23T00:00:00+03:00";
    const bad = {
      school_id: school.schoolId,
      id: uuidv7(),
      kind: "MARK",
      payload: JSON.stringify({ marks: [{ lessonId: "x" }] }),
      at,
      due_at: at,
    };
    await insert(server.owner, "outbox", bad);
    await on.mark("5", 0);
    await server.worker.runOnce();
    expect(await told(server, "mother")).toHaveLength(1);
    const attempts = async () =>
      (await server.owner.query<{ attempts: number; dead_at: Date | null }>("SELECT attempts, dead_at FROM outbox")).rows[0]!;
    expect(await attempts()).toEqual({ attempts: 1, dead_at: null });
    await server.worker.runOnce();
    expect((await attempts()).attempts).toBe(1);
    for (let again = 1; again < 8; again++) {
      await server.owner.query("UPDATE outbox SET due_at = $1", [at]);
      await server.worker.runOnce();
    }
    expect(await attempts()).toMatchObject({ attempts: 8, dead_at: expect.any(Date) as Date });
    const admin = await server.signIn("admin");
    const { data } = await admin.send<{ deadLetters: { nodes: { id: string }[] } }>(
      "{ newsHealth { deadNews waitingNews portal { kind count maxMs } } deadLetters { totalCount nodes { id what kind attempts error } } }",
    );
    expect(data).toMatchObject({
      newsHealth: { deadNews: 1, waitingNews: 0, portal: [{ kind: "MARK", count: 2 }] },
      deadLetters: {
        totalCount: 1,
        nodes: [{ what: "NEWS", kind: "MARK", attempts: 8, error: expect.stringContaining("uuid") as string }],
      },
    });
    const retried = await send(admin, "retryDeadLetters", { ids: [data!.deadLetters.nodes[0]!.id] }, "retried");
    expect(retried.data).toEqual({ retryDeadLetters: { retried: 1 } });
    expect(await attempts()).toEqual({ attempts: 0, dead_at: null });
  });
});
