import { ApiErrors } from "@/graphql/ask";
import type { Call } from "../outbox/next-call";
import type { CallAnswer } from "../outbox/read-answers";
import { JournalStore } from "./journal-store";
import { OutboxSender } from "./outbox-sender";

const title = {
  journalId: "J",
  subject: "",
  className: "",
  markingScheme: "FIVE_POINT",
  isForeignLanguage: false,
  teachers: [],
  mayEdit: true,
  terms: [],
};
const term = {
  __typename: "TermCard",
  id: "T",
  kind: "QUARTER",
  number: 1,
  startsOn: "2026-09-01",
  endsOn: "2026-10-25",
  isClosed: false,
  openUntil: null,
};
const page = { title: { ...title, term }, pupils: [], lessons: [], assessments: [], marks: new Map(), attendance: new Map() };

const answer = (call: Call): CallAnswer => ({
  answers: call.entries.map(({ content }) => ({ outcome: "SET", stands: content, version: 1, code: null, message: null })),
  learned: { assessments: [], averages: [] },
});
const noNetwork = () => Promise.reject(new TypeError("Failed to fetch"));
const refusal = (code: string) => Promise.reject(new ApiErrors([{ message: "Период закрыт.", extensions: { code } }]));

/** A sender whose network does what each test says, call by call; after that it answers. */
function begin(...network: ((call: Call) => Promise<CallAnswer>)[]) {
  const store = new JournalStore(page as unknown as ConstructorParameters<typeof JournalStore>[0], "2026-09-02");
  const sent: Call[] = [];
  const order: string[] = [];
  let operations = 0;
  const sender = new OutboxSender({
    store,
    post: (call) => {
      sent.push(call);
      order.push("sent");
      return (network.shift() ?? ((one) => Promise.resolve(answer(one))))(call);
    },
    kept: () => {
      order.push("kept");
      return Promise.resolve();
    },
    newId: () => `operation-${++operations}`,
  });
  const type = (pupilId: string) => {
    store.change([{ slot: { thing: "MARK", lessonId: "L", number: 1, pupilId }, content: { value: "5", comment: null } }]);
    sender.start();
  };
  return { store, sender, sent, order, type };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("sending what is typed", () => {
  it("gathers quick strokes into one call, kept in the browser before it goes", async () => {
    const { store, sent, order, type } = begin();
    for (const pupil of ["P1", "P2", "P3"]) type(pupil);
    await jest.advanceTimersByTimeAsync(300);
    expect(sent.map(({ entries }) => entries.length)).toEqual([3]);
    expect(order).toEqual(["kept", "sent"]);
    expect(store.getState().outbox).toEqual({ waiting: [], calls: [], problems: [] });
  });

  it("sends a call again as it was until it is answered, and what was typed meanwhile after it", async () => {
    const { store, sent, type } = begin(noNetwork, noNetwork);
    type("P1");
    await jest.advanceTimersByTimeAsync(300);
    expect(store.getState().link).toBe("OFFLINE");
    type("P2");
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent.map(({ input }) => input.operationId)).toEqual(["operation-1", "operation-1", "operation-1", "operation-2"]);
    expect(store.getState().link).toBe("ONLINE");
  });

  it("does not wait when the network is said to be back", async () => {
    const { store, sender, sent, type } = begin(noNetwork, noNetwork, noNetwork, noNetwork, noNetwork);
    type("P1");
    await jest.advanceTimersByTimeAsync(16_000);
    const before = sent.length;
    sender.retryNow();
    await jest.advanceTimersByTimeAsync(10);
    expect(sent.length).toBe(before + 1);
    expect(store.getState().outbox.calls).toEqual([]);
  });

  it("takes a refusal of the whole call for a refusal of each cell", async () => {
    const { store, type } = begin(() => refusal("TERM_CLOSED"));
    type("P1");
    await jest.advanceTimersByTimeAsync(300);
    expect(store.getState().outbox.problems).toMatchObject([{ why: "REFUSED", code: "TERM_CLOSED", message: "Период закрыт." }]);
  });

  it("loses nothing when the server fails or the session has ended", async () => {
    const { store, sent, type } = begin(
      () => refusal("INTERNAL"),
      () => refusal("UNAUTHENTICATED"),
    );
    type("P1");
    await jest.advanceTimersByTimeAsync(500);
    expect(store.getState().link).toBe("FAILING");
    await jest.advanceTimersByTimeAsync(10_000);
    expect(new Set(sent.map(({ input }) => input.operationId)).size).toBe(1);
    expect(store.getState().outbox.calls).toEqual([]);
  });
});
