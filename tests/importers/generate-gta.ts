/**
 * Writes a file of random records in the format of Global Trade Alert's API (v2), to load at scale:
 * `npx tsx tests/importers/generate-gta.ts COUNT FILE NOMENCLATURE [SEED]`, with the HS codes of NOMENCLATURE (harmonized-system.csv).
 * 75,000 records give some 4 million edges.
 */
import { createWriteStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import names from "i18n-iso-countries";
import { randomOf } from "../support/random.ts";

export interface GenerateOptions {
  /** How many interventions. */
  readonly count: number;
  /** The same seed gives the same records. */
  readonly seed?: number;
  /** HS codes of six digits that the records name. */
  readonly products: readonly string[];
}

const TYPES = [
  ["Import tariff", "Tariff measures", null],
  ["Anti-dumping", "D: Contingent trade-protective measures", "D1 Antidumping"],
  ["Export licensing requirement", "P: Export-related measures (incl. subsidies)", "P13 Licensing requirements to export"],
  ["Export ban", "P: Export-related measures (incl. subsidies)", "P11 Export prohibition"],
  ["Financial grant", "L: Subsidies (excl. export subsidies)", "L1 Transfers"],
  ["Import quota", "E: Non-automatic licensing, quotas etc.", "E2 Quotas"],
] as const;
const EVALUATIONS = ["Red", "Red", "Red", "Amber", "Green"] as const;
const DETERMINED = ["Inferred", "Inferred", "Inferred", "Targeted", "Incidental", "Excluded"] as const;

/** The records one by one: interventions 1 to `count`, one to four of them to a state act. */
export function* gtaRecords({ count, seed = 1, products }: GenerateOptions): Generator<object> {
  const { below, pick } = randomOf(seed);
  const countries = Object.entries(names.getAlpha3Codes())
    .filter(([, iso2]) => iso2 !== "XK")
    .map(([iso, iso2]) => ({ id: Number(names.alpha2ToNumeric(iso2)), name: names.getName(iso2, "en") ?? iso, iso }));
  const day = (from: number, years: number) => new Date(Date.UTC(from, 0, 1 + below(365 * years))).toISOString().slice(0, 10);
  /** Between `least` and `most` different ones. */
  const several = <T>(items: readonly T[], least: number, most: number): T[] => {
    const found = new Set<T>();
    const wanted = Math.min(least + below(most - least + 1), items.length);
    while (found.size < wanted) found.add(pick(items));
    return [...found];
  };
  let act = 0;
  let left = 0;
  let shared = {};
  for (let id = 1; id <= count; id++) {
    if (left === 0) {
      act += 1;
      left = 1 + below(4);
      const announced = day(2009, 17);
      shared = {
        state_act_id: act,
        state_act_title: `${pick(countries).name}: measure ${act} on trade`,
        state_act_source: [
          { status: "static", order_nr: 1, modified: `${announced} 10:00`, text: `Gazette ${act}.\nhttps://example.org/gazette/${act}` },
        ],
        state_act_url: `https://example.org/state-act/${act}`,
        is_official_source: below(5) > 0,
        date_announced: announced,
        date_published: announced,
      };
    }
    left -= 1;
    const [type, chapter, subchapter] = pick(TYPES);
    const start = below(10) === 0 ? null : day(2009, 17);
    const rates = type === "Import tariff";
    yield {
      intervention_id: id,
      ...shared,
      intervention_description: [
        {
          status: "static",
          order_nr: 1,
          modified: "2026-01-05 10:00",
          text: `<p>Measure ${id} changes the terms of trade. ${"It goes on. ".repeat(below(20))}</p>`,
        },
      ],
      intervention_url: `https://example.org/intervention/${id}`,
      gta_evaluation: pick(EVALUATIONS),
      implementing_jurisdictions: several(countries, 1, 1),
      implementing_jurisdiction_groups: [],
      affected_jurisdictions: several(countries, 4, 40),
      inferred_jurisdictions: pick(DETERMINED),
      implementation_level: "National",
      eligible_firm: "all",
      intervention_type: type,
      mast_chapter: chapter,
      mast_subchapter: subchapter,
      affected_sectors: Array.from({ length: 1 + below(3) }, () => 11 + below(400)).map((sector_id) => ({
        sector_id,
        name: `Sector ${sector_id}`,
      })),
      affected_products: several(products, 4, 52).map((code) => ({
        product_id: Number(code),
        name: `Goods of ${code}`,
        prior_level: rates ? String(below(20)) : null,
        new_level: rates ? String(below(60)) : null,
        unit: rates ? "percent" : null,
        date_implemented: start,
        date_removed: null,
      })),
      date_implemented: start,
      date_removed: null,
      is_in_force: start === null ? 0 : 1,
      last_updated: "2026-02-01",
    };
  }
}

/** Writes the records to a file as they come: one a line, or a list where its name ends with `.json`. */
export async function writeGta(file: string, options: GenerateOptions): Promise<void> {
  const list = file.endsWith(".json");
  function* text(): Generator<string> {
    let before = list ? "[\n" : "";
    for (const record of gtaRecords(options)) {
      yield `${before}${JSON.stringify(record)}`;
      before = list ? ",\n" : "\n";
    }
    yield list ? `${before === "[\n" ? before : ""}\n]\n` : "\n";
  }
  await pipeline(Readable.from(text()), createWriteStream(file));
}

/** The codes of six digits in harmonized-system.csv. */
export function productsOf(nomenclature: string): string[] {
  return [...readFileSync(nomenclature, "utf8").matchAll(/^[IVX]+,(\d{6}),/gm)].flatMap(([, code]) => code ?? []);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count = "", file = "", nomenclature = "", seed = "1"] = process.argv.slice(2);
  if (nomenclature === "" || !(Number(count) > 0)) throw new Error("Say: generate-gta.ts COUNT FILE NOMENCLATURE [SEED]");
  await writeGta(file, { count: Number(count), seed: Number(seed), products: productsOf(nomenclature) });
}
