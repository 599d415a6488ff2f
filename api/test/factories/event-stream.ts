/** One open subscription, as a browser holds it. */
export interface EventStream {
  status: number;
  /** The next event's data, parsed; `"END"` when the stream has ended. */
  next(): Promise<unknown>;
  close(): void;
}

/** Subscribes over server-sent events. Comments (the heartbeat) are passed over. */
export async function openStream(
  url: string,
  body: object,
  cookie: string | undefined,
  accept = "text/event-stream",
): Promise<EventStream> {
  const abort = new AbortController();
  const headers = { "content-type": "application/json", accept, "x-journal-client": "test", ...(cookie && { cookie }) };
  const response = await fetch(`${url}/graphql/stream`, { method: "POST", headers, body: JSON.stringify(body), signal: abort.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<unknown> => {
    for (;;) {
      const [event, ...rest] = text.split("\n\n");
      if (rest.length > 0) {
        text = rest.join("\n\n");
        if (event!.startsWith("event: next")) return JSON.parse(event!.slice(event!.indexOf("data: ") + 6));
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return response.ok ? "END" : JSON.parse(text);
      text += value;
    }
  };
  return { status: response.status, next, close: () => abort.abort() };
}
