import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node } from "yaml";
import { type Place, type Problem, problemAt } from "../record.ts";
import { refusedHere, refusedInFile } from "./characters.ts";
import { parsed, TOO_DEEP } from "./parse.ts";
import { faultsOf } from "./yaml-faults.ts";

/** A YAML document as plain data that knows its places. */
export type Tree = ScalarTree | ListTree | MapTree;

/** A single value; null where a key has none. */
export interface ScalarTree {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The value as the file writes it: `2025-06`, `0101`; the text itself where it was quoted. */
  readonly text: string;
  readonly place: Place;
}

/** A list. */
export interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly place: Place;
}

/** A map, its entries in the order of the file. */
export interface MapTree {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  readonly place: Place;
}

/** A key of a map, its place, and its value. */
export interface Entry {
  readonly key: string;
  readonly place: Place;
  readonly value: Tree;
  /** In a map in brackets, where no colon followed it: `sequel` in `{title: Tariffs, sequel}`. */
  readonly isBare?: boolean;
}

/** Reads one document of YAML 1.2 (core schema). `tree` is null where the text is no YAML or empty; then there are problems. */
export function readDocument(file: string, text: string): { tree: Tree | null; problems: Problem[] } {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refused = refusedInFile(text);
  if (refused.length > 0) {
    // It is not parsed: what is no text at all has a fault in each of its lines.
    for (let start = 0; start >= 0; start = text.indexOf("\n", start) + 1 || -1) lines.addNewLine(start);
    return { tree: null, problems: refused.map(({ offset, character }) => problemAt(at(offset), refusedHere(character))) };
  }
  const { document, tooDeepAt } = parsed(text, lines);
  if (!document) return { tree: null, problems: [problemAt(at(tooDeepAt), TOO_DEEP)] };
  const problems = faultsOf(text, document).map(({ offset, message }) => problemAt(at(offset), message));

  const read = (node: Node | null, fallback: Place, empty?: Place): Tree => {
    const place = node?.range ? at(node.range[0]) : fallback;
    // YAML takes a lone ! for a mark of its own, and drops it.
    if (isScalar(node) && node.tag === "!" && node.range) {
      const mark = at(text.lastIndexOf("!", node.range[0]));
      problems.push(problemAt(mark, `A text can't start with !: quote the text, "! ${node.value}".`));
    }
    if (isScalar(node)) {
      const { value } = node;
      // A value left empty is found where its key is.
      if (value === null || value === undefined)
        return { kind: "scalar", value: null, text: "", place: node.source ? place : (empty ?? place) };
      if (typeof value === "string") return { kind: "scalar", value, text: value, place };
      if (typeof value === "number" || typeof value === "boolean")
        return { kind: "scalar", value, text: node.source ?? String(value), place };
    }
    if (isSeq<Node | null>(node)) return { kind: "list", items: node.items.map((item) => read(item, place)), place };
    if (isMap<Node, Node | null>(node)) {
      const entries = node.items.map((pair): Entry => {
        const keyPlace = pair.key.range ? at(pair.key.range[0]) : place;
        const key = isScalar(pair.key) ? String(pair.key.value) : "";
        return { key, place: keyPlace, value: read(pair.value, keyPlace, keyPlace), isBare: node.flow === true && pair.value === null };
      });
      return { kind: "map", entries, place };
    }
    // References inside a file would make one line mean two facts, and can be made to expand without bound.
    if (isAlias(node)) problems.push(problemAt(place, `Write the value out: anchors and aliases (*${node.source}) are not read here.`));
    else if (node)
      problems.push(problemAt(place, "This value has a tag that is not read here: write plain text, numbers, lists and maps."));
    return { kind: "scalar", value: null, text: "", place };
  };

  if (problems.length > 0) return { tree: null, problems };
  const start: Place = { file, line: 1, column: 1 };
  const tree = read(document.contents, start);
  if (tree.kind === "scalar" && tree.value === null && problems.length === 0) {
    return { tree: null, problems: [problemAt(start, "The file is empty. A bundle starts with its name: `bundle: my-bundle`.")] };
  }
  return problems.length > 0 ? { tree: null, problems } : { tree, problems };
}
