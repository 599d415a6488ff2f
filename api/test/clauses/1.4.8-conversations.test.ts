import { uuidv7 } from "uuidv7";
import { verifyHistory } from "../../src/kernel/verify-history";
import { statementsOf } from "../count-statements";
import { send } from "../factories/commands";
import { begun, inbox, readMessages, sendMessage, sent, startConversation } from "../factories/messages";
import { makeAccount, makeGuardian } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Named {
  pupils: { name: string }[];
}

describe("a conversation (1.4.8, 2.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let mother: TestClient;
  let teacher: TestClient;
  let pair: string;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    [mother, teacher] = [await server.signIn("mother"), await server.signIn("teacher")];
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.owner.query("TRUNCATE conversation, message, outbox, operation CASCADE");
    pair = (await begun(mother, school.staff.teacher, school.pupils.misha)).id;
  });

  it("is one for two people about one child, whoever begins", async () => {
    const again = await begun(teacher, school.guardians.mother, school.pupils.misha, { text: "И вам добрый!" });
    expect(again.id).toBe(pair);
    expect(await readMessages(mother, pair)).toMatchObject([
      { seq: 2, text: "И вам добрый!", isMine: false },
      { seq: 1, text: "Добрый день!", isMine: true },
    ]);
  });

  it("tells each what is unread, and whom the other is", async () => {
    await sent(mother, pair, "Можно вопрос?");
    expect(await inbox(teacher)).toMatchObject([{ id: pair, title: "Орлова Ирина Сергеевна", unread: 2, canWrite: true }]);
    expect(await inbox(mother)).toMatchObject([{ id: pair, title: "Иванова Мария Петровна", unread: 0 }]);
    await send(teacher, "readConversation", { conversationId: pair, seq: 2 }, "conversation { unread }");
    expect(await inbox(teacher)).toMatchObject([{ unread: 0 }]);
    const { data } = await mother.send<{ conversation: { members: object[]; pupils: object[] } }>(
      `query ($id: ID!) { conversation(id: $id) { members { name isMe lastReadSeq lastReadAt } pupils { name classLabel } } }`,
      { id: pair },
    );
    expect(data!.conversation.members).toMatchObject([
      { name: "Иванова Мария Петровна", isMe: false, lastReadSeq: 2, lastReadAt: expect.stringMatching(/^20/) },
      { name: "Орлова Ирина Сергеевна", isMe: true },
    ]);
    expect(data!.conversation.pupils).toEqual([{ name: "Орлов Михаил", classLabel: "5«А»" }]);
  });

  it.each(["pupil", "otherMother", "otherTeacher", "classTeacher", "deputy", "director", "admin", "formerGuardian"])(
    "is not there for %s, by whatever name it is asked for",
    async (login) => {
      const stranger = await server.signIn(login);
      const message = (await readMessages(mother, pair))[0] as { id: string; version: number };
      expect(await readMessages(stranger, pair)).toBe("NOT_FOUND");
      expect(await readMessages(stranger, uuidv7())).toBe("NOT_FOUND");
      expect(await inbox(stranger)).toEqual([]);
      const codes = [
        await sendMessage(stranger, pair, "Я тоже здесь"),
        await send(stranger, "readConversation", { conversationId: pair, seq: 1 }, "conversation { id }"),
        await send(stranger, "setConversationState", { conversationId: pair, isMuted: true }, "conversation { id }"),
        await send(stranger, "editMessage", { messageId: message.id, version: 1, text: "Чужое" }, "message { id }"),
        await send(stranger, "withdrawMessage", { messageId: message.id, version: 1 }, "message { id }"),
        await send(stranger, "reportMessage", { messageId: message.id, reason: "Жалоба" }, "message { id }"),
      ].map(({ errors }) => errors[0]?.extensions.code);
      expect(new Set(codes)).toEqual(new Set(["NOT_FOUND"]));
      expect(await stranger.send(`query ($id: ID!) { messageVersions(messageId: $id) { text } }`, { id: message.id })).toMatchObject({
        errors: [{ extensions: { code: "NOT_FOUND" } }],
      });
    },
  );

  it("closes for a guardian on the day the guardianship ends, and for one whose account is closed at once", async () => {
    const end = (to: string | null) =>
      server.owner.query("UPDATE guardianship SET valid_to = $1 WHERE guardian_id = $2", [to, school.guardians.mother]);
    await end("2026-11-22");
    expect(await readMessages(mother, pair)).toBe("NOT_FOUND");
    expect(await inbox(mother)).toEqual([]);
    expect(await inbox(teacher)).toMatchObject([{ id: pair, canWrite: false }]);
    expect((await sendMessage(teacher, pair, "Вы здесь?")).errors[0]?.extensions.code).toBe("FORBIDDEN");
    await end(null);
    expect(await inbox(mother)).toHaveLength(1);
    await server.owner.query("UPDATE account SET closed_at = now() WHERE person_id = $1", [school.guardians.mother]);
    expect(await readMessages(mother, pair)).toBe("UNAUTHENTICATED");
    await server.owner.query("UPDATE account SET closed_at = NULL WHERE person_id = $1", [school.guardians.mother]);
  });

  it("may be changed by its author for 15 minutes, with every earlier text kept", async () => {
    const message = await sent(mother, pair, "Зафтра не придём");
    const input = { messageId: message.id, version: 1, text: "Завтра не придём" };
    const changed = await send(mother, "editMessage", input, "message { text version editedAt }");
    expect(changed.data).toMatchObject({ editMessage: { message: { text: "Завтра не придём", version: 2 } } });
    expect((await send(mother, "editMessage", { ...input, text: "Придём" }, "message { id }")).errors[0]?.extensions).toMatchObject({
      code: "CONFLICT",
      version: 2,
      text: "Завтра не придём",
    });
    expect((await send(teacher, "editMessage", { ...input, version: 2 }, "message { id }")).errors[0]?.extensions.code).toBe("NOT_FOUND");
    const versions = await teacher.send(`query ($id: ID!) { messageVersions(messageId: $id) { text } }`, { id: message.id });
    expect(versions.data).toEqual({ messageVersions: [{ text: "Зафтра не придём" }] });
    await server.owner.query("UPDATE message SET sent_at = sent_at - interval '16 minutes'");
    const late = await send(mother, "withdrawMessage", { messageId: message.id, version: 2 }, "message { id }");
    expect(late.errors[0]).toMatchObject({ extensions: { code: "TOO_LATE" }, message: expect.stringMatching(/15 минут/) });
    expect(await verifyHistory(server.database, school.schoolId)).toMatchObject({ brokenAt: null });
  });

  it("shows a withdrawn message to nobody, and lets nobody quote it", async () => {
    const message = await sent(mother, pair, "Секрет");
    const answer = await sent(teacher, pair, "Поняла", { quotedId: message.id });
    await send(mother, "withdrawMessage", { messageId: message.id, version: 1 }, "message { id }");
    expect(await readMessages(teacher, pair)).toMatchObject([
      { id: answer.id, quoted: { id: message.id, text: null } },
      { text: null },
      {},
    ]);
    const found = await teacher.send<{ messageSearch: { nodes: object[] } }>(
      `{ messageSearch(text: "секрет") { nodes { message { id } } } }`,
    );
    expect(found.data!.messageSearch.nodes).toEqual([]);
    const quoted = await sendMessage(teacher, pair, "А вот что вы писали", { quotedId: message.id });
    expect(quoted.errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "quotedId" });
    expect((await server.owner.query("SELECT text FROM message WHERE id = $1", [message.id])).rows).toEqual([{ text: "Секрет" }]);
  });

  it.each([
    ["empty", "  \n ", "INVALID"],
    ["20,000 characters long", "я".repeat(20_000), "TEXT_TOO_LONG"],
    ["with NUL", "a\u0000b", "INVALID"],
  ])("takes no text that is %s", async (_, text, code) => {
    for (const { errors } of [
      await sendMessage(mother, pair, text),
      await startConversation(mother, [{ personId: school.staff.teacher, pupilId: school.pupils.misha }], { text }),
    ]) {
      expect(errors[0]?.extensions.code).toBe(code);
      expect(errors[0]?.message).toMatch(/^[А-ЯЁ]/);
    }
    expect(await readMessages(mother, pair)).toHaveLength(1);
  });

  it("keeps scripts, SVG and emoji as the plain text that they are", async () => {
    const text = "<script>alert(1)</script><svg onload=alert(1)> 👩‍👧 {{7*7}}";
    expect(await sent(mother, pair, text)).toMatchObject({ text });
  });

  it("takes a lesson of the child's diary along, and no other", async () => {
    expect(await sent(mother, pair, "Про этот урок", { lessonId: school.lessons.friday })).toMatchObject({
      lesson: { lessonId: school.lessons.friday },
    });
    const foreign = await sendMessage(mother, pair, "Про чужой", { lessonId: school.lessons.today5B });
    expect(foreign.errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "lessonId" });
  });

  it("numbers messages that are sent at once without a gap, and does nothing twice", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, place) => sent(place % 2 ? mother : teacher, pair, `№ ${place}`)));
    const messages = (await readMessages(mother, pair)) as { seq: number }[];
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, place) => 21 - place));
    const operationId = uuidv7();
    const [first, second] = await Promise.all([
      sent(mother, pair, "Один раз", { operationId }),
      sent(mother, pair, "Один раз", { operationId }),
    ]);
    expect(second).toEqual(first);
    expect(await readMessages(mother, pair)).toHaveLength(22);
    expect((await server.owner.query("SELECT count(*)::int AS n FROM outbox WHERE kind = 'MESSAGE'")).rows).toEqual([{ n: 22 }]);
  });

  it("refuses a thousand recipients, and more than an hour's messages, with nothing half sent", async () => {
    const many = Array.from({ length: 1000 }, () => ({ personId: school.staff.teacher, pupilId: school.pupils.misha }));
    expect((await startConversation(mother, many)).errors[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit: 100 });
    await server.owner.query(
      `INSERT INTO message (school_id, id, conversation_id, seq, author_id, text, sent_at)
       SELECT $1, gen_random_uuid(), $2, 1000 + n, $3, 'Ещё', (SELECT max(sent_at) FROM message) FROM generate_series(1, 59) n`,
      [school.schoolId, pair, school.guardians.mother],
    );
    const refused = await sendMessage(mother, pair, "И ещё");
    expect(refused.errors[0]).toMatchObject({
      extensions: { code: "LIMIT_EXCEEDED", limit: 60 },
      message: expect.stringMatching(/попробуйте после \d\d:\d\d/),
    });
    expect(await readMessages(mother, pair)).toHaveLength(50);
  });

  it("lets the class teacher write to all guardians of the class in one group, and a teacher not", async () => {
    const leader = await server.signIn("classTeacher");
    const all = [{ personId: school.guardians.mother, pupilId: school.pupils.misha }];
    const group = await startConversation(leader, all, { together: true, title: "Родители 5«А»" });
    expect(group.errors).toEqual([]);
    const { id } = group.data!.startConversation!.conversations[0]!;
    expect(await inbox(mother)).toMatchObject([{ id, title: "Родители 5«А»", unread: 1 }, {}]);
    await sent(mother, id, "Спасибо");
    expect((await startConversation(teacher, all, { together: true, title: "Моя группа" })).errors[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      field: "together",
    });
    expect((await startConversation(leader, all, { together: true, title: " " })).errors[0]?.extensions).toMatchObject({
      code: "INVALID",
      field: "title",
    });
  });

  it("of a group names to each family its own child alone, and to the class teacher all of them (2.2)", async () => {
    const leader = await server.signIn("classTeacher");
    const father = await makeGuardian(server.owner, school.schoolId, "Ёлкин Сергей Львович", [school.pupils.anya]);
    await makeAccount(server.owner, school.schoolId, father, "father");
    const all = [
      { personId: school.guardians.mother, pupilId: school.pupils.misha },
      { personId: father, pupilId: school.pupils.anya },
    ];
    const { data } = await startConversation(leader, all, { together: true, title: "Родители 5«А»" });
    const { id } = data!.startConversation!.conversations[0]!;
    const children = async (client: TestClient) => {
      const asked = `conversation(id: $id) { pupils { name } } conversations { nodes { isGroup pupils { name } } }`;
      const answer = await client.send<{ conversation: Named; conversations: { nodes: (Named & { isGroup: boolean })[] } }>(
        `query ($id: ID!) { ${asked} }`,
        { id },
      );
      const listed = answer.data!.conversations.nodes.find(({ isGroup }) => isGroup)!;
      expect(listed.pupils).toEqual(answer.data!.conversation.pupils);
      return listed.pupils.map(({ name }) => name);
    };
    expect(await children(mother)).toEqual(["Орлов Михаил"]);
    expect(await children(await server.signIn("father"))).toEqual(["Ёлкина Анна"]);
    expect(await children(leader)).toEqual(["Ёлкина Анна", "Орлов Михаил"]);
  });

  it("is put away until the next message, and muted, for the one who asks", async () => {
    await send(
      teacher,
      "setConversationState",
      { conversationId: pair, isArchived: true, isMuted: true },
      "conversation { isArchived isMuted }",
    );
    expect(await inbox(teacher)).toEqual([]);
    expect(await inbox(teacher, "ARCHIVE")).toHaveLength(1);
    expect(await inbox(mother)).toHaveLength(1);
    await sent(mother, pair, "Ау");
    expect(await inbox(teacher)).toHaveLength(1);
  });

  it("goes to the deputy message by message, by a report, and is closed with what was done", async () => {
    const deputy = await server.signIn("deputy");
    const bad = await sent(teacher, pair, "Грубость");
    await send(mother, "reportMessage", { messageId: bad.id, reason: "Так нельзя" }, "message { id }");
    await send(mother, "reportMessage", { messageId: bad.id, reason: "Ещё раз" }, "message { id }");
    await send(teacher, "withdrawMessage", { messageId: bad.id, version: 1 }, "message { id }");
    const reports = `query ($open: Boolean!) { messageReports(open: $open) { nodes { id reason reportedByName conversationTitle outcome message { text } } } }`;
    const open = await deputy.send<{ messageReports: { nodes: { id: string }[] } }>(reports, { open: true });
    expect(open.data!.messageReports.nodes).toMatchObject([
      { reason: "Так нельзя", reportedByName: "Орлова Ирина Сергеевна", message: { text: "Грубость" } },
    ]);
    expect(await readMessages(deputy, pair)).toBe("NOT_FOUND");
    const reportId = open.data!.messageReports.nodes[0]!.id;
    expect((await send(mother, "closeReport", { reportId, outcome: "Сама" }, "report { id }")).errors[0]?.extensions.code).toBe(
      "FORBIDDEN",
    );
    const closed = await send(deputy, "closeReport", { reportId, outcome: "Беседа проведена" }, "report { outcome closedByName }");
    expect(closed.data).toMatchObject({ closeReport: { report: { outcome: "Беседа проведена", closedByName: "Белова Ольга Ивановна" } } });
    expect((await send(deputy, "closeReport", { reportId, outcome: "Ещё" }, "report { id }")).errors[0]?.extensions.code).toBe("CONFLICT");
    expect((await deputy.send(reports, { open: false })).data).toMatchObject({
      messageReports: { nodes: [{ outcome: "Беседа проведена" }] },
    });
  });

  it("costs one statement beside the viewer's, and finds words in the own threads only", async () => {
    expect(await statementsOf(() => readMessages(mother, pair))).toHaveLength(2);
    expect(await statementsOf(() => mother.send("{ conversations { nodes { id title unread lastText members { name } } } }"))).toHaveLength(
      2,
    );
    await sent(teacher, pair, "Ёлка будет в пятницу");
    const search = `{ messageSearch(text: "елка") { nodes { conversationTitle message { text } } } }`;
    expect((await mother.send(search)).data).toMatchObject({ messageSearch: { nodes: [{ conversationTitle: "Иванова Мария Петровна" }] } });
    expect((await (await server.signIn("otherMother")).send(search)).data).toEqual({ messageSearch: { nodes: [] } });
  });
});
