import { didYouMean, problemAt, type StatedField } from "../../load/index.ts";
import type { Model } from "../../model/index.ts";
import type { TableKind } from "../csv/kinds.ts";
import type { CellProblem, EdgeRow, Link, NodeRow, RowRecord } from "../csv/records.ts";
import { type Emptiness, emptinessOf, readCell } from "../csv/values.ts";
import type { Notes } from "../importer.ts";
import type { Cell } from "../read/cells.ts";
import type { Header, Row } from "../read/table.ts";
import type { MappingFile } from "./read.ts";
import { type EdgeSpec, type FieldSpec, type NodeSpec, type Specs, specsOf } from "./specs.ts";
import { columnsOfTemplate, filledTemplate, keyPart } from "./templates.ts";

/** Tables whose columns a mapping explains. Throws MappingProblems. */
export function mappedTable(file: MappingFile, model: Model): TableKind {
  const specs = specsOf(file, model);
  const { only = {}, table } = file.mapping;
  const words = table?.na?.filter((word) => word !== "");
  const empty = words ? { words: new Set(words), given: true } : emptinessOf(undefined);
  const wanted = Object.entries(only).map(([column, texts]) => [column, new Set([texts].flat())] as const);
  return {
    takes: (header, notes) => hasColumns(header, file, specs, notes),
    records(row, notes) {
      for (const [column, texts] of wanted) {
        if (texts.has(row.cells.get(column)?.text ?? "")) continue;
        notes.count(`a row whose ${column} is none of those that count (only:): left out`);
        return [];
      }
      return new RowReader(row, empty, notes).read(specs);
    },
  };
}

/** Whether a header has all columns that a mapping names; those that it lacks are rejected where the mapping names them. */
function hasColumns(header: Header, file: MappingFile, specs: Specs, notes: Notes): boolean {
  const names = header.names.map(({ text }) => text).filter((text) => text !== "");
  const used = new Map<string, { place: FieldSpec["place"] }>();
  const use = (columns: readonly string[], place: FieldSpec["place"]) => {
    for (const column of columns) if (!used.has(column)) used.set(column, { place });
  };
  for (const { id, name, since, fields } of specs.nodes) {
    if (id !== null) use(columnsOfTemplate(id), file.placeOf(["nodes", name, "id"]));
    for (const field of since ? [...fields, since] : fields) use(columnsOf(field), field.place);
  }
  for (const { fields } of specs.edges) for (const field of fields) use(columnsOf(field), field.place);
  for (const column of Object.keys(file.mapping.only ?? {})) use([column], file.placeOf(["only", column], true));
  let isWhole = true;
  for (const [column, { place }] of used) {
    const times = names.filter((name) => name === column).length;
    if (times === 1) continue;
    isWhole = false;
    const message =
      times > 1
        ? `The table has ${times} columns "${column}": nobody knows which is meant.`
        : `The table has no column "${column}".${didYouMean(column, names) || ` Its columns are ${names.join(", ")}.`}`;
    notes.reject(problemAt(place, message), 0);
  }
  const unread = [...new Set(names)].filter((name) => !used.has(name));
  if (unread.length > 0) notes.count(`columns that the mapping does not name, not read: ${unread.join(", ")}`);
  return isWhole;
}

function columnsOf({ from }: FieldSpec): readonly string[] {
  if ("columns" in from) return from.columns;
  return "template" in from ? columnsOfTemplate(from.template) : [];
}

class RowReader {
  readonly #nodes = new Map<string, NodeRow>();

  constructor(
    private readonly row: Row,
    private readonly empty: Emptiness,
    private readonly notes: Notes,
  ) {}

