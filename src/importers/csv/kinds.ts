import { didYouMean, fieldNames, InputError, type Place, type RowDraft, type StatedField } from "../../load/index.ts";
import { type EdgeType, type Model, type NodeType, statedProperties } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import type { Cell } from "../read/cells.ts";
import { headerIs, type Row, readTable } from "../read/table.ts";

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
  read(row: Row, draft: RowDraft): void;
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

/** The kind of a table by its node type or edge. Throws InputError where there is neither of that name. */
export function kindOfTable(as: string, model: Model): TableKind {
  const node = model.nodes.get(as);
  if (node) return nodeTable(node);
  const edge = model.edges.get(as);
  if (edge) return edgeTable(edge);
  const hint = didYouMean(as, [...model.nodes.keys(), ...model.edges.keys()]);
  throw new InputError(
    `There is neither a node type nor an edge "${as}".${hint} The node types are ${[...model.nodes.keys()].join(", ")}; the edges are ${[...model.edges.keys()].join(", ")}.`,
  );
}

function nodeTable(type: NodeType): TableKind {
  const maps = [...type.properties.values()].filter((property) => property.kind === "value");
  const isList = (name: string) => (type.properties.get(name) ?? type.edges.get(name))?.list === true;
  return {
    of: type.name,
    columns: ["id", ...fieldNames(type).filter((name) => name !== "id")],
    needed: ["id"],
    refused: new Map(maps.map(({ name }) => [name, `${name} is a list of maps, which no cell can hold: state it in YAML or jsonl.`])),
    keyOf: ({ cells }) => cells.get("id")?.text ?? "",
    read: (row, draft) => draft.addNode(type, fieldsOf(row, isList), row.place),
  };
}

function edgeTable(type: EdgeType): TableKind {
  const properties = statedProperties(type);
  const isList = (name: string) => name === "claims" || properties.get(name)?.list === true;
  return {
    of: type.type,
    columns: ["from", "to", ...properties.keys(), ...(type.dated ? ["claims"] : [])],
    needed: ["from", "to"],
    refused: new Map(),
    keyOf: ({ cells }) => ["from", "to", "since"].map((name) => cells.get(name)?.text ?? "").join("|"),
    read: (row, draft) => draft.addEdge(type, fieldsOf(row, isList), row.place),
  };
}

/** What a row states, cells of lists taken apart. */
function fieldsOf({ cells }: Row, isList: (name: string) => boolean): StatedField[] {
  return [...cells].map(([name, cell]) => ({ name, value: isList(name) ? itemsOf(cell) : cell.text, place: cell.place }));
}

function itemsOf({ text }: Cell): string[] {
  return text
    .split(/[;|]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
