import { isUtf8 } from "node:buffer";

/** An encoding as messages name it, and as `iconv` does. */
export interface Encoding {
  readonly name: string;
  readonly charset: string;
}

/** How many bytes at the start of a file say whether it is UTF-16. */
const HEAD = 512;

/** What bytes are that have two or four a character, by their mark or by the zeros in them; null where they are none. */
export function wideEncodingOf(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return { name: "UTF-32", charset: "UTF-32" };
  if (isMarked) return { name: "UTF-16, with a byte order mark", charset: "UTF-16" };
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (head.length >= 4 && odd > head.length / 4 && even === 0) return { name: "UTF-16, without a byte order mark", charset: "UTF-16LE" };
  if (head.length >= 4 && even > head.length / 4 && odd === 0) return { name: "UTF-16, without a byte order mark", charset: "UTF-16BE" };
  return null;
}

/** What bytes most likely are that are not UTF-8, from the first that shows it on. */
export function narrowEncodingOf(bytes: Uint8Array): Encoding {
  return isInPairs(bytes)
    ? { name: "GB18030, or another encoding of East Asia", charset: "GB18030" }
    : { name: "Windows-1252", charset: "WINDOWS-1252" };
}

/** Whether bytes beyond ASCII come in rows of several, as in Chinese texts: in Western ones most stand alone. */
function isInPairs(bytes: Uint8Array): boolean {
  let [alone, inRows] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) inRows += 1;
    else alone += 1;
  }
  return inRows > 4 * alone;
}

/** How many bytes at the end belong to a character that is not complete. */
export function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Where the first character starts that is none; the length where all are some. */
export function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (length > 1 && (at + length > bytes.length || !isUtf8(bytes.subarray(at, at + length)))) return at;
    at += length;
  }
  return at;
}
