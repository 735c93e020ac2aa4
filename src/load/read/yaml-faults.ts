import { type Document, isMap, isScalar, isSeq, type Node, type YAMLParseError } from "yaml";
import { firstInvisible, namedCharacter } from "./characters.ts";

/** What is wrong with a file's form, and at which offset. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** Faults after which a parser takes the lines that follow for something else. */
const MISLEADING: ReadonlySet<string> = new Set([
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
  "MISSING_CHAR",
  "NON_STRING_KEY",
  "UNEXPECTED_TOKEN",
  "BAD_INDENT",
  "BLOCK_IN_FLOW",
]);

const INDENTED = 'Keys of one record start in one column, and so do the "- " of one list.';

/** So many faults of a file are told: each is looked for in the whole file, and who has that many has made one mistake many times. */
const MOST = 100;

/**
 * What is wrong with the form of a text, in words of this format: one fault for each mistake, whatever else followed from it; 100 at most, of which
 * the last says that there are more. The document was parsed without `uniqueKeys`: the parser compares each key with each.
 */
export function faultsOf(text: string, document: Document): Fault[] {
  const faults: Fault[] = [];
  const tabs = document.errors.filter(({ code }) => code === "TAB_AS_INDENT");
  let misled: { line: number; forGood: boolean } | null = null;
  const found = [...document.errors, ...document.warnings, ...repeatedKeys(document)];
  for (const error of found.sort((a, b) => a.pos[0] - b.pos[0])) {
    if (faults.length === MOST) {
      faults.push({ offset: error.pos[0], message: `There are more than ${MOST} mistakes in the form of this file: mend those first.` });
      break;
    }
    const line = lineAt(text, error.pos[0]);
    if (misled && (misled.forGood || line.number - misled.line <= 1)) continue;
    if (error.code === "TAB_AS_INDENT" && error !== tabs[0]) continue;
    const fault = "first" in error ? repeatedKey(error, text) : faultOf(error, text, line, document);
    faults.push(error === tabs[0] && tabs.length > 1 ? { ...fault, message: `${fault.message} So it is in ${tabs.length} lines.` } : fault);
    // What is not closed takes in all that follows.
    if (MISLEADING.has(error.code)) misled = { line: line.number, forGood: /closing|end with a/.test(error.message) };
  }
  return faults;
}

/** A line of a text. */
interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return {
    number: text.slice(0, start).split("\n").length,
    start,
    text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, ""),
  };
}

function faultOf(error: YAMLParseError | Document["warnings"][number], text: string, line: Line, document: Document): Fault {
  const [offset] = error.pos;
  const indent = /^[\s\u00a0\u200b\ufeff]*/.exec(line.text)?.[0] ?? "";
  const odd = firstInvisible(indent);
  if (odd)
    return {
      offset: line.start + odd.index,
      message: `The line starts with a character that nobody sees, ${namedCharacter(odd.character)}: write plain spaces.`,
    };
  const first = line.start + indent.length;
  const rest = line.text.slice(offset - line.start);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { offset, message: "The line is indented with a tab, and YAML takes spaces alone: write two spaces for each level." };
    case "BLOCK_AS_IMPLICIT_KEY":
      return /block sequence/.test(error.message) ? indentation(first) : (unquoted(offset, rest) ?? indentation(nextLine(text, offset)));
    case "BLOCK_IN_FLOW":
      return unquoted(offset, rest.replace(/[,}\]].*$/, "")) ?? other(offset, error.message);
    case "MULTILINE_IMPLICIT_KEY":
    case "NON_STRING_KEY":
      return noKey(offset, rest);
    case "MISSING_CHAR":
      if (/closing/.test(error.message)) return unclosedText(offset, document);
      return /- indicator/.test(error.message) ? indentation(first) : noKey(offset, rest);
    case "BAD_INDENT":
      return /end with a/.test(error.message) ? unclosedFlow(offset, document) : indentation(first);
    case "UNEXPECTED_TOKEN":
      return unexpected(offset, error.message, rest, line.text.slice(0, offset - line.start));
    case "MULTIPLE_DOCS":
      return { offset, message: "A second document starts here, and a file holds one bundle: put the second into a file of its own." };
    case "BAD_DQ_ESCAPE":
      return { offset, message: `${rest.slice(0, 2)} means nothing between "…": write \\\\ for a backslash, or put the text between '…'.` };
    case "BAD_SCALAR_START":
    case "BAD_ALIAS":
    case "TAG_RESOLVE_FAILED":
      return { offset, message: `A text can't start with ${rest.slice(0, 1)}: quote the text, ${quoted(rest)}.` };
    default:
      return other(offset, error.message);
  }
}

