import { type DirectiveNode, type FieldNode, getDirectiveValues, type OperationDefinitionNode } from "graphql";
import type { Context } from "./context.ts";
import { dayAt } from "./day.ts";

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
