import { uuidv7 } from "uuidv7";
import { send } from "../factories/commands";
import { begun, inbox, readMessages, sendMessage, sent, startConversation, type MessageAnswer } from "../factories/messages";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { statementsOf } from "../count-statements";
import { type Answer, startTestServer, type TestClient, type TestServer } from "../test-server";

const PAGE = `query ($id: ID!, $after: String) { messages(conversationId: $id, first: 10, after: $after) {
  nodes { id seq text authorName } totalCount pageInfo { hasNextPage endCursor } } }`;
const INBOX = `query ($after: String) { conversations(folder: INBOX, after: $after) {
  nodes { id title lastText unread canWrite members { name } pupils { name } } totalCount pageInfo { hasNextPage endCursor } } }`;

interface Page {
  messages: { nodes: MessageAnswer[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

describe("conversations that grow long and many (1.4.8)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let mother: TestClient;
  let teacher: TestClient;
  const withTeacher = () => begun(mother, school.staff.teacher, school.pupils.misha);

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    mother = await server.signIn("mother");
    teacher = await server.signIn("teacher");
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE conversation, message_report, outbox, operation CASCADE"));

  /** Adds messages to a conversation, as old as a year. */
  const fill = async (conversationId: string, count: number) => {
    await server.owner.query(
      `INSERT INTO message (school_id, id, conversation_id, seq, author_id, text, sent_at)
       SELECT $1, gen_random_uuid(), $2, last_seq + n, CASE WHEN n % 2 = 0 THEN $3::uuid ELSE $4::uuid END, 'Сообщение ' || n, '2026-01-01T00:00:00Z'
       FROM conversation, generate_series(1, $5) AS n WHERE conversation.id = $2`,
      [school.schoolId, conversationId, school.staff.teacher, school.guardians.mother, count],
    );
    await server.owner.query("UPDATE conversation SET last_seq = last_seq + $2 WHERE id = $1", [conversationId, count]);
    await server.owner.query("ANALYZE message");
  };

  it("reads a page of 10,000 messages by its index, at the end and in the middle", async () => {
    const { id } = await withTeacher();
    await fill(id, 9_999);
    const { data } = await teacher.send<Page>(PAGE, { id });
    expect(data!.messages).toMatchObject({ totalCount: 10_000, pageInfo: { hasNextPage: true } });
    const middle = Buffer.from(JSON.stringify(["messages", "5000"])).toString("base64url");
    expect((await teacher.send<Page>(PAGE, { id, after: middle })).data!.messages.nodes[0]!.seq).toBe(4_999);
    const plan = await server.owner.query(
      "EXPLAIN (FORMAT JSON) SELECT * FROM message WHERE school_id = $1 AND conversation_id = $2 AND seq < 5000 ORDER BY seq DESC LIMIT 51".replace(
        /\$1|\$2/g,
        (place) => `'${place === "$1" ? school.schoolId : id}'`,
      ),
    );
    expect(JSON.stringify(plan.rows)).toContain("message_school_id_conversation_id_seq_key");
  });

  it("lists 500 conversations page by page, with a bounded number of statements", async () => {
    const conversations = Array.from({ length: 500 }, () => uuidv7());
    await server.owner.query(
      `INSERT INTO conversation (school_id, id, title, started_by, started_at, last_seq, last_at)
       SELECT $1, id, 'Беседа ' || n, $3, '2026-11-01T00:00:00Z', 1, '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 minute'
       FROM unnest($2::uuid[]) WITH ORDINALITY AS new (id, n)`,
      [school.schoolId, conversations, school.staff.teacher],
    );
    await server.owner.query(
      `INSERT INTO conversation_member (school_id, conversation_id, person_id, side)
       SELECT $1, conversation.id, person, 'STAFF' FROM conversation CROSS JOIN unnest($2::uuid[]) AS person`,
      [school.schoolId, [school.staff.teacher, school.staff.deputy]],
    );
    await server.owner.query(
      `INSERT INTO message (school_id, id, conversation_id, seq, author_id, text, sent_at)
       SELECT school_id, gen_random_uuid(), id, 1, $1, 'Здравствуйте!', last_at FROM conversation`,
      [school.staff.deputy],
    );
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const answer: Answer<{ conversations: Page["messages"] }> = await teacher.send(INBOX, { after });
      const { nodes, totalCount, pageInfo }: Page["messages"] = answer.data!.conversations;
      expect(totalCount).toBe(500);
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(conversations.toReversed());
    const names = await statementsOf(() => teacher.send("{ conversations(folder: INBOX) { nodes { id title unread members { name } } } }"));
    expect(names.filter((name) => name !== "viewer")).toEqual(["conversations"]);
  });

  it("is one, numbered without a gap, though both begin at once, and many write to the same people crosswise", async () => {
    const { guardians, pupils, staff } = school;
    const toBoth = [staff.teacher, staff.classTeacher].map((personId) => ({ personId, pupilId: pupils.misha }));
    const toMother = [{ personId: guardians.mother, pupilId: pupils.misha }];
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => [
        startConversation(mother, toBoth),
        startConversation(mother, toBoth.toReversed()),
        startConversation(teacher, toMother),
      ]).flat(),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const { rows } = await server.owner.query(
      "SELECT array_agg(message.seq ORDER BY message.seq) AS numbers, last_seq FROM message JOIN conversation ON conversation.id = conversation_id GROUP BY conversation.id, last_seq ORDER BY last_seq",
    );
    const upTo = (last: number) => ({ numbers: Array.from({ length: last }, (_, index) => index + 1), last_seq: last });
    expect(rows).toEqual([upTo(8), upTo(12)]);
  });

  it("does not take for read what came before a message that was begun elsewhere", async () => {
    const { id } = await withTeacher();
    await startConversation(teacher, [{ personId: school.guardians.mother, pupilId: school.pupils.misha }]);
    expect(await inbox(teacher)).toMatchObject([{ id, unread: 1 }]);
    expect(await inbox(mother)).toMatchObject([{ id, unread: 1 }]);
    await send(teacher, "readConversation", { conversationId: id, seq: 2 }, "conversation { id }");
    await sent(teacher, id, "Ответ");
    expect(await inbox(teacher)).toMatchObject([{ id, unread: 0 }]);
  });

  it("does not count a withdrawn message as unread", async () => {
    const { id } = await withTeacher();
    const { id: messageId } = await sent(mother, id, "Ошибка");
    expect(await inbox(teacher)).toMatchObject([{ unread: 2 }]);
    await send(mother, "withdrawMessage", { messageId, version: 1 }, "message { id }");
    expect(await inbox(teacher)).toMatchObject([{ unread: 1 }]);
  });

  it("holds an hour's limit against sends from many devices at once, and says when there is room", async () => {
    const { id } = await withTeacher();
    for (let count = 1; count < 56; count++) await sent(mother, id, `№ ${count}`);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => sendMessage(mother, id, `Сразу ${index}`)));
    const refused = answers.flatMap(({ errors }) => errors);
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill("LIMIT_EXCEEDED"));
    expect(refused[0]).toMatchObject({
      message: expect.stringMatching(/не больше 60 сообщений.*после \d\d:\d\d/),
      extensions: { limit: 60 },
    });
    expect(((await readMessages(mother, id)) as MessageAnswer[])[0]!.seq).toBe(60);
    await server.owner.query("UPDATE message SET sent_at = sent_at - interval '61 minutes'");
    await sent(mother, id, "Через час");
  });
});