function other(offset: number, message: string): Fault {
  return { offset, message: `This is no YAML: ${message}${/[.!?]$/.test(message) ? "" : "."}` };
}

function indentation(offset: number): Fault {
  return { offset, message: `The line's indentation fits nothing above it. ${INDENTED}` };
}

/** A text that holds what ends a key; null where it does not. */
function unquoted(offset: number, rest: string): Fault | null {
  const value = withoutComment(rest);
  return /:(\s|$)/.test(value)
    ? { offset, message: `The text holds a colon with a space after it, which ends a key: quote the text, ${quoted(value)}.` }
    : null;
}

function noKey(offset: number, rest: string): Fault {
  const space = /^[\w-]+:\S/.test(rest) ? ", with a space after the colon" : "";
  return { offset, message: `"${shortened(withoutComment(rest))}" is no key with its value: write \`key: value\`${space}.` };
}

function unexpected(offset: number, message: string, rest: string, before: string): Fault {
  if (/[>|][-+\d]*\s+$/.test(before)) {
    const start = before.search(/[>|][-+\d]*\s+$/);
    return {
      offset: offset - before.length + start,
      message: `A text can't start with ${before.charAt(start)}: quote the text, ${quoted(before.slice(start) + rest)}.`,
    };
  }
  if (/block-seq-ind/.test(message))
    return {
      offset,
      message: `A list's first "- " stands on a line of its own below the key; if it is a text, quote it, ${quoted(rest)}.`,
    };
  if (/^[}\]]/.test(rest)) return { offset, message: `There is one ${rest.charAt(0)} too many here.` };
  const close = /["'\]}]\s*$/.exec(before)?.[0].trim();
  if (close)
    return {
      offset,
      message: `The text goes on behind its closing ${close}: put all of it between quotes${close === '"' ? ', and write \\" for a quote within' : close === "'" ? ", and write '' for one within" : ""}.`,
    };
  return other(offset, message);
}

/** A text that starts with a quote and has none at its end. */
function unclosedText(offset: number, document: Document): Fault {
  const start = startOf(document, offset, (node) => isScalar(node) && /^QUOTE/.test(String(node.type)));
  return { offset: start ?? offset, message: "The quote that starts here has no end: close it, or quote the text with the other kind." };
}

/** A map or list in brackets that has no end. */
function unclosedFlow(offset: number, document: Document): Fault {
  const start = startOf(document, offset, (node) => (isMap(node) || isSeq(node)) && node.flow === true);
  return {
    offset: start ?? offset,
    message: "The bracket that opens here is not closed: write } at the end of a map, ] at that of a list.",
  };
}

/** A key that its map has already. */
interface Repeated {
  readonly code: "DUPLICATE_KEY";
  readonly message: string;
  readonly pos: readonly [number];
  readonly name: string;
  /** Where it stands first. */
  readonly first: number;
}

function repeatedKeys(document: Document): Repeated[] {
  const repeated: Repeated[] = [];
  walk(document, (node) => {
    if (!isMap<Node, Node | null>(node)) return;
    const starts = new Map<string, number>();
    for (const { key } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      const [name, [start]] = [String(key.value), key.range];
      const first = starts.get(name);
      if (first === undefined) starts.set(name, start);
      else repeated.push({ code: "DUPLICATE_KEY", message: "a key again", pos: [start], name, first });
    }
  });
  return repeated;
}

function repeatedKey({ pos: [offset], name, first }: Repeated, text: string): Fault {
  return {
    offset,
    message: `The key ${name} stands here again, first in line ${lineAt(text, first).number}: write it once; where it takes several values, as a list.`,
  };
}

/** The start of the last node that passes and begins before an offset; null where there is none. */
function startOf(document: Document, offset: number, passes: (node: Node) => boolean): number | null {
  let start: number | null = null;
  walk(document, (node) => {
    const [from, , end] = node.range ?? [0, 0, 0];
    if (passes(node) && from < offset && end >= offset - 1 && (start === null || from > start)) start = from;
  });
  return start;
}

/** Visits all nodes, however deep they are. */
function walk(document: Document, visit: (node: Node) => void): void {
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isScalar(node)) visit(node);
    else if (isSeq(node)) {
      visit(node);
      for (const item of node.items) waiting.push(item);
    } else if (isMap(node)) {
      visit(node);
      for (const { key, value } of node.items) waiting.push(key, value);
    }
  }
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  const rest = end < 0 ? "" : text.slice(end + 1);
  return end < 0 ? offset : end + 1 + (/^\s*/.exec(rest)?.[0].length ?? 0);
}

function withoutComment(text: string): string {
  return text.replace(/\s#.*$/, "").trim();
}

function quoted(text: string): string {
  const value = shortened(withoutComment(text));
  return value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
