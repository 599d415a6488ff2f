import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as the mail server took it. */
export interface TakenLetter {
  to: string;
  subject: string;
  messageId: string;
  text: string;
}

/** A mail server on a port of its own. */
export interface MailServer {
  url: string;
  letters: TakenLetter[];
  /** The most connections that were open at one time. */
  most: () => number;
  /** What it answers to a recipient; null: it takes the letter. */
  refuse: (to: string) => { code: number; message: string } | null;
  /** Called when a letter is taken, before it is answered. */
  onLetter: () => void | Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  let server: SMTPServer | undefined;
  let port = 0;
  let open = 0;
  let most = 0;
  const mail: MailServer = {
    url: "",
    letters: [],
    most: () => most,
    refuse: () => null,
    onLetter: () => undefined,
    down: async () => {
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      server = undefined;
    },
    up: async () => {
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        closeTimeout: 100,
        onConnect: (_session, done) => {
          most = Math.max(most, ++open);
          done();
        },
        onClose: () => void open--,
        onRcptTo: ({ address }, _session, done) => {
          const refusal = mail.refuse(address);
          done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
        },
        onData: (stream, session, done) => {
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part));
          stream.on("end", () => {
            mail.letters.push(parse(session.envelope.rcptTo[0]!.address, Buffer.concat(parts).toString("utf8")));
            void Promise.resolve(mail.onLetter()).then(() => done());
          });
        },
      });
      server.on("error", () => undefined);
      server.listen(port, "127.0.0.1");
      await once(server.server, "listening");
      port = (server.server.address() as AddressInfo).port;
      mail.url = `smtp://127.0.0.1:${port}`;
    },
  };
  await mail.up();
  return mail;
}

function parse(to: string, raw: string): TakenLetter {
  const unfolded = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n\s+/g, " ");
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1] ?? "";
  const [, plain = ""] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  const isBase64 = /Content-Transfer-Encoding: base64/i.test(raw);
  const text = isBase64 ? Buffer.from(plain, "base64").toString("utf8") : quotedPrintable(plain);
  return { to, subject: encodedWords(header("Subject")), messageId: header("Message-ID"), text };
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}

function encodedWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_all, how: string, word: string) =>
    how.toUpperCase() === "B" ? Buffer.from(word, "base64").toString("utf8") : quotedPrintable(word.replaceAll("_", " ")),
  );
}
