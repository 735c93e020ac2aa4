import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { MOST_VALUES } from "../../model/index.ts";
import { LIMITS, MOST_PERIODS } from "../../resolvers/index.ts";
import { argumentOf } from "./asked.ts";
import { askedFacets, FACET, FACETS, facetsOnce } from "./facets.ts";
import { priceOfFilter } from "./filters.ts";
import { GATHERED_ROWS, gatheredListOf, planningOf } from "./gathered.ts";
import { Introspection } from "./introspection.ts";
import {
  edgeListOf,
  enumsOf,
  GROUP,
  groupsOf,
  hasEntries,
  isConnection,
  type List,
  nodeTimelineOf,
  type Reckoning,
  rateListOf,
  rootListOf,
  rowClaims,
  shownOf,
  statusesOf,
} from "./lists.ts";
import { META, priceOfMeta } from "./meta.ts";
import { AROUND, STATUS, SUBQUERY } from "./prices.ts";
import { Selections } from "./selections.ts";
import { COUNTED, eachPeriod, MOST_GROUPINGS, periodsOf, STATISTICS, statisticsRowsOnce, statisticsWork } from "./statistics.ts";

/** What a selection costs for each object that it stands in. Of a connection, what its entries cost is apart: how many there are is known a level above. */
export interface Each {
  readonly objects: number;
  readonly work: number;
  /** For each entry of a connection. */
  readonly entryObjects: number;
  readonly entryWork: number;
  /** Of a connection: how often its list is gone over beside its page. */
  readonly scans: number;
}

/** What a selection costs once, however many objects it stands in. */
export interface Once {
  /** Levels of fields below it. */
  readonly depth: number;
  /** Its subqueries, and what their filters walk. */
  readonly work: number;
}

const NOTHING: Each = { objects: 0, work: 0, entryObjects: 0, entryWork: 0, scans: 0 };

/** Below the root, entries, their nodes and page info are read from the subquery of the list that they stand in. */
const PARTS_OF_LISTS: ReadonlySet<string> = new Set(["edges", "nodes", "node", "pageInfo"]);
/** The timeline of a node. */
const TIMELINE = "timeline";
/** What computed fields cost once, beyond a subquery. */
const PLANNED: Readonly<Record<string, number>> = { statusOn: STATUS, statuses: STATUS, [TIMELINE]: AROUND };
/** Both sides of a disagreement. */
const POSITIONS = 2;

/**
 * Walks an operation's selections before they are compiled. Each selection set is measured once for each type of object that it may stand in, and that
 * figure taken wherever it is spread: fragments that double one another cost no more time, only more.
 */
export class Measure {
  readonly #reckoning: Reckoning;
  readonly selections: Selections;
  readonly introspection: Introspection;
  readonly #each = new Map<SelectionSetNode, Map<string, Each>>();
  readonly #once = new Map<SelectionSetNode, Map<string, Once>>();

  constructor(reckoning: Reckoning, fragments: Readonly<Record<string, FragmentDefinitionNode>>) {
    this.#reckoning = reckoning;
    this.selections = new Selections(reckoning.model.schema, fragments, reckoning.variables);
    this.introspection = new Introspection(reckoning.model.schema, fragments, reckoning.variables);
  }

  /** What a selection costs for one object of a type; of an interface or union, of the dearest type that it may be. */
  each(set: SelectionSetNode, type: GraphQLNamedType): Each {
    if (isAbstractType(type)) {
      return this.selections
        .possible(type)
        .map((possible) => this.each(set, possible))
        .reduce(dearer, NOTHING);
    }
    if (!isObjectType(type)) return NOTHING;
    const known = this.#each.get(set)?.get(type.name);
    if (known) return known;
    const each = set.selections.map((selection) => this.#selection(selection, type)).reduce(plus, NOTHING);
    const measured = this.#each.get(set) ?? new Map<string, Each>();
    this.#each.set(set, measured.set(type.name, each));
    return each;
  }

  #selection(selection: SelectionNode, owner: GraphQLObjectType): Each {
    if (!this.selections.isIncluded(selection)) return NOTHING;
    if (selection.kind === Kind.FIELD) return this.field(selection, owner);
    const opened = this.selections.openedOn(selection, owner);
    return opened === null ? NOTHING : this.each(opened, owner);
  }

