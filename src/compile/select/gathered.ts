import { bind, cypher, type Fragment, inTurn, join, type Name, Parameter, stored } from "../cypher/fragment.ts";
import type { ComputedField } from "../request/computed.ts";
import type { Context } from "../request/context.ts";
import { GATHERED, type Gathering, LATER, type Later } from "../request/later.ts";
import type { Selected } from "../request/selection.ts";
import { columnsOf, type Parameters, type Read } from "../request/shape.ts";
import type { Site } from "../request/site.ts";
import { NOTES } from "../request/watch.ts";
import { listOf, ObjectBuilder } from "./builder.ts";
import { compileRow, type RowFields } from "./rows.ts";

/** A question that takes more than one statement: what src/trade writes for it. */
export interface Analysis {
  /** The type of a row in the served schema. */
  readonly type: string;
  /** Gathers the rows of some nodes, statement by statement; of a root field, those of the one start that is the empty text. */
  readonly gather: (starts: readonly string[], parameters: Parameters) => Gathering;
  /**
   * Clauses that bind more for a row, and how its fields are read: `row` is a list whose first value is the row's number, and whose others are as they were
   * gathered. A row for which the clauses find nothing, since it is gone by then, is left out.
   */
  readonly read: (row: Name) => { readonly match: Fragment; readonly fields: RowFields };
}

/** Writes an analysis, given its field and the place of its arguments. */
export type AnalysisOf = (field: Selected, site: Site) => Analysis;

/**
 * Compiles a field that is gathered into the statement that reads what is selected of its rows. It gets all gathered rows as one parameter, so that its
 * text is the same for every answer.
 */
export function compileGathered(analysisOf: AnalysisOf, field: Selected, owner: string): Later {
  const apart = field.apart();
  const { context } = apart;
  const analysis = analysisOf(apart, apart.site(owner));
  const row = context.name("row");
  const item = new ObjectBuilder();
  const { match, fields } = analysis.read(row);
  const read = compileRow(item, analysis.type, fields, apart);
  const clauses = [
    cypher`UNWIND ${new Parameter(GATHERED)} AS ${bind(row)}`,
    match,
    ...inTurn(item.calls),
    cypher`RETURN ${row}[0], ${listOf(item)}`,
  ];
  const later: Later = {
    path: context.field.path,
    gather: analysis.gather,
    text: join([...inTurn(context.sets), ...clauses]).text,
    shape: (rows, parameters) => new Map(rows.map(([at, columns]) => [Number(at), read(columnsOf(columns), parameters)])),
    note: (isEmpty, parameters) => parameters[NOTES]?.list(context.field, { isEmpty, isCut: false, total: null }),
  };
  context.later.push(later);
  return later;
}

/** A field of a node that is gathered: a list that is filled once the object's own statement was answered. */
export function gatheredField(analysisOf: (context: Context, site: Site) => Analysis): ComputedField {
  return {
    select: (object, node, [owner], field) => {
      const later = compileGathered(({ context }, site) => analysisOf(context, site), field, owner);
      const id = object.column(stored(node, "id"));
      object.reader(field.key, field.types, (columns, parameters) => wanted(later, String(columns[id]), parameters));
    },
  };
}

/** A root field that is gathered. */
export function compileGatheredRoot(analysisOf: AnalysisOf, field: Selected): Read {
  const later = compileGathered(analysisOf, field, "Query");
  return (_columns, parameters) => wanted(later, "", parameters);
}

function wanted(later: Later, start: string, parameters: Parameters): unknown[] {
  const lists = parameters[LATER];
  if (!lists) throw new Error("A list that statements of its own fill was shaped by somebody who runs none.");
  return lists.list(later, start);
}
