import type { GraphQLFieldResolver } from "graphql";
import type { Compiler } from "../compile/index.ts";
import { OBJECTS, ROWS } from "../trade/index.ts";
import { type Context, root } from "./run.ts";

/** timeline, changes, disagreements, relationships; effectiveRate, effectiveRates. */
export function tradeFields(compiler: Compiler): Record<string, GraphQLFieldResolver<unknown, Context>> {
  return Object.fromEntries([
    ...Object.entries(ROWS).map(([name, rows]) => [name, root(compiler, { kind: "rows", rows })]),
    ...Object.entries(OBJECTS).map(([name, object]) => [name, root(compiler, { kind: "object", object })]),
  ]);
}
