import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive; `claimedSize` lies about its length. */
export interface ZipEntry {
  name: string;
  data: string | Buffer;
  claimedSize?: number;
  isEncrypted?: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;

/** A zip archive as archivers write it, or as they should not. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data);
    const packed = deflateRawSync(data);
    const sizes = { crc: crc32(data), packed: packed.length, size: entry.claimedSize ?? data.length };
    const flags = UTF8_NAMES | (entry.isEncrypted ? 1 : 0);
    const local = Buffer.concat([header(LOCAL, flags, sizes, name), name, packed]);
    locals.push(local);
    centrals.push(Buffer.concat([header(CENTRAL, flags, sizes, name, offset), name]));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function header(signature: number, flags: number, sizes: { crc: number; packed: number; size: number }, name: Buffer, offset = 0): Buffer {
  const isCentral = signature === CENTRAL;
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  bytes.writeUInt32LE(signature, 0);
  const from = isCentral ? 6 : 4;
  bytes.writeUInt16LE(20, from);
  bytes.writeUInt16LE(flags, from + 2);
  bytes.writeUInt16LE(8, from + 4);
  bytes.writeUInt32LE(sizes.crc, from + 10);
  bytes.writeUInt32LE(sizes.packed, from + 14);
  bytes.writeUInt32LE(sizes.size, from + 18);
  bytes.writeUInt16LE(name.length, from + 22);
  if (isCentral) bytes.writeUInt32LE(offset, 42);
  return bytes;
}
