import type { Bundle, Place } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { keyOf } from "../keys.ts";
import type { PartyLookUp } from "../references/parties.ts";
import { bareEdge } from "../statements.ts";
import { type Datasets, ORIGIN } from "./datasets.ts";
import type { Survey } from "./survey.ts";

/** An authority as records name it. */
interface Named {
  readonly name: string;
  readonly dataset: string;
  /** Id of the country on whose behalf it lists; null where the record does not say. */
  readonly country: string | null;
}

/** Who lists: what the graph has under just this name, alias or acronym, else an agency of our own. Each name is looked up once. */
export class Authorities {
  readonly #known = new Map<string, Promise<string | null>>();
  readonly #given = new Set<string>();

  constructor(
    private readonly look: PartyLookUp,
    private readonly datasets: Datasets,
    private readonly survey: Survey,
    private readonly notes: Notes,
  ) {}

  /** Id of an authority, and the bundle that brings it, the first time that it is asked for; null where the graph has it. */
  async find(named: Named, place: Place): Promise<{ readonly id: string; readonly bundle: Bundle | null }> {
    const found = await this.#inGraph(named.name);
    if (found !== null) {
      this.notes.count("an authority that the graph has: found by its name, alias or acronym alone");
      return { id: found, bundle: null };
    }
    const { country } = named;
    // In the file it may be an entity of its own, as in our own export.
    const own = keyOf([...(country === null ? [] : [country.replace("country:", "")]), named.name].join(" ")).replaceAll("_", "-");
    const key = `ftm-${own}`;
    const id = `agency:${key}`;
    const isGiven = this.#given.has(key) || this.survey.typeOf(own) === "Agency" || (await this.look.owners([id])).has(id);
    this.#given.add(key);
    if (isGiven) return { id, bundle: null };
    const statement = (title: string) => `${title} names ${named.name} as an authority that lists.`;
    const claims = this.datasets.claims(
      `authority-${keyOf(named.name)}`,
      [named.dataset],
      { statement, locator: "authority", about: { id } },
      place,
    );
    return {
      id,
      bundle: {
        name: `ftm-authority-${key}`,
        origin: ORIGIN,
        nodes: [{ type: "Agency", id, properties: { name: named.name, kind: "OTHER" }, place }, ...claims.nodes],
        edges: [...claims.edges, ...(country === null ? [] : [bareEdge("PART_OF", id, country, place, claims.ids)])],
        place,
      },
    };
  }

  #inGraph(name: string): Promise<string | null> {
    const known = this.#known.get(name) ?? this.#lookUp(name);
    this.#known.set(name, known);
    return known;
  }

  /** Of agencies that the graph has; those that this importer made do not count, so that a second load finds what the first one did. */
  async #lookUp(name: string): Promise<string | null> {
    const type = this.look.model.nodes.get("Agency");
    if (!type) return null;
    for (const property of ["name", "aliases", "acronym"].flatMap((one) => type.properties.get(one) ?? [])) {
      const ids = (await this.look.findBy(type, property, [name])).get(name)?.filter((id) => !id.startsWith("agency:ftm-"));
      if (ids?.length === 1 && ids[0] !== undefined) return ids[0];
    }
    return null;
  }
}
