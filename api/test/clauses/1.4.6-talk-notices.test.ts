import { uuidv7 } from "uuidv7";
import { send } from "../factories/commands";
import { ORDINARY, publish } from "../factories/announcements";
import { begun, sent } from "../factories/messages";
import { noticesOf, told } from "../factories/notices";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("messages and announcements ring the bell (1.4.6, 1.4.8)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let mother: TestClient;
  let teacher: TestClient;
  let deputy: TestClient;
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    [mother, teacher, deputy] = [await server.signIn("mother"), await server.signIn("teacher"), await server.signIn("deputy")];
  });
  afterEach(() => server?.stop());

  const unread = async (client: TestClient) =>
    (await noticesOf(client, { unreadOnly: true })).nodes.map(({ kind, text }) => `${kind} ${text}`);
  const ofGuardians = [{ kind: "ROLE", role: "GUARDIAN" }];

  it("a message rings for the other, is quiet once the thread was read, and is gone when it is withdrawn", async () => {
    const { id } = await begun(mother, school.staff.teacher, school.pupils.misha);
    await server.worker.runOnce();
    expect([await unread(teacher), await unread(mother)]).toEqual([["MESSAGE Добрый день!"], []]);
    await send(teacher, "readConversation", { conversationId: id, seq: 1 }, "conversation { unread }");
    expect(await unread(teacher)).toEqual([]);
    const { id: messageId, version } = await sent(mother, id, "Ошиблась");
    await server.worker.runOnce();
    expect(await unread(teacher)).toEqual(["MESSAGE Ошиблась"]);
    await send(mother, "withdrawMessage", { messageId, version }, "message { text }");
    expect((await told(server, "teacher")).map(({ text }) => text)).toEqual(["Добрый день!"]);
  });

  it("a message that is withdrawn or read before it was told rings for nobody", async () => {
    const { id } = await begun(mother, school.staff.teacher, school.pupils.misha);
    await send(teacher, "readConversation", { conversationId: id, seq: 1 }, "conversation { unread }");
    const { id: messageId, version } = await sent(mother, id, "Ошиблась");
    await send(mother, "withdrawMessage", { messageId, version }, "message { text }");
    await server.worker.runOnce();
    expect(await told(server, "teacher")).toEqual([]);
  });

  it("a thread that is muted is quiet, in the bell and in its counts", async () => {
    const { id } = await begun(mother, school.staff.teacher, school.pupils.misha);
    await send(teacher, "setConversationState", { conversationId: id, isMuted: true }, "conversation { isMuted }");
    await server.worker.runOnce();
    expect((await teacher.send("{ newsCounts { notices messages } }")).data).toEqual({ newsCounts: { notices: 0, messages: 0 } });
  });

  it("a reported message rings for the deputy and the director", async () => {
    const { id } = await begun(teacher, school.guardians.mother, school.pupils.misha);
    const { id: messageId } = await sent(teacher, id, "Грубость");
    await send(mother, "reportMessage", { messageId, reason: "Так не разговаривают" }, "message { id }");
    await server.worker.runOnce();
    for (const login of ["deputy", "director"])
      expect(await told(server, login)).toMatchObject([{ kind: "REPORT", text: "Так не разговаривают" }]);
  });

  it("an announcement rings on its first day, is quiet once it was read, and is gone when it is withdrawn", async () => {
    const { id, version } = await publish(deputy, ofGuardians);
    await publish(deputy, ofGuardians, { title: "Потом", shownFrom: "2026-11-25", shownTo: "2026-11-26" });
    await server.worker.runOnce();
    expect(await told(server, "mother")).toMatchObject([{ kind: "ANNOUNCEMENT", title: ORDINARY.title }]);
    const other = await server.signIn("othermother");
    await send(mother, "readAnnouncements", { announcementIds: [id] }, "announcements { readAt }");
    expect([await unread(mother), (await unread(other)).length]).toEqual([[], 1]);
    await send(deputy, "withdrawAnnouncement", { announcementId: id, version, operationId: uuidv7() }, "announcement { withdrawnAt }");
    expect(await told(server, "othermother")).toEqual([]);
    expect((await server.owner.query("SELECT FROM outbox WHERE kind = 'ANNOUNCEMENT'")).rowCount).toBe(1);
  });

  it("an announcement is not told, shown or counted to somebody who is nobody in the school any more", async () => {
    await publish(deputy, ofGuardians);
    await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.otherMother]);
    await server.worker.runOnce();
    expect((await told(server, "mother")).length).toBe(1);
    expect((await server.owner.query("SELECT FROM notice")).rowCount).toBe(1);
    await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.mother]);
    expect(await told(server, "mother")).toEqual([]);
    expect((await mother.send("{ newsCounts { notices announcements } }")).data).toEqual({ newsCounts: { notices: 0, announcements: 0 } });
  });
});
