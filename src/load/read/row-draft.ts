import { CLAIM, type EdgeType, type Model, type NodeType, nodeTypeOf } from "../../model/index.ts";
import { type Place, type Problem, problemAt, type Report } from "../record.ts";
import type { Entry, MapTree, ScalarTree, Tree } from "./document.ts";
import type { Draft, Reference } from "./draft.ts";
import { article, oneOf } from "./hints.ts";
import { RecordReader } from "./record-reader.ts";
import { fullIds, readReference } from "./references.ts";

/** What a row of a table states of one field: a text, or the items of a list. */
export interface StatedField {
  /** The field's name; of an edge also `from`, `to` and `claims`. */
  readonly name: string;
  readonly value: string | readonly string[];
  readonly place: Place;
}

/** Rows of a table on their way into one bundle, read as a seed file's records are, their short ids not yet looked up. */
export class RowDraft {
  readonly #problems: Problem[] = [];
  readonly #report: Report = (place, message, meant) => this.#problems.push(problemAt(place, message, meant));
  readonly #reader: RecordReader;
  readonly #restsOn: readonly Reference[];

  /** `restsOn` are ids of the claims that edges without claims of their own rest on; what is wrong with them lies at `place`. */
  constructor(
    private readonly model: Model,
    readonly name: string,
    private readonly place: Place,
    restsOn: readonly string[],
  ) {
    this.#reader = new RecordReader(model, this.#report);
    this.#restsOn = restsOn
      .map((claim) => readReference("restsOn", [CLAIM], scalarOf(claim, place), model, this.#report))
      .filter((reference) => reference !== null);
  }

  /** Takes what is wrong with a cell, which then stands for nothing. */
  refuse(place: Place, message: string): void {
    this.#report(place, message);
  }

  /** Reads a row as a record of `type`. */
  addNode(type: NodeType, fields: readonly StatedField[], place: Place): void {
    this.#reader.record(type, mapOf(fields, place), null);
  }

  /** Reads a row as an edge of `type`, whose ends are the fields `from` and `to`. */
  addEdge(type: EdgeType, fields: readonly StatedField[], place: Place): void {
    const [from, to] = [endOf("from", fields), endOf("to", fields)];
    if (!from || !to) {
      this.#report(place, `An edge needs \`${from ? "to" : "from"}\`.`);
      return;
    }
    const id = this.#startId(type, from);
    if (id === null) return;
    const start = nodeTypeOf(this.model, id);
    const options = [...(start?.edges.values() ?? [])].filter((field) => field.type === type.type && field.direction === "OUT");
    const end = nodeTypeOf(this.model, to.text)?.name;
    const field = options.find(({ targets }) => end !== undefined && targets.includes(end)) ?? options[0];
    const far = field && readReference(field.name, field.targets, to, this.model, this.#report);
    if (far) this.#reader.edgeMap(field, mapOf(fields, place), ["from", "to"], far, { id, place: from.place, evidence: null });
  }

  /** All that was read so far. */
  get draft(): Draft {
    const { nodes, edges } = this.#reader;
    return { name: this.name, place: this.place, nodes, edges, restsOn: this.#restsOn, problems: this.#problems, readable: true };
  }

  /** The id in full of the node that an edge starts from; null where it can't be read, which is reported. */
  #startId(type: EdgeType, from: ScalarTree): string | null {
    const types = [...new Set([...type.pairs].flatMap((pair) => pair.split(">")[0] ?? []))];
    const reference = readReference("from", types, from, this.model, this.#report);
    const [id = null, ...others] = reference ? fullIds(reference, this.model) : [];
    if (others.length === 0) return id;
    this.#report(from.place, `"${from.text}" may be ${article(oneOf(types))}: write the id in full, with its prefix.`);
    return null;
  }
}

function endOf(name: "from" | "to", fields: readonly StatedField[]): ScalarTree | null {
  const field = fields.find((other) => other.name === name);
  return field && typeof field.value === "string" ? scalarOf(field.value, field.place) : null;
}

/** A row as the map that a seed file would have in its place. */
function mapOf(fields: readonly StatedField[], place: Place): MapTree {
  return { kind: "map", entries: fields.map((field): Entry => ({ key: field.name, place: field.place, value: treeOf(field) })), place };
}

function treeOf({ value, place }: StatedField): Tree {
  return typeof value === "string" ? scalarOf(value, place) : { kind: "list", items: value.map((item) => scalarOf(item, place)), place };
}

/** Numbers and truth values are recognised as YAML recognises them. */
function scalarOf(text: string, place: Place): ScalarTree {
  const value = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : text === "true" ? true : text === "false" ? false : text;
  return { kind: "scalar", value, text, place };
}
