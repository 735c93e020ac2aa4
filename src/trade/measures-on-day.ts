import { bind, type Context, call, cypher, dayAt, type Fragment, type Name, number, type RowField, type Site } from "../compile/index.ts";
import { partMeasures, standingOf } from "./status/index.ts";

/*
 * What the questions about the measures of a day share: the day that is asked for, the measures that stand then as asked, and the edges by which they were
 * found.
 */

/** A field's context on the day that its argument `on` gives; by default that of @asOf, else today. */
export function contextOnDay(outer: Context, site: Site): Context {
  const valid = site.args.has("on") ? dayAt(site, "on") : (outer.asOf.valid ?? outer.onToday());
  return outer.withAsOf({ valid, known: outer.asOf.known });
}

/** Measures that stand as the field's argument `status` asks. */
export interface Kept {
  /** Binds each of them, and its status, so that more may follow. */
  readonly clause: Fragment;
  readonly status: Name;
  /** What stands before the statement's own clauses, and the names that this binds: the subquery of the clause must carry them in. */
  readonly sets: readonly Fragment[];
  readonly carried: readonly Name[];
}

/** Of the measures that a walk finds (`measure`), those that stand as asked on the context's day. */
export function keptMeasures(context: Context, site: Site, found: Fragment, measure: Name): Kept {
  const [all, status] = [context.name("set"), context.name("value")];
  const on = { day: context.asOf.valid?.day ?? context.today(), known: context.asOf.known };
  context.sets.push(call(cypher`${found} RETURN collect(DISTINCT ${measure}) AS ${bind(all)}`, [all]));
  const parted = partMeasures(context, cypher`UNWIND ${all} AS ${bind(measure)}`, measure, on);
  // The sets of this statement are no part of the one that reads what was selected.
  const sets = context.sets.splice(0);
  const carried = [...new Set(sets.flatMap(({ binds }) => binds))];
  return { clause: standingOf(context, parted, measure, status, on, site.texts("status")), status, sets, carried };
}

/** The edge whose name stands in a row at some place: it begins with the edge's ends, `from|TYPE|to|since`. */
export function edgeIn(row: Name, at: number): RowField {
  const name = cypher`${row}[${number(at)}]`;
  return { kind: "relationship", from: cypher`split(${name}, '|')[0]`, to: cypher`split(${name}, '|')[2]`, name };
}
