import type { Row, Statement } from "../engine/port.ts";
import { ABOUT, DISPUTED, type Model, type NodeType } from "../model/index.ts";
import { bind, cypher, EMPTY, type Fragment, join, Name, stored, word } from "./cypher/fragment.ts";
import { anyOf, directed } from "./cypher/patterns.ts";

/** Edges of a type in one direction, seen from the nodes of a type. */
export interface Degree {
  /** How many there are. */
  readonly all: number;
  /** How many one node has at most. */
  readonly largest: number;
}

/** How much of everything a graph holds: what an answer from it can hold at most follows. */
export interface Degrees {
  /** How many nodes a type has. */
  readonly nodes: Map<string, number>;
  /** By node type, relationship type and direction, as `wayOf` writes them. */
  readonly ways: Map<string, Degree>;
  /** How many objects one node has at most in a property of a @value type, by `Type.property`. */
  readonly values: Map<string, number>;
  /** How many claims one edge has at most. */
  claims: number;
  /** How many nodes are marked as those about which something may be at odds, and how many claims are about these. */
  disputed: { readonly nodes: number; readonly claims: number };
}

/** Degrees of which nothing is known yet. */
export function noDegrees(): Degrees {
  return { nodes: new Map(), ways: new Map(), values: new Map(), claims: 0, disputed: { nodes: 0, claims: 0 } };
}

/** A statement of which one row comes, and what reads it into degrees. Reading throws where it is no such row. */
export interface DegreeStatement {
  readonly statement: Statement;
  readonly read: (row: Row | undefined, into: Degrees) => void;
}

/** Names the edges of a type in one direction, seen from the nodes of a type. */
export function wayOf(owner: string, type: string, direction: "OUT" | "IN"): string {
  return `${owner} ${type} ${direction}`;
}

/** How many columns one statement counts: Neo4j planned 11 statements of up to 40 for longer than 24 of 8, the longest for 4.5 s against 1. */
const COLUMNS = 8;

/**
 * Statements that measure a graph: some for each node type, which count the edges of its nodes, one that looks how many claims edges rest on, and one for
 * what is disputed. Each
 * counts relationships of one type: counting all of a graph's by `type(r)` took ten times longer (280,000 edges, embedded engine: 2.8 s against 0.3).
 */
export function degreeStatements(model: Model): DegreeStatement[] {
  return [...[...model.nodes.values()].flatMap((node) => ofNodes(model, node)), ofClaims(model), ofDisputed()];
}

/** What is counted of each node of a type, and where the sum and the maximum of it go. */
interface Column {
  readonly expression: (node: Name) => Fragment;
  readonly keep: (all: number, largest: number, into: Degrees) => void;
}

function ofNodes(model: Model, node: NodeType): DegreeStatement[] {
  const ways = waysOf(model, node.name).map(({ type, direction }): Column => {
    const walk = cypher`[:${word(type)}]`;
    return {
      expression: (start) => cypher`COUNT { MATCH ${directed(start, walk, EMPTY, direction)} }`,
      keep: (all, largest, into) => into.ways.set(wayOf(node.name, type, direction), { all, largest }),
    };
  });
  const values = [...node.properties.values()]
    .filter((property) => property.kind === "value")
    .map(({ name }): Column => {
      return {
        expression: (start) => cypher`size(coalesce(${start}.${word(name)}, []))`,
        keep: (_all, largest, into) => into.values.set(`${node.name}.${name}`, largest),
      };
    });
  const columns = [...ways, ...values];
  const parts = Array.from({ length: Math.max(1, Math.ceil(columns.length / COLUMNS)) }, (_, i) =>
    columns.slice(i * COLUMNS, (i + 1) * COLUMNS),
  );
  return parts.map((part) => ofColumns(node, part));
}

function ofColumns(node: NodeType, columns: readonly Column[]): DegreeStatement {
  const start = new Name("a", false);
  const named = columns.map((column, i) => ({ ...column, name: new Name(`d${i}`, false) }));
  const measured = named.map(({ expression, name }) => cypher`${expression(start)} AS ${bind(name)}`);
  const sums = named.flatMap(({ name }) => [cypher`sum(${name})`, cypher`max(${name})`]);
  const text = cypher`MATCH (${bind(start)}:${word(node.name)}) WITH ${join([start, ...measured], ", ")} RETURN ${join([cypher`count(${start})`, ...sums], ", ")}`;
  return {
    statement: { text: text.text, params: {} },
    read: (row, into) => {
      const [count = 0, ...read] = numbersOf(row, 1 + sums.length);
      into.nodes.set(node.name, count);
      for (const [i, { keep }] of named.entries()) keep(read[2 * i] ?? 0, read[2 * i + 1] ?? 0, into);
    },
  };
}

/** The edges that nodes of a type may have, by the schema. */
function waysOf(model: Model, owner: string): { type: string; direction: "OUT" | "IN" }[] {
  return [...model.edges.values()].flatMap(({ type, pairs }) => {
    const ends = [...pairs].map((pair) => pair.split(">"));
    return [
      ...(ends.some(([from]) => from === owner) ? [{ type, direction: "OUT" as const }] : []),
      ...(ends.some(([, to]) => to === owner) ? [{ type, direction: "IN" as const }] : []),
    ];
  });
}

function ofClaims(model: Model): DegreeStatement {
  const dated = [...model.edges.values()].filter((edge) => edge.dated).map(({ type }) => type);
  const text = cypher`MATCH (:Node)-[r:${anyOf(dated)}]->() RETURN max(size(r.claims))`;
  return {
    statement: { text: text.text, params: {} },
    read: (row, into) => {
      const [most = 0] = numbersOf(row, 1);
      into.claims = most;
    },
  };
}

function ofDisputed(): DegreeStatement {
  const node = new Name("a", false);
  const claims = new Name("d", false);
  const marked = cypher`MATCH (${bind(node)}:Node) WHERE ${stored(node, DISPUTED)} = true`;
  const about = cypher`WITH ${node}, COUNT { MATCH (${node})<-[:${word(ABOUT)}]-() } AS ${bind(claims)}`;
  return {
    statement: { text: cypher`${marked} ${about} RETURN count(${node}), sum(${claims})`.text, params: {} },
    read: (row, into) => {
      const [nodes = 0, all = 0] = numbersOf(row, 2);
      into.disputed = { nodes, claims: all };
    },
  };
}

/** The numbers of a row; null, the maximum of nothing, is 0. */
function numbersOf(row: Row | undefined, columns: number): number[] {
  const read = row?.map((value) => Number(value ?? 0)) ?? [];
  if (read.length !== columns || !read.every(Number.isFinite)) throw new Error("A graph's degrees can't be read.");
  return read;
}
