import { type DirectiveNode, type FieldNode, getDirectiveValues, type OperationDefinitionNode } from "graphql";
import { containing } from "../cypher/dates.ts";
import type { Parameter } from "../cypher/fragment.ts";
import type { Context } from "./context.ts";
import type { Site } from "./site.ts";

/** A day, and the coarser dates that contain it, as parameters. */
export interface Day {
  readonly day: Parameter;
  readonly days: Parameter;
}

/** The day as of which something is asked, as parameters; null where none was given. */
export interface AsOf {
  /** The day whose state counts. */
  readonly valid: Day | null;
  /** The day whose knowledge counts. */
  readonly known: Parameter | null;
}

/** All of history, with all that is known. */
export const ALWAYS: AsOf = { valid: null, known: null };

/** The day that an argument gives. */
export function dayAt(site: Site, name: string): Day {
  return { day: site.text(name), days: site.parameter((args) => containing(args.text(name))) };
}

/**
 * Enters an operation or a field: its own @asOf replaces what it gives of the outer one. Fields are entered by `Selected.context` alone, so that
 * whoever compiles a field compiles it as of its day.
 */
export function enter(context: Context, nodes: readonly (FieldNode | OperationDefinitionNode)[]): Context {
  const isAsOf = ({ name }: DirectiveNode) => name.value === "asOf";
  const node = nodes.find((n) => n.directives?.some(isAsOf));
  const written = node?.directives?.find(isAsOf);
  const directive = written ? context.schema.getDirective("asOf") : null;
  if (!node || !written || !directive) return context;
  const site = context.open(written, (variables) => getDirectiveValues(directive, node, variables) ?? {});
  const valid = site.args.has("valid") ? dayAt(site, "valid") : context.asOf.valid;
  const known = site.args.has("known") ? site.text("known") : context.asOf.known;
  return context.withAsOf({ valid, known });
}
