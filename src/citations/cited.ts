import anyAscii from "any-ascii";
import { dateWords } from "./date-words.ts";

/** The name under which the graph is cited. */
const GRAPH = "trade-graph";

/** What is cited, whatever it is. */
export interface Cited {
  /** Names it among others in a bibliography: ASCII letters, digits, `-`, `.` and `_`. */
  readonly key: string;
  /** A document that others published, an entry of the graph, or the graph itself and pages of it. */
  readonly kind: "webpage" | "entry" | "dataset";
  readonly title: string;
  /** Of an entry, what kind of thing it is, in small letters: `measure`; null of all others. */
  readonly genre: string | null;
  /** Null where nobody says. */
  readonly publisher: string | null;
  /** When it came out: a day, a month or a year; null where nobody says. */
  readonly issued: string | null;
  /** The state of the data; null where it is not named. */
  readonly version: string | null;
  /** The days as of which it is cited, in words; null where none were given. */
  readonly note: string | null;
  /** Where it can be read; null for what has no address. */
  readonly url: string | null;
  /** The day on which it was read, `YYYY-MM-DD`. */
  readonly accessed: string;
}

/** The days as of which something is cited; null: as things are, and with all that is known. */
export interface Days {
  readonly valid: string | null;
  readonly known: string | null;
}

/** What a source says of itself, as the schema has it. */
interface CitableSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
}

/** A source: the document itself, not its entry in the graph. */
export function sourceCited({ id, title, publisher, publishedOn, url }: CitableSource, accessed: string): Cited {
  return {
    key: keyOfTitle(id.slice(id.indexOf(":") + 1)),
    kind: "webpage",
    title,
    genre: null,
    publisher,
    issued: publishedOn,
    version: null,
    note: null,
    url,
    accessed,
  };
}

/** A node that is no source: its entry in the graph, at the address of its page. */
export function nodeCited(
  { id, label, type, url }: { readonly id: string; readonly label: string; readonly type: string; readonly url: string },
  days: Days,
  accessed: string,
): Cited {
  return {
    key: keyOfTitle(id),
    kind: "entry",
    title: label,
    genre: type.toLowerCase(),
    publisher: GRAPH,
    issued: null,
    version: null,
    note: daysInWords(days),
    url,
    accessed,
  };
}

/** The graph, or a page or an answer of it: `title` null for the whole. */
export function graphCited(
  state: { readonly dataVersion: string; readonly loadedAt: string | null },
  page: { readonly title: string | null; readonly url: string | null },
  days: Days,
  accessed: string,
): Cited {
  return {
    key: `${GRAPH}-${page.title === null ? "" : `${keyOfTitle(page.title, 40)}-`}${accessed}`,
    kind: "dataset",
    title: page.title ?? "A knowledge graph of trade policy",
    genre: null,
    publisher: GRAPH,
    issued: state.loadedAt?.slice(0, 10) ?? null,
    version: state.dataVersion,
    note: daysInWords(days),
    url: page.url,
    accessed,
  };
}

/** `as it stood on 1 May 2025, as known on 3 Jun 2025`; null where no day was given. */
function daysInWords({ valid, known }: Days): string | null {
  const words = [valid && `as it stood on ${dateWords(valid)}`, known && `as known on ${dateWords(known)}`].filter(Boolean);
  return words.length === 0 ? null : words.join(", ");
}

/** Words as a key, of so many characters at most: letters of other scripts as Latin ones, all else as `-`; `x` where nothing is left. */
function keyOfTitle(words: string, most = 100): string {
  const plain = anyAscii(words).toLowerCase();
  const key = plain.replaceAll(/[^a-z0-9._]+/g, "-").slice(0, most);
  return key.replaceAll(/^-+|-+$/g, "") || "x";
}
