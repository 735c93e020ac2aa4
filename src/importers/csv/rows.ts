import type { Place, PresentEdge, PresentNode, RowDraft, StatedField } from "../../load/index.ts";
import type { Model } from "../../model/index.ts";
import type { Notes, Owners } from "../importer.ts";
import type { FindBy, References } from "../references/references.ts";
import { addClaims } from "./claims.ts";
import { edgesThere } from "./edges-there.ts";
import type { Evidence } from "./evidence.ts";
import type { Identities, Met } from "./identities.ts";
import { fullId } from "./kinds.ts";
import { mergedFields } from "./merged.ts";
import { type EdgeRow, type NodeRow, type RowRecord, targetsOf } from "./records.ts";
import { differsFromEdge, differsFromNode } from "./skipped.ts";

/** What tables ask of the graph. */
export interface Graph {
  readonly model: Model;
  readonly owners: Owners;
  readonly findBy: FindBy;
  /** Those of some nodes that it has, each as the bundle sees it that asks; `edgeFields` are the edge fields to look at. */
  readonly nodes: (
    asked: readonly { readonly id: string; readonly bundle: string }[],
    edgeFields: readonly string[],
  ) => Promise<ReadonlyMap<string, PresentNode>>;
  /** Those of some edges that others than a bundle state, by their keys. */
  readonly edges: (
    type: string,
    ends: readonly { readonly from: string; readonly to: string }[],
    bundle: (key: string) => string,
  ) => Promise<ReadonlyMap<string, PresentEdge>>;
}

/** Where the records of rows go, and what is noted of them. */
export interface Taking {
  readonly graph: Graph;
  readonly references: References;
  readonly identities: Identities;
  /** Who says what the rows say; null where each row, or the bundle, names its claims. */
  readonly evidence: Evidence | null;
  readonly restsOn: readonly string[];
  readonly notes: Notes;
  /** Name of the bundle of a record; `id` is that of its node, or says which edge it is. */
  bundleOf(record: RowRecord, id: string): string;
  /** The draft of that bundle. */
  draftOf(record: RowRecord, id: string): RowDraft;
  /** Refuses a row whose node the graph lacks; the table's other rows are taken. */
  leaveOut(place: Place, message: string): void;
}

/** Takes what rows state into drafts, what they name looked up at once: codes and names become ids, and what fits nothing is refused in the draft. */
export function takeRecords(all: readonly RowRecord[], taking: Taking): Promise<void> {
  return new Rows(all, taking).take();
}

/** A record on its way, with the ids that its codes and names stand for. */
export interface Going<T extends RowRecord> {
  readonly record: T;
  /** Of a node its id; of an edge what tells it from others. */
  readonly id: string;
  readonly fields: readonly StatedField[];
}

class Rows {
  readonly #nodes: readonly NodeRow[];
  readonly #edges: readonly EdgeRow[];
  #met: ReadonlyMap<NodeRow, Met> = new Map();
  #present: ReadonlyMap<string, PresentNode> = new Map();
  /** The nodes that the graph has or will have. */
  readonly #kept = new Map<NodeRow, string>();

  constructor(
    private readonly all: readonly RowRecord[],
    private readonly taking: Taking,
  ) {
    this.#nodes = all.filter((record) => record.kind === "node");
    this.#edges = all.filter((record) => record.kind === "edge");
  }

