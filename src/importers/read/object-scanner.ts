import { isUtf8 } from "node:buffer";
import { decodeUtf8, NotUtf8, type Place, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";

/** A JSON object of a file. */
export interface Found {
  /** Where it begins; the column counts bytes. */
  readonly place: Place;
  /** Its number in the file, from 1; objects that could not be read count too. */
  readonly number: number;
  readonly value: unknown;
}

/** An object that is larger was never closed; a text of it could not be held. */
const MOST_BYTES = 256 * 2 ** 20;

/** The key whose list holds the records, where an API wraps a page of them in an object, or JSON-LD its things. */
const WRAPPED = /"(?:results|data|@graph)"\s*:\s*$/;

const TAB = 0x09;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Finds where objects begin and end by braces and quotes alone, so that only one of them is in memory at a time; JSON.parse reads each.
 * An object that breaks off would swallow all that follows: a brace that stands first on its line, in the column where that object began,
 * begins the next one.
 */
export class ObjectScanner {
  #line = 1;
  #column = 0;
  /** Nothing but white space stands before it on its line. */
  #first = true;
  #depth = 0;
  /** The depth at which records lie: 0 in bare lines, 1 in a list, 2 in a page; Infinity behind a page's list. */
  #base = 0;
  #inText = false;
  #escaped = false;
  #number = 0;
  /** Where the object being read begins; null between objects. */
  #place: Place | null = null;
  /** The object being read reaches into the chunk from here. */
  #start = 0;
  #pieces: Buffer[] = [];
  #size = 0;
  /** Column of the object that broke off, until the next one begins. */
  #brokenColumn: number | null = null;
  /** Something between objects that belongs nowhere has been reported. */
  #stray = false;
  #empty = true;

  constructor(
    private readonly file: string,
    private readonly notes: Notes,
  ) {}

  /** Where it stands. */
  get place(): Place {
    return { file: this.file, line: this.#line, column: Math.max(this.#column, 1) };
  }

  /** Reads on, and yields the objects that end in these bytes. */
  *push(chunk: Buffer): Generator<Found> {
    this.#start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      this.#column += 1;
      if (byte === NEW_LINE) {
        this.#newLine();
        continue;
      }
      if (byte === SPACE || byte === RETURN || byte === TAB) {
        this.#escaped = false;
        continue;
      }
      this.#empty = false;
      const first = this.#first;
      this.#first = false;
      if (byte === OPEN && first && this.#beginsNext()) this.#begin(i);
      else if (this.#brokenColumn !== null) continue;
      else if (this.#inText) this.#text(byte);
      else {
        const found = this.#structure(byte, chunk, i);
        if (found) yield found;
      }
    }
    this.#keep(chunk);
  }

  #newLine(): void {
    if (this.#inText) this.#breakOff("breaks off within a text");
    this.#line += 1;
    this.#column = 0;
    this.#first = true;
  }

  /** A byte within a text. */
  #text(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  /** A byte outside of texts, at `i` of the chunk; returns the object that it ends, if it ends one that can be read. */
  #structure(byte: number, chunk: Buffer, i: number): Found | null {
    switch (byte) {
      case QUOTE:
        this.#inText = true;
        if (this.#place === null) this.#reportStray();
        return null;
      case OPEN:
        if (this.#place === null && this.#depth === this.#base) this.#begin(i);
        else this.#depth += 1;
        return null;
      case OPEN_LIST:
        this.#openList(chunk, i);
        return null;
      case CLOSE:
      case CLOSE_LIST:
        return this.#close(chunk, i);
      case COMMA:
        return null;
      default:
        if (this.#place === null) this.#reportStray();
        return null;
    }
  }

  #openList(chunk: Buffer, i: number): void {
    if (this.#place === null) {
      if (this.#depth === 0) this.#base = 1;
      else this.#reportStray();
    } else if (this.#depth === 1 && this.#base === 0 && WRAPPED.test(this.#tail(chunk, i))) {
      // It is no record but a page of them.
      this.#drop();
      this.#number -= 1;
      this.#base = 2;
    }
    this.#depth += 1;
  }

  #close(chunk: Buffer, i: number): Found | null {
    this.#depth = Math.max(this.#depth - 1, 0);
    if (this.#place !== null && this.#depth <= this.#base) {
      this.#pieces.push(chunk.subarray(this.#start, i + 1));
      const found = this.#parse(this.#place);
      this.#drop();
      return found;
    }
    if (this.#place === null && this.#depth < this.#base) this.#base = this.#depth === 0 ? 0 : Number.POSITIVE_INFINITY;
    return null;
  }

  /** At the end of a chunk: keeps what it has of the object being read. */
  #keep(chunk: Buffer): void {
    if (this.#place === null) return;
    const piece = chunk.subarray(this.#start);
    this.#pieces.push(piece);
    this.#size += piece.length;
    if (this.#size > MOST_BYTES) this.#breakOff(`is not closed after ${MOST_BYTES / 2 ** 20} MB`);
  }

  /** Reports what the end of the file cut off. */
  end(): void {
    if (this.#place !== null) this.#breakOff("is cut off by the end of the file");
    else if (this.#depth > 0 && this.#brokenColumn === null) this.#reject("The file ends within its list: it was cut off.");
    else if (this.#empty) this.#reject("The file is empty.");
    // The last page of an API may be empty; so may be one that lost its records.
    else if (this.#number === 0 && !this.#stray)
      this.notes.count("a file without a record: nothing is taken of it, and what is there stays");
  }

  /** Whether a brace that is the first on its line begins an object although one is open. */
  #beginsNext(): boolean {
    if (this.#brokenColumn !== null) {
      if (this.#column !== this.#brokenColumn) return false;
    } else {
      if (this.#place === null || this.#place.line === this.#line || this.#column !== this.#place.column) return false;
      this.#breakOff("is not closed before the next one begins");
    }
    this.#brokenColumn = null;
    this.#depth = this.#base;
    return true;
  }

  /** An object begins at `i` of the chunk. */
  #begin(i: number): void {
    this.#start = i;
    this.#number += 1;
    this.#place = { file: this.file, line: this.#line, column: this.#column };
    this.#stray = false;
    this.#depth += 1;
  }

  #parse(place: Place): Found | null {
    const bytes = this.#pieces.length === 1 && this.#pieces[0] ? this.#pieces[0] : Buffer.concat(this.#pieces);
    try {
      const text = isUtf8(bytes) ? bytes.toString("utf8") : decodeUtf8(this.file, bytes, place);
      return { place, number: this.#number, value: JSON.parse(text) };
    } catch (error) {
      if (error instanceof NotUtf8) this.notes.reject(problemAt(error.place, `Record ${this.#number}: ${error.reason}`));
      else this.notes.reject(problemAt(place, `Record ${this.#number} is no JSON: ${error instanceof Error ? error.message : error}.`));
      return null;
    }
  }

  #breakOff(how: string): void {
    const place = this.#place;
    this.#inText = false;
    this.#escaped = false;
    if (place === null) return;
    this.notes.reject(problemAt(place, `Record ${this.#number} ${how}.`));
    this.#brokenColumn = place.column;
    this.#drop();
  }

  #drop(): void {
    this.#place = null;
    this.#pieces = [];
    this.#size = 0;
  }

  /** Between objects stands something that is none; what stands around the list of a page is not read. */
  #reportStray(): void {
    if (this.#base === Number.POSITIVE_INFINITY || this.#stray) return;
    this.#stray = true;
    this.#reject("Here should begin a record: {…}.");
  }

  #reject(message: string): void {
    this.notes.reject(problemAt(this.place, message));
  }

  /** The last bytes of the object that is being read. */
  #tail(chunk: Buffer, end: number): string {
    const here = chunk.subarray(Math.max(this.#start, end - 32), end);
    const before = here.length < 32 ? (this.#pieces.at(-1)?.subarray(-32) ?? Buffer.alloc(0)) : Buffer.alloc(0);
    return Buffer.concat([before, here]).toString("latin1");
  }
}
