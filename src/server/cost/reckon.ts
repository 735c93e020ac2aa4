import { type FragmentDefinitionNode, GraphQLError, type OperationDefinitionNode } from "graphql";
import { type Dearest, dearestOf } from "./dearest.ts";
import type { Reckoning } from "./lists.ts";
import { Measure } from "./measure.ts";

/** What an operation may cost, before it runs; the unit is an object of the answer (prices.ts). */
export interface Cost {
  /** Levels of fields. */
  readonly depth: number;
  /** Subqueries, searches, and what is looked at: this is paid whatever is found. */
  readonly work: number;
  /** `work`, and the objects that the answer holds at most; infinite where nothing bounds them. */
  readonly requested: number;
  /** The response keys of `__schema` and `__type`, whose objects have a price of their own. */
  readonly introspected: ReadonlySet<string>;
  /** The field that is most of it; null where no field is half of the whole, or where the whole is below the limit. */
  readonly dearest: Dearest | null;
}

/** Reckons what an operation costs; beyond the limit, also what is most of it. Throws OPERATION_RESOLUTION_FAILURE for a kind of operation that the schema lacks. */
export function reckon(
  reckoning: Reckoning,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  limit: number,
): Cost {
  const { schema } = reckoning.model;
  const root = schema.getRootType(operation.operation);
  if (!root) {
    throw new GraphQLError(`This server has no ${operation.operation}s.`, { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
  }
  const isAsOf = (operation.directives ?? []).some(({ name }) => name.value === "asOf");
  const measure = new Measure({ ...reckoning, isAsOf }, fragments);
  const once = measure.once(operation.selectionSet, root);
  const each = measure.each(operation.selectionSet, root);
  const work = once.work + each.work;
  const requested = Math.ceil(work + each.objects);
  return {
    depth: once.depth,
    work: Math.ceil(work),
    requested,
    introspected: measure.introspection.keys,
    dearest: requested > limit ? dearestOf(measure, operation.selectionSet, root, requested) : null,
  };
}
