import { type Bundle, isLei, type PresentNode, problemAt } from "../../load/index.ts";
import type { Saying } from "../beside.ts";
import type { Graph } from "../csv/rows.ts";
import type { Notes } from "../importer.ts";
import { shortened } from "../read/text.ts";
import { countryOf } from "../references/countries.ts";
import { bareEdge, claimEdges, stated } from "../statements.ts";
import type { LegalEntity } from "./record.ts";

/** A firm that an entity is, and whether only its name says so. */
export interface Match {
  readonly entity: LegalEntity;
  readonly id: string;
  readonly isInferred: boolean;
}

/** What becomes of records that stand for no entity of their own. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  ANNULLED: "LEIs that are ANNULLED, given by mistake: left out",
  DUPLICATE: "LEIs that are DUPLICATE: left out; the entity's other LEI counts",
};

/** Statuses that the schema has; others, such as of LEIs not yet issued, are left out. */
const KNOWN: ReadonlySet<string> = new Set(["ISSUED", "LAPSED", "MERGED", "RETIRED", "PENDING_TRANSFER", "PENDING_ARCHIVAL"]);

/** Name of the bundle of an entity. */
export function bundleOf(lei: string): string {
  return `gleif-${lei.toLowerCase()}`;
}

/** Id of a firm that nothing but the register brings. */
export function ownFirm(lei: string): string {
  return `firm:lei-${lei.toLowerCase()}`;
}

/** Whether a record stands for an entity of its own; why not is told or counted. */
export function isTaken(entity: LegalEntity, notes: Notes): boolean {
  const { lei, name, status, successor, place } = entity;
  if (!isLei(lei)) notes.reject(problemAt(place, `"${lei}" is no Legal Entity Identifier: its last two digits do not check the rest.`));
  else if (name === "") notes.reject(problemAt(place, `${lei} has no legal name.`));
  else if (LEFT_OUT[status])
    notes.count(`${LEFT_OUT[status]}${status === "DUPLICATE" && successor === null ? " (the record does not say which)" : ""}`);
  else if (!KNOWN.has(status)) notes.count(`LEIs of the status "${status}": left out`);
  else return true;
  return false;
}

/** Finds the firms of the graph that entities are. */
export class Matches {
  /** Firms by the LEI that was found for them in this run: a later file leads to them before the graph has it. */
  readonly found = new Map<string, string>();
  readonly #byName = new Map<string, string>();

  constructor(
    private readonly graph: Graph,
    private readonly notes: Notes,
  ) {}

  /** Ids of firms by LEI; of one that several firms have, none. Throws EngineError. */
  async byLei(leis: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const firm = this.graph.model.nodes.get("Firm");
    const property = firm?.properties.get("lei");
    const open = leis.filter((lei) => !this.found.has(lei));
    const ids = firm && property ? await this.graph.findBy(firm, property, open) : new Map<string, readonly string[]>();
    for (const [lei, [id, ...others]] of ids) {
      if (others.length > 0) this.notes.count("LEIs that several firms of the graph have: left out");
      else if (id !== undefined) this.found.set(lei, id);
    }
    return this.found;
  }

  /** The firms that some entities are: by LEI, else by the exact legal name in one country. Throws EngineError. */
  async of(entities: readonly LegalEntity[]): Promise<readonly Match[]> {
    const byLei = await this.byLei(entities.map(({ lei }) => lei));
    const named = await this.#named(entities.filter(({ lei }) => !byLei.has(lei)));
    const asked = entities.flatMap((entity) =>
      [byLei.get(entity.lei) ?? [], named.get(entity) ?? []].flat().map((id) => ({ id, bundle: bundleOf(entity.lei), entity })),
    );
    const present = await this.#present(asked);
    return entities.flatMap((entity): Match[] => {
      const known = byLei.get(entity.lei);
      // Where only an earlier load of the register says that it has this LEI, it was found by its name then.
      if (known !== undefined) return [{ entity, id: known, isInferred: present.get(`${entity.lei} ${known}`)?.held.has("lei") === false }];
      const fitting = (named.get(entity) ?? []).filter((id) => this.#fits(entity, present.get(`${entity.lei} ${id}`)));
      const [id] = fitting;
      if (id === undefined) return [];
      if (fitting.length > 1) {
        this.notes.count("entities whose legal name several firms of the graph in that country have: left out");
        return [];
      }
      const before = this.#byName.get(id);
      this.#byName.set(id, before ?? entity.lei);
      if (before !== undefined && before !== entity.lei) {
        this.notes.count("a firm that several entities fit by their legal name and country: the first of them counts");
        return [];
      }
      this.found.set(entity.lei, id);
      return [{ entity, id, isInferred: true }];
    });
  }

  /** What the graph has of firms, by LEI and id: two entities may have one name, so each asks for itself. */
  async #present(all: readonly { readonly id: string; readonly bundle: string; readonly entity: LegalEntity }[]) {
    const found = new Map<string, PresentNode>();
    const rounds: (typeof all)[number][][] = [];
    for (const one of all) {
      const round = rounds.find((others) => !others.some(({ id }) => id === one.id));
      if (round) round.push(one);
      else rounds.push([one]);
    }
    for (const round of rounds) {
      const nodes = await this.graph.nodes(round, ["headquarters"]);
      for (const { id, entity } of round) {
        const node = nodes.get(id);
        if (node) found.set(`${entity.lei} ${id}`, node);
      }
    }
    return found;
  }

