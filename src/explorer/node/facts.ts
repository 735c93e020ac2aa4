import { dateWords } from "../app/day.ts";
import { fieldWords } from "../data/field-words.ts";
import { wordsOf } from "../data/words.ts";
import type { NodePageQuery } from "../generated/operations.ts";

/** The node of a page, as it was asked for. */
export type PageNode = NonNullable<NodePageQuery["node"]>;

/** A time over which a measure stands as it does, decided by one act or by its own dates. */
export type Span = Extract<PageNode, { readonly __typename: "Measure" }>["statuses"][number];

/** One fact of a record: a field, and its value in words. */
export interface Fact {
  /** As the schema names it: claims about it name it so. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  /** Where the value leads, if anywhere. */
  readonly href?: string;
}

const date = (value: string | null): string | null => value && dateWords(value);
const number = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 4 });
const words =
  (name: string) =>
  (value: string | null): string | null =>
    value && wordsOf(name, value);
const list = (name: string, values: readonly string[]): string | null => values.map((value) => wordsOf(name, value)).join(", ") || null;

/** `25 %`, `10 USD per ton`; null where there is none. */
export function rateWords(rate: number | null, unit: string | null): string | null {
  if (rate === null) return null;
  return unit === "PERCENT" || unit === null ? `${number(rate)} %` : `${number(rate)} ${wordsOf("RateUnit", unit)}`;
}

/** `60,000 Ton each year`; null where there is none. */
export function amountWords(amount: number | null, unit: string | null, per: string | null): string | null {
  if (amount === null) return null;
  const time = per === null ? "" : per === "TOTAL" ? " in all" : ` a ${wordsOf("AmountPer", per).toLowerCase()}`;
  return `${number(amount)}${unit === null ? "" : ` ${unitWords(unit)}`}${time}`;
}

/** Currencies keep their codes, other units are words in a sentence. */
const unitWords = (unit: string): string => {
  const label = wordsOf("QuantityUnit", unit);
  return label === unit ? label : label.toLowerCase();
};

type Row = readonly [field: string, value: string | null, href?: string | undefined];

type Of<Type extends PageNode["__typename"]> = Extract<PageNode, { readonly __typename: Type }>;

const rows: { readonly [Type in PageNode["__typename"]]: (node: Of<Type>) => readonly Row[] } = {
  Measure: (node) => [
    ["kind", words("MeasureKind")(node.measureKind)],
    ["effect", words("MeasureEffect")(node.effect)],
    ["flow", words("TradeFlow")(node.flow)],
    ["announcedOn", date(node.announcedOn)],
    ["inForceFrom", date(node.inForceFrom)],
    ["inForceUntil", date(node.inForceUntil)],
    ["rate", rateWords(node.rate, node.rateUnit)],
    ["amount", amountWords(node.amount, node.unit, node.per)],
    ["legalReference", node.legalReference],
    ["mastChapter", words("MastChapter")(node.mastChapter)],
    ["onlyFor", list("TradeTerm", node.onlyFor)],
    ["alsoFor", list("TradeTerm", node.alsoFor)],
    ["notFor", list("TradeTerm", node.notFor)],
  ],
  Agreement: (node) => [
    ["kind", words("AgreementKind")(node.agreementKind)],
    ["status", words("AgreementStatus")(node.agreementStatus)],
    ["reachedOn", date(node.reachedOn)],
    ["signedOn", date(node.signedOn)],
  ],
  Commitment: (node) => [
    ["status", words("CommitmentStatus")(node.commitmentStatus)],
    ["pledgedOn", date(node.pledgedOn)],
    ["dueOn", date(node.dueOn)],
    ["amount", amountWords(node.amount, node.unit, node.per)],
    ["rate", rateWords(node.rate, node.rateUnit)],
  ],
  Event: (node) => [
    ["kind", words("EventKind")(node.eventKind)],
    ["startedOn", date(node.startedOn)],
    ["endedOn", date(node.endedOn)],
    ["place", node.place],
    ...node.figures.map(
      ({ name, value, unit, period }): Row => [
        "figures",
        `${name}: ${number(value)} ${unit}${period === null ? "" : ` (${dateWords(period)})`}`,
      ],
    ),
  ],
  Country: (node) => [
    ["kind", words("CountryKind")(node.countryKind)],
    ["iso2", node.iso2],
    ["iso3", node.iso3],
    ["code", node.code],
    ["dutiesNotHeld", node.dutiesNotHeld.join("; ") || null],
  ],
  Agency: (node) => [
    ["kind", words("AgencyKind")(node.agencyKind)],
    ["acronym", node.acronym],
    ["nativeName", node.nativeName],
  ],
  Market: () => [],
  Firm: (node) => [
    ["kind", words("FirmKind")(node.firmKind)],
    ["ticker", node.ticker],
    ["lei", node.lei],
    ["wikidata", node.wikidata, node.wikidata ? `https://www.wikidata.org/wiki/${node.wikidata}` : undefined],
  ],
  Person: () => [],
  Commodity: (node) => [
    ["level", words("CommodityLevel")(node.level)],
    ["hsCode", node.hsCode],
    ["hsEdition", node.hsEdition],
    ["eccn", node.eccn.join(", ") || null],
  ],
  Claim: (node) => [
    ["certainty", words("Certainty")(node.certainty)],
    ["attributedTo", node.attributedTo],
    ["locator", node.locator],
    ["recordedOn", date(node.recordedOn)],
  ],
  Source: (node) => [
    ["publisher", node.publisher],
    ["reliability", words("Reliability")(node.reliability)],
    ["publishedOn", date(node.publishedOn)],
    ["retrievedOn", date(node.retrievedOn)],
    ["language", node.language],
    ["url", node.url, node.url ?? undefined],
  ],
};

/** The facts of a node's record, in the order in which they are read; what it does not have is left out. */
export function factsOf(node: PageNode): readonly Fact[] {
  const read = rows[node.__typename] as (node: PageNode) => readonly Row[];
  return read(node).flatMap(([field, value, href]) =>
    value === null || value === "" ? [] : [{ field, label: fieldWords(field), value, ...(href && { href }) }],
  );
}
