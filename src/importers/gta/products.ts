import type { Properties } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { stated } from "../statements.ts";
import { productCode } from "./product-codes.ts";
import type { Intervention, Product } from "./record.ts";

/** A good that a record applies to. */
interface Coverage {
  /** HS code of six digits. */
  readonly code: string;
  /** The edition of the code, where an earlier record had it so; null: that of the file. */
  readonly edition: string | null;
  /** What the edge says. */
  readonly properties: Properties;
}

/** Goods that a record applies to. */
export function* coverages(record: Intervention, notes: Notes): Generator<Coverage> {
  for (const product of record.affected_products ?? []) {
    const code = productCode(product.product_id, notes);
    const { edition = null, note, certainty } = product;
    if (code !== null)
      yield { code, edition, properties: { ...daysOf(product, notes), ...ratesOf(product, notes), ...stated({ note, certainty }) } };
  }
}

function daysOf({ date_implemented: since, date_removed: until }: Product, notes: Notes): Properties {
  if (since?.endsWith("-12-31") || until?.endsWith("-01-01"))
    notes.count("affected_products: a start on a 31 December or an end on a 1 January: it may stand for the year only");
  if (since && until && until < since) {
    notes.count("affected_products: a product's date_removed lies before its date_implemented: both left out");
    return {};
  }
  return stated({ since, until });
}

function ratesOf({ prior_level, new_level, unit }: Product, notes: Notes): Properties {
  const [prior, next] = [rateOf(prior_level, notes), rateOf(new_level, notes)];
  if (prior === null && next === null) return {};
  const given = unit?.trim().toLowerCase() ?? "";
  if (given !== "" && given !== "percent") {
    notes.count(`affected_products: rates in "${unit}", a unit we have none for: left out`);
    return {};
  }
  const missing = prior === 0 && (given === "" || next === null);
  if (missing) notes.count("affected_products: prior_level 0 without a unit or a new level may mean that it is missing: left out");
  if (missing && next === null) return {};
  return stated({ priorRate: missing ? null : prior, newRate: next, rateUnit: given === "" ? null : "PERCENT" });
}

function rateOf(level: string | number | null | undefined, notes: Notes): number | null {
  const text = String(level ?? "").trim();
  if (text === "") return null;
  const rate = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  if (rate === null) notes.count("affected_products: a rate that is no number: left out");
  return rate;
}