  #fits(entity: LegalEntity, node: PresentNode | undefined): boolean {
    if (!node || node.held.has("lei")) return false;
    const seats = node.ends.get("headquarters");
    return countriesOf(entity).some((country) => seats?.has(country));
  }

  /** Firms of the exact legal name, as a name or an alias. */
  async #named(entities: readonly LegalEntity[]): Promise<ReadonlyMap<LegalEntity, readonly string[]>> {
    const firm = this.graph.model.nodes.get("Firm");
    const texts = [...new Set(entities.map(({ name }) => name.normalize("NFC")))];
    const ids = new Map<string, Set<string>>();
    for (const property of ["name", "aliases"].flatMap((name) => firm?.properties.get(name) ?? []))
      for (const [text, all] of firm && texts.length > 0 ? await this.graph.findBy(firm, property, texts) : [])
        ids.set(text, new Set([...(ids.get(text) ?? []), ...all]));
    return new Map(entities.flatMap((entity) => [[entity, [...(ids.get(entity.name.normalize("NFC")) ?? [])]] as const]));
  }
}

/** The countries of its seat and of its address in law, each once. */
function countriesOf({ seat, home }: LegalEntity): readonly string[] {
  return [...new Set([seat, home].flatMap((iso) => (iso === null ? [] : (countryOf({ iso, id: null, name: null }) ?? []))))];
}

/** What the register says of a firm that others define. */
export function sayingOf({ entity, id, isInferred }: Match, notes: Notes): Saying {
  const { lei, name, status, place } = entity;
  told(entity, notes);
  if (isInferred) notes.count("firms found by their exact legal name in their country alone: INFERRED");
  const [seat] = seatOf(entity, notes);
  const text = wordsOf(entity);
  return {
    ...{ key: bundleOf(lei), type: "Firm", id, edges: [], isInferred, place },
    fields: { lei, legalName: name, leiStatus: status, ...(seat === undefined ? {} : { headquarters: [seat] }) },
    words: text === null ? null : { text, field: "aliases" },
    locator: lei,
  };
}

/** An entity as a firm of its own. */
export function firmBundle(entity: LegalEntity, notes: Notes): Bundle {
  const { lei, name, others, status, address, place } = entity;
  const [id, key] = [ownFirm(lei), bundleOf(lei)];
  const claim = `claim:${key}`;
  told(entity, notes);
  const aliases = [...new Set(others.map((other) => other.name))].filter((other) => other !== name);
  const own = { name, kind: entity.category === "SOLE_PROPRIETOR" || entity.category === "GENERAL" ? "COMPANY" : "OTHER" };
  return {
    ...{ name: key, origin: "gleif", place },
    nodes: [
      {
        ...{ type: "Firm", id, place },
        properties: { ...own, lei, legalName: name, leiStatus: status, ...(aliases.length > 0 ? { aliases } : {}) },
      },
      { type: "Claim", id: claim, properties: { certainty: "CONFIRMED", locator: lei }, place },
    ],
    edges: [
      ...claimEdges(claim, "source:gleif", id, place),
      ...seatOf(entity, notes).map((to) => ({
        ...bareEdge("HEADQUARTERED_IN", id, to, place, [claim]),
        properties: stated({ note: address === null ? null : shortened(address, 300) }),
      })),
    ],
  };
}

function seatOf({ seat, home }: LegalEntity, notes: Notes): string[] {
  const iso = seat ?? home;
  const country = iso === null ? null : countryOf({ iso, id: null, name: null });
  if (country === null) notes.count(iso === null ? "entities without a country" : `country "${iso}" is none that is known: left out`);
  return country === null ? [] : [country];
}

function told({ status, activity, successor }: LegalEntity, notes: Notes): void {
  if (status !== "ISSUED") notes.count(`LEIs that are ${status}: taken, with that status`);
  if (activity === "INACTIVE") notes.count("entities that are INACTIVE: taken; the graph has no place for that but the status of the LEI");
  if (successor !== null) notes.count("entities with a successor: named in the words of the claim");
}

/** Other names with their languages, and who took its place; null where there are none. */
function wordsOf({ others, name, successor }: LegalEntity): string | null {
  const names = others
    .filter((other) => other.name !== name)
    .map((other) => (other.language === null ? other.name : `${other.name} (${other.language})`));
  const parts = [
    ...(names.length > 0 ? [`Other names: ${[...new Set(names)].join("; ")}`] : []),
    ...(successor === null ? [] : [`Its successor has the LEI ${successor}`]),
  ];
  return parts.length === 0 ? null : shortened(`${parts.join(". ")}.`, 800);
}
