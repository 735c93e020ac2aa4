import { CLAIM, type EdgeField, type Model, nodeTypeOf } from "../../model/index.ts";
import { type Place, type Problem, problemAt, type Report } from "../record.ts";
import { invisibleNote } from "./characters.ts";
import { type Entry, readDocument, type Tree } from "./document.ts";
import type { Draft, Reference } from "./draft.ts";
import { capitalArticle, didYouMean } from "./hints.ts";
import type { Input } from "./inputs.ts";
import { RecordReader } from "./record-reader.ts";
import { readReference } from "./references.ts";
import { isEmpty, noValue } from "./values.ts";

const NAME = /^[a-z0-9][a-z0-9._-]*$/;

/** Reads a seed file (its format: seed/README.md). What has the wrong form is among the draft's problems, and left out of its records. */
export function readYaml(input: Input, model: Model): Draft {
  const { tree, problems } = readDocument(input.name, input.text);
  const start: Place = { file: input.name, line: 1, column: 1 };
  if (!tree) return { name: "", place: start, nodes: [], edges: [], restsOn: [], problems, readable: false };
  return new FileReader(model, start, problems).read(tree);
}

class FileReader {
  readonly #records: RecordReader;
  readonly #report: Report = (place, message, meant) => this.problems.push(problemAt(place, message, meant));
  #name = "";
  #place: Place;
  #restsOn: Reference[] = [];

  constructor(
    private readonly model: Model,
    start: Place,
    private readonly problems: Problem[],
  ) {
    this.#place = start;
    this.#records = new RecordReader(model, this.#report);
  }

  read(tree: Tree): Draft {
    if (tree.kind !== "map") this.#report(tree.place, "A file is a map of sections, starting with `bundle: name`.");
    else {
      if (!tree.entries.some((e) => e.key === "bundle"))
        this.#report(tree.place, "The file names no bundle: start it with `bundle: my-bundle`.");
      for (const entry of tree.entries) this.#section(entry);
    }
    const { nodes, edges } = this.#records;
    return { name: this.#name, place: this.#place, nodes, edges, restsOn: this.#restsOn, problems: this.problems, readable: true };
  }

  #section({ key, place, value }: Entry): void {
    if (key === "bundle") this.#bundle(value);
    else if (key === "restsOn") this.#restsOn = this.#references(value);
    else if (key === "edges") for (const item of this.#list(key, value)) this.#edge(item);
    else {
      const type = [...this.model.nodes.values()].find((n) => n.plural === key);
      if (type) for (const item of this.#list(key, value)) this.#records.record(type, item, null);
      else
        this.#report(
          place,
          `There is no section "${key}".${invisibleNote(key) || didYouMean(key, this.#sections())} The sections are ${this.#sections().join(", ")}.`,
        );
    }
  }

  #bundle(value: Tree): void {
    this.#place = value.place;
    const name = value.kind === "scalar" ? value.text : "";
    if (NAME.test(name)) this.#name = name;
    else
      this.#report(
        value.place,
        `A bundle's name is one word of lower-case letters, digits, dots, hyphens and underscores${name === "" ? "" : `, not "${name}"`}.${invisibleNote(name)}`,
      );
  }

  #references(value: Tree): Reference[] {
    if (isEmpty(value)) this.#report(value.place, noValue("restsOn"));
    const items = value.kind === "list" ? value.items : isEmpty(value) ? [] : [value];
    return items.map((item) => readReference("restsOn", [CLAIM], item, this.model, this.#report)).filter((r) => r !== null);
  }

  #list(key: string, value: Tree): readonly Tree[] {
    if (value.kind === "list") return value.items;
    // A section that is left empty says that there are none.
    if (!isEmpty(value)) this.#report(value.place, `The section ${key} is a list: start each record with "- ".`);
    return [];
  }

  /** An item of `edges:`, which joins two records that may both be defined elsewhere. */
  #edge(tree: Tree): void {
    if (tree.kind !== "map") {
      this.#report(tree.place, "An edge here is a map: {from: measure:a, edge: targets, to: country:US}.");
      return;
    }
    const find = (key: string): Tree | null => {
      const entry = tree.entries.find((e) => e.key === key);
      if (!entry) this.#report(tree.place, `An edge here needs \`${key}:\`.`);
      return entry?.value ?? null;
    };
    const [from, edge, to] = [find("from"), find("edge"), find("to")];
    if (!from || !edge || !to) return;
    if (from.kind === "scalar" && !from.text.includes(":")) {
      this.#report(from.place, `Write the id in full here, with its prefix: measure:${from.text}, for example.`);
      return;
    }
    const near = readReference("from", [...this.model.nodes.keys()], from, this.model, this.#report);
    const field = near && this.#field(near, edge);
    const far = field && readReference(field.name, field.targets, to, this.model, this.#report);
    if (!far) return;
    this.#records.edgeMap(field, tree, ["from", "edge", "to", "claims"], far, { id: near.text, place: near.place, evidence: null });
  }

  #field(near: Reference, edge: Tree): EdgeField | null {
    const type = nodeTypeOf(this.model, near.text);
    const name = edge.kind === "scalar" ? edge.text : "";
    const field = type?.edges.get(name) ?? null;
    if (type && !field)
      this.#report(edge.place, `${capitalArticle(type.name)} has no edge "${name}".${didYouMean(name, type.edges.keys())}`);
    return field;
  }

  #sections(): string[] {
    return ["edges", ...[...this.model.nodes.values()].map((n) => n.plural)];
  }
}
