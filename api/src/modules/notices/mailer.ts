import { createTransport } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import type { Letter } from "./letter";

/** What became of a letter that was handed to the mail server. */
export type Sending =
  | { outcome: "SENT" }
  /**
   * SERVER_DOWN: it does not answer or lets nobody in; no letter goes now, and none is at fault. REFUSED: it will never take this letter.
   * PUT_OFF: not now. `mayHaveGone`: the answer was lost, so it must come again as the same letter.
   */
  | { outcome: "SERVER_DOWN" | "REFUSED" | "PUT_OFF"; error: string; mayHaveGone: boolean };

/** Hands letters to a mail server. */
export interface Mailer {
  send(to: string, messageId: string, letter: Letter): Promise<Sending>;
  close(): void;
}

/** In milliseconds. */
const TIME_LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** At most so many connections: letters that have piled up must not come down on the mail server at once. */
export const CONNECTIONS = 3;

/** Connections are used again, since a server takes its time to greet. What is tried again, and when, the database says: never the pool. */
export function makeMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, maxRequeues: 0, ...TIME_LIMITS } as SMTPPool.Options);
  const domain = /@([^\s@<>]+?)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    close: () => transport.close(),
    send: async (address, messageId, { subject, text, html }) => {
      const headers = { "Auto-Submitted": "auto-generated" };
      const sent = transport.sendMail({
        from,
        to: { name: "", address },
        subject,
        text,
        html,
        headers,
        messageId: `<${messageId}@${domain}>`,
      });
      return sent.then(() => ({ outcome: "SENT" }) as const, judge);
    },
  };
}

interface SmtpFailure extends Error {
  code?: string;
  command?: string;
  syscall?: string;
  responseCode?: number;
}

/** A lost connection is always told as of CONN: only when it was never made is it sure that nothing has gone. */
function judge({ message, code = "", command = "", syscall, responseCode = 0 }: SmtpFailure): Sending {
  const error = message.slice(0, 300);
  const isAboutLetter = (code === "EENVELOPE" || code === "EMESSAGE") && command !== "MAIL FROM" && responseCode !== 421;
  if (!isAboutLetter) return { outcome: "SERVER_DOWN", error, mayHaveGone: syscall !== "connect" && LOST.has(code) && responseCode === 0 };
  return { outcome: responseCode >= 500 || responseCode === 0 ? "REFUSED" : "PUT_OFF", error, mayHaveGone: false };
}

const LOST: ReadonlySet<string> = new Set(["ECONNECTION", "ESOCKET", "ETIMEDOUT", "ECONNRESET"]);
