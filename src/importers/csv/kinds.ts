import { didYouMean, fieldNames, InputError, type Place, type RowDraft } from "../../load/index.ts";
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
  /** Reads a row into a draft, where its problems are then. */
  read(row: Row, draft: RowDraft, notes: Notes): void;
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
    read: (row, draft, notes) =>
      draft.addNode(
        type,
        fieldsOf(row, columns, empty, notes, (place, message) => draft.refuse(place, message)),
        row.place,
      ),
  };
}

function edgeTable(type: EdgeType, empty: Emptiness): TableKind {
  const properties = statedProperties(type);
  const leadsTo = (end: 0 | 1) => [...type.pairs].some((pair) => pair.split(">")[end] === COUNTRY);
  const columns = new Map<string, Column>([
    ["from", columnOf("from", null, properties, leadsTo(0))],
    ["to", columnOf("to", null, properties, leadsTo(1))],
  ]);
  for (const [name, property] of properties) columns.set(name, columnOf(name, property, properties, false));
  if (type.dated) columns.set("claims", { ...columnOf("claims", null, properties, false), list: true });
  return {
    of: type.type,
    columns: [...columns.keys()],
    needed: ["from", "to"],
    refused: new Map(),
    keyOf: ({ cells }) => ["from", "to", "since"].map((name) => cells.get(name)?.text ?? "").join("|"),
    read: (row, draft, notes) =>
      draft.addEdge(
        type,
        fieldsOf(row, columns, empty, notes, (place, message) => draft.refuse(place, message)),
        row.place,
      ),
  };
}
