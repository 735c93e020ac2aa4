import { isUtf8 } from "node:buffer";
import { formatPlace, type Place } from "../record.ts";
import { type Encoding, firstInvalid, narrowEncodingOf, unfinished, wideEncodingOf } from "./encodings.ts";
import { InputError } from "./input-error.ts";

/** The one door for bytes: files, standard input and imports come through here, and nothing is replaced in silence. */

/** How few bytes at the start leave open whether they are UTF-16 or UTF-32. */
const TOO_FEW = 3;

const BYTE_ORDER_MARK = "\uFEFF";

/** How messages name standard input. */
export const STANDARD_INPUT = "(standard input)";

/** Bytes are not UTF-8. Its message is the place and the reason. */
export class NotUtf8 extends InputError {
  constructor(
    /** Where the first byte stands that shows it; the column counts characters. */
    readonly place: Place,
    /** What shows it, the encoding that they seem to have, and the command that converts the file: a sentence each. */
    readonly reason: string,
    /** The text of the same piece that stands before that byte; empty where the bytes are of another encoding from the first on. */
    readonly before: string,
  ) {
    super(`${formatPlace(place)}: ${reason}`);
  }
}

/**
 * The text of some bytes, without a byte order mark. Throws NotUtf8 where they are none. `file` is how messages name it, `start` where in it the
 * bytes begin.
 */
export function decodeUtf8(file: string, bytes: Uint8Array, start: Omit<Place, "file"> = { line: 1, column: 1 }): string {
  const reader = new Utf8Reader(file, start);
  return reader.take(bytes) + reader.end();
}

/** What to throw or report of a file that starts with these bytes, where they are UTF-16 or UTF-32; null where they are neither. */
export function wideRefusal(file: string, bytes: Uint8Array, place: Place = { file, line: 1, column: 1 }): NotUtf8 | null {
  const wide = wideEncodingOf(bytes);
  return wide && new NotUtf8(place, `It is ${wide.name}. ${adviceFor(file, wide)}`, "");
}

/**
 * Decodes bytes that come in pieces, as `decodeUtf8` does those that come at once: `take` each piece, then `end`. Both give the text of what is
 * complete by then, and throw NotUtf8.
 */
export class Utf8Reader {
  /** The bytes of a character that the last piece began, or of a start that says too little. */
  #rest: Uint8Array = new Uint8Array();
  #line: number;
  #column: number;
  /** Text whose lines have not been counted: most texts come at once, and nobody asks. */
  #uncounted: Uint8Array = new Uint8Array();
  #isFirst = true;

  constructor(
    private readonly file: string,
    { line, column }: Omit<Place, "file"> = { line: 1, column: 1 },
  ) {
    this.#line = line;
    this.#column = column;
  }

  take(piece: Uint8Array): string {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, piece]) : piece;
    const whole = this.#isFirst && bytes.length <= TOO_FEW ? 0 : bytes.length - unfinished(bytes);
    this.#rest = bytes.subarray(whole);
    return this.#decode(bytes.subarray(0, whole));
  }

  end(): string {
    return this.#decode(this.#rest);
  }

  #decode(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    this.#count();
    const wide = this.#isFirst ? wideRefusal(this.file, bytes, this.#place) : null;
    if (wide) throw wide;
    if (!isUtf8(bytes)) throw this.#refusal(bytes);
    this.#uncounted = bytes;
    const text = textOf(bytes);
    const isMarked = this.#isFirst && text.startsWith(BYTE_ORDER_MARK);
    this.#isFirst = false;
    return isMarked ? text.slice(BYTE_ORDER_MARK.length) : text;
  }

  #refusal(bytes: Uint8Array): NotUtf8 {
    const at = firstInvalid(bytes);
    this.#uncounted = bytes.subarray(0, at);
    this.#count();
    const hex = (bytes[at] ?? 0).toString(16).toUpperCase();
    const likely = narrowEncodingOf(bytes.subarray(at));
    const reason = `The byte ${hex} is not UTF-8; the file is most likely ${likely.name}. ${adviceFor(this.file, likely)}`;
    return new NotUtf8(this.#place, reason, textOf(bytes.subarray(0, at)));
  }

  get #place(): Place {
    return { file: this.file, line: this.#line, column: this.#column };
  }

  #count(): void {
    const bytes = this.#uncounted;
    const lines = linesIn(bytes);
    this.#line += lines;
    this.#column = (lines > 0 ? 1 : this.#column) + charactersIn(bytes.subarray(bytes.lastIndexOf(10) + 1));
    this.#uncounted = new Uint8Array();
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** What to do about a file in another encoding, as a command that does it. */
function adviceFor(file: string, { charset }: Encoding): string {
  const convert = `iconv -f ${charset} -t UTF-8`;
  if (file === STANDARD_INPUT) return `Files are UTF-8: pass it through \`${convert}\`.`;
  const name = /^[\w./~@%+=:,-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  const command = file.endsWith(".gz") ? `gunzip -c ${name} | ${convert}` : `${convert} ${name}`;
  return `Files are UTF-8: convert it with \`${command} > utf8-copy\`.`;
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
