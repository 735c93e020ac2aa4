import { InputError } from "../../load/index.ts";
import type { Importer, Notes } from "../importer.ts";
import { type Reread, withReread } from "../read/reread.ts";
import { checkEdition } from "../references/into-edition.ts";
import { baciFlow, baciOf } from "./baci.ts";
import { Buckets } from "./buckets.ts";
import { MarketBundles } from "./bundles.ts";
import { comtradeFlow } from "./comtrade.ts";
import { atLevel, LEVELS } from "./level.ts";
import { marketYears } from "./markets.ts";
import { readTradeRows } from "./rows.ts";

/** Suppliers with a smaller share of a market stand in its total alone. */
export const LEAST_SHARE = 0.01;

interface Options {
  /** The edition of codes of which the file does not say it; 2022 when left out. */
  readonly edition?: string | undefined;
  /** The least share of a market, 0 to 1, with which a supplier has an edge; `LEAST_SHARE` when left out. */
  readonly leastShare?: number | undefined;
  /** How many digits the codes of markets have at most: flows of longer ones are added up. As many as the file has when left out. */
  readonly level?: number | undefined;
}

/**
 * Trade flows of UN Comtrade (tables and JSON of its API, bulk files, older tables) and of BACI, in any order: what each country imports of each
 * commodity is a market, with a total and its suppliers a year. The importer's reports count; where it says nothing of a market, the exporters', INFERRED.
 * All files of one run are put together, so that both sides' reports may lie in different ones. Flows are sorted in files of a folder for temporary
 * files, which takes about as much room as the rows, unpacked. Throws InputError where nothing can be read, or an option makes no sense.
 */
export function trade({ edition, leastShare = LEAST_SHARE, level }: Options): Importer {
  if (edition !== undefined) checkEdition("edition", edition);
  if (!(leastShare >= 0 && leastShare <= 1)) throw new InputError("--least-share must be a number from 0 to 1.");
  if (level !== undefined && !LEVELS.includes(level)) throw new InputError("--level must be a number of digits: 2, 4 or 6.");
  return (files, notes) =>
    withReread(files, (all) =>
      Buckets.use(async function* (buckets) {
        for (const file of all) await fill(buckets, file, edition, notes);
        const bundles = new MarketBundles();
        for await (const flows of buckets.sorted()) {
          const asked = level === undefined ? flows : atLevel(flows, level, notes);
          for (const year of marketYears(asked, leastShare, notes)) yield* bundles.of(year);
        }
      }),
    );
}

async function fill(buckets: Buckets, file: Reread, edition: string | undefined, notes: Notes): Promise<void> {
  const baci = baciOf(file.name, edition);
  for await (const row of readTradeRows(file, notes)) {
    const flow = row.isBaci ? baciFlow(row, baci, notes) : comtradeFlow(row, edition, notes);
    if (flow) await buckets.add(flow);
  }
}
