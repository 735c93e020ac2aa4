import { LABELS } from "../generated/labels.ts";

/** A value of an enum in the schema's own words: `ENTITY_LISTING` of `MeasureKind` is `Entity listing`. */
export const wordsOf = (enumName: string, value: string): string => LABELS[enumName]?.[value] ?? value;

/** All values of an enum with their words, in the order of the schema. */
export const choicesOf = (enumName: string): readonly (readonly [value: string, words: string])[] => Object.entries(LABELS[enumName] ?? {});

/** A constant in plain words: `IMPOSED_BY` as `imposed by`, which of an edge's type is how it reads from where it begins. */
export const plainWords = (constant: string): string => constant.toLowerCase().replaceAll("_", " ");

const UNITS: Readonly<Record<string, string>> = {
  PERCENT: "%",
  USD_PER_TON: "US$ per ton",
  USD_PER_KILOGRAM: "US$ per kg",
  USD_PER_BARREL: "US$ per barrel",
  USD: "US$",
};

/** A rate with its unit: `12.5 %`; empty where there is none. */
export function rateWords(rate: number | null | undefined, unit: string | null | undefined): string {
  if (rate === null || rate === undefined) return "";
  const figure = rate.toLocaleString("en", { maximumFractionDigits: 3 });
  return unit ? `${figure} ${UNITS[unit] ?? wordsOf("RateUnit", unit)}` : figure;
}
