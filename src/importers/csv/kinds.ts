import { didYouMean, fieldNames, InputError, type Place, type RowDraft, type StatedField } from "../../load/index.ts";
import { type EdgeType, type Model, type NodeType, statedProperties } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import { headerIs, type Row, readTable } from "../read/table.ts";
import { type Column, columnOf, type Emptiness, fieldsOf } from "./values.ts";

/** How the rows of a table are read: as records of a node type, or as edges. */
export interface TableKind {
  /** The node type or edge, as messages name it. */
  readonly of: string;
  readonly columns: readonly string[];
  readonly needed: readonly string[];
  /** Fields that no cell can hold, with what to do. */
  readonly refused: ReadonlyMap<string, string>;
  /** What a row's bundle is named after, where each row is one. */
  keyOf(row: Row): string;
  /** By column that leads to other nodes, the types of node that it may lead to. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** The id in full of the node that a row defines; null where it defines none. */
  defines(row: Row): string | null;
  /** What a row states; what can't be read of it is refused in the draft. */
  fields(row: Row, draft: RowDraft, notes: Notes): StatedField[];
  /** Takes what a row states into a draft, where its problems are then. */
  add(fields: readonly StatedField[], draft: RowDraft, place: Place): void;
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
}

/** The rows of a table, if its header is one of its kind; what is wrong with it is rejected. Throws InputError. */
export function tableRows({ file, kind }: Table, notes: Notes): AsyncGenerator<Row> {
  return readTable(file, notes, (header) => headerIs(header, kind.columns, kind.needed, kind.of, notes, kind.refused));
}

/** The kind of a table by its node type or edge; `empty` says which cells say nothing. Throws InputError where there is neither of that name. */
export function kindOfTable(as: string, model: Model, empty: Emptiness): TableKind {
  const node = model.nodes.get(as);
  if (node) return nodeTable(node, empty);
  const edge = model.edges.get(as);
  if (edge) return edgeTable(edge, empty);
  const hint = didYouMean(as, [...model.nodes.keys(), ...model.edges.keys()]);
  throw new InputError(
    `There is neither a node type nor an edge "${as}".${hint} The node types are ${[...model.nodes.keys()].join(", ")}; the edges are ${[...model.edges.keys()].join(", ")}.`,
  );
}

/** The node type whose ids and codes are those of countries. */
const COUNTRY = "Country";

function nodeTable(type: NodeType, empty: Emptiness): TableKind {
  const maps = [...type.properties.values()].filter((property) => property.kind === "value");
  const columns = new Map<string, Column>([["id", columnOf("id", null, type.properties, type.name === COUNTRY)]]);
  for (const name of fieldNames(type)) {
    const edge = type.edges.get(name);
    if (name !== "id")
      columns.set(
        name,
        columnOf(name, edge ?? type.properties.get(name) ?? null, type.properties, edge?.targets.includes(COUNTRY) === true),
      );
  }
  return {
    of: type.name,
    columns: [...columns.keys()],
    needed: ["id"],
    refused: new Map(maps.map(({ name }) => [name, `${name} is a list of maps, which no cell can hold: state it in YAML or jsonl.`])),
    keyOf: ({ cells }) => cells.get("id")?.text ?? "",
    references: new Map([...type.edges.values()].map((edge) => [edge.name, edge.targets])),
    defines: ({ cells }) => {
      const id = cells.get("id")?.text ?? "";
      return id.includes(":") ? id : `${type.prefix}:${id}`;
    },
    fields: (row, draft, notes) => fieldsOf(row, columns, empty, notes, (place, message) => draft.refuse(place, message)),
    add: (fields, draft, place) => draft.addNode(type, fields, place),
  };
}

function edgeTable(type: EdgeType, empty: Emptiness): TableKind {
  const properties = statedProperties(type);
  const ends = (end: 0 | 1) => [...new Set([...type.pairs].flatMap((pair) => pair.split(">")[end] ?? []))];
  const columns = new Map<string, Column>([
    ["from", columnOf("from", null, properties, ends(0).includes(COUNTRY))],
    ["to", columnOf("to", null, properties, ends(1).includes(COUNTRY))],
  ]);
  for (const [name, property] of properties) columns.set(name, columnOf(name, property, properties, false));
  if (type.dated) columns.set("claims", { ...columnOf("claims", null, properties, false), list: true });
  return {
    of: type.type,
    columns: [...columns.keys()],
    needed: ["from", "to"],
    refused: new Map(),
    keyOf: ({ cells }) => ["from", "to", "since"].map((name) => cells.get(name)?.text ?? "").join("|"),
    references: new Map([
      ["from", ends(0)],
      ["to", ends(1)],
    ]),
    defines: () => null,
    fields: (row, draft, notes) => fieldsOf(row, columns, empty, notes, (place, message) => draft.refuse(place, message)),
    add: (fields, draft, place) => draft.addEdge(type, fields, place),
  };
}
