import type { Bundle, Place } from "../../load/index.ts";
import type { Notes, Owners } from "../importer.ts";
import { oneLine } from "../read/text.ts";
import type { Intervention } from "./record.ts";

/** Sectors of Global Trade Alert: groups of the Central Product Classification, version 2.1, by three digits. */
export class Sectors {
  readonly #names = new Map<string, string>();
  /** Whether the graph had a sector before, of those that came without a name. */
  readonly #there = new Map<string, boolean>();

  constructor(
    private readonly owners: Owners,
    private readonly notes: Notes,
  ) {}

  /** Ids of a record's sectors, each once. */
  static idsOf(record: Intervention): string[] {
    return [...new Set((record.affected_sectors ?? []).map((sector) => codeOf(sector.sector_id)))]
      .filter((code) => code !== null)
      .map((code) => `commodity:cpc-${code}`);
  }

  /** The bundles of a record's sectors. v1 has no names: there the number stands for them, unless the graph or a record has the name. */
  async *bundles(record: Intervention, place: Place): AsyncGenerator<Bundle> {
    for (const { sector_id, name } of record.affected_sectors ?? []) {
      const code = codeOf(sector_id);
      if (code === null) {
        this.notes.count("affected_sectors: a number of more than three digits is no group of CPC 2.1: left out");
        continue;
      }
      const given = oneLine(name ?? "");
      const known = this.#names.get(code) ?? given;
      if (given !== "" && given !== known) this.notes.count("affected_sectors: one sector under several names: the first one counts");
      if (known !== "") this.#names.set(code, known);
      if (known === "" && (await this.#isThere(code))) continue;
      const number = `CPC 2.1 group ${code}`;
      const properties = known === "" ? { name: number, level: "GROUP" } : { name: known, level: "GROUP", aliases: [number] };
      yield {
        name: `gta-sector-${code}`,
        nodes: [{ type: "Commodity", id: `commodity:cpc-${code}`, properties, place }],
        edges: [],
        place,
      };
    }
  }

  async #isThere(code: string): Promise<boolean> {
    const id = `commodity:cpc-${code}`;
    const there = this.#there.get(code) ?? (await this.owners([id])).has(id);
    this.#there.set(code, there);
    return there;
  }
}

/** As with goods, the zeros before a number are lost. */
function codeOf(id: number): string | null {
  const code = String(id).padStart(3, "0");
  return code.length === 3 ? code : null;
}
