import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { EdgeField, Model, NodeType } from "../../src/model/index.ts";

/** A value as a file of the seed writes it, and whose it is. */
export interface Example {
  readonly value: string;
  /** Of a node its id; of an edge the id of the node in whose record it stands. */
  readonly id: string;
}

/** Example values out of the seed's files. */
export interface Examples {
  /** The node of a type that the seed names most often; null where it has none. */
  nodeOf(type: string): string | null;
  /** A value of a property of a node type: that of the node above where it has one, else the first; null where the seed has none. */
  ofNode(type: string, property: string): Example | null;
  /** A value of a property of a @properties type. */
  ofEdge(propertiesType: string, property: string): Example | null;
}

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree } | null;
type Values = ReadonlyMap<string, string>;

const isMap = (tree: Tree | undefined): tree is { readonly [key: string]: Tree } =>
  typeof tree === "object" && tree !== null && !Array.isArray(tree);

/** One item or several: a list may stand for itself. */
const itemsOf = (tree: Tree): readonly Tree[] => (Array.isArray(tree) ? tree : [tree as Tree]);

/** A value in words: a list by its first member; null where nothing is written, or where it is no plain value. */
function plain(tree: Tree): string | null {
  const [first = null] = itemsOf(tree);
  return typeof first === "string" && first !== "" ? first : null;
}

/** Reads all files of a folder, subfolders included, in the order of their names. Every scalar is a text, as it is written. */
function readTrees(folder: string): Tree[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => parse(readFileSync(join(folder, path), "utf8"), { schema: "failsafe" }) as Tree);
}

/** How often each text stands in trees, ids of nodes among them. */
function countTexts(tree: Tree, counts: Map<string, number>): Map<string, number> {
  if (typeof tree === "string") counts.set(tree, (counts.get(tree) ?? 0) + 1);
  else if (tree !== null) for (const inner of Object.values(tree)) countTexts(inner, counts);
  return counts;
}

/** Collects what records say, those that stand in place within others included. */
class Collector {
  readonly nodes = new Map<string, Map<string, Values>>();
  readonly edges = new Map<string, Map<string, Example>>();

  constructor(private readonly model: Model) {}

  file(tree: Tree): void {
    if (!isMap(tree)) return;
    for (const type of this.model.nodes.values()) {
      const section = tree[type.plural];
      if (section !== undefined && section !== null) for (const record of itemsOf(section)) this.#record(type, record);
    }
  }

  #record(type: NodeType, record: Tree): void {
    if (!isMap(record)) return;
    const key = plain(record.id ?? null);
    if (key === null) return;
    const id = key.startsWith(`${type.prefix}:`) ? key : `${type.prefix}:${key}`;
    const values = new Map<string, string>();
    for (const [name, tree] of Object.entries(record)) {
      const property = type.properties.get(name);
      const value = plain(tree);
      if (property && value !== null) values.set(name, value);
      const edge = type.edges.get(name);
      if (edge && tree !== null) for (const end of itemsOf(tree)) this.#end(edge, end, id);
    }
    const ofType = this.nodes.get(type.name) ?? new Map<string, Values>();
    // A record that stands in place and again in its own section is told by the longer of the two.
    if ((ofType.get(id)?.size ?? -1) < values.size) ofType.set(id, values);
    this.nodes.set(type.name, ofType);
  }

  #end(edge: EdgeField, end: Tree, id: string): void {
    if (!isMap(end)) return;
    if (edge.propertiesType !== null) {
      const values = this.edges.get(edge.propertiesType) ?? new Map<string, Example>();
      for (const name of edge.properties.keys()) {
        const value = plain(end[name] ?? null);
        if (value !== null && !values.has(name)) values.set(name, { value, id });
      }
      this.edges.set(edge.propertiesType, values);
    }
    const far = this.model.nodes.get(edge.to);
    if (far && end.id !== undefined) this.#record(far, end);
  }
}

/** Reads the seed for examples. */
export function seedExamples(model: Model, folder = "seed"): Examples {
  const found = new Collector(model);
  const trees = readTrees(folder);
  for (const tree of trees) found.file(tree);
  const counts = countTexts(trees, new Map());
  const namedMost = new Map(
    [...found.nodes].map(([type, nodes]) => {
      // An id stands in full, or without its prefix where its place says the type.
      const times = (id: string) => (counts.get(id) ?? 0) + (counts.get(id.slice(id.indexOf(":") + 1)) ?? 0);
      const [first] = [...nodes].sort(([a, left], [b, right]) => times(b) - times(a) || right.size - left.size);
      return [type, first?.[0] ?? null] as const;
    }),
  );
  const nodeOf = (type: string) => namedMost.get(type) ?? null;
  return {
    nodeOf,
    ofNode: (type, property) => {
      const nodes = found.nodes.get(type) ?? new Map<string, Values>();
      const id = nodeOf(type);
      const own = id === null ? undefined : nodes.get(id)?.get(property);
      if (id !== null && property === "id") return { value: id, id };
      if (id !== null && own !== undefined) return { value: own, id };
      for (const [other, values] of nodes) {
        const value = values.get(property);
        if (value !== undefined) return { value, id: other };
      }
      return null;
    },
    ofEdge: (type, property) => found.edges.get(type)?.get(property) ?? null,
  };
}
