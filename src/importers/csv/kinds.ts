import { didYouMean, fieldNames, InputError, type Place, type StatedField } from "../../load/index.ts";
import { CLAIM, type EdgeType, type Model, type NodeType, nodeTypeOf, statedProperties } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import type { TableForm } from "../read/form.ts";
import { type Header, headerIs, type Row, readTable } from "../read/table.ts";
import type { CellProblem, Policy, RowRecord } from "./records.ts";
import { type Column, columnOf, type Emptiness, fieldsOf, type Writing } from "./values.ts";

/** How the rows of a table are read: what a header must have, and what a row states. */
export interface TableKind {
  /** Whether a header is one of its tables; what is wrong with it is rejected. */
  takes(header: Header, notes: Notes): boolean;
  /** What a row states, records to which others lead before these. */
  records(row: Row, notes: Notes): RowRecord[];
}

/** A table to be read. */
export interface Table {
  /** Its path. */
  readonly file: string;
  /** Name of its bundle, or what the names of its rows' bundles start with. */
  readonly name: string;
  /** What tells it from other tables of that name (`Bundle.origin`). */
  readonly origin: string;
  readonly start: Place;
  readonly kind: TableKind;
  /** How its file is laid out; as a CSV whose first row is its header when left out. */
  readonly form?: TableForm | undefined;
}

/** How the cells of a table whose columns are named like fields are read. */
export interface CellRules {
  readonly empty: Emptiness;
  readonly writing: Writing;
}

/** The rows of a table, if its header is one of its kind; what is wrong with it is rejected. Throws InputError. */
export function tableRows({ file, kind, form }: Table, notes: Notes): AsyncGenerator<Row> {
  return readTable(file, notes, (header) => kind.takes(header, notes), form);
}

/** The kind of a table by its node type or edge. Throws InputError where there is neither of that name, or where nothing can be claimed of it. */
export function kindOfTable(as: string, model: Model, rules: CellRules, policy: Policy): TableKind {
  const node = model.nodes.get(as);
  if (node) return nodeTable(node, model, rules, policy);
  const edge = model.edges.get(as);
  if (edge) return edgeTable(edge, rules, policy);
  const hint = didYouMean(as, [...model.nodes.keys(), ...model.edges.keys()]);
  throw new InputError(
    `There is neither a node type nor an edge "${as}".${hint} The node types are ${[...model.nodes.keys()].join(", ")}; the edges are ${[...model.edges.keys()].join(", ")}.`,
  );
}

/** The node type whose ids and codes are those of countries. */
const COUNTRY = "Country";

/** The column that says from when the values of a row hold, where they become claims. */
const SINCE = "since";

/** The columns of a node type, `id` first, by name. */
export function columnsOfNode(type: NodeType): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>([["id", columnOf("id", null, type.properties, type.name === COUNTRY)]]);
  for (const name of fieldNames(type)) {
    const edge = type.edges.get(name);
    const of = edge ?? type.properties.get(name) ?? null;
    if (name !== "id") columns.set(name, columnOf(name, of, type.properties, edge?.targets.includes(COUNTRY) === true));
  }
  return columns;
}

/** The columns of an edge type: its ends, its values, and its claims. */
export function columnsOfEdge(type: EdgeType): ReadonlyMap<string, Column> {
  const properties = statedProperties(type);
  const leadsTo = (end: 0 | 1) => [...type.pairs].some((pair) => pair.split(">")[end] === COUNTRY);
  const columns = new Map<string, Column>([
    ["from", { ...columnOf("from", null, properties, leadsTo(0)), leads: true, ends: true }],
    ["to", { ...columnOf("to", null, properties, leadsTo(1)), leads: true, ends: true }],
  ]);
  for (const [name, property] of properties) columns.set(name, columnOf(name, property, properties, false));
  if (type.dated) columns.set("claims", { ...columnOf("claims", null, properties, false), list: true, leads: true });
  return columns;
}

/** Whether the values of records become claims where the graph has their node. */
export function makesClaims({ there }: Policy): boolean {
  return there === "fill" || there === "claim";
}

/** Why a field of a node type can't be claimed, with what to do, by its name. */
export function unclaimable(type: NodeType): ReadonlyMap<string, string> {
  return new Map(
    [...type.properties.values()].flatMap(({ name, list, contestable }) =>
      contestable || name === "id"
        ? []
        : [[name, `${name} is ${list ? "a list" : "a value"} that no claim gives: state it where ${type.name} records are defined.`]],
    ),
  );
}

function nodeTable(type: NodeType, model: Model, rules: CellRules, policy: Policy): TableKind {
  const claims = makesClaims(policy);
  if (claims && !model.edges.get("ABOUT")?.pairs.has(`${CLAIM}>${type.name}`))
    throw new InputError(`Nothing is claimed of a ${type.name}: leave out --${policy.there}.`);
  const maps = [...type.properties.values()].filter((property) => property.kind === "value");
  const refused = claims
    ? unclaimable(type)
    : new Map(maps.map(({ name }) => [name, `${name} is a list of maps, which no cell can hold: state it in YAML or jsonl.`]));
  const columns = new Map(columnsOfNode(type));
  if (claims) columns.set(SINCE, { ...columnOf(SINCE, null, type.properties, false), date: true });
  const isOne = (field: StatedField): field is StatedField & { value: string } => typeof field.value === "string";
  return {
    takes: (header, notes) => headerIs(header, [...columns.keys()], ["id"], type.name, notes, refused),
    records(row, notes) {
      const problems: CellProblem[] = [];
      const fields = fieldsOf(row, columns, rules, notes, (place, message) => problems.push({ place, message }));
      const id = fields.find((field) => field.name === "id" && isOne(field));
      const since = claims ? (fields.find(({ name }) => name === SINCE) ?? null) : null;
      const written = id && isOne(id) ? { text: id.value, place: id.place } : null;
      return [
        {
          kind: "node",
          type,
          fields: fields.filter((field) => field !== id && field !== since),
          links: [],
          problems,
          place: row.place,
          key: row.cells.get("id")?.text ?? "",
          policy,
          merges: claims,
          identity: { written, mayBeCode: claims, match: [] },
          since,
        },
      ];
    },
  };
}

function edgeTable(type: EdgeType, rules: CellRules, policy: Policy): TableKind {
  if (makesClaims(policy))
    throw new InputError(
      `--${policy.there} goes with tables of nodes. Tables of edges stand beside each other as they are: several may state one edge, each with its claims.`,
    );
  const columns = columnsOfEdge(type);
  return {
    takes: (header, notes) => headerIs(header, [...columns.keys()], ["from", "to"], type.type, notes),
    records(row, notes) {
      const problems: CellProblem[] = [];
      const fields = fieldsOf(row, columns, rules, notes, (place, message) => problems.push({ place, message }));
      const key = ["from", "to", "since"].map((name) => row.cells.get(name)?.text ?? "").join("|");
      return [{ kind: "edge", type, fields, links: [], problems, place: row.place, key, policy, merges: false }];
    },
  };
}

/** The id in full that a short or full one of a type stands for. */
export function fullId(type: NodeType, text: string, model: Model): string {
  return nodeTypeOf(model, text) || text.includes(":") ? text : `${type.prefix}:${text}`;
}
