/** The one shape of every tool's answer: rows with what they rest on, the days they speak of, and how to go on where they were cut. */
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { GRAINS, type Grain, MOST_TOKENS, tidy, tokensOf } from "./bounds.ts";

/** An object of the graph's own fields. */
const fields = z.looseObject({});

/** What every tool answers; what has nothing to say is left out. Short, since each tool has it in its description: the guide says more. */
export const ANSWER = {
  /** Which node each name in the arguments was read as. */
  meant: z.array(z.object({ said: z.string(), id: z.string(), label: z.string() })).optional(),
  /** Of which days of the world this speaks, and as known on which. */
  days: z.object({ world: z.string(), known: z.string() }).optional(),
  /** What is one thing. */
  answer: fields.optional(),
  /** What is a list. */
  rows: z.array(fields).optional(),
  /** How many rows there are in all, on all pages. */
  total: z.number().optional(),
  /** There where rows follow: ask again with the same arguments and this `after`. */
  more: z.object({ after: z.string(), say: z.string() }).optional(),
  /** The documents that claims name by `source`, each once. */
  sources: fields.optional(),
  /** What is to be known of this answer. */
  notes: z.array(z.string()).optional(),
};

/** An answer as a tool sends it. */
export type Answer = z.infer<z.ZodObject<typeof ANSWER>>;

/** The days that an answer speaks of, in words or as days. */
export interface Days {
  readonly world: string;
  readonly known: string;
}

/** A row, and the cursor behind which the list goes on; null where it can't go on from there. */
export interface Row {
  readonly value: Readonly<Record<string, unknown>>;
  readonly cursor: string | null;
}

/** What a tool found, before it is made to fit. */
export interface Told {
  readonly days?: Days;
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly rows?: readonly Row[];
  readonly total?: number | undefined;
  /** Whether rows follow behind the last of these. */
  readonly goesOn?: boolean;
  readonly notes?: readonly string[];
}

/** What is told beside it, gathered while it was asked. */
export interface Beside {
  readonly meant: readonly { readonly said: string; readonly id: string; readonly label: string }[];
  readonly warnings: readonly string[];
}

const CUT_WITHIN =
  "Lists that end with {more: n} and texts that end with (n characters more) were cut to fit; `node`, `edges` and `status` have all of one thing.";

/**
 * An answer that is no longer than `most` tokens: first lists and texts within its rows become shorter, then rows at the end are left out, down to one. Sources stand apart, each once.
 */
export function fitting(told: Told, beside: Beside, most: number = MOST_TOKENS): Answer {
  const rows = told.rows?.length ?? 0;
  for (const grain of GRAINS) {
    const fits = (kept: number): Answer | null => {
      const answer = built(told, beside, kept, grain);
      return tokensOf(JSON.stringify(answer)) <= most ? answer : null;
    };
    // Rather half of the rows with all that they rest on than all of them with little.
    const least = grain === GRAINS.at(-1) ? Math.min(1, rows) : Math.ceil(rows / 2);
    const found = longest(least, rows, fits);
    if (found) return found;
  }
  return {
    notes: ["This answer is too long to be told, even its first row alone. Ask for less: a single node, a field of it with `graphql`."],
  };
}

/** What `fits` gives for the largest number from `least` to `most` for which it gives anything; null where there is none. A larger number never fits where a smaller one does not. */
function longest(least: number, most: number, fits: (kept: number) => Answer | null): Answer | null {
  let found = fits(most);
  if (found || most === least) return found;
  found = fits(least);
  if (!found) return null;
  let [low, high] = [least, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const answer = fits(middle);
    if (answer) [low, found] = [middle, answer];
    else high = middle;
  }
  return found;
}

function built(
  { days, answer, rows, total, goesOn = false, notes = [] }: Told,
  { meant, warnings }: Beside,
  kept: number,
  grain: Grain,
): Answer {
  const shown = rows?.slice(0, kept) ?? [];
  const sources: Record<string, Record<string, unknown>> = {};
  const shaped = (value: unknown) => apart(tidy(value, grain), sources) as Record<string, unknown>;
  const one = answer && shaped(answer);
  const list = rows && shown.map(({ value }) => shaped(value));
  const after = goesOn || kept < (rows?.length ?? 0) ? (shown.at(-1)?.cursor ?? null) : null;
  const all = [...notes, ...warnings, ...(isCut(one) || isCut(list) ? [CUT_WITHIN] : [])];
  return {
    ...(meant.length > 0 ? { meant: [...meant] } : {}),
    ...(days ? { days } : {}),
    ...(one ? { answer: one } : {}),
    ...(list ? { rows: list } : {}),
    ...(total === undefined ? {} : { total }),
    ...(after === null
      ? {}
      : {
          more: {
            after,
            say: `These are ${shown.length} rows; more follow. Ask again with the same arguments and after: ${JSON.stringify(after)}.`,
          },
        }),
    ...(Object.keys(sources).length > 0 ? { sources } : {}),
    ...(all.length > 0 ? { notes: all.slice(0, 8).map((note) => note.slice(0, 600)) } : {}),
  };
}

/** Puts each source under its id into `sources`, and its id where it stood. */
function apart(value: unknown, sources: Record<string, Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((member) => apart(member, sources));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const source = inner as { readonly id?: unknown } | null;
      if (key !== "source" || typeof source !== "object" || source === null || typeof source.id !== "string")
        return [key, apart(inner, sources)];
      const { id, ...rest } = source;
      sources[id as string] = rest;
      return [key, id];
    }),
  );
}

/** Whether something within was cut. */
function isCut(value: unknown): boolean {
  if (typeof value === "string") return / … \(\d+ characters more\)$/.test(value);
  if (Array.isArray(value)) return value.some(isCut);
  if (typeof value !== "object" || value === null) return false;
  const keys = Object.keys(value);
  return (keys.length === 1 && keys[0] === "more") || Object.values(value).some(isCut);
}

/** A tool's result: the answer as it is, and as text for clients that read no other. */
export function resultOf(answer: Answer): CallToolResult {
  return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
}

/** What a list of the graph has of a page. */
interface Connection {
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
}

/** The rows of a page of a list of the graph. */
export function rowsOf({ edges, pageInfo, totalCount }: Connection): Pick<Told, "rows" | "goesOn" | "total"> {
  // What an edge says beside its node belongs to the row.
  const rows = edges.map(({ cursor, node, ...own }): Row => ({ cursor, value: { ...own, ...node } }));
  return { rows, goesOn: pageInfo.hasNextPage, total: totalCount };
}

/** The rows of a list that has no cursors of its own: `after` is how many came before, as text. */
export function rowsAfter(list: readonly object[], after: string | undefined, first: number): Pick<Told, "rows" | "goesOn"> {
  const skipped = skipOf(after);
  const rows = list.slice(skipped, skipped + first).map((value, i): Row => ({ value: { ...value }, cursor: String(skipped + i + 1) }));
  return { rows, goesOn: list.length > skipped + first };
}

/** How many rows came before, of a list without cursors. */
export const skipOf = (after: string | undefined): number => Math.max(0, Math.trunc(Number(after ?? 0)) || 0);
