import type { GraphQLFieldResolver, GraphQLSchema } from "graphql";
import { ErrorCode, Refusal } from "../kernel/refusal";
import type { RequestContext } from "../kernel/request-context";
import { forbidden, notSignedIn, type SubscriptionRule } from "../modules/access/access.rules";

/** Streams of one account and one kind: a family has a few devices and children. A stranger's loop of new ones ends here. */
const STREAMS_OF_ACCOUNT = 10;

type Subscribe = GraphQLFieldResolver<unknown, RequestContext, never, Promise<AsyncIterable<unknown>>>;

/**
 * Guards the beginning of every subscription and each of its events. The viewer is loaded anew for an event: a session
 * that was ended, a right that has run out, end the stream before the event is told.
 */
export function guardSubscriptions(schema: GraphQLSchema, rules: Readonly<Record<string, SubscriptionRule>>): GraphQLSchema {
  for (const [name, field] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {})) {
    field.subscribe = guarded(name, field.subscribe as Subscribe, rules[name] ?? (() => false)) as typeof field.subscribe;
  }
  return schema;
}

function guarded(name: string, subscribe: Subscribe, may: SubscriptionRule): Subscribe {
  return async (parent, args, context, info) => {
    const viewer = context.viewer;
    if (!viewer) throw notSignedIn();
    if (!may(viewer, args)) throw forbidden();
    const release = reserve(`${viewer.accountId} ${name}`);
    try {
      return whileAllowed(await subscribe(parent, args, context, info), context, (fresh) => may(fresh, args), release);
    } catch (error) {
      release();
      throw error;
    }
  };
}

/** An iterator by hand: `return` of a generator would wait for an event that may never come. */
function whileAllowed(
  source: AsyncIterable<unknown>,
  context: RequestContext,
  may: (viewer: NonNullable<RequestContext["viewer"]>) => boolean,
  release: () => void,
): AsyncIterableIterator<unknown> {
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    release();
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      const event = await events.next();
      if (event.done) return end();
      context.viewer = await context.reloadViewer();
      return context.viewer && may(context.viewer) ? event : end();
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const streams = new Map<string, number>();

/** Takes one of the places of an account and a subscription. @returns the way to give it back, once. */
function reserve(place: string): () => void {
  const taken = streams.get(place) ?? 0;
  if (taken >= STREAMS_OF_ACCOUNT) {
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, `Открыто слишком много окон: не больше ${STREAMS_OF_ACCOUNT}. Закройте лишние.`, {
      limit: "streams",
      most: STREAMS_OF_ACCOUNT,
    });
  }
  streams.set(place, taken + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const left = (streams.get(place) ?? 1) - 1;
    if (left > 0) streams.set(place, left);
    else streams.delete(place);
  };
}
