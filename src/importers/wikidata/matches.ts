import { isLei } from "../../load/index.ts";
import type { Graph } from "../csv/rows.ts";
import type { Notes } from "../importer.ts";
import { alpha2OfM49 } from "../references/countries.ts";
import { bestOf, type Item } from "./item.ts";

/** The node that an item is, and whether only its label says so. */
export interface Found {
  readonly type: string;
  readonly id: string;
  readonly isInferred: boolean;
}

/** The class of people. */
const HUMAN = "Q5";

/** Whether an item is a person. */
export function isPerson(item: Item): boolean {
  return bestOf(item, "P31").includes(HUMAN);
}

/** Types whose nodes have Wikidata items. */
const TYPES = ["Country", "Firm", "Agency", "Person"] as const;

/** Codes of items by the type and the field that has them here. */
const CODES: readonly (readonly [type: string, field: string, valuesOf: (item: Item) => readonly string[]])[] = [
  ["Country", "iso2", (item) => [...bestOf(item, "P297"), ...bestOf(item, "P2082").flatMap((number) => alpha2OfM49(number) ?? [])]],
  ["Country", "iso3", (item) => bestOf(item, "P298")],
  ["Firm", "lei", (item) => bestOf(item, "P1278").filter(isLei)],
];

/** Finds the nodes of the graph that items are: by the item, by codes, and of types that are named also by the exact English label where one node has it. */
export class Matches {
  /** What was found, by item. */
  readonly found = new Map<string, Found>();
  readonly #items = new Map<string, string>();

  constructor(
    private readonly graph: Graph,
    private readonly byLabel: ReadonlySet<string>,
    private readonly notes: Notes,
  ) {}

  /** Finds the nodes of some items. Throws EngineError. */
  async find(items: readonly Item[]): Promise<void> {
    await this.byId(items.flatMap(({ id, merged }) => [id, ...merged]));
    for (const { id, merged } of items) {
      const other = merged.map((one) => this.found.get(one)).find((one) => one !== undefined);
      if (other && !this.found.has(id)) this.#put(id, other);
    }
    for (const [type, field, valuesOf] of CODES) await this.#by(type, field, items, valuesOf, false);
    for (const type of this.byLabel) {
      const labelled = items.filter((item) => (type === "Person") === isPerson(item));
      for (const field of ["name", "aliases"]) await this.#by(type, field, labelled, ({ labels }) => [labels.get("en") ?? []].flat(), true);
    }
  }

  /** Finds nodes by items of which nothing more is known. Throws EngineError. */
  async byId(ids: readonly string[]): Promise<void> {
    const open = [...new Set(ids)].filter((id) => !this.found.has(id));
    for (const type of TYPES) {
      const node = this.graph.model.nodes.get(type);
      const property = node?.properties.get("wikidata");
      if (!node || !property || open.length === 0) continue;
      for (const [item, [id, ...others]] of await this.graph.findBy(node, property, open)) {
        if (others.length > 0) this.notes.count("items that several nodes of the graph have: left out");
        else if (id !== undefined) this.#put(item, { type, id, isInferred: false });
      }
    }
  }

  async #by(
    type: string,
    field: string,
    items: readonly Item[],
    valuesOf: (item: Item) => readonly string[],
    isInferred: boolean,
  ): Promise<void> {
    const node = this.graph.model.nodes.get(type);
    const property = node?.properties.get(field);
    const open = items.filter(({ id }) => !this.found.has(id));
    const values = [...new Set(open.flatMap(valuesOf))];
    if (!node || !property || values.length === 0) return;
    const ids = await this.graph.findBy(node, property, values);
    for (const item of open) {
      const fitting = [...new Set(valuesOf(item).flatMap((value) => ids.get(value) ?? []))];
      const [id] = fitting;
      if (id === undefined || (isInferred && fitting.length > 1)) continue;
      if (fitting.length > 1) this.notes.count(`items whose ${field} leads to several nodes: left out`);
      else this.#put(item.id, { type, id, isInferred });
    }
  }

  /** Of several items that are one node the first counts: a kingdom and its main part have one code. */
  #put(item: string, found: Found): void {
    const before = this.#items.get(found.id);
    if (before !== undefined && before !== item) {
      this.notes.count("items that fit a node which an earlier item is: left out");
      return;
    }
    this.#items.set(found.id, item);
    this.found.set(item, found);
  }
}
