import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { Context } from "./context.ts";

/** A response key with the field nodes behind it (merged), and the concrete types for which it was asked. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Null: for every concrete type of the parent. */
  readonly types: readonly string[] | null;
}

/** The selection sets under some field nodes. */
export function selectionsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

function isIncluded(node: FieldNode | { directives?: FieldNode["directives"] }, variables: Readonly<Record<string, unknown>>): boolean {
  const on = node as FieldNode;
  if (getDirectiveValues(GraphQLSkipDirective, on, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, on, variables)?.if !== false;
}

/** The fields selected on one concrete type, by response key; fragments opened, @include and @skip obeyed. */
export function fieldsOn(
  sets: readonly SelectionSetNode[],
  type: string,
  context: Pick<Context, "fragments" | "variables" | "model">,
  into: Map<string, FieldNode[]> = new Map(),
  seen: Set<FragmentDefinitionNode> = new Set(),
): Map<string, FieldNode[]> {
  const applies = (condition: string | undefined) =>
    condition === undefined || condition === type || (context.model.possible.get(condition)?.includes(type) ?? false);
  for (const set of sets) {
    for (const selection of set.selections) {
      if (!isIncluded(selection, context.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = into.get(key);
        if (nodes) nodes.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments[selection.name.value] : selection;
      if (!fragment || !applies(fragment.typeCondition?.name.value)) continue;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        if (seen.has(fragment)) continue;
        seen.add(fragment);
      }
      fieldsOn([fragment.selectionSet], type, context, into, seen);
    }
  }
  return into;
}

/** The fields selected on a type that is no node: a connection, an edge, page info, a value. `__typename` is left to graphql-js. */
export function selectedOn(type: string, sets: readonly SelectionSetNode[], context: Context): Selected[] {
  return [...fieldsOn(sets, type, context)]
    .map(([key, nodes]) => ({ key, name: nodes[0]?.name.value ?? "", nodes, types: null }))
    .filter((field) => field.name !== "__typename");
}

/**
 * The fields selected on a node type or interface. A field asked for on every concrete type stands once, with `types` null;
 * one asked for on some of them (through fragments) stands once for each set of equal field nodes.
 */
export function selectedOnNode(_type: string, targets: readonly string[], sets: readonly SelectionSetNode[], context: Context): Selected[] {
  const groups: { key: string; nodes: FieldNode[]; types: string[] }[] = [];
  for (const target of targets) {
    for (const [key, nodes] of fieldsOn(sets, target, context)) {
      const same = groups.find((g) => g.key === key && g.nodes.length === nodes.length && g.nodes.every((n, i) => n === nodes[i]));
      if (same) same.types.push(target);
      else groups.push({ key, nodes, types: [target] });
    }
  }
  return groups
    .map(({ key, nodes, types }) => ({
      key,
      name: nodes[0]?.name.value ?? "",
      nodes,
      types: types.length === targets.length ? null : types,
    }))
    .filter((field) => field.name !== "__typename");
}
