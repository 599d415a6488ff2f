import { execFile } from "node:child_process";
import { promisify } from "node:util";
import readXlsxFile from "read-excel-file/node";

/** What a download answered. */
export interface Download {
  status: number;
  type: string | null;
  name: string | null;
  body: Buffer;
}

/** Follows a link as a browser does: with the session's cookie and no header of ours. */
export async function download(url: string, cookie?: string): Promise<Download> {
  const response = await fetch(url, { headers: { ...(cookie && { cookie }) } });
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get("content-type"), name: name ? decodeURIComponent(name) : null, body };
}

/** The sheets of a workbook, as another program reads them. */
export async function readWorkbook(body: Buffer): Promise<{ sheet: string; data: unknown[][] }[]> {
  return readXlsxFile(body) as never;
}

/** The text of a PDF's pages, and the names of the fonts that are embedded; read in a process of its own, as the reader is a module of another kind. */
export async function readPaper(body: Buffer): Promise<{ pages: string[] }> {
  const reading = promisify(execFile)(process.execPath, ["--input-type=module", "-e", READ_PAPER], {
    maxBuffer: 10_000_000,
    cwd: __dirname,
  });
  reading.child.stdin!.end(body);
  return JSON.parse((await reading).stdout) as { pages: string[] };
}

const READ_PAPER = `
import { buffer } from "node:stream/consumers";
import { extractText } from "unpdf";
const { text } = await extractText(new Uint8Array(await buffer(process.stdin)));
console.log(JSON.stringify({ pages: text }));
`;
