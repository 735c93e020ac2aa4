import type { GraphQLFieldResolver } from "graphql";
import type { Compiler } from "../compile/index.ts";
import { ANALYSES, OBJECTS, ROWS } from "../trade/index.ts";
import { type Context, root } from "./run.ts";

/** timeline, changes, disagreements, relationships; effectiveRate, effectiveRates; and what is worked out in steps: paths. */
export function tradeFields(compiler: Compiler): Record<string, GraphQLFieldResolver<unknown, Context>> {
  const rows = Object.entries(ROWS).map(([name, rows]) => [name, root(compiler, { kind: "rows", rows })]);
  const gathered = Object.entries(ANALYSES).map(([name, analysis]) => [name, root(compiler, { kind: "gathered", analysis })]);
  const objects = Object.entries(OBJECTS).map(([name, object]) => [name, root(compiler, { kind: "object", object })]);
  return Object.fromEntries([...rows, ...objects, ...gathered]);
}
