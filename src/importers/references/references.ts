import { HS_EDITION, hsIdOf, isLei } from "../../load/index.ts";
import { HS_EDITIONS, isId, type Model, type NodeType, nodeTypeOf, type Property, validateScalar } from "../../model/index.ts";
import type { Owners } from "../importer.ts";
import { alpha2OfM49, countryOf, nearestCountry } from "./countries.ts";
import { checkEdition, nearestFirst } from "./into-edition.ts";

/** Ids of the nodes of a type that have any of some values in a property, by value; only of those that also have the values `within`. */
export type FindBy = (
  type: NodeType,
  property: Property,
  values: readonly string[],
  within?: Readonly<Record<string, string>>,
) => Promise<ReadonlyMap<string, readonly string[]>>;

/** A reference as a file writes it, and the names of the node types that it may lead to. */
export interface Named {
  readonly text: string;
  readonly types: readonly string[];
}

/** What a reference came to: the id of its node; the text as it is, where nothing is known of it; or what is wrong with it. */
export type Found = { readonly id: string } | { readonly problem: string } | { readonly unknown: true };

/** So many references are remembered: a table of millions of rows must not fill the memory. */
const MOST_REMEMBERED = 50_000;

const UNKNOWN: Found = { unknown: true };

/** What a text may be the value of, by the property that has such codes. */
const CODES: Readonly<Record<string, (text: string) => string | null>> = {
  iso2: (text) => (/^[A-Z]{2}$/.test(text) ? text : /^\d{1,3}$/.test(text) ? alpha2OfM49(text) : null),
  iso3: (text) => (/^[A-Z]{3}$/.test(text) ? text : null),
  code: (text) => (validateScalar("CountryCode", text) === null ? text : null),
  hsCode: hsCodeOf,
  lei: (text) => (isLei(text) ? text : null),
  wikidata: (text) => (/^Q[1-9]\d*$/.test(text) ? text : null),
};

/**
 * Takes what researchers have for ids: ISO 3166-1 codes of two and three letters, numbers of M49, codes of blocs, HS codes with or without dots,
 * (of one edition), LEI, Wikidata items, and exact names and aliases, each where it is one node's alone. An id that the graph has goes before any of them. Looked
 * up in batches, each reference once.
 */
export class References {
  readonly #found = new Map<string, Found>();

  private readonly edition: string;

  /**
   * `edition` is that of HS codes; where nobody says it, that which they are to be of in the end (`into`), and a code that it lacks is looked for in the others,
   * the nearest first. Throws InputError where there is no such edition.
   */
  constructor(
    private readonly model: Model,
    private readonly owners: Owners,
    private readonly findBy: FindBy,
    private readonly said: string | undefined = undefined,
    private readonly into: string | undefined = undefined,
  ) {
    this.edition = said ?? into ?? HS_EDITION;
    checkEdition(said === undefined ? "into" : "edition", this.edition);
  }

