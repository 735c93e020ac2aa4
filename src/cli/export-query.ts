import { readFileSync } from "node:fs";
import { type DocumentNode, execute, GraphQLError, Kind, parse, validate } from "graphql";
import type { GraphEngine } from "../engine/port.ts";
import { askingForMore, columnsOf, jsonLines, sdmxCsv, tableOf, takeMore, toCsv, xlsx } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { type Context, executableSchema, MergedIds, warningsOf } from "../resolvers/index.ts";

/** A page of an answer. */
interface Page {
  readonly data: unknown;
  /** The query's columns; null where it has none. */
  readonly columns: readonly string[] | null;
}

/** The formats of an answer, from its pages. */
const OF_ANSWER: Readonly<Record<string, (pages: AsyncIterable<Page>) => AsyncIterable<string | Uint8Array>>> = {
  jsonl: eachPage((data) => [...jsonLines(data)].join("")),
  csv: async function* (pages) {
    let isFirst = true;
    for await (const { data, columns } of pages) {
      yield toCsv(data, columns, isFirst);
      isFirst = false;
    }
  },
  xlsx: (pages) => xlsx(sheetOf(pages)),
  "sdmx-csv": eachPage(sdmxCsv),
};

/** A format in which each page is a text of its own. */
function eachPage(write: (data: unknown) => string) {
  return async function* (pages: AsyncIterable<Page>): AsyncGenerator<string> {
    for await (const { data } of pages) yield write(data);
  };
}

/** Formats that are of answers alone. */
export const OF_ANSWERS_ALONE = ["sdmx-csv"];

/** An answer as one sheet. */
async function* sheetOf(pages: AsyncIterable<Page>) {
  const all = pages[Symbol.asyncIterator]();
  const first = await all.next();
  const rowsOf = ({ data, columns }: Page) => [...tableOf(data, columns)].filter((row) => row !== null);
  const [columns = [], ...rows] = first.done ? [] : rowsOf(first.value);
  async function* rest() {
    yield rows;
    for (let next = await all.next(); !next.done; next = await all.next()) yield rowsOf(next.value).slice(1);
  }
  yield { name: "answer", columns: columns.map(String), rows: rest() };
}

/** A query that was checked. */
export interface Asked {
  readonly document: DocumentNode;
  readonly schema: ReturnType<typeof executableSchema>;
  readonly model: Model;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly inPages: boolean;
}

/** Reads and checks a query and its variables. Throws InputError. */
export function readQuery(
  file: string,
  { format, variables = "{}" }: { readonly format: string; readonly variables?: string },
  model: Model,
): Asked {
  if (!OF_ANSWER[format]) throw new InputError(`--query goes with ${Object.keys(OF_ANSWER).join(", ")}, not with ${format}.`);
  const schema = executableSchema(model);
  const document = parsed(file);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new InputError(errors.map((error) => placed(file, error)).join("\n"));
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.operation !== "query") throw new InputError(`${file} must hold one query.`);
  const inPages = (operation.variableDefinitions ?? []).some((variable) => variable.variable.name.value === "after");
  return { document, schema, model, variables: readVariables(variables), inPages };
}

function readVariables(text: string): Readonly<Record<string, unknown>> {
  const refusal = `--variables must be a JSON object, such as '{"day": "2025-06-01"}'.`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError(refusal);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new InputError(refusal);
  return { ...value };
}

function parsed(file: string): DocumentNode {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new InputError(`${file}: There is no such file, or it can't be read.`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) throw new InputError(placed(file, error));
    throw error;
  }
}

function placed(file: string, { message, locations }: GraphQLError): string {
  const [at] = locations ?? [];
  return `${file}:${at?.line ?? 1}:${at?.column ?? 1}: ${message}`;
}

/**
 * The answer in the format, page by page where the query can be asked so; `report` gets a line for each list that was cut, and for each id
 * by which a list came back empty and that the graph does not have. Throws InputError where the answer has errors.
 */
export function answers(
  asked: Asked,
  format: string,
  engine: GraphEngine,
  report: (text: string) => void,
): AsyncIterable<string | Uint8Array> {
  const write = OF_ANSWER[format];
  if (!write) throw new InputError(`--query does not go with ${format}.`);
  return write(pagesOf(asked, engine, report));
}

async function* pagesOf(asked: Asked, engine: GraphEngine, report: (text: string) => void): AsyncGenerator<Page> {
  const { document, schema, model, inPages } = asked;
  const told = new Set<string>();
  const asking = askingForMore(document, schema);
  const cut = new Map<string, number>();
  const merged = new MergedIds(engine);
  let variables = asked.variables;
  for (;;) {
    const contextValue: Context & Required<Pick<Context, "findings">> = { engine, findings: [], merged };
    const { data, errors } = await execute({ schema, document: asking, variableValues: variables, contextValue });
    if (errors) throw new InputError(errors.map((error) => error.message).join("\n"));
    const empty = contextValue.findings.map((found) => ({ ...found, cut: [] }));
    for (const { path, message } of await warningsOf(engine, model, empty)) told.add(`${path.join(".")}: ${message}\n`);
    const answer = takeMore(JSON.parse(JSON.stringify(data)), cut);
    const after = inPages ? nextPage(answer, variables.after) : null;
    if (inPages) for (const field of Object.keys(answer ?? {})) cut.delete(field);
    yield { data: answer, columns: columnsOf({ document, variables }) };
    if (after === null) break;
    variables = { ...variables, after };
  }
  for (const line of told) report(line);
  for (const [way, lists] of cut)
    report(`${way}: ${lists === 1 ? "a list goes" : `${lists} lists go`} on behind the page that was asked: give first: (200 at most).\n`);
}

/** The cursor after which the query's one list goes on; null at its end. Throws InputError where the answer does not say. */
function nextPage(answer: unknown, before: unknown): string | null {
  const lists = Object.values(answer ?? {});
  const { hasNextPage, endCursor } = (lists[0] as { pageInfo?: { hasNextPage?: unknown; endCursor?: unknown } } | null)?.pageInfo ?? {};
  if (lists.length !== 1 || typeof hasNextPage !== "boolean" || endCursor === undefined)
    throw new InputError(
      "A query with $after is asked page by page: it must be of one list, and select pageInfo { hasNextPage endCursor } of it.",
    );
  if (!hasNextPage) return null;
  if (typeof endCursor !== "string" || endCursor === before)
    throw new InputError("The list does not go on with $after: give it to the list itself, as after: $after.");
  return endCursor;
}
