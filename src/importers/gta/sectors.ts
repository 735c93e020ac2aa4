import type { Bundle, Place } from "../../load/index.ts";
import type { Notes, Owners } from "../importer.ts";
import { oneLine } from "../read/text.ts";
import { ORIGIN } from "./act.ts";
import { sectorCode } from "./product-codes.ts";
import type { Intervention } from "./record.ts";

/** Sectors of Global Trade Alert: groups of the Central Product Classification, version 2.1, by three digits. */
export class Sectors {
  readonly #names = new Map<string, string>();
  /** Whether the graph had a sector before, of those that came without a name. */
  readonly #present = new Map<string, boolean>();

  constructor(
    private readonly owners: Owners,
    private readonly notes: Notes,
  ) {}

  /** Ids of a record's sectors, each once. */
  static idsOf(record: Intervention): string[] {
    return [...new Set((record.affected_sectors ?? []).map((sector) => sectorCode(sector.sector_id)))]
      .filter((code) => code !== null)
      .map((code) => `commodity:cpc-${code}`);
  }

  /** The bundles of a record's sectors. v1 has no names: there the number stands for them, unless the graph or a record has the name. */
  async *bundles(record: Intervention, place: Place): AsyncGenerator<Bundle> {
    for (const { sector_id, name } of record.affected_sectors ?? []) {
      const code = sectorCode(sector_id);
      if (code === null) {
        this.notes.count("affected_sectors: a number of more than three digits is no group of CPC 2.1: left out");
        continue;
      }
      const given = oneLine(name ?? "");
      const known = this.#names.get(code) ?? given;
      if (given !== "" && given !== known) this.notes.count("affected_sectors: one sector under several names: the first one counts");
      if (known !== "") this.#names.set(code, known);
      if (known === "" && (await this.#isInGraph(code))) continue;
      const number = `CPC 2.1 group ${code}`;
      const properties = known === "" ? { name: number, level: "GROUP" } : { name: known, level: "GROUP", aliases: [number] };
      yield {
        name: `gta-sector-${code}`,
        origin: ORIGIN,
        nodes: [{ type: "Commodity", id: `commodity:cpc-${code}`, properties, place }],
        edges: [],
        place,
      };
    }
  }

  async #isInGraph(code: string): Promise<boolean> {
    const id = `commodity:cpc-${code}`;
    const present = this.#present.get(code) ?? (await this.owners([id])).has(id);
    this.#present.set(code, present);
    return present;
  }
}