  /** Looks up those of some references that are not known yet; `isDefined` says which ids are on their way. */
  async lookUp(all: readonly Named[], isDefined: (id: string) => boolean): Promise<void> {
    if (this.#found.size > MOST_REMEMBERED) this.#found.clear();
    const open = [...new Map(all.map((named) => [keyOf(named), named])).values()].filter(
      (named) => !this.#found.has(keyOf(named)) && !this.#isFull(named) && !this.#ids(named).some(isDefined),
    );
    if (open.length === 0) return;
    const present = await this.owners([...new Set(open.flatMap((named) => this.#ids(named)))]);
    const idsOf = (named: Named) => this.#ids(named).filter((id) => present.has(id));
    const others = open.filter((named) => idsOf(named).length === 0);
    // Where a short id may be several, the loader says so.
    for (const named of open) this.#found.set(keyOf(named), idsOf(named).length === 1 ? { id: idsOf(named)[0] ?? "" } : UNKNOWN);
    const byCode = await this.#byProperties(others, (type, text) =>
      Object.entries(CODES).flatMap(([name, read]) => this.#valueOf(type, name, read(text))),
    );
    const byName = await this.#byProperties(
      others.filter((named) => !byCode.has(keyOf(named))),
      (type, text) => [type.names[0] ?? "", "aliases"].flatMap((name) => this.#valueOf(type, name, text.normalize("NFC"))),
    );
    const left = others.filter((named) => !byCode.has(keyOf(named)) && !byName.has(keyOf(named)));
    const elsewhere = await this.#inOtherEditions(left);
    const hints = await this.#hints(left.filter((named) => !elsewhere.has(keyOf(named))));
    for (const named of others) {
      const key = keyOf(named);
      const ids = elsewhere.get(key) ?? byCode.get(key) ?? byName.get(key);
      this.#found.set(key, ids ? oneOf(named.text, [...ids].sort()) : (hints.get(key) ?? UNKNOWN));
    }
  }

  /** What a reference that was looked up came to. */
  get(named: Named): Found {
    return this.#found.get(keyOf(named)) ?? UNKNOWN;
  }

  /** An id in full of anything but a country, whose key people write in several ways: nothing is to be looked up. */
  #isFull({ text }: Named): boolean {
    const type = nodeTypeOf(this.model, text);
    return type !== null && type.name !== "Country";
  }

  /** The ids that a text may be, in full or short. */
  #ids({ text, types }: Named): string[] {
    if (nodeTypeOf(this.model, text)) return [text];
    return types.flatMap((type) => `${this.model.nodes.get(type)?.prefix}:${text}`).filter(isId);
  }

  #valueOf(type: NodeType, name: string, value: string | null): { property: Property; value: string }[] {
    const property = type.properties.get(name);
    return property && value !== null ? [{ property, value }] : [];
  }

  /** Ids by reference, of nodes that have any of the values that its text may be. */
  async #byProperties(
    all: readonly Named[],
    valuesOf: (type: NodeType, text: string) => readonly { readonly property: Property; readonly value: string }[],
  ): Promise<Map<string, Set<string>>> {
    const asked = new Map<string, { type: NodeType; property: Property; keys: Map<string, Set<string>> }>();
    for (const named of all) {
      for (const type of named.types.flatMap((name) => this.model.nodes.get(name) ?? [])) {
        for (const { property, value } of valuesOf(type, named.text)) {
          const column = `${type.name}.${property.name}`;
          const { keys } = asked.get(column) ?? asked.set(column, { type, property, keys: new Map() }).get(column) ?? { keys: new Map() };
          keys.set(value, (keys.get(value) ?? new Set()).add(keyOf(named)));
        }
      }
    }
    const found = new Map<string, Set<string>>();
    for (const { type, property, keys } of asked.values()) {
      const within = property.unique?.includes("hsEdition") ? { hsEdition: this.edition } : undefined;
      for (const [value, ids] of await this.findBy(type, property, [...keys.keys()], within))
        for (const key of keys.get(value) ?? []) found.set(key, new Set([...(found.get(key) ?? []), ...ids]));
    }
    return found;
  }

  /** The codes of other editions that references stand for, where these are asked for and nobody said the edition; of several the nearest one's. */
  async #inOtherEditions(all: readonly Named[]): Promise<Map<string, ReadonlySet<string>>> {
    const found = new Map<string, ReadonlySet<string>>();
    if (this.into === undefined || this.said !== undefined) return found;
    const idsOf = ({ text, types }: Named) => {
      const code = types.includes("Commodity") ? hsCodeOf(text) : null;
      return code === null ? [] : nearestFirst(this.edition).map((edition) => hsIdOf(code, edition));
    };
    const present = await this.owners([...new Set(all.flatMap(idsOf))]);
    for (const named of all) {
      const id = idsOf(named).find((candidate) => present.has(candidate));
      if (id !== undefined) found.set(keyOf(named), new Set([id]));
    }
    return found;
  }

  /** What is wrong with references that fit nothing, where that is known, or what may be meant. */
  async #hints(all: readonly Named[]): Promise<Map<string, Found>> {
    const near = new Map(all.map((named) => [keyOf(named), this.#near(named)]));
    const present = await this.owners([...new Set([...near.values()].flat())]);
    const hints = new Map<string, Found>();
    for (const named of all) {
      const { text, types } = named;
      const id = near.get(keyOf(named))?.find((candidate) => present.has(candidate));
      const isWrongLei = types.includes("Firm") && /^[A-Z0-9]{18}\d{2}$/.test(text) && !isLei(text);
      if (id !== undefined) hints.set(keyOf(named), { problem: `"${text}" names nothing here. Did you mean "${id}"?` });
      else if (isWrongLei)
        hints.set(keyOf(named), { problem: `"${text}" is no Legal Entity Identifier: its last two digits do not check the rest.` });
    }
    return hints;
  }

  /** Ids that a text may have been meant for, the likeliest first. */
  #near({ text, types }: Named): string[] {
    const ids: string[] = [];
    if (types.includes("Country")) {
      const name = text.replace(/^country:/, "");
      const known = countryOf({ iso: name, id: null, name });
      const code = known === null ? nearestCountry(name) : null;
      ids.push(...(known === null ? [] : [known]), ...(code === null ? [] : [`country:${code}`]));
    }
    // A zero before the code of a chapter below 10 is soon lost.
    const digits = text.replace(/[. ]/g, "");
    if (types.includes("Commodity") && /^\d(\d{2}){0,4}$/.test(digits)) ids.push(hsIdOf(`0${digits}`, this.edition));
    const code = types.includes("Commodity") ? hsCodeOf(text) : null;
    if (code !== null) ids.push(...HS_EDITIONS.map((edition) => hsIdOf(code, edition)));
    return ids;
  }
}

function hsCodeOf(text: string): string | null {
  const code = /^\d[\d. ]*\d$/.test(text) ? text.replace(/[. ]/g, "") : text;
  return validateScalar("HsCode", code) === null ? code : null;
}

function oneOf(text: string, ids: readonly string[]): Found {
  const [id = "", ...others] = ids;
  return others.length === 0
    ? { id }
    : { problem: `"${text}" may be ${ids.slice(0, 5).join(", ")}${ids.length > 5 ? " and others" : ""}: write the id.` };
}

function keyOf({ text, types }: Named): string {
  return `${types.join(",")}|${text}`;
}
