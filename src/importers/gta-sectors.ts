import type { Bundle, Place } from "../load/index.ts";
import type { Intervention } from "./gta-record.ts";
import type { Notes } from "./importer.ts";
import { oneLine } from "./text.ts";

/** Sectors of Global Trade Alert: groups of the Central Product Classification, version 2.1, by three digits. */
export class Sectors {
  readonly #names = new Map<string, string>();

  constructor(private readonly notes: Notes) {}

  /** Ids of a record's sectors, each once. */
  static idsOf(record: Intervention): string[] {
    return [...new Set((record.affected_sectors ?? []).map((sector) => codeOf(sector.sector_id)))]
      .filter((code) => code !== null)
      .map((code) => `commodity:cpc-${code}`);
  }

  /** The bundles of a record's sectors. v1 has no names: there the number stands for them, until a record brings the name. */
  *bundles(record: Intervention, place: Place): Generator<Bundle> {
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
}

/** As with goods, the zeros before a number are lost. */
function codeOf(id: number): string | null {
  const code = String(id).padStart(3, "0");
  return code.length === 3 ? code : null;
}
