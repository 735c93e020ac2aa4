import { stringifyDocument } from "@urql/core";
import { client } from "../data/client.ts";
import { askAs } from "../data/files.ts";
import { MeasuresTableDocument, type MeasuresTableQueryVariables } from "../generated/operations.ts";
import { COLUMNS, type ColumnName } from "./columns.ts";
import { filterOf, orderOf, type State } from "./state.ts";

/** How many measures a page of the file's question has, and how many a file has at most. */
export const ROWS = 200;
export const MOST = 2_000;

type Table = MeasuresTableQueryVariables;

/** The values of the question behind a file: what is shown, in its order, from the first on. */
export function tableOf(state: State, days: { readonly on: string | null; readonly known: string | null }): Table {
  const has = (name: ColumnName) => state.columns.includes(name);
  return {
    filter: filterOf(state),
    orderBy: orderOf(state),
    first: ROWS,
    after: null,
    ...(Object.fromEntries(COLUMNS.filter(({ name }) => name !== "title").map(({ name }) => [name, has(name)])) as Omit<
      Table,
      "filter" | "orderBy" | "first" | "after" | "on" | "known"
    >),
    ...days,
  };
}

/** The table as the server writes it, page after page under one line of names; `total`: how many measures there are. Throws the server's own words where it refuses. */
export async function csvOf(table: Table, total: number): Promise<string> {
  const pages: string[] = [];
  let after: string | null = null;
  for (let rows = 0; rows < Math.min(total, MOST); rows += ROWS) {
    const page: Table = { ...table, after };
    const text = await askAs("text/csv", stringifyDocument(MeasuresTableDocument), page);
    pages.push(pages.length === 0 ? text : text.slice(text.indexOf("\n") + 1));
    if (rows + ROWS < Math.min(total, MOST)) after = await endOf(page);
  }
  return pages.join("");
}

/** The cursor after a page, which a table does not hold. */
async function endOf(page: Table): Promise<string | null> {
  const { data, error } = await client.query(MeasuresTableDocument, page).toPromise();
  if (error) throw new Error(error.message);
  return data?.measures.pageInfo.endCursor ?? null;
}
