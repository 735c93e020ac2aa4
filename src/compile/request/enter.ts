import {
  type ASTNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLDirective,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { requestError } from "../../model/index.ts";
import type { Context } from "./context.ts";
import { ALWAYS, dayAt } from "./day.ts";

/** What an @asOf may stand on. */
type Written = FieldNode | OperationDefinitionNode;

/**
 * Enters an operation or a field: its own @asOf replaces what it gives of the outer one, and null leads back to all of history, or to all that is
 * known. Fields are entered by `Selected.context` alone, so that whoever compiles a field compiles it as of its day.
 */
export function enter(context: Context, nodes: readonly Written[]): Context {
  const node = nodes.find(asOfOn);
  const written = node && asOfOn(node);
  const directive = context.schema.getDirective("asOf");
  if (!node || !written || !directive) return context;
  const site = context.open(written, (variables) => getDirectiveValues(directive, node, variables) ?? {});
  const { args } = site;
  const valid = args.isNull("valid") ? null : args.has("valid") ? dayAt(site, "valid") : context.asOf.valid;
  const known = args.isNull("known") ? null : args.has("known") ? site.text("known") : context.asOf.known;
  return context.withAsOf(valid === null && known === null ? ALWAYS : { valid, known });
}

/** The @asOf on an operation or a field; undefined where there is none. */
export function asOfOn({ directives }: Written): DirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === "asOf");
}

/**
 * Refuses fields that GraphQL merges into one answer though they ask for different days, or some for none. Where variables give the days, each
 * request is looked at. Throws BAD_AS_OF.
 */
export function requireOneDay(context: Context, key: string, nodes: readonly FieldNode[]): void {
  const directive = context.schema.getDirective("asOf");
  if (nodes.length < 2 || !directive || !nodes.some(asOfOn)) return;
  context.require(
    nodes.flatMap((node) => asOfOn(node) ?? []),
    (variables) => {
      const days = new Set(nodes.map((node) => daysOn(directive, node, variables)));
      if (days.size === 1) return;
      throw requestError(
        "BAD_AS_OF",
        `The fields that answer together under ${key} differ in their @asOf. Give one of them an alias, or all of them the same @asOf.`,
        nodes,
      );
    },
  );
}

/** A day of the world and a day of knowledge, as a request gives them; null where it gives none. */
export interface AskedDays {
  readonly valid: string | null;
  readonly known: string | null;
}

/** The days that the @asOf of an operation and of its fields give, each pair once, in the order of the document; a field's alone, without those of what it stands in. */
export function daysAsked(
  schema: GraphQLSchema,
  definitions: readonly ASTNode[],
  variables: Readonly<Record<string, unknown>>,
): AskedDays[] {
  const directive = schema.getDirective("asOf");
  const asked = new Map<string, AskedDays>();
  const enterNode = (node: ASTNode) => {
    if (!directive || (node.kind !== Kind.FIELD && node.kind !== Kind.OPERATION_DEFINITION) || !asOfOn(node)) return;
    const given = getDirectiveValues(directive, node, variables) ?? {};
    const [valid = null, known = null] = [given.valid, given.known].map((day) => (typeof day === "string" ? day : null));
    if (valid !== null || known !== null) asked.set(`${valid} ${known}`, { valid, known });
  };
  for (const definition of definitions) visit(definition, { enter: enterNode });
  return [...asked.values()];
}

/** What a field's own @asOf gives, as a text; the same where it gives nothing and where there is none. */
function daysOn(directive: GraphQLDirective, node: FieldNode, variables: Readonly<Record<string, unknown>>): string {
  const { valid, known } = getDirectiveValues(directive, node, variables) ?? {};
  return JSON.stringify({ valid, known });
}

/**
 * Refuses @asOf on a field of a type that is no node, unless it is one of an edge, or leads to nodes: a day can't count for a part of a list, nor
 * for a value of a row. Throws BAD_AS_OF.
 */
export function requireDayCounts(context: Context, type: string, nodes: readonly FieldNode[]): void {
  const node = nodes.find(asOfOn);
  if (!node || node.name.value === "__typename") return;
  const reason = whyNoDayCounts(context, type, node.name.value);
  if (reason !== null) throw requestError("BAD_AS_OF", `@asOf can't stand on ${node.name.value}: ${reason}`, [node]);
}

/** Refuses @asOf anywhere in definitions or fields that no day counts for, and says why. Throws BAD_AS_OF. */
export function requireNoDay(definitions: readonly ASTNode[], reason = "a mutation has no day"): void {
  const enter = (node: ASTNode) => {
    if (node.kind !== Kind.FIELD || !asOfOn(node)) return;
    throw requestError("BAD_AS_OF", `@asOf can't stand on ${node.name.value}: ${reason}. Leave it out.`, [node]);
  };
  for (const definition of definitions) visit(definition, { enter });
}

/** What to write instead of an @asOf on a field of a type that is no node; null where it may stand. */
function whyNoDayCounts(context: Context, type: string, name: string): string | null {
  const named = context.schema.getType(type);
  const fields = isObjectType(named) || isInterfaceType(named) ? named.getFields() : {};
  const leadsToNodes = (field: string) => fields[field] !== undefined && context.model.possible.has(getNamedType(fields[field].type).name);
  if (type === "PageInfo" || name === "cursor" || fields.pageInfo) {
    return "it is a part of a list. Put @asOf on the field that gives the list, once under each alias where days are to be compared.";
  }
  const isEdge =
    (isObjectType(named) && named.getInterfaces().some((i) => i.name === "DatedEdge")) || (fields.cursor && leadsToNodes("node"));
  if (isEdge || leadsToNodes(name)) return null;
  return `it is a part of a ${type}. Put @asOf on the field that gives the ${type}.`;
}
