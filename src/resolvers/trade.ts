import type { GraphQLFieldResolver } from "graphql";
import type { RowsOf } from "../compile/index.ts";
import type { Model } from "../model/index.ts";
import { changes } from "../trade/changes.ts";
import { disagreements } from "../trade/disagreements.ts";
import { relationships } from "../trade/relationships.ts";
import { timeline } from "../trade/timeline.ts";
import { type Context, root } from "./run.ts";

/** The root lists of rows, each computed by one statement. */
const ROWS: Readonly<Record<string, RowsOf>> = { changes, disagreements, relationships, timeline };

/** timeline, changes, disagreements, relationships. */
export function tradeFields(model: Model): Record<string, GraphQLFieldResolver<unknown, Context>> {
  return Object.fromEntries(Object.entries(ROWS).map(([name, rows]) => [name, root(model, { kind: "rows", rows })]));
}
