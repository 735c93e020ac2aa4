import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Context } from "./context.ts";
import type { AsOf } from "./day.ts";
import { enter, requireDayCounts, requireOneDay } from "./enter.ts";
import type { Site } from "./site.ts";

/** A response key with the field nodes behind it (merged), and the concrete types for which it was asked. Making one throws BAD_AS_OF. */
export class Selected {
  readonly #outer: Context;
  #context: Context | null = null;

  constructor(
    outer: Context,
    readonly key: string,
    /** The field's name. */
    readonly name: string,
    readonly nodes: readonly FieldNode[],
    /** Null: for every concrete type of the parent. */
    readonly types: readonly string[] | null = null,
  ) {
    this.#outer = outer;
    requireOneDay(outer, key, nodes);
  }

  /** The context that the field is compiled in: its own @asOf is entered here, and nowhere else. */
  get context(): Context {
    this.#context ??= enter(this.#outer, this.nodes).at(this.key);
    return this.#context;
  }

  /** The same field, with all below it as of another day than its own @asOf gives. */
  within(asOf: AsOf): Selected {
    const same = new Selected(this.#outer, this.key, this.name, this.nodes, this.types);
    same.#context = this.context.withAsOf(asOf);
    return same;
  }

  /** The same field, compiled into a statement of its own. */
  apart(): Selected {
    const same = new Selected(this.#outer, this.key, this.name, this.nodes, this.types);
    same.#context = this.context.apart();
    return same;
  }

  /** The selection sets under the field. */
  get selections(): readonly SelectionSetNode[] {
    return selectionsOf(this.nodes);
  }

  /** Opens its arguments, as the type that has the field defines them. */
  site(owner: string): Site {
    const [first] = this.nodes;
    if (!first) throw new Error(`The field ${this.name} was selected without a node.`);
    return this.context.site(this.context.fieldOf(owner, this.name), first);
  }
}

/** The selection sets under some field nodes. */
export function selectionsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

/** Whether a fragment's condition holds for a concrete type. The served schema says so: edges and rows have interfaces too, not nodes alone. */
function applies(condition: string | undefined, type: string, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type) return true;
  const [wanted, own] = [schema.getType(condition), schema.getType(type)];
  return isAbstractType(wanted) && isObjectType(own) && schema.isSubType(wanted, own);
}

/** The fields selected on one concrete type, by response key; fragments opened, @include and @skip obeyed. */
export function fieldsOn(
  sets: readonly SelectionSetNode[],
  type: string,
  context: Pick<Context, "fragments" | "variables" | "schema">,
  into: Map<string, FieldNode[]> = new Map(),
  seen: Set<FragmentDefinitionNode> = new Set(),
): Map<string, FieldNode[]> {
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
      if (!fragment || !applies(fragment.typeCondition?.name.value, type, context.schema)) continue;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        if (seen.has(fragment)) continue;
        seen.add(fragment);
      }
      fieldsOn([fragment.selectionSet], type, context, into, seen);
    }
  }
  return into;
}

/** The fields selected on a type that is no node: a connection, an edge, page info, a value. `__typename` is left to complete.ts. */
export function selectedOn(type: string, sets: readonly SelectionSetNode[], context: Context): Selected[] {
  return [...fieldsOn(sets, type, context)].flatMap(([key, nodes]) => {
    requireDayCounts(context, type, nodes);
    return selected(context, key, nodes, null);
  });
}

/**
 * The fields selected on nodes of some types. A field asked for on every one of them stands once, with `types` null;
 * one asked for on some of them (through fragments) stands once for each set of equal field nodes.
 */
export function selectedOnNode(targets: readonly string[], sets: readonly SelectionSetNode[], context: Context): Selected[] {
  const groups: { key: string; nodes: FieldNode[]; types: string[] }[] = [];
  for (const target of targets) {
    for (const [key, nodes] of fieldsOn(sets, target, context)) {
      const same = groups.find((g) => g.key === key && g.nodes.length === nodes.length && g.nodes.every((n, i) => n === nodes[i]));
      if (same) same.types.push(target);
      else groups.push({ key, nodes, types: [target] });
    }
  }
  return groups.flatMap(({ key, nodes, types }) => selected(context, key, nodes, types.length === targets.length ? null : types));
}

function selected(context: Context, key: string, nodes: readonly FieldNode[], types: readonly string[] | null): Selected[] {
  const name = nodes[0]?.name.value ?? "";
  return name === "__typename" ? [] : [new Selected(context, key, name, nodes, types)];
}