  read({ nodes, edges }: Specs): RowRecord[] {
    return [...nodes.flatMap((spec) => this.#node(spec)), ...edges.flatMap((spec) => this.#edge(spec))];
  }

  #node(spec: NodeSpec): NodeRow[] {
    const { type, policy, match } = spec;
    const problems: CellProblem[] = [];
    const { fields, links } = this.#fields(spec.fields, problems);
    const id = spec.id === null ? null : filledTemplate(spec.id, (column) => this.#keyOf(column));
    const isFound = match.some(({ name }) => fields.some((field) => field.name === name));
    if (id === null && !isFound && problems.length === 0) {
      this.notes.count(`a row that names no ${spec.name}: without it`);
      return [];
    }
    const [since = null] = spec.since ? this.#fields([spec.since], problems).fields : [];
    const written = id === null ? null : { text: id, place: this.row.place };
    const node: NodeRow = {
      kind: "node",
      type,
      identity: { written, mayBeCode: false, match },
      fields,
      links,
      since,
      problems,
      place: this.row.place,
      key: null,
      policy,
      merges: true,
    };
    this.#nodes.set(spec.name, node);
    return [node];
  }

  #edge({ type, policy, fields: specs }: EdgeSpec): EdgeRow[] {
    const problems: CellProblem[] = [];
    const { fields, links } = this.#fields(specs, problems);
    const has = (name: string) => [...fields, ...links, ...problems.map(() => ({ name }))].some((one) => one.name === name);
    if (!has("from") || !has("to")) {
      this.notes.count(`a row that names no ${has("from") ? "end" : "start"} of ${type.type}: without it`);
      return [];
    }
    const base = { kind: "edge", type, links, problems, place: this.row.place, key: null, policy, merges: true } as const;
    // Several ends in one cell are as many edges.
    return spread(fields).map((each) => ({ ...base, fields: each }));
  }

  #fields(specs: readonly FieldSpec[], problems: CellProblem[]): { fields: StatedField[]; links: Link[] } {
    const fields: StatedField[] = [];
    const links: Link[] = [];
    for (const spec of specs) {
      if ("node" in spec.from) {
        const to = this.#nodes.get(spec.from.node);
        if (to) links.push({ name: spec.name, to, place: this.row.place });
        continue;
      }
      const value = this.#value(spec, specs, problems);
      if (value !== null) fields.push({ name: spec.name, value, place: this.#placeOf(spec) });
    }
    const isSaid = (name: string) => [...fields, ...links].some((one) => one.name === name);
    const alone = new Set(specs.flatMap(({ name, beside }) => (beside !== null && !isSaid(beside) ? [name] : [])));
    return { fields: fields.filter(({ name }) => !alone.has(name)), links };
  }

  #value(spec: FieldSpec, beside: readonly FieldSpec[], problems: CellProblem[]): string | string[] | null {
    const isList = spec.column.list || spec.column.ends;
    const column = { ...spec.column, list: isList };
    const unit = spec.column.unit === null ? undefined : this.#unitOf(spec.column.unit, beside);
    const reading = { column, writing: spec.writing, empty: this.empty, separator: this.row.separator, unit, notes: this.notes };
    const refuse = (place: Cell["place"], message: string) => problems.push({ place, message });
    const said = this.#cells(spec).flatMap((cell) => readCell(cell, reading, refuse) ?? []);
    if (said.length === 0) return spec.otherwise === null ? null : isList ? [spec.otherwise] : spec.otherwise;
    return isList ? [...new Set(said)] : (said[0] ?? null);
  }

  #cells({ from }: FieldSpec): Cell[] {
    if ("columns" in from) return from.columns.flatMap((column) => this.row.cells.get(column) ?? []);
    if ("constant" in from) return [{ text: from.constant, place: this.row.place }];
    const text = "template" in from ? filledTemplate(from.template, (column) => this.row.cells.get(column)?.text ?? null) : null;
    return text === null ? [] : [{ text, place: this.row.place }];
  }

  /** The unit that stands beside a number. */
  #unitOf(name: string, beside: readonly FieldSpec[]): string | undefined {
    const spec = beside.find((other) => other.name === name);
    const text = spec && this.#cells(spec)[0]?.text;
    return text === undefined ? undefined : (spec?.writing.values?.get(text) ?? text);
  }

  #placeOf({ from }: FieldSpec): Cell["place"] {
    const [cell] = "columns" in from ? from.columns.flatMap((column) => this.row.cells.get(column) ?? []) : [];
    return cell?.place ?? this.row.place;
  }

  #keyOf(column: string): string | null {
    const text = this.row.cells.get(column)?.text ?? "";
    return text === "" || this.empty.words.has(text) ? null : keyPart(text);
  }
}

/** An edge for each of its starts and ends. */
function spread(fields: readonly StatedField[]): StatedField[][] {
  const isEnd = ({ name }: StatedField) => name === "from" || name === "to";
  const others = fields.filter((field) => !isEnd(field));
  return fields
    .filter(isEnd)
    .reduce<StatedField[][]>(
      (all, field) => [field.value].flat().flatMap((value) => all.map((one) => [...one, { ...field, value }])),
      [others],
    );
}
