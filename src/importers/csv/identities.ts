import type { NodeType, Property } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import type { Named, References } from "../references/references.ts";
import { fullId } from "./kinds.ts";
import type { CellProblem, NodeRow } from "./records.ts";
import type { Graph } from "./rows.ts";

/** The node that a row means: its id in full, null where the row gives none; or why nobody knows. */
export type Met = { readonly id: string | null } | { readonly problem: CellProblem };

/** So many values of rows are remembered with their ids: what a table adds, its later rows find before the graph has it. */
const MOST_REMEMBERED = 50_000;

/** Finds which nodes the rows of a table mean: by the values of properties that tell nodes apart, else by the id that they give. */
export class Identities {
  readonly #added = new Map<string, string>();

  constructor(
    private readonly graph: Graph,
    private readonly references: References,
    private readonly notes: Pick<Notes, "count">,
  ) {}

  /** What is to be looked up before `of` is asked. */
  named(nodes: readonly NodeRow[]): Named[] {
    return nodes.flatMap(({ identity, type }) =>
      identity.written && identity.mayBeCode ? [{ text: identity.written.text, types: [type.name] }] : [],
    );
  }

  /** The node of each row. Throws EngineError. */
  async of(nodes: readonly NodeRow[]): Promise<ReadonlyMap<NodeRow, Met>> {
    const found = await this.#matches(nodes);
    const met = new Map<NodeRow, Met>();
    for (const node of nodes) {
      const one = this.#matched(node, found) ?? this.#written(node);
      met.set(node, one);
      if ("id" in one && one.id !== null) this.#remember(node, one.id);
    }
    return met;
  }

  /** By the first of its properties that finds any; null where none does. */
  #matched(node: NodeRow, found: ReadonlyMap<string, ReadonlySet<string>>): Met | null {
    for (const property of node.identity.match) {
      const text = textOf(node, property.name);
      if (text === null) continue;
      const key = keyOf(node.type, property, text);
      const ids = [...(found.get(key) ?? [])].sort();
      const [id = this.#added.get(key), ...others] = ids;
      if (others.length > 0) {
        const some = `${ids.slice(0, 5).join(", ")}${ids.length > 5 ? " and others" : ""}`;
        return {
          problem: { place: node.place, message: `${property.name} "${text}" is that of ${some}: nobody knows which of them is meant.` },
        };
      }
      if (id === undefined) continue;
      if (node.type.names.includes(property.name) && !property.unique)
        this.notes.count(`a ${node.type.name} that was found by its ${property.name} alone`);
      return { id };
    }
    return null;
  }

  #written({ identity: { written, mayBeCode }, type }: NodeRow): Met {
    if (written === null) return { id: null };
    if (mayBeCode) {
      const found = this.references.get({ text: written.text, types: [type.name] });
      if ("problem" in found) return { problem: { place: written.place, message: `id: ${found.problem}` } };
      if ("id" in found) return { id: found.id };
    }
    return { id: fullId(type, written.text, this.graph.model) };
  }

  #remember(node: NodeRow, id: string): void {
    if (this.#added.size >= MOST_REMEMBERED) this.#added.clear();
    for (const property of node.identity.match) {
      const text = textOf(node, property.name);
      if (text !== null) this.#added.set(keyOf(node.type, property, text), id);
    }
  }

  /** Ids of nodes of the graph by type, property and value. */
  async #matches(nodes: readonly NodeRow[]): Promise<Map<string, ReadonlySet<string>>> {
    const asked = new Map<string, { type: NodeType; property: Property; within: string | null; texts: Set<string> }>();
    for (const node of nodes) {
      for (const property of node.identity.match) {
        const text = textOf(node, property.name);
        const within = property.unique?.includes(HS_EDITION_NAME) ? textOf(node, HS_EDITION_NAME) : null;
        const key = `${node.type.name}.${property.name}.${within}`;
        const known = asked.get(key) ?? { type: node.type, property, within, texts: new Set() };
        if (text !== null) asked.set(key, { ...known, texts: known.texts.add(text) });
      }
    }
    const found = new Map<string, Set<string>>();
    for (const { type, property, within, texts } of asked.values()) {
      const alias = type.names[0] === property.name ? type.properties.get("aliases") : undefined;
      for (const where of alias ? [property, alias] : [property])
        for (const [text, ids] of await this.graph.findBy(
          type,
          where,
          [...texts],
          within === null ? undefined : { [HS_EDITION_NAME]: within },
        )) {
          const key = keyOf(type, property, text);
          found.set(key, new Set([...(found.get(key) ?? []), ...ids]));
        }
    }
    return found;
  }
}

/** What tells the codes of the Harmonized System's editions apart. */
const HS_EDITION_NAME = "hsEdition";

function keyOf(type: NodeType, property: Property, text: string): string {
  return `${type.name}.${property.name}=${text}`;
}

function textOf({ fields }: NodeRow, name: string): string | null {
  const value = fields.find((field) => field.name === name)?.value;
  return typeof value === "string" ? value.normalize("NFC") : null;
}
