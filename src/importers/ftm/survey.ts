import type { Notes } from "../importer.ts";
import { hashOf } from "../keys.ts";
import type { PartyType } from "../references/parties.ts";
import { type Entity, firstOf, valuesOf } from "./entity.ts";
import { PARTIES } from "./schemas.ts";

/** So many addresses that are entities of their own are held at most, some 300 bytes each. */
const MOST_ADDRESSES = 300_000;

/** A post that somebody may hold, as its entity says it. */
export interface Position {
  readonly name: string;
  readonly organizations: readonly string[];
  readonly countries: readonly string[];
}

/**
 * What must be known of a whole file before any of it can be taken, since entities stand in no order: of each id what it is (some 50 bytes each),
 * posts, and addresses.
 */
export class Survey {
  /** By a hash of the id: the type of node that the entity is; null where it is none. */
  readonly #types = new Map<number, PartyType | null>();
  readonly positions = new Map<string, Position>();
  readonly addresses = new Map<string, string>();
  /** Ids of programmes by their names: of several, the first in order. */
  readonly programmeIds = new Map<string, string>();
  /** Nodes that are not called after their entity, by the entity's id: those that the graph had. */
  readonly nodes = new Map<string, string>();

  constructor(private readonly notes: Notes) {}

  /** Notes what an entity is. */
  see(entity: Entity): void {
    const { id, schema } = entity;
    const hash = hashOf(id);
    const type = PARTIES[schema]?.type ?? null;
    const before = this.#types.get(hash);
    if (before !== undefined && before !== null && before !== type)
      this.notes.count("an id stands there twice, once as a firm and once as a person or a public body: the later one counts");
    this.#types.set(hash, type);
    if (schema === "Position") {
      const [organizations, countries] = [valuesOf(entity, "organization"), valuesOf(entity, "country")];
      this.positions.set(id, { name: nameOf(entity) ?? "Office", organizations, countries });
    }
    if (schema === "Address") this.#address(entity);
    if (schema === "Sanction") this.#programme(entity);
  }

  /** What an entity of the file is; null where it is no node here, undefined where no entity has the id. */
  typeOf(id: string): PartyType | null | undefined {
    return this.#types.get(hashOf(id));
  }

  /** Which id is whose is only told where there is one of each. */
  #programme(entity: Entity): void {
    const [[name, ...others], [id, ...more]] = [valuesOf(entity, "program"), valuesOf(entity, "programId")];
    if (name === undefined || id === undefined || others.length > 0 || more.length > 0) return;
    const before = this.programmeIds.get(name);
    if (before === undefined || id < before) this.programmeIds.set(name, id);
  }

  #address(entity: Entity): void {
    const text = addressOf(entity);
    if (text === "") return;
    if (this.addresses.size < MOST_ADDRESSES) this.addresses.set(entity.id, text);
    else this.notes.count(`an address beyond the first ${MOST_ADDRESSES}: not kept`);
  }
}

/** What an entity is called; null where nothing says. */
export function nameOf(entity: Entity): string | null {
  return entity.caption ?? firstOf(entity, "name", "alias", "weakAlias", "abbreviation");
}

/** An address on one line: in full, or put together of its parts. */
function addressOf(entity: Entity): string {
  const parts = ["street", "street2", "postOfficeBox", "postalCode", "city", "state", "region"].flatMap(
    (name) => firstOf(entity, name) ?? [],
  );
  return firstOf(entity, "full") ?? parts.join(", ");
}
