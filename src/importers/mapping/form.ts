import { z } from "zod";
import { SYSTEMS } from "./systems.ts";

/** Texts that YAML may take for numbers stay as they are written. */
const text = z.string({ error: "must be a text" }).min(1, { error: "must have a text" });
const texts = z.union([text, z.array(text).min(1)], { error: "must be a text, or a list of texts" });
const line = z.number({ error: "must be the number of a line" }).int().min(1);

const decimals = z.enum([",", "."], { error: 'must be "," or "."' });

/** What a value is made of, besides the name of a column alone. */
export const VALUE = z
  .strictObject({
    column: text.describe("The column that it stands in, as the header names it.").optional(),
    columns: z
      .array(text)
      .min(1)
      .describe("Several columns: for a list all that they say, for one value the first that says anything.")
      .optional(),
    value: text.describe("A constant: the same in every row.").optional(),
    text: text.describe('A text made of columns, `"{Surname}, {Given name}"`; nothing where one of them says nothing.').optional(),
    node: text.describe("The node of this row that has this name under `nodes:`.").optional(),
    split: texts.describe("What separates the members of a list in a cell; ; and | when left out.").optional(),
    date: texts
      .describe(
        "How dates are written, beside 2025-06-05, 2025-06 and 2025: DD.MM.YYYY, MM/DD/YYYY, D MMM YYYY, excel …; the first that fits counts.",
      )
      .optional(),
    decimals: decimals.describe("What stands before decimals; what stands between thousands is dropped then.").optional(),
    times: z.number({ error: "must be a number" }).describe("What numbers are multiplied by: 1000 where they are thousands.").optional(),
    words: z
      .record(z.string(), z.string())
      .describe("What stands for what: `{Corp: COMPANY, Assoc.: ASSOCIATION}`; an empty text says nothing.")
      .optional(),
    code: z
      .enum(Object.keys(SYSTEMS) as [string, ...string[]], { error: `must be one of ${Object.keys(SYSTEMS).join(", ")}` })
      .describe("The codes that stand there; when left out, each code that the graph knows is tried.")
      .optional(),
    beside: text.describe("Only where this other field of the same record says something: a unit beside its number.").optional(),
    else: text.describe("What it is where the cell says nothing.").optional(),
  })
  .refine((value) => KINDS.filter((kind) => value[kind] !== undefined).length === 1, {
    error: "says just one of column, columns, value, text and node",
  });

const KINDS = ["column", "columns", "value", "text", "node"] as const;

const value = z.union([text, VALUE], {
  error: "must be the name of a column or of a node, or a map of column, columns, value, text or node",
});

/** A node that each row states. */
export const NODE = z.strictObject({
  type: text.describe("Its node type, such as Firm."),
  id: text
    .describe(
      'Its id, made of columns: `"us-{Number}"`. What no id can hold becomes hyphens. Left out where only nodes are meant that are there already.',
    )
    .optional(),
  match: z
    .array(text)
    .min(1)
    .describe(
      "Fields whose values find a node that is there already, such as [lei, wikidata] or [iso3]; the first that finds one counts, `id` where none does.",
    )
    .optional(),
  there: z
    .enum(["fill", "claim", "skip", "state"], { error: "must be fill, claim, skip or state" })
    .describe(
      "What becomes of it where another bundle defines it: fill (the default) claims what nobody says yet, claim claims all beside what others say, skip leaves it, state has it refused.",
    )
    .optional(),
  new: z
    .enum(["add", "leave"], { error: "must be add or leave" })
    .describe("What becomes of it where the graph lacks it: add (the default), or leave it out and say so.")
    .optional(),
  since: value.describe("The day from which the values hold that it claims of a node of others.").optional(),
  fields: z
    .record(z.string(), value)
    .describe("What it says, by field of its type. Fields that lead to other nodes take ids, codes, names, or a node of this row."),
});

/** An edge that each row states. */
export const EDGE = z.strictObject({
  type: text.describe("Its relationship type, such as HOLDS_OFFICE."),
  from: value.describe("Where it starts: a node of this row, or a column with ids, codes or names."),
  to: value.describe("Where it leads."),
  there: z
    .enum(["state", "skip"], { error: "must be state or skip" })
    .describe("What becomes of it where others state it: state (the default) states it as well, skip leaves it out.")
    .optional(),
  fields: z.record(z.string(), value).describe("What it says besides: since, until, and what its type has.").optional(),
});

/** How the file is laid out and its cells are written. */
export const TABLE = z.strictObject({
  header: z
    .union([line, z.tuple([line, line])], { error: "must be the line of the header, or its first and last line: [2, 3]" })
    .describe(
      "The line of the header; of a header of several lines the first and the last: [2, 3]. The first line with a text when left out.",
    )
    .optional(),
  separator: text.describe("What separates cells; found out when left out.").optional(),
  sheet: text.describe("The sheet of a workbook; its first when left out.").optional(),
  na: z.array(text).describe("Cells that say nothing, besides empty ones.").optional(),
  dates: texts.describe("How dates are written, where a field does not say.").optional(),
  decimals: decimals.describe("What stands before decimals, where a field does not say.").optional(),
  lists: texts.describe("What separates the members of lists, where a field does not say.").optional(),
  edition: text.describe("The edition of HS codes; 2022 when left out.").optional(),
});

/** A mapping file: what the columns of a table of others mean. */
export const MAPPING = z
  .strictObject({
    bundle: text.describe("Name of the bundle; map- and the table's own name when left out.").optional(),
    table: TABLE.describe("How the file is laid out and its cells are written.").optional(),
    source: z
      .union([text, z.record(z.string(), text)], { error: "must be the id of a source, or a map of its fields" })
      .describe("Who says what the table says: the id of a source that is there, or a new one as a map of its fields.")
      .optional(),
    certainty: text.describe("How sure it is; REPORTED when left out.").optional(),
    only: z
      .record(z.string(), texts)
      .describe("Rows that count: those with one of some texts in a column; the others are counted, and left out.")
      .optional(),
    nodes: z.record(z.string(), NODE).describe("The nodes that each row states, by names that only this file uses.").optional(),
    edges: z.array(EDGE).describe("The edges that each row states, besides those that fields of nodes lead to.").optional(),
  })
  .refine(({ nodes, edges }) => Object.keys(nodes ?? {}).length + (edges?.length ?? 0) > 0, {
    error: "states nothing: it needs nodes or edges",
  });

export type Mapping = z.infer<typeof MAPPING>;
export type Value = z.infer<typeof value>;

/** Keys whose values are numbers. */
export const NUMBERS: ReadonlySet<string> = new Set(["header", "times"]);
