import { isLei } from "../../load/index.ts";
import type { Model } from "../../model/index.ts";
import type { Owners } from "../importer.ts";
import type { FindBy } from "./references.ts";

/** Types of nodes that a foreign record of a firm, a body or a person may be. */
export type PartyType = "Firm" | "Person" | "Agency";

/** Who a foreign record is about, by what tells it from others. */
export interface Party {
  readonly type: PartyType;
  /** The id that its node has where the graph does not know it yet. */
  readonly own: string;
  /** Other ids under which an earlier record may have brought it. */
  readonly others: readonly string[];
  /** Ids that other publishers have for it, as they stand among aliases. */
  readonly foreign: readonly string[];
  readonly lei: string | null;
  readonly wikidata: string | null;
}

/** The node of a party: whose bundle defines it (null: none yet), and by what it was found, in words. */
export interface PartyNode {
  readonly id: string;
  readonly bundle: string | null;
  readonly by: string | null;
}

/** How parties find the nodes that the graph has of them. */
export interface PartyLookUp {
  readonly model: Model;
  readonly owners: Owners;
  readonly findBy: FindBy;
  /** Whether any bundles of this origin were loaded before: only then aliases are looked through, which takes a scan. */
  readonly hasOrigin: (origin: string) => Promise<boolean>;
}

/** What brings parties whose foreign ids stand among their aliases. */
const ORIGINS = ["ftm", "csl"] as const;

/**
 * Finds the nodes that the graph has of some parties: by an id of an earlier load, by LEI with right check digits, by Wikidata item, and where
 * earlier loads brought parties, by a publisher's id among their aliases. Never by a name. Where several nodes fit, none does.
 */
export class Parties {
  #scans: Promise<boolean> | null = null;

  constructor(private readonly look: PartyLookUp) {}

  /** The node of each party, by its own id. */
  async nodesOf(parties: readonly Party[]): Promise<Map<string, PartyNode>> {
    const found = new Map<string, PartyNode>();
    const present = await this.look.owners([...new Set(parties.flatMap(({ own, others }) => [own, ...others]))]);
    for (const { own, others } of parties) {
      const id = [own, ...others].find((one) => present.has(one));
      if (id !== undefined) found.set(own, { id, bundle: present.get(id) ?? null, by: id === own ? null : "id" });
    }
    const open = () => parties.filter(({ own }) => !found.has(own));
    const take = async (by: string, property: string, values: (party: Party) => readonly string[]) => {
      for (const [own, id] of await this.#by(open(), property, values)) found.set(own, { id, bundle: "", by });
    };
    await take("LEI", "lei", ({ lei }) => (lei !== null && isLei(lei) ? [lei] : []));
    await take("Wikidata item", "wikidata", ({ wikidata }) => (wikidata === null ? [] : [wikidata]));
    if (await this.#hasForeign()) await take("id among the aliases", "aliases", ({ foreign }) => foreign);
    for (const { own } of open()) found.set(own, { id: own, bundle: null, by: null });
    return found;
  }

  #hasForeign(): Promise<boolean> {
    this.#scans ??= Promise.all(ORIGINS.map((origin) => this.look.hasOrigin(origin))).then((all) => all.includes(true));
    return this.#scans;
  }

  /** Ids of nodes that have any of a party's values in a property, by the party's own id: of parties that just one node fits. */
  async #by(parties: readonly Party[], property: string, valuesOf: (party: Party) => readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const type of new Set(parties.map((party) => party.type))) {
      const node = this.look.model.nodes.get(type);
      const known = node?.properties.get(property);
      const asked = parties.filter((party) => party.type === type && valuesOf(party).length > 0);
      if (!node || !known || asked.length === 0) continue;
      const ids = await this.look.findBy(node, known, [...new Set(asked.flatMap(valuesOf))]);
      for (const party of asked) {
        const fitting = new Set(valuesOf(party).flatMap((value) => ids.get(value) ?? []));
        const [id] = fitting;
        if (fitting.size === 1 && id !== undefined) found.set(party.own, id);
      }
    }
    return found;
  }
}
