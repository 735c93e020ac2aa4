import { claimedValueProblem, didYouMean, type Place, type Problem, problemAt } from "../../load/index.ts";
import type { EdgeType, Model, NodeType, Property } from "../../model/index.ts";
import { statedProperties } from "../../model/index.ts";
import { type DateFormat, dateFormat } from "../csv/dates.ts";
import { columnsOfEdge, columnsOfNode } from "../csv/kinds.ts";
import type { Policy } from "../csv/records.ts";
import { type Column, columnOf, type Writing } from "../csv/values.ts";
import type { Mapping, Value } from "./form.ts";
import { type MappingFile, MappingProblems } from "./read.ts";
import { SYSTEMS } from "./systems.ts";
import { columnsOfTemplate } from "./templates.ts";

/** What a field is made of. */
export interface FieldSpec {
  readonly name: string;
  /** What stands there. */
  readonly column: Column;
  readonly from:
    | { readonly columns: readonly string[] }
    | { readonly constant: string }
    | { readonly template: string }
    | { readonly node: string };
  readonly writing: Writing;
  /** What it is where the cell says nothing. */
  readonly otherwise: string | null;
  /** The field of the same record without which it is not stated; null where it stands alone. */
  readonly beside: string | null;
  readonly place: Place;
}

/** A node that each row states. */
export interface NodeSpec {
  readonly name: string;
  readonly type: NodeType;
  readonly id: string | null;
  readonly match: readonly Property[];
  readonly policy: Policy;
  readonly since: FieldSpec | null;
  readonly fields: readonly FieldSpec[];
  readonly place: Place;
}

/** An edge that each row states; `from` and `to` are among its fields. */
export interface EdgeSpec {
  readonly type: EdgeType;
  readonly policy: Policy;
  readonly fields: readonly FieldSpec[];
  readonly place: Place;
}

/** What the rows of a table state. */
export interface Specs {
  readonly nodes: readonly NodeSpec[];
  readonly edges: readonly EdgeSpec[];
}

/** What a mapping says of rows, checked against the schema. Throws MappingProblems, with the place of each. */
export function specsOf(file: MappingFile, model: Model): Specs {
  const reader = new SpecReader(file, model);
  const { nodes = {}, edges = [] } = file.mapping;
  const specs = {
    nodes: Object.entries(nodes).flatMap(([name, node]) => reader.node(name, node)),
    edges: edges.flatMap((edge, i) => reader.edge(edge, i)),
  };
  if (reader.problems.length > 0) throw new MappingProblems(reader.problems);
  return { ...specs, nodes: inOrder(specs.nodes) };
}

/** Formats of dates. Throws MappingProblems. */
export function formatsOf(
  texts: string | readonly string[] | undefined,
  place: Place,
  report: (problem: Problem) => void,
): readonly DateFormat[] | undefined {
  if (texts === undefined) return undefined;
  return [texts].flat().flatMap((text) => {
    const format = dateFormat(text);
    if (!("problem" in format)) return [format];
    report(problemAt(place, `${format.problem}.`));
    return [];
  });
}

/** Nodes to which others of the row lead before these. */
function inOrder(nodes: readonly NodeSpec[]): NodeSpec[] {
  const done = new Set<NodeSpec>();
  const visit = (node: NodeSpec): void => {
    if (done.has(node)) return;
    done.add(node);
    for (const { from } of node.fields) {
      const other = "node" in from ? nodes.find(({ name }) => name === from.node) : undefined;
      if (other && !done.has(other)) visit(other);
    }
    ordered.push(node);
  };
  const ordered: NodeSpec[] = [];
  for (const node of nodes) visit(node);
  return ordered;
}

type NodeForm = NonNullable<Mapping["nodes"]>[string];
type EdgeForm = NonNullable<Mapping["edges"]>[number];

class SpecReader {
  readonly problems: Problem[] = [];
  readonly #table: Writing;
  readonly #report = (problem: Problem) => void this.problems.push(problem);

  constructor(
    private readonly file: MappingFile,
    private readonly model: Model,
  ) {
    const { dates, decimals, lists } = file.mapping.table ?? {};
    this.#table = {
      dates: formatsOf(dates, file.placeOf(["table", "dates"]), this.#report),
      decimals,
      lists: lists === undefined ? undefined : [lists].flat(),
    };
  }

