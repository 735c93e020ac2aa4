/** The format of a backup: JSON lines, in an order that depends on the data alone, so that equal graphs give equal texts. */
import type { Value } from "../engine/port.ts";

/** What the first line says. */
export const HEADER = { format: "trade-graph-backup", version: 1 } as const;

/** The properties of a node or an edge. */
export type Values = Readonly<Record<string, Value>>;

/** A node as it is stored. */
export interface NodeLine {
  readonly labels: readonly string[];
  readonly values: Values;
}

/** An edge as it is stored; `from` and `to` are ids of nodes `:Node`. */
export interface EdgeLine {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: Values;
}

/** The last line: how much came before, and the SHA-256 of all lines before as text, in hexadecimal. */
export interface End {
  readonly nodes: number;
  readonly edges: number;
  readonly sha256: string;
}

/** A line as text, its properties by name; whole numbers that JSON's readers would round are `{"int": "…"}`. */
export function lineOf(line: typeof HEADER | NodeLine | EdgeLine | { readonly end: End }): string {
  return `${JSON.stringify(line, (key, value: unknown) => {
    if (typeof value === "bigint") return { int: String(value) };
    return key === "values" && isMap(value) ? inOrder(value) : value;
  })}\n`;
}

/** What a line says; undefined where it is no JSON. */
export function readLine(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      const [entry, ...others] = isMap(value) ? Object.entries(value) : [];
      return entry && others.length === 0 && entry[0] === "int" && typeof entry[1] === "string" ? BigInt(entry[1]) : value;
    });
  } catch {
    return undefined;
  }
}

function inOrder(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => compare(a, b)));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Orders texts by their code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
