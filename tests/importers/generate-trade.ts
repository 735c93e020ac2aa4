/**
 * Writes a file of random trade flows in the form of BACI, in no order of markets, to load at scale:
 * `npx tsx tests/importers/generate-trade.ts COUNT FILE NOMENCLATURE [SEED]`. Each market has eleven suppliers, as the real file has on average, whose shares
 * differ as they do there: a few have nearly all. NOMENCLATURE is the table of the Harmonized System whose codes are drawn from.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import names from "i18n-iso-countries";
import { randomOf } from "../support/random.ts";
import { productsOf } from "./generate-gta.ts";

export interface GenerateOptions {
  /** How many flows. */
  readonly count: number;
  /** Codes of six digits. */
  readonly products: readonly string[];
  /** The same seed gives the same flows. */
  readonly seed?: number;
}

const SUPPLIERS = 11;

/** Countries of ISO 3166-1 by number, those of BACI by its own. */
const COUNTRIES = Object.entries(names.getNumericCodes())
  .filter(([, code]) => code !== "XK")
  .map(([number]) => ({ "840": "842", "250": "251", "356": "699" })[number] ?? String(Number(number)));

/** The lines of the file, its header first. */
export function* baciLines({ count, products, seed = 1 }: GenerateOptions): Generator<string> {
  const { below } = randomOf(seed);
  yield "t,i,j,k,v,q\n";
  const markets = Math.max(1, Math.ceil(count / SUPPLIERS));
  for (let at = 0; at < count; at++) {
    const market = at % markets;
    const importer = market % COUNTRIES.length;
    const code = products[Math.floor(market / COUNTRIES.length) % products.length];
    const year = 2023 - Math.floor(market / COUNTRIES.length / products.length);
    // The supplier of a turn is another country for each market, and never one of an earlier turn.
    const supplier = (importer + 1 + ((market * 7) % 97) + Math.floor(at / markets) * 9) % COUNTRIES.length;
    const value = 10 ** (below(600_000) / 100_000 - 1);
    const quantity = below(20) === 0 ? "NA" : (value / (1 + below(20))).toFixed(3);
    yield `${year},${COUNTRIES[supplier]},${COUNTRIES[importer]},${code},${value.toFixed(3)},${quantity}\n`;
  }
}

/** Writes the flows to a file as they come. */
export async function writeBaci(file: string, options: GenerateOptions): Promise<void> {
  await pipeline(Readable.from(baciLines(options)), createWriteStream(file));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count, file, nomenclature, seed] = process.argv.slice(2);
  if (count === undefined || file === undefined || nomenclature === undefined)
    throw new Error("npx tsx tests/importers/generate-trade.ts COUNT FILE NOMENCLATURE [SEED]");
  await writeBaci(file, { count: Number(count), products: productsOf(nomenclature), seed: Number(seed ?? 1) });
}