  async take(): Promise<void> {
    const { identities } = this.taking;
    await this.#lookUp();
    this.#met = await identities.of(this.#nodes);
    this.#present = await this.#nodesThere();
    for (const record of this.#nodes) this.#settle(record);
    // A node of the row that this one leads to comes first, so that it is known whether it is there.
    this.#takeNodes(this.#nodes.flatMap((record) => this.#going(record, this.#kept.get(record))));
    await this.#takeEdges(this.#edges.flatMap((record) => this.#going(record, "")));
  }

  async #lookUp(): Promise<void> {
    const { references, identities, graph } = this.taking;
    const defined = new Set(
      this.#nodes.flatMap(({ identity: { written, mayBeCode }, type }) =>
        written && !mayBeCode ? [fullId(type, written.text, graph.model)] : [],
      ),
    );
    const named = this.all.flatMap((record) =>
      record.fields.flatMap(({ name, value }) => {
        const types = targetsOf(record, name);
        return types ? [value].flat().map((text) => ({ text, types })) : [];
      }),
    );
    await references.lookUp([...named, ...identities.named(this.#nodes)], (id) => defined.has(id));
  }

  /** What the graph has of the nodes of which it matters whether it has them. */
  async #nodesThere(): Promise<ReadonlyMap<string, PresentNode>> {
    const { graph, bundleOf } = this.taking;
    const asked = this.#nodes.flatMap((record) => {
      const id = this.#idOf(record);
      return id === null || (record.policy.there === "state" && record.policy.addsNew) ? [] : [{ id, bundle: bundleOf(record, id) }];
    });
    if (asked.length === 0) return new Map();
    const fields = this.#nodes.flatMap(({ type, ...record }) =>
      [...record.fields, ...record.links].flatMap(({ name }) => (type.edges.has(name) ? [name] : [])),
    );
    return graph.nodes(asked, [...new Set(fields)]);
  }

  #idOf(record: NodeRow): string | null {
    const met = this.#met.get(record);
    return met && "id" in met ? met.id : null;
  }

  /** Notes whether the graph has, or will have, the node of a record; what is wrong with it is refused. */
  #settle(record: NodeRow): void {
    const { identity, type, policy, place } = record;
    const met = this.#met.get(record);
    const id = this.#idOf(record);
    if (met && "problem" in met) this.taking.leaveOut(met.problem.place, met.problem.message);
    else if (id !== null && (policy.addsNew || this.#present.has(id))) this.#kept.set(record, id);
    else if (id === null && policy.addsNew && !record.merges) this.#kept.set(record, "");
    else {
      const what = identity.written ? ` "${identity.written.text}"` : foundBy(record);
      this.taking.leaveOut(identity.written?.place ?? place, `The graph has no ${type.name}${what}: this row is left out.`);
    }
  }

  /** A record with ids where codes and names stood; nothing where it is not kept, or where an end of an edge is not. What fits nothing is refused. */
  #going<T extends RowRecord>(record: T, id: string | undefined): Going<T>[] {
    if (id === undefined) return [];
    const refused: { place: Place; message: string }[] = [...record.problems];
    const fields = record.fields.flatMap((field) => this.#withIds(field, record, refused));
    const linked = record.links.flatMap(({ name, to, place }): StatedField[] => {
      const end = this.#kept.get(to);
      if (end) return [{ name, value: end, place }];
      this.taking.notes.count(`${name} of a row whose ${to.type.name} is left out: left out`);
      return [];
    });
    const isList = (name: string) => record.kind === "node" && record.type.edges.get(name)?.list === true;
    const all = linked.length === 0 ? fields : mergedFields([fields, linked], isList, "one record", this.taking.notes);
    if (record.kind === "node") return [this.#refused({ record, id, fields: all }, refused)];
    // An end that was refused is not missing.
    const has = (name: string) => all.some((field) => field.name === name);
    const isGiven = (name: string) => [...record.fields, ...record.links].some((field) => field.name === name);
    const isWhole = ["from", "to"].every((name) => has(name) || !isGiven(name));
    const going = this.#refused({ record, id: this.#edgeId(record, all), fields: all }, refused);
    return isWhole ? [going] : [];
  }

  #refused<T extends RowRecord>(going: Going<T>, refused: readonly { place: Place; message: string }[]): Going<T> {
    if (refused.length === 0) return going;
    const draft = this.taking.draftOf(going.record, going.id);
    for (const { place, message } of refused) draft.refuse(place, message);
    return going;
  }

  #edgeId(record: EdgeRow, fields: readonly StatedField[]): string {
    const text = (name: string) => String(fields.find((field) => field.name === name)?.value ?? "");
    return [record.type.type, text("from"), text("to"), text("since")].join("|");
  }

  /** A field with the ids that its codes and names stand for; without what is refused. */
  #withIds(field: StatedField, record: RowRecord, refused: { place: Place; message: string }[]): StatedField[] {
    const types = targetsOf(record, field.name);
    if (!types) return [field];
    const idOf = (text: string): string[] => {
      const found = this.taking.references.get({ text, types });
      if ("problem" in found) refused.push({ place: field.place, message: `${field.name}: ${found.problem}` });
      // A short id is written in full where all short ids are.
      return "problem" in found ? [] : ["id" in found && !(record.merges === false && found.id.endsWith(`:${text}`)) ? found.id : text];
    };
    if (typeof field.value === "string") return idOf(field.value).map((value) => ({ ...field, value }));
    const value = field.value.flatMap(idOf);
    return value.length > 0 ? [{ ...field, value }] : [];
  }

  #takeNodes(all: readonly Going<NodeRow>[]): void {
    const { notes, bundleOf } = this.taking;
    const groups = new Map<string, Going<NodeRow>[]>();
    for (const [i, going] of all.entries()) {
      const { record, id } = going;
      const key = record.merges ? `${bundleOf(record, id)}|${id}|${record.since?.value ?? ""}` : String(i);
      groups.set(key, [...(groups.get(key) ?? []), going]);
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue;
      const { type } = first.record;
      const isList = (name: string) => type.properties.get(name)?.list === true || type.edges.get(name)?.list === true;
      const fields =
        others.length === 0
          ? first.fields
          : mergedFields(
              [first, ...others].map((going) => going.fields),
              isList,
              `a ${type.name}`,
              notes,
            );
      this.#takeNode({ ...first, fields });
    }
  }

  #takeNode(going: Going<NodeRow>): void {
    const { record, id, fields } = going;
    const { graph, evidence, notes } = this.taking;
    const present = this.#present.get(id);
    const isOthers = present !== undefined && present.owner !== this.taking.bundleOf(record, id);
    if (!isOthers || record.policy.there === "state") this.#state(going);
    else if (record.policy.there === "skip") {
      notes.count(`a ${record.type.name} that is there already: left out`);
      const differs = differsFromNode(fields, record.type.properties, present);
      if (differs.length > 0) notes.count(`of these, one that has another ${differs.join(", ")} here (such as ${id})`);
    } else
      addClaims({ record, id, fields, present }, this.taking.draftOf(record, id), graph, { evidence, restsOn: this.taking.restsOn }, notes);
  }

  #state({ record, id, fields }: Going<NodeRow>): void {
    const { evidence } = this.taking;
    const { identity, type, place } = record;
    const isFound = id !== "" && (identity.written === null || identity.mayBeCode || identity.match.length > 0);
    const written = isFound ? { text: id, place: identity.written?.place ?? place } : identity.written;
    const rests = evidence && type.edges.has("claims") && !fields.some(({ name }) => name === "claims");
    this.taking
      .draftOf(record, id)
      .addNode(
        type,
        [
          ...(written ? [{ name: "id", value: written.text, place: written.place }] : []),
          ...fields,
          ...(rests ? [{ name: "claims", value: [evidence.claim], place }] : []),
        ],
        place,
      );
  }

  async #takeEdges(all: readonly Going<EdgeRow>[]): Promise<void> {
    const { notes, bundleOf } = this.taking;
    const seen = new Set<string>();
    const there = await edgesThere(
      all.filter(({ record }) => record.policy.there === "skip"),
      this.taking,
    );
    for (const { record, id, fields } of all) {
      const key = `${bundleOf(record, id)}|${id}`;
      const isRepeated = record.merges && seen.has(key);
      if (isRepeated) notes.count(`a ${record.type.type} that an earlier row states: that one counts`);
      seen.add(key);
      const present = there.get(record);
      if (present) {
        notes.count(`a ${record.type.type} that is there already: left out`);
        const differs = differsFromEdge(fields, present);
        if (differs.length > 0)
          notes.count(`of these, one that has another ${differs.join(", ")} here (such as ${id.split("|").slice(1, 3).join(" to ")})`);
      } else if (!isRepeated) this.taking.draftOf(record, id).addEdge(record.type, fields, record.place);
    }
  }
}

/** ` with iso3 "WLD"`: by what a node was looked for. */
function foundBy({ identity, fields }: NodeRow): string {
  const values = identity.match.flatMap(({ name }) =>
    fields.filter((field) => field.name === name).map(({ value }) => `${name} "${value}"`),
  );
  return values.length > 0 ? ` with ${values.join(" or ")}` : "";
}
