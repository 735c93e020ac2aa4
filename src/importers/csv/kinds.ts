import { InputError } from "../../load/index.ts";
import type { MapTree, ScalarTree, Tree } from "../../load/read/document.ts";
import { article, didYouMean, oneOf } from "../../load/read/hints.ts";
import type { RecordReader } from "../../load/read/record-reader.ts";
import { fieldNames } from "../../load/read/record-reader.ts";
import { fullIds, readReference } from "../../load/read/references.ts";
import type { Place } from "../../load/record.ts";
import { type EdgeType, type Model, type NodeType, nodeTypeOf, statedProperties } from "../../model/index.ts";
import type { Cell } from "../read/cells.ts";
import type { Row } from "../read/table.ts";

type Report = (place: Place, message: string) => void;

/** How the rows of a table are read: as records of a node type, or as edges. */
export interface TableKind {
  readonly columns: readonly string[];
  readonly needed: readonly string[];
  /** Fields that no cell can hold, with what to do. */
  readonly refused: ReadonlyMap<string, string>;
  /** What a row's bundle is named after, where each row is one. */
  keyOf(row: Row): string;
  read(row: Row, reader: RecordReader, report: Report): void;
}

/** Throws InputError where there is neither a node type nor an edge of that name. */
export function kindOfTable(as: string, model: Model): TableKind {
  const node = model.nodes.get(as);
  if (node) return nodeTable(node);
  const edge = model.edges.get(as);
  if (edge) return edgeTable(edge, model);
  const hint = didYouMean(as, [...model.nodes.keys(), ...model.edges.keys()]);
  throw new InputError(
    `There is neither a node type nor an edge "${as}".${hint} The node types are ${[...model.nodes.keys()].join(", ")}; the edges are ${[...model.edges.keys()].join(", ")}.`,
  );
}

function nodeTable(type: NodeType): TableKind {
  const maps = [...type.properties.values()].filter((property) => property.kind === "value");
  return {
    columns: ["id", ...fieldNames(type).filter((name) => name !== "id")],
    needed: ["id"],
    refused: new Map(maps.map(({ name }) => [name, `${name} is a list of maps, which no cell can hold: state it in YAML or jsonl.`])),
    keyOf: ({ cells }) => cells.get("id")?.text ?? "",
    read: (row, reader) => {
      reader.record(
        type,
        mapOf(row, (name) => (type.properties.get(name) ?? type.edges.get(name))?.list === true),
        null,
      );
    },
  };
}

function edgeTable(type: EdgeType, model: Model): TableKind {
  const ends = [...type.pairs].map((pair) => pair.split(">"));
  const starts = [...new Set(ends.flatMap(([from]) => from ?? []))];
  const properties = statedProperties(type);
  const columns = ["from", "to", ...properties.keys(), ...(type.dated ? ["claims"] : [])];
  return {
    columns,
    needed: ["from", "to"],
    refused: new Map(),
    keyOf: ({ cells }) => ["from", "to", "since"].map((name) => cells.get(name)?.text ?? "").join("|"),
    read: (row, reader, report) => {
      const [from, to] = [row.cells.get("from"), row.cells.get("to")];
      if (!from || !to) {
        report(row.place, `An edge needs \`${from ? "to" : "from"}\`.`);
        return;
      }
      const near = readReference("from", starts, scalar(from), model, report);
      const [id, ...others] = near ? fullIds(near, model) : [];
      if (id === undefined) return;
      if (others.length > 0) {
        report(from.place, `"${from.text}" may be ${article(oneOf(starts))}: write the id in full, with its prefix.`);
        return;
      }
      const start = nodeTypeOf(model, id);
      const fields = [...(start?.edges.values() ?? [])].filter((field) => field.type === type.type && field.direction === "OUT");
      const end = nodeTypeOf(model, to.text)?.name;
      const field = fields.find(({ targets }) => end !== undefined && targets.includes(end)) ?? fields[0];
      const far = field && readReference(field.name, field.targets, scalar(to), model, report);
      if (far) reader.edgeMap(field, mapOf(row, isList), ["from", "to"], far, { id, place: from.place, evidence: null });
    },
  };
  function isList(name: string): boolean {
    return name === "claims" || properties.get(name)?.list === true;
  }
}

/** A row as the map that a seed file would have in its place. */
function mapOf({ cells, place }: Row, isList: (name: string) => boolean): MapTree {
  const entries = [...cells].map(([key, cell]) => ({ key, place: cell.place, value: isList(key) ? listOf(cell) : scalar(cell) }));
  return { kind: "map", entries, place };
}

function listOf({ text, place }: Cell): Tree {
  const items = text
    .split(/[;|]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  return { kind: "list", items: items.map((item) => scalar({ text: item, place })), place };
}

/** Numbers and truth values are told as YAML tells them. */
function scalar({ text, place }: Cell): ScalarTree {
  const value = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : text === "true" ? true : text === "false" ? false : text;
  return { kind: "scalar", value, text, place };
}
