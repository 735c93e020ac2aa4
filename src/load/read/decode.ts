import { isUtf8 } from "node:buffer";
import { InputError } from "./input-error.ts";

/** How many bytes at the start of a file say whether it is UTF-16. */
const HEAD = 512;

/**
 * The text of some bytes, without a byte order mark. Throws InputError where they are not UTF-8, with the encoding that they seem to have, the
 * first place that shows it, and the command that converts the file: nothing is replaced in silence. `file` is how messages name it.
 */
export function decodeUtf8(file: string, bytes: Uint8Array): string {
  const check = new Utf8Check(file);
  check.take(bytes);
  check.end();
  return new TextDecoder("utf-8").decode(bytes);
}

/** Checks bytes that come in pieces, as `decodeUtf8` does those that come at once: `take` each piece, then `end`. Both throw InputError. */
export class Utf8Check {
  /** The bytes of a character that the last piece began. */
  #rest: Uint8Array = new Uint8Array();
  #line = 1;
  /** How many characters of that line have been taken. */
  #column = 0;
  #isFirst = true;

  constructor(private readonly file: string) {}

  take(piece: Uint8Array): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, piece]) : piece;
    if (this.#isFirst && bytes.length > 0) {
      const wide = utf16Of(bytes);
      if (wide) throw refusal(this.file, `It is ${wide.name}`, wide.charset);
      this.#isFirst = false;
    }
    const whole = bytes.length - unfinished(bytes);
    const complete = bytes.subarray(0, whole);
    if (!isUtf8(complete)) throw this.#refusal(complete);
    const lines = linesIn(complete);
    this.#line += lines;
    this.#column = (lines > 0 ? 0 : this.#column) + charactersIn(complete.subarray(complete.lastIndexOf(10) + 1));
    this.#rest = bytes.subarray(whole);
  }

  end(): void {
    if (this.#rest.length > 0) throw this.#refusal(this.#rest);
  }

  #refusal(bytes: Uint8Array): InputError {
    const at = firstInvalid(bytes);
    const before = bytes.subarray(0, at);
    const lines = linesIn(before);
    const column = (lines > 0 ? 0 : this.#column) + charactersIn(before.subarray(before.lastIndexOf(10) + 1)) + 1;
    const hex = (bytes[at] ?? 0).toString(16).toUpperCase();
    const [name, charset] = isInPairs(bytes.subarray(at))
      ? ["GB18030, or another encoding of East Asia", "GB18030"]
      : ["Windows-1252", "WINDOWS-1252"];
    const place = `${this.file}:${this.#line + lines}:${column}`;
    return refusal(place, `The byte ${hex} is not UTF-8; the file is most likely ${name}`, charset, this.file);
  }
}

/** `place` begins the message; the command names the file itself. */
function refusal(place: string, what: string, charset: string, file = place): InputError {
  return new InputError(`${place}: ${what}. Files are UTF-8: convert it with \`iconv -f ${charset} -t UTF-8 ${file} > utf8-copy\`.`);
}

/** What a file is that has two bytes a character, by its mark or by the zeros in it; null where it is none. */
function utf16Of(bytes: Uint8Array): { readonly name: string; readonly charset: string } | null {
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

/** How many bytes at the end belong to a character that is not complete. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Where the first character starts that is none. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (length > 1 && (at + length > bytes.length || !isUtf8(bytes.subarray(at, at + length)))) return at;
    at += length;
  }
  return at;
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

/** How many characters valid UTF-8 has: all bytes but those that continue one. */
function charactersIn(bytes: Uint8Array): number {
  let characters = 0;
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) characters += 1;
  return characters;
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
