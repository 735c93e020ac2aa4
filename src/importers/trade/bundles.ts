import {
  type Bundle,
  codeOfHsId,
  type EdgeRecord,
  HS_EDITION,
  hsIdOf,
  type NodeRecord,
  type Place,
  type Properties,
} from "../../load/index.ts";
import { bareEdge, sourceBundle, stated } from "../statements.ts";
import { COMTRADE } from "./comtrade.ts";
import type { Side } from "./flow.ts";
import type { MarketYear } from "./markets.ts";

/** What makes bundles of markets: other than that of their years, since every source has the same markets. */
const ORIGIN = "trade";

const BASIS: Readonly<Record<Side, string>> = { M: "IMPORTER", X: "EXPORTERS", B: "RECONCILED" };

const UN_COMTRADE: Properties = {
  title: "UN Comtrade database",
  publisher: "United Nations Statistics Division",
  url: "https://comtradeplus.un.org",
  licence: "https://comtradeplus.un.org/Info/LicenseAgreement",
  reliability: "OFFICIAL",
  language: "en",
};

/** Markets as bundles: sources, claims and markets the first time that they are met, and each year of each market. */
export class MarketBundles {
  readonly #given = new Set<string>();

  *of(year: MarketYear): Generator<Bundle> {
    const { importer, code, edition } = year;
    // What stands for a whole file lies at its beginning: a row that is refused takes nothing of that with it.
    const place = { ...year.place, line: 1 };
    yield* this.#once(COMTRADE, () => comtradeBundle(place));
    if (year.source !== COMTRADE) yield* this.#once(year.source, () => baciBundle(year.source, place));
    for (const reporter of reportersOf(year)) {
      const claim = claimOf(year, reporter);
      yield* this.#once(claim, () => reportBundle(claim, { ...year, place }, reporter));
    }
    const key = keyOf(importer, code, edition);
    if (this.#lastKey !== key) yield marketBundle(key, year);
    this.#lastKey = key;
    yield yearBundle(key, year);
  }

  /** The years of a market stand behind one another. */
  #lastKey = "";

  *#once(name: string, bundle: () => Bundle): Generator<Bundle> {
    if (this.#given.has(name)) return;
    this.#given.add(name);
    yield bundle();
  }
}

/** `us-hs-850511`: the last part of a market's id. */
function keyOf(importer: string, code: string, edition: string): string {
  return `${importer.toLowerCase()}-${hsIdOf(code, edition).replace("commodity:", "")}`;
}

function comtradeBundle(place: Place): Bundle {
  const claim = {
    certainty: "CONFIRMED",
    statement: "UN Comtrade has what countries import and export by codes of the Harmonized System.",
  };
  return sourceBundle({ name: COMTRADE, origin: ORIGIN, source: UN_COMTRADE, claim }, place);
}

function baciBundle(name: string, place: Place): Bundle {
  const [, edition, version] = /^baci-(hs\d\d)-v(\d{6})/.exec(name) ?? [];
  const title = edition === undefined ? "BACI" : `BACI, ${edition.toUpperCase()}, version ${version}`;
  return sourceBundle(
    {
      name,
      origin: ORIGIN,
      source: {
        title: `${title}: trade flows of UN Comtrade, both sides' reports reconciled`,
        ...stated({ publishedOn: version && `${version.slice(0, 4)}-${version.slice(4)}` }),
        publisher: "CEPII",
        url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
        licence: "Etalab Open Licence 2.0",
        reliability: "PRESS",
        language: "en",
      },
      claim: {
        certainty: "REPORTED",
        statement: "BACI has trade flows by codes of six digits, FOB, reconciled between importer and exporter.",
      },
    },
    place,
  );
}

/** Whose reports a year of a market rests on: BACI is one for all. */
function reportersOf({ side, importer, supplied }: MarketYear): readonly string[] {
  if (side === "B") return ["all"];
  const exporters = supplied.filter(({ exporterValue }) => side === "X" || exporterValue !== null).map(({ supplier }) => supplier);
  return side === "M" ? [importer, ...exporters] : exporters;
}

function claimOf({ source, year }: MarketYear, reporter: string): string {
  return `claim:${source}-${reporter.toLowerCase()}-${year}`;
}

/** What a country reports of a year, or BACI of all of them, as one claim. */
function reportBundle(claim: string, { source, side, year, place }: MarketYear, reporter: string): Bundle {
  const who = side === "B" ? "BACI has the trade of all countries" : `${reporter} reports its trade`;
  const properties = { certainty: side === "B" ? "REPORTED" : "CONFIRMED", statement: `${who} of ${year}.`, ...stated({ locator: year }) };
  return {
    name: claim.replace("claim:", "trade-report-"),
    origin: `${ORIGIN} ${source}`,
    nodes: [{ type: "Claim", id: claim, properties, place }],
    edges: [bareEdge("STATED_IN", claim, `source:${source}`, place)],
    place,
  };
}

/** The market itself, whoever brings it: what it is, and what its goods are. */
function marketBundle(key: string, { importer, code, edition, place }: MarketYear): Bundle {
  const goods = hsIdOf(code, edition);
  const name = `${importer}: imports of HS ${code}${codeOfHsId(goods)?.edition === HS_EDITION ? "" : ` (${edition})`}`;
  const node: NodeRecord = { type: "Market", id: `market:${key}`, properties: { name }, place };
  return {
    name: `market-${key}`,
    origin: ORIGIN,
    nodes: [node],
    edges: [bareEdge("MARKET_FOR", node.id, goods, place, [`claim:${COMTRADE}`])],
    place,
  };
}

/** A year of a market: its total, and who supplies it. One who brings another source's figures of it must say so (`--replace`). */
function yearBundle(key: string, market: MarketYear): Bundle {
  const { side, source, importer, year, place, supplied } = market;
  const to = `market:${key}`;
  const dates = { since: `${year}-01-01`, until: `${year}-12-31`, certainty: side === "X" ? "INFERRED" : null };
  const claims = reportersOf(market).map((reporter) => claimOf(market, reporter));
  const { value, amount, unit, valuation, suppliers, othersValue } = market;
  const total: EdgeRecord = {
    type: "IMPORTS",
    from: `country:${importer}`,
    to,
    properties: stated({ ...dates, value, amount, unit, valuation, basis: BASIS[side], suppliers, othersValue, note: market.note }),
    claims: side === "X" ? claims : claims.slice(0, 1),
    place,
  };
  return {
    name: `trade-${key}-${year}`,
    origin: `${ORIGIN} ${source.replace(/^baci-.*/, "baci")}${side === "X" ? " exporters" : ""}`,
    nodes: [],
    edges: [
      total,
      ...supplied.map(({ supplier, ...said }): EdgeRecord => {
        const own = claimOf(market, supplier);
        return {
          type: "SUPPLIES",
          from: `country:${supplier}`,
          to,
          properties: stated({ ...dates, ...said }),
          claims: side === "X" ? [own] : [...claims.slice(0, 1), ...(said.exporterValue === null ? [] : [own])],
          place,
        };
      }),
    ],
    records: Math.max(1, supplied.length),
    place,
  };
}
