import type { GraphQLFieldResolver } from "graphql";
import { changes } from "../analysis/changes.ts";
import { disagreements } from "../analysis/disagreements.ts";
import { relationships } from "../analysis/relationships.ts";
import { timeline } from "../analysis/timeline.ts";
import type { RowsOf } from "../compile/index.ts";
import type { Model } from "../model/index.ts";
import { type Context, root } from "./run.ts";

/** The root lists of rows, each worked out by one statement. */
const ROWS: Readonly<Record<string, RowsOf>> = { changes, disagreements, relationships, timeline };

/** timeline, changes, disagreements, relationships. */
export function analysisFields(model: Model): Record<string, GraphQLFieldResolver<unknown, Context>> {
  return Object.fromEntries(Object.entries(ROWS).map(([name, rows]) => [name, root(model, { kind: "rows", rows })]));
}
