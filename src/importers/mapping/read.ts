import { readFileSync } from "node:fs";
import type { z } from "zod";
import { decodeUtf8, didYouMean, InputError, type Place, type Problem, problemAt, readDocument, type Tree } from "../../load/index.ts";
import { checkReadable } from "../read/bytes.ts";
import { EDGE, MAPPING, type Mapping, NODE, NUMBERS, TABLE, VALUE } from "./form.ts";

/** A mapping file as it was read, with the places of all that stands in it. */
export interface MappingFile {
  readonly mapping: Mapping;
  /** Its tree, for the source. */
  readonly tree: Tree;
  /** Where a part of it stands, or what is around that; with `key` where its key stands. */
  placeOf(path: readonly PropertyKey[], key?: boolean): Place;
}

/** Mappings with problems are refused with all of them. */
export class MappingProblems extends InputError {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n"));
  }
}

/** Reads a mapping file. Throws InputError, with the place of each problem, where it is none. */
export async function readMapping(path: string): Promise<MappingFile> {
  await checkReadable(path);
  return mappingOf(path, decodeUtf8(path, readFileSync(path)));
}

/** The mapping of a text. Throws MappingProblems. */
export function mappingOf(file: string, text: string): MappingFile {
  const { tree, problems } = readDocument(file, text);
  if (!tree) throw new MappingProblems(problems);
  const found = MAPPING.safeParse(plain(tree, null));
  const placeOf = (path: readonly PropertyKey[], key = false) => placeIn(tree, path, key);
  if (found.data) return { mapping: found.data, tree, placeOf };
  throw new MappingProblems(found.error.issues.flatMap((issue) => problemsOf(issue, placeOf, [])));
}

/** A tree as plain data: texts as they are written, and numbers where numbers belong. */
function plain(tree: Tree, key: string | null): unknown {
  if (tree.kind === "list") return tree.items.map((item) => plain(item, key));
  if (tree.kind === "map") return Object.fromEntries(tree.entries.map((entry) => [entry.key, plain(entry.value, entry.key)]));
  return key !== null && NUMBERS.has(key) && typeof tree.value === "number" ? tree.value : tree.text;
}

/** The place of what a path leads to, or of the nearest thing around it; `key` where it is the key that is meant. */
function placeIn(tree: Tree, path: readonly PropertyKey[], key: boolean): Place {
  let at = tree;
  let { place } = tree;
  for (const [i, step] of path.entries()) {
    if (at.kind === "list") {
      const item = at.items[Number(step)];
      if (!item) return place;
      at = item;
    } else if (at.kind === "map") {
      const entry = at.entries.find((one) => one.key === String(step));
      if (!entry) return place;
      at = entry.value;
      if (key && i === path.length - 1) return entry.place;
    } else return place;
    place = at.place;
  }
  return place;
}

/** The keys that may stand at a place, for hints. */
const KEYS = [TABLE, NODE, EDGE].map((form) => Object.keys(form.shape));
const ALL_KEYS: readonly string[] = [...new Set([...KEYS.flat(), ...Object.keys(MAPPING.shape), ...Object.keys(VALUE.shape)])];

function problemsOf(issue: z.core.$ZodIssue, placeOf: MappingFile["placeOf"], above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path];
  const name = String(path.at(-1) ?? "The mapping");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => problemAt(placeOf([...path, key], true), `There is no key "${key}" here.${didYouMean(key, ALL_KEYS)}`));
  // Of a union, what is wrong with the map that was written is nearer than that it is no text.
  if (issue.code === "invalid_union") {
    const inner = issue.errors.filter((all) =>
      all.some((one) => one.path.length > 0 || one.code === "unrecognized_keys" || one.code === "custom"),
    );
    const [nearest] = inner;
    if (nearest) return nearest.flatMap((one) => problemsOf(one, placeOf, path));
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return [problemAt(placeOf(path), missing ? `${name} is missing here.` : `${name} ${issue.message}.`)];
}