  /** What one field of an object costs for each such object. */
  field(field: FieldNode, owner: GraphQLObjectType): Each {
    if (this.introspection.begins(field)) return { ...NOTHING, objects: this.introspection.priceOf(field) };
    const definition = owner.getFields()[field.name.value];
    if (!definition || !field.selectionSet) return NOTHING;
    const below = this.each(field.selectionSet, getNamedType(definition.type));
    const one: Each = { ...NOTHING, objects: 1 + below.objects, work: below.work };
    if (isConnection(owner.name) && field.name.value === FACETS) return this.#facets(field, definition, below);
    if (owner.name === STATISTICS) {
      const shown = eachPeriod(this.#reckoning, field);
      return { ...NOTHING, entryObjects: times(shown, one.objects), entryWork: times(shown, one.work) };
    }
    // What a group of neighbours or a facet shows is the part of a list as well: how many, its field says.
    if (isConnection(owner.name) || owner.name === GROUP || (owner.name === FACET && field.name.value === "values")) {
      return field.name.value === "pageInfo" ? one : { ...NOTHING, entryObjects: one.objects, entryWork: one.work };
    }
    const list = this.listOf(field, owner, definition);
    if (list === null) return one;
    const { most, work } = list;
    if (getNamedType(definition.type).name === GROUP) {
      const shown = shownOf(field, this.#reckoning.variables);
      const group = { objects: 1 + below.objects + times(shown, below.entryObjects), work: below.work + times(shown, below.entryWork) };
      return { ...NOTHING, objects: times(most, group.objects), work: work + times(most, group.work) };
    }
    if (!hasEntries(getNamedType(definition.type).name)) {
      return { ...NOTHING, objects: times(most, one.objects), work: work + times(most, one.work) };
    }
    return {
      ...NOTHING,
      objects: one.objects + times(most, below.entryObjects),
      work: work * (1 + below.scans) + one.work + times(most, below.entryWork),
    };
  }

  /** Facets of a list: each is an object, as is each value that it shows. */
  #facets(field: FieldNode, definition: GraphQLField<unknown, unknown>, below: Each): Each {
    const facets = askedFacets(this.#reckoning.model, field, definition, this.#reckoning.variables);
    const shown = facets.reduce((sum, facet) => sum + facet.shown, 0);
    return {
      ...NOTHING,
      objects: times(facets.length, 1 + below.objects) + times(shown, below.entryObjects),
      work: times(facets.length, below.work) + times(shown, below.entryWork),
      scans: facets.length,
    };
  }

  /** The list of a field; null where it gives one object at most. */
  listOf(field: FieldNode, owner: GraphQLObjectType, { name, type }: GraphQLField<unknown, unknown>): List | null {
    const { model, fanOut } = this.#reckoning;
    const rates = rateListOf(this.#reckoning, owner.name, name);
    if (rates) return rates;
    if (getNamedType(type).name === STATISTICS) return this.#statistics(field, getNamedType(type));
    if (name === "groups") return { most: MOST_GROUPINGS, work: 0 };
    const isList = isListType(getNullableType(type));
    if (!isList && !isConnection(getNamedType(type).name)) return null;
    if (owner === model.schema.getQueryType()) return rootListOf(this.#reckoning, field, this.#isCounted(field, getNamedType(type)));
    const edge = model.edgeFields.get(owner.name)?.get(name);
    if (edge) return edgeListOf(this.#reckoning, owner.name, edge, field);
    if (getNamedType(type).name === GROUP) return groupsOf(this.#reckoning, owner.name);
    if (name === "statuses") return statusesOf(this.#reckoning);
    if (name === TIMELINE) return nodeTimelineOf(this.#reckoning, owner.name, field, this.#isCounted(field, getNamedType(type)));
    if (model.nodes.get(owner.name)?.properties.get(name)?.kind === "value") return { most: fanOut.values(owner.name, name), work: 0 };
    const gathered = gatheredListOf(this.#reckoning, owner, field);
    if (gathered) return gathered;
    // Priced with the field that says how many there are; these are the most.
    if (owner.name === GROUP) return { most: LIMITS.neighboursShown, work: 0 };
    if (owner.name === STATISTICS) return { most: MOST_PERIODS * eachPeriod(this.#reckoning, field), work: 0 };
    if (owner.name === FACET) return { most: MOST_VALUES, work: 0 };
    if (owner.name === "EnumLabels") return { most: Math.max(...enumsOf(model)), work: 0 };
    if (name === "positions") return { most: POSITIONS, work: 0 };
    if (owner.name === META) return { most: model.nodes.size, work: 0 };
    if (name === "claims") {
      const isOfEdge = owner.getInterfaces().some((one) => one.name === "DatedEdge");
      return { most: isOfEdge ? fanOut.claims : rowClaims(this.#reckoning), work: 0 };
    }
    if (owner.name === "CommitmentScore" && name === "by") {
      const ways = ["CARRIES_OUT", "BREAKS"].map((type) => fanOut.degree("Commitment", { type, direction: "IN", symmetric: false }));
      return { most: ways.reduce((sum, most) => sum + most, 0), work: 0 };
    }
    // The measures from which a package has its status lie below it at any depth.
    const parts = model.edgeFields.get(getNamedType(type).name)?.get("parts");
    if (name === "fromParts" && parts) return { most: fanOut.reached(parts), work: 0 };
    return { most: Number.POSITIVE_INFINITY, work: 0 };
  }

  /** The periods of statistics, and what counting in them costs. */
  #statistics(field: FieldNode, type: GraphQLNamedType): List {
    const parts = field.selectionSet && isObjectType(type) ? this.selections.fieldsOn(field.selectionSet, type) : [];
    const rows = parts.filter(({ name }) => name.value === "rows");
    return { most: periodsOf(this.#reckoning, field), work: statisticsWork(this.#reckoning, field, rows) };
  }

  /** Whether the count of a connection is selected. */
  #isCounted({ selectionSet }: FieldNode, type: GraphQLNamedType): boolean {
    if (!selectionSet || !isObjectType(type) || !isConnection(type.name)) return false;
    return this.selections.fieldsOn(selectionSet, type).some(({ name }) => name.value === "totalCount");
  }

  /** What a selection costs once, where it stands in objects of a type. */
  once(set: SelectionSetNode, type: GraphQLCompositeType): Once {
    const known = this.#once.get(set)?.get(type.name);
    if (known) return known;
    let depth = 0;
    let work = 0;
    for (const selection of set.selections) {
      const once = this.#onceOf(selection, type);
      depth = Math.max(depth, once.depth);
      work += once.work;
    }
    const measured = this.#once.get(set) ?? new Map<string, Once>();
    this.#once.set(set, measured.set(type.name, { depth, work }));
    return { depth, work };
  }

  #onceOf(selection: SelectionNode, type: GraphQLCompositeType): Once {
    if (!this.selections.isIncluded(selection)) return { depth: 0, work: 0 };
    if (selection.kind === Kind.FIELD) return this.fieldOnce(selection, type);
    const fragment = this.selections.fragmentOf(selection);
    const on = fragment?.typeCondition ? this.#reckoning.model.schema.getType(fragment.typeCondition.name.value) : type;
    return fragment && isCompositeType(on) ? this.once(fragment.selectionSet, on) : { depth: 0, work: 0 };
  }

  /** What one field of an object costs once. */
  fieldOnce(field: FieldNode, owner: GraphQLCompositeType): Once {
    const name = field.name.value;
    // Introspection reads no data, and GraphQL's own rules bound its depth.
    if (name.startsWith("__")) return { depth: 0, work: 0 };
    const definition = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[name] : undefined;
    const named = definition && getNamedType(definition.type);
    if (owner.name === META) return { depth: field.selectionSet ? 2 : 1, work: priceOfMeta(this.#reckoning, name) };
    if (!field.selectionSet || !isCompositeType(named)) return { depth: 1, work: name === "totalCount" ? SUBQUERY : 0 };
    const { depth, work } = this.once(field.selectionSet, named);
    return { depth: depth + 1, work: work + this.#planned(field, owner) };
  }

  #planned(field: FieldNode, { name: owner }: GraphQLCompositeType): number {
    const { model, fanOut, variables } = this.#reckoning;
    const name = field.name.value;
    if (isConnection(owner) && name === FACETS) {
      const type = model.schema.getType(owner);
      const definition = isObjectType(type) ? type.getFields()[name] : undefined;
      return definition ? facetsOnce(fanOut, askedFacets(model, field, definition, variables)) : 0;
    }
    if (owner === FACET) return 0;
    if (owner === STATISTICS) return name === "rows" ? statisticsRowsOnce(this.#reckoning, field) : SUBQUERY;
    if (PARTS_OF_LISTS.has(name) && owner !== model.schema.getQueryType()?.name && !GATHERED_ROWS.has(owner)) return 0;
    if (model.computed.get(owner)?.has(name)) return planningOf(this.#reckoning, field) ?? PLANNED[name] ?? SUBQUERY;
    // The statuses of the duties, whether or not they are selected.
    if (rateListOf(this.#reckoning, owner, name) && owner === model.schema.getQueryType()?.name) return STATUS + SUBQUERY;
    const listed =
      model.edgeFields.get(owner)?.get(name)?.to ??
      (name === "statistics" ? COUNTED : [...model.nodes.values()].find(({ plural }) => plural === name)?.name);
    const filter = argumentOf(field, "filter", variables);
    return SUBQUERY + (listed === undefined ? 0 : priceOfFilter(model, fanOut, listed, filter).once);
  }
}

const plus = (a: Each, b: Each): Each => ({
  objects: a.objects + b.objects,
  work: a.work + b.work,
  entryObjects: a.entryObjects + b.entryObjects,
  entryWork: a.entryWork + b.entryWork,
  scans: a.scans + b.scans,
});

const dearer = (a: Each, b: Each): Each => ({
  objects: Math.max(a.objects, b.objects),
  work: Math.max(a.work, b.work),
  entryObjects: Math.max(a.entryObjects, b.entryObjects),
  entryWork: Math.max(a.entryWork, b.entryWork),
  scans: Math.max(a.scans, b.scans),
});

/** So often something; nothing of what has no bound is nothing. */
const times = (often: number, what: number): number => (often === 0 || what === 0 ? 0 : often * what);
