import { Transform, type TransformCallback } from "node:stream";

/** A file that is not plain UTF-8 text; the message says, in Russian, what to do. */
export class UnreadableText extends Error {}

/**
 * Bytes to UTF-8 text, chunk by chunk. Another encoding is recognised and named instead of becoming a school of question marks; NUL, which
 * PostgreSQL cannot store, and semicolons between the columns end the reading too.
 */
export function decodeText(): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  const decode = (chunk: Buffer | undefined, done: TransformCallback): void => {
    try {
      if (chunk && isFirst) refuseUtf16(chunk);
      if (chunk?.includes(0)) throw new UnreadableText("В файле есть нулевые байты: он повреждён или это не CSV. Выгрузите его заново.");
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      if (isFirst) refuseSemicolons(text);
      isFirst = false;
      done(null, text);
    } catch (failure) {
      done(failure instanceof UnreadableText ? failure : new UnreadableText(nameEncoding(chunk)));
    }
  };
  return new Transform({
    readableObjectMode: false,
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}

function refuseUtf16(chunk: Buffer): void {
  const mark = chunk.length >= 2 ? chunk.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    throw new UnreadableText("Файл сохранён в кодировке UTF-16. Сохраните его как «CSV UTF-8» и повторите.");
  }
}

/** As Excel writes where the comma is the decimal sign. */
function refuseSemicolons(text: string): void {
  const [header] = text.split("\n", 1);
  if (header!.includes(";") && !header!.includes(",")) {
    throw new UnreadableText("Столбцы разделены точками с запятой. Сохраните файл как CSV с запятыми.");
  }
}

function nameEncoding(chunk: Buffer | undefined): string {
  return chunk && looksLikeWindows1251(chunk)
    ? "Файл сохранён в кодировке Windows-1251 (ANSI). Сохраните его как «CSV UTF-8» и повторите."
    : "Файл сохранён не в кодировке UTF-8. Сохраните его как «CSV UTF-8» и повторите.";
}

/** In Windows-1251 almost every byte above ASCII is a Russian letter. */
function looksLikeWindows1251(chunk: Buffer): boolean {
  const high = chunk.filter((byte) => byte >= 0x80);
  const letters = high.filter((byte) => byte >= 0xc0 || byte === 0xa8 || byte === 0xb8);
  return letters.length > 0 && letters.length >= high.length * 0.8;
}
