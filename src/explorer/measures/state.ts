import { choicesOf } from "../data/words.ts";
import type {
  MeasureFacet,
  MeasureFilter,
  MeasureOrder,
  MeasuresFacetsQueryVariables,
  MeasuresQueryVariables,
} from "../generated/operations.ts";
import { COLUMNS, type ColumnName, USUAL } from "./columns.ts";

/** What measures are narrowed by, under the name that it has in the address and in the operation. */
export type GroupName = "status" | "kind" | "effect" | "imposedBy" | "targets" | "covers" | "year";

/** What a group is called, what it counts by, and how its values become a filter. */
export interface Group {
  readonly name: GroupName;
  readonly title: string;
  readonly facet: MeasureFacet;
  /** How many values it asks for. */
  readonly first: number;
  /** The values are nodes, which may be found by name. */
  readonly ofNodes: boolean;
  /** Whether a value can be one. A link that was cut or mistyped narrows by what can be read of it. */
  readonly accepts: (value: string) => boolean;
  readonly filter: (values: string[]) => MeasureFilter;
}

const isOf =
  (enumName: string) =>
  (value: string): boolean =>
    choicesOf(enumName).some(([known]) => known === value);
const isNode =
  (...types: readonly string[]) =>
  (value: string): boolean =>
    types.includes(value.slice(0, value.indexOf(":"))) && !/\s/.test(value);

/** All groups, as they stand beside the table. */
export const GROUPS: readonly Group[] = [
  {
    name: "status",
    title: "Where it stands",
    facet: "STATUS",
    first: 20,
    ofNodes: false,
    accepts: isOf("MeasureStatus"),
    filter: (values) => ({ status: { in: values as never } }),
  },
  {
    name: "kind",
    title: "Instrument",
    facet: "KIND",
    first: 40,
    ofNodes: false,
    accepts: isOf("MeasureKind"),
    filter: (values) => ({ kind: values as never }),
  },
  {
    name: "effect",
    title: "Effect on trade",
    facet: "EFFECT",
    first: 5,
    ofNodes: false,
    accepts: isOf("MeasureEffect"),
    filter: (values) => ({ effect: values as never }),
  },
  {
    name: "imposedBy",
    title: "Imposed by",
    facet: "IMPOSED_BY_COUNTRY",
    first: 60,
    ofNodes: true,
    accepts: isNode("country", "agency"),
    filter: (values) => ({ imposedBy: values }),
  },
  {
    name: "targets",
    title: "Aimed at",
    facet: "TARGETS_COUNTRY",
    first: 60,
    ofNodes: true,
    accepts: isNode("country", "agency", "firm", "person"),
    filter: (values) => ({ targets: values }),
  },
  {
    name: "covers",
    title: "Goods",
    facet: "COVERS_CHAPTER",
    first: 100,
    ofNodes: true,
    accepts: isNode("commodity"),
    filter: (values) => ({ covers: values }),
  },
  {
    name: "year",
    title: "Announced in",
    facet: "ANNOUNCED_ON_YEAR",
    first: 40,
    ofNodes: false,
    accepts: (value) => /^\d{4}$/.test(value),
    filter: (values) => ({ any: values.map((year) => ({ announcedOn: { from: year, to: year } })) }),
  },
];

/** How many measures a page has. */
export const PAGE = 50;

/** What the address says of the table. */
export interface State {
  readonly chosen: Readonly<Record<GroupName, readonly string[]>>;
  /** Words that the title, the summary, another name or the legal reference has. */
  readonly text: string;
  readonly sort: { readonly column: ColumnName; readonly descending: boolean };
  readonly columns: readonly ColumnName[];
  /** The cursor that the page begins after, or that it ends before. */
  readonly after: string | null;
  readonly before: string | null;
  /** Which page it is, to be shown. */
  readonly page: number;
}

const listOf = (text: string | null): string[] => (text ?? "").split(",").filter((value) => value !== "");
const isColumn = (name: string): name is ColumnName => COLUMNS.some((column) => column.name === name);

/** Reads the state from the address: `kind=TARIFF,BAN`, `covers=commodity:rare-earths`, `sort=-announced`, `columns=status,kind`. */
export function readState(search: URLSearchParams): State {
  const chosen = Object.fromEntries(GROUPS.map(({ name, accepts }) => [name, listOf(search.get(name)).filter(accepts)])) as Record<
    GroupName,
    string[]
  >;
  const sort = search.get("sort") ?? "-announced";
  const column = sort.replace(/^-/, "");
  const isKnown = COLUMNS.some(({ name, order }) => name === column && order !== undefined);
  const columns = listOf(search.get("columns")).filter(isColumn);
  return {
    chosen,
    text: search.get("text")?.trim() ?? "",
    sort: isKnown ? { column: column as ColumnName, descending: sort.startsWith("-") } : { column: "announced", descending: true },
    columns: search.has("columns") ? columns : USUAL,
    after: search.get("after"),
    before: search.get("before"),
    page: Math.max(1, Number.parseInt(search.get("page") ?? "1", 10) || 1),
  };
}

/** What takes the reader to the first page again: with another filter or order, no cursor of the former one holds. */
export const FROM_START = { after: undefined, before: undefined, page: undefined } as const;

/** The filter that the reader chose; `but`: without what they chose in one group. Null where nothing is chosen. */
export function filterOf({ chosen, text }: State, but?: GroupName): MeasureFilter | null {
  const parts = GROUPS.flatMap(({ name, filter }) => (name !== but && chosen[name].length > 0 ? [filter([...chosen[name]])] : []));
  if (text !== "") {
    const contains = { contains: text };
    parts.push({ any: [{ title: contains }, { summary: contains }, { aliases: contains }, { legalReference: contains }] });
  }
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] ?? null) : { all: parts };
}

/** The order of the table; what is equal in it stands by id. */
export function orderOf({ sort }: State): MeasureOrder[] {
  const field = COLUMNS.find(({ name }) => name === sort.column)?.order;
  return field === undefined ? [] : [{ field, direction: sort.descending ? "DESC" : "ASC" }];
}

/** The values of the question for a page. */
export function pageOf(state: State): Omit<MeasuresQueryVariables, "on" | "known"> {
  return {
    filter: filterOf(state),
    orderBy: orderOf(state),
    ...(state.before === null ? { first: PAGE, after: state.after } : { last: PAGE, before: state.before }),
  };
}

/** The values of the question for the counts. */
export function facetsOf(state: State): Omit<MeasuresFacetsQueryVariables, "on" | "known"> {
  const own = (name: GroupName) => state.chosen[name].length > 0;
  const but = (name: GroupName) => (own(name) ? filterOf(state, name) : null);
  return {
    filter: filterOf(state),
    by: GROUPS.filter(({ name }) => !own(name)).map(({ facet, first }) => ({ field: facet, first })),
    butStatus: but("status"),
    byStatus: own("status"),
    butKind: but("kind"),
    byKind: own("kind"),
    butEffect: but("effect"),
    byEffect: own("effect"),
    butImposedBy: but("imposedBy"),
    byImposedBy: own("imposedBy"),
    butTargets: but("targets"),
    byTargets: own("targets"),
    butCovers: but("covers"),
    byCovers: own("covers"),
    butYear: but("year"),
    byYear: own("year"),
  };
}
