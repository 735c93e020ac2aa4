import { type FieldNode, type GraphQLObjectType, getNamedType, isAbstractType, isObjectType, type SelectionSetNode } from "graphql";
import { keyOf } from "./asked.ts";
import { FACETS } from "./facets.ts";
import { hasEntries, isConnection } from "./lists.ts";
import type { Measure } from "./measure.ts";
import { STATISTICS } from "./statistics.ts";

/** A field that is most of what an operation costs. */
export interface Dearest {
  /** The way to it by response keys. */
  readonly path: string;
  /** What it costs with all below it, wherever it is answered. */
  readonly cost: number;
}

/** Where a selection stands. */
interface Place {
  readonly set: SelectionSetNode;
  readonly owners: readonly GraphQLObjectType[];
  /** How many such objects the answer has at most. */
  readonly often: number;
  /** Of a connection: how many entries each has at most. */
  readonly entries: number;
}

/** Goes down from the root, at each level to the dearest field, as long as that is half of the whole. */
export function dearestOf(measure: Measure, set: SelectionSetNode, root: GraphQLObjectType, whole: number): Dearest | null {
  const path: string[] = [];
  let found: Dearest | null = null;
  let place: Place | null = { set, owners: [root], often: 1, entries: 1 };
  while (place) {
    const { often, entries }: Place = place;
    const fields = fieldsAt(measure, place).map((at) => ({ ...at, cost: costOf(measure, at, often, entries) }));
    const [first] = fields.sort((a, b) => b.cost - a.cost);
    if (!first || first.cost < whole / 2) return found;
    path.push(keyOf(first.field));
    found = { path: path.join("."), cost: first.cost };
    place = below(measure, first, place);
  }
  return found;
}

interface FieldAt {
  readonly field: FieldNode;
  readonly owner: GraphQLObjectType;
}

function fieldsAt(measure: Measure, { set, owners }: Place): FieldAt[] {
  return owners.flatMap((owner) => measure.selections.fieldsOn(set, owner).map((field) => ({ field, owner })));
}

function costOf(measure: Measure, { field, owner }: FieldAt, often: number, entries: number): number {
  const { objects, work, entryObjects, entryWork } = measure.field(field, owner);
  const ofEntries = entryObjects + entryWork;
  const each = objects + work + (ofEntries === 0 ? 0 : ofEntries * entries);
  return measure.fieldOnce(field, owner).work + (each === 0 ? 0 : each * often);
}

/** Where the selection under a field stands; null where it has none. */
function below(measure: Measure, { field, owner }: FieldAt, { often, entries }: Place): Place | null {
  const definition = owner.getFields()[field.name.value];
  if (!definition || !field.selectionSet) return null;
  const type = getNamedType(definition.type);
  const owners = isAbstractType(type) ? measure.selections.possible(type) : isObjectType(type) ? [type] : [];
  const set = field.selectionSet;
  if (isConnection(owner.name) && field.name.value === FACETS) return null;
  if (owner.name === STATISTICS) return null;
  if (isConnection(owner.name)) return { set, owners, often: field.name.value === "pageInfo" ? often : often * entries, entries: 1 };
  const most = measure.listOf(field, owner, definition)?.most ?? 1;
  return hasEntries(type.name) ? { set, owners, often, entries: most } : { set, owners, often: often * most, entries: 1 };
}