  node(name: string, form: NodeForm): NodeSpec[] {
    const path = ["nodes", name];
    const type = this.model.nodes.get(form.type);
    if (!type)
      return this.#refuse([...path, "type"], `There is no node type "${form.type}".${didYouMean(form.type, this.model.nodes.keys())}`);
    const columns = columnsOfNode(type);
    const fields = Object.entries(form.fields).flatMap(([field, value]) => {
      const at = [...path, "fields", field];
      const column = columns.get(field);
      if (field === "id") return this.#refuse(at, "The id stands beside `fields:`, as `id:`.");
      if (type.properties.get(field)?.kind === "value") return this.#refuse(at, `${field} is a list of maps, which no cell can hold.`);
      if (!column) return this.#refuse(at, `${type.name} has no field "${field}".${didYouMean(field, columns.keys())}`, true);
      return this.#field(column, value, at, type.properties.get(field) ?? null);
    });
    const match = (form.match ?? []).flatMap((field, i) => {
      const property = type.properties.get(field);
      if (property && !property.list && fields.some((spec) => spec.name === field)) return [property];
      return this.#refuse(
        [...path, "match", String(i)],
        `A node is found by a value that its \`fields:\` give, and "${field}" is none of them.`,
      );
    });
    if (form.id === undefined && form.match === undefined)
      this.#refuse(path, "Nobody knows which node is meant: give it `id:`, or `match:` where it is there already.", true);
    const since = form.since === undefined ? [] : this.#field(SINCE_COLUMN, form.since, [...path, "since"], null);
    const policy = { there: form.there ?? "fill", addsNew: (form.new ?? "add") === "add" && form.id !== undefined };
    return [{ name, type, id: form.id ?? null, match, policy, since: since[0] ?? null, fields, place: this.file.placeOf(path, true) }];
  }

  edge(form: EdgeForm, index: number): EdgeSpec[] {
    const path = ["edges", String(index)];
    const type = this.model.edges.get(form.type);
    if (!type) return this.#refuse([...path, "type"], `There is no edge "${form.type}".${didYouMean(form.type, this.model.edges.keys())}`);
    const columns = columnsOfEdge(type);
    const properties = statedProperties(type);
    const fields = [
      ...(["from", "to"] as const).flatMap((end) => this.#field(columns.get(end) ?? null, form[end], [...path, end], null)),
      ...Object.entries(form.fields ?? {}).flatMap(([field, value]) => {
        const at = [...path, "fields", field];
        const column = field === "from" || field === "to" ? undefined : columns.get(field);
        if (!column) return this.#refuse(at, `The edge ${type.type} has no field "${field}".${didYouMean(field, columns.keys())}`, true);
        return this.#field(column, value, at, properties.get(field) ?? null);
      }),
    ];
    return [{ type, policy: { there: form.there ?? "state", addsNew: true }, fields, place: this.file.placeOf(path) }];
  }

  #field(column: Column | null, value: Value, path: readonly string[], property: Property | null): FieldSpec[] {
    if (column === null) return [];
    const place = this.file.placeOf(path);
    const form = typeof value === "string" ? this.#named(value, column) : value;
    const at = (key: string) => this.file.placeOf([...path, key]);
    const writing: Writing = {
      lists: form.split === undefined ? this.#table.lists : [form.split].flat(),
      dates: formatsOf(form.date, at("date"), this.#report) ?? this.#table.dates,
      decimals: form.decimals ?? this.#table.decimals,
      times: form.times,
      values: form.words === undefined ? undefined : new Map(Object.entries(form.words)),
      code: form.code === undefined ? undefined : SYSTEMS[form.code],
    };
    for (const key of Object.keys(form.words ?? {})) this.#constant(form.words?.[key] ?? "", property, [...path, "words", key]);
    if (form.value !== undefined) this.#constant(form.value, property, [...path, "value"]);
    if (form.node !== undefined && !this.file.mapping.nodes?.[form.node])
      return this.#refuse(
        [...path, "node"],
        `There is no node "${form.node}" under \`nodes:\`.${didYouMean(form.node, Object.keys(this.file.mapping.nodes ?? {}))}`,
      );
    const from =
      form.value !== undefined
        ? { constant: form.value }
        : form.text !== undefined
          ? { template: form.text }
          : form.node !== undefined
            ? { node: form.node }
            : { columns: form.columns ?? [form.column ?? ""] };
    if ("template" in from && columnsOfTemplate(from.template).length === 0)
      return this.#refuse([...path, "text"], `"${from.template}" names no column in braces: write \`value:\` for a constant.`);
    return [{ name: column.name, column, from, writing, otherwise: form.else ?? null, beside: form.beside ?? null, place }];
  }

  /** A name alone: that of a node of the row, where the field leads to nodes and there is one; else that of a column. */
  #named(name: string, column: Column): Exclude<Value, string> {
    return column.leads && this.file.mapping.nodes?.[name] ? { node: name } : { column: name };
  }

  /** Refuses a constant that its property can't have, once, where it stands. */
  #constant(text: string, property: Property | null, path: readonly string[]): void {
    const problem = text === "" || property === null ? null : claimedValueProblem(this.model, property, text);
    if (property && problem !== null) this.#refuse(path, `${property.name} "${text}" ${problem}.`);
  }

  #refuse(path: readonly string[], message: string, key = false): [] {
    this.problems.push(problemAt(this.file.placeOf(path, key), message));
    return [];
  }
}

const SINCE_COLUMN: Column = { ...columnOf("since", null, new Map(), false), date: true };
