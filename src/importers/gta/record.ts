import { z } from "zod";
import { validateScalar } from "../../model/index.ts";
import type { Notes } from "../importer.ts";

/** A text, or a whole number written as one. */
const text = z.string({ error: "must be a text" }).nullish();
const whole = z.preprocess(
  (value) => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value),
  z.int({ error: "must be a whole number" }).nonnegative({ error: "must not be negative" }),
);
const day = z.preprocess(
  (value) => (value === "" ? null : value),
  z
    .string({ error: "must be a day, or null" })
    .superRefine((value, context) => {
      const problem = validateScalar("Date", value);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    })
    .nullish(),
);
const flag = z.union([z.boolean(), z.literal(0), z.literal(1)], { error: "must be 0, 1, true or false" }).nullish();
const rate = z.union([z.string(), z.number()], { error: "must be a number, as text" }).nullish();

function many<T extends z.ZodType>(item: T) {
  return z.array(item, { error: "must be a list" }).nullish();
}

const jurisdiction = z.looseObject({ id: whole.nullish(), name: text, iso: text });
const group = z.looseObject({ name: text });
const entry = z.looseObject({ text: text, order_nr: z.number({ error: "must be a number" }).nullish(), status: text, modified: text });
/** The edition of a code, and what is said of one that followed a table into another: no record says it, it is filled in from what an earlier one made (see `filledRecord`). */
const filledIn = z
  .unknown()
  .transform((): string | undefined => undefined)
  .optional();
/** v1 and basic access give a bare number. */
const product = z.preprocess(
  (value) => (typeof value === "number" ? { product_id: value } : value),
  z.looseObject({
    product_id: whole,
    name: text,
    prior_level: rate,
    new_level: rate,
    unit: text,
    date_implemented: day,
    date_removed: day,
    edition: filledIn,
    note: filledIn,
    certainty: filledIn,
  }),
);
const sector = z.preprocess(
  (value) => (typeof value === "number" ? { sector_id: value } : value),
  z.looseObject({ sector_id: whole, name: text }),
);
/** v1 gives one plain text. */
const entries = z.preprocess((value) => (typeof value === "string" ? [{ text: value }] : value), many(entry));

/** An intervention as the API returns it, in either version; v1 is read into the shape of v2. */
const INTERVENTION = z.looseObject(
  {
    intervention_id: whole,
    state_act_id: whole,
    state_act_title: text,
    intervention_description: entries,
    state_act_source: entries,
    intervention_url: text,
    state_act_url: text,
    is_official_source: flag,
    gta_evaluation: z.union([z.string(), z.number()], { error: "must be Red, Amber or Green" }).nullish(),
    implementing_jurisdictions: many(jurisdiction),
    implementing_jurisdiction_groups: many(group),
    affected_jurisdictions: many(jurisdiction),
    affected_jurisdiction_groups: many(group),
    inferred_jurisdictions: text,
    implementation_level: text,
    eligible_firm: text,
    intervention_type: text,
    mast_chapter: text,
    mast_subchapter: text,
    affected_sectors: many(sector),
    affected_products: many(product),
    affected_flow: z.union([z.string(), z.number()], { error: "must be a text" }).nullish(),
    date_announced: day,
    date_published: day,
    date_implemented: day,
    date_removed: day,
    is_in_force: flag,
    last_updated: text,
  },
  { error: "must be an object" },
);

/** An intervention as it is read. */
export type Intervention = z.infer<typeof INTERVENTION>;
/** One of its `affected_products`. */
export type Product = z.infer<typeof product>;
/** A jurisdiction of one of its lists. */
export type GivenJurisdiction = z.infer<typeof jurisdiction>;

/** A record in the one shape, or what is wrong with it. */
export type Read = { readonly record: Intervention } | { readonly problem: string };

/** Reads a record of either version; keys that we do not know are counted. */
export function readIntervention(value: unknown, notes: Notes): Read {
  const { success, data, error } = INTERVENTION.safeParse(value, { reportInput: true });
  if (!success) {
    const [first, ...others] = error.issues;
    const at = first?.path.join(".") || "it";
    const more = others.length > 0 ? `, and ${others.length} more` : "";
    const given = first?.input === undefined ? "" : `, not ${JSON.stringify(first.input)?.slice(0, 60)}`;
    return { problem: first?.input === undefined ? `${at} is missing${more}` : `${at} ${first?.message}${given}${more}` };
  }
  unknownKeys(data, INTERVENTION.shape, "", notes);
  for (const [key, items, known] of [
    ["affected_products", data.affected_products, product.out.shape],
    ["affected_sectors", data.affected_sectors, sector.out.shape],
    ["affected_jurisdictions", data.affected_jurisdictions, jurisdiction.shape],
    ["implementing_jurisdictions", data.implementing_jurisdictions, jurisdiction.shape],
    ["intervention_description", data.intervention_description, entry.shape],
    ["state_act_source", data.state_act_source, entry.shape],
  ] as const) {
    for (const item of items ?? []) unknownKeys(item, known, `${key}.`, notes);
  }
  return { record: data };
}

function unknownKeys(given: object, known: object, path: string, notes: Notes): void {
  for (const key in given) if (!Object.hasOwn(known, key)) notes.count(`unknown key ${path}${key}: not read`);
}
