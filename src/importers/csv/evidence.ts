import {
  InputError,
  type Place,
  type Problem,
  problemAt,
  type RowDraft,
  readDocument,
  type StatedField,
  type Tree,
} from "../../load/index.ts";
import { CLAIM, type Model, type NodeType, SOURCE } from "../../model/index.ts";

/** Who says what a table says. */
export interface SourceSpec {
  /** Its id; null where it is named after the table. */
  readonly id: string | null;
  /** What is to be recorded of it; null where the graph has it already. */
  readonly fields: readonly StatedField[] | null;
  /** How sure it is of what it says. */
  readonly certainty: string;
  readonly place: Place;
}

/** How sure a table is of what it says, unless it says so. */
export const CERTAINTY = "REPORTED";

/** What `--source` says: the id of a source, or a new one as a map of YAML (`{title: …, publisher: …}`). Throws InputError where it is no map. */
export function sourceOf(text: string, certainty: string = CERTAINTY): SourceSpec {
  const place = { file: "--source", line: 1, column: 1 };
  if (!text.trimStart().startsWith("{")) return { id: text.trim(), fields: null, certainty, place };
  const { tree, problems } = readDocument("--source", text);
  const found = tree && sourceFrom(tree, certainty, (problem) => problems.push(problem));
  if (!found || problems.length > 0) throw new InputError(problems.map(({ message }) => `--source ${text}: ${message}`).join("\n"));
  return found;
}

/** A source as an id or a map; null where it is neither, which is reported. */
export function sourceFrom(tree: Tree, certainty: string, report: (problem: Problem) => void): SourceSpec | null {
  const { place } = tree;
  if (tree.kind === "scalar" && tree.text !== "") return { id: tree.text, fields: null, certainty, place };
  if (tree.kind !== "map") {
    report(
      problemAt(
        place,
        "A source is the id of one, or a map of its fields: {title: …, publisher: …, publishedOn: …, url: …, reliability: …}.",
      ),
    );
    return null;
  }
  const fields = tree.entries.flatMap(({ key, value }): StatedField[] => {
    if (value.kind === "scalar" && value.value !== null) return [{ name: key, value: value.text, place: value.place }];
    report(problemAt(value.place, `${key} of a source is one value.`));
    return [];
  });
  const id = fields.find(({ name }) => name === "id")?.value;
  return { id: typeof id === "string" ? id : null, fields: fields.filter(({ name }) => name !== "id"), certainty, place };
}

/** The source and the claims of one table: one claim for each node of which it says something beside others, and one for all that it states itself. */
export class Evidence {
  readonly #source: string;
  readonly #sourceType: NodeType;
  readonly #claimType: NodeType;

  /** `name` is that of the table's bundle. */
  constructor(
    model: Model,
    private readonly spec: SourceSpec,
    private readonly name: string,
  ) {
    const [source, claim] = [model.nodes.get(SOURCE), model.nodes.get(CLAIM)];
    if (!source || !claim) throw new Error("The schema has neither sources nor claims.");
    [this.#sourceType, this.#claimType] = [source, claim];
    const id = spec.id ?? name;
    this.#source = id.includes(":") ? id : `${source.prefix}:${id}`;
  }

  /** Whether the source is to be recorded, under a name of its own. */
  get isShared(): boolean {
    return this.spec.fields !== null && this.spec.id !== null;
  }

  /** Name of the bundle of a source that several tables may share. */
  get sourceBundle(): string {
    return this.#source.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
  }

  /** Id of the claim on which what the table states itself rests. */
  get claim(): string {
    return `${this.#claimType.prefix}:${this.name}`;
  }

  /** Records the source, where the graph is not said to have it. */
  addSource(draft: RowDraft): void {
    const { fields, place } = this.spec;
    if (fields) draft.addNode(this.#sourceType, [{ name: "id", value: this.#source, place }, ...fields], place);
  }

  /** Records the claim on which all rests that the table states itself. */
  addClaim(draft: RowDraft): void {
    this.#add(draft, this.claim, this.spec.place, []);
  }

  /** Records a claim about one node, and returns its id. `key` tells it from the table's others; `locator` is where in the table it stands, `statement` what it says in words. */
  claimFor(draft: RowDraft, key: string, locator: string, place: Place, statement: string | null = null): string {
    const id = `${this.claim}-${key.replace(/[^A-Za-z0-9._-]+/g, "-")}`;
    const said = statement === null ? [] : [{ name: "statement", value: statement, place }];
    this.#add(draft, id, place, [{ name: "locator", value: locator, place }, ...said]);
    return id;
  }

  #add(draft: RowDraft, id: string, place: Place, more: readonly StatedField[]): void {
    const field = (name: string, value: string): StatedField => ({ name, value, place });
    draft.addNode(
      this.#claimType,
      [field("id", id), field("source", this.#source), field("certainty", this.spec.certainty), ...more],
      place,
    );
  }
}
