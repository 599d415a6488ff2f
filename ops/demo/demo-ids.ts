import { createHash } from "node:crypto";
import { seededRandom } from "./random.ts";

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** An id of the shape of UUIDv7 that a seed and a thing's name always give again. */
export function namedId(seed: string, moment: number, name: string): string {
  return shape(moment, createHash("sha1").update(`${seed} ${name}`).digest());
}

/** Makes many ids of one moment after another, in growing order, as a running system would. */
export function idSequence(seed: string): (moment: number) => string {
  const random = seededRandom(seed);
  const bytes = new Uint8Array(10);
  let latest = 0;
  let order = 0;
  return (moment) => {
    order = moment === latest ? order + 1 : 0;
    latest = moment;
    // The twelve bits after the version count up within the millisecond, so that an index is filled from the left to the right.
    bytes[0] = (order >> 8) & 0x0f;
    bytes[1] = order & 0xff;
    for (let index = 2; index < 10; index += 4) {
      const bits = random.next() * 4_294_967_296;
      bytes[index] = bits & 0xff;
      bytes[index + 1] = (bits >>> 8) & 0xff;
      bytes[index + 2] = (bits >>> 16) & 0xff;
      bytes[index + 3] = (bits >>> 24) & 0xff;
    }
    return shape(moment, bytes);
  };
}

function shape(moment: number, random: Uint8Array): string {
  const time = moment.toString(16).padStart(12, "0");
  const version = HEX[0x70 | (random[0]! & 0x0f)]! + HEX[random[1]!]!;
  const variant = HEX[0x80 | (random[2]! & 0x3f)]! + HEX[random[3]!]!;
  const rest = HEX[random[4]!]! + HEX[random[5]!]! + HEX[random[6]!]! + HEX[random[7]!]! + HEX[random[8]!]! + HEX[random[9]!]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}
