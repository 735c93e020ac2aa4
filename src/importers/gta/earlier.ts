import { type Bundle, codeOfHsId, type EdgeRecord, type NodeRecord, type PropertyValue } from "../../load/index.ts";
import type { Intervention, Product } from "./record.ts";
import { meaningOf } from "./types.ts";

/** Keys of a record that make something of the bundle of an intervention. A record that lacks one says nothing about it. */
const KEYS = [
  "state_act_title",
  "intervention_description",
  "intervention_url",
  "gta_evaluation",
  "implementing_jurisdictions",
  "affected_jurisdictions",
  "inferred_jurisdictions",
  "implementation_level",
  "eligible_firm",
  "intervention_type",
  "mast_chapter",
  "mast_subchapter",
  "affected_sectors",
  "affected_products",
  "affected_flow",
  "date_announced",
  "date_published",
  "date_implemented",
  "date_removed",
] as const satisfies readonly (keyof Intervention)[];

/** What lists of bare product codes, such as those of version 1, say nothing about. */
const PRODUCT_KEYS = ["prior_level", "new_level", "unit", "date_implemented", "date_removed"] as const;
const TERMS = "affected_products.*";

/** The keys of `all` that a record lacks; null says that there is none, and is no lack. */
export function lacking<K extends keyof Intervention>(record: Intervention, all: readonly K[]): K[] {
  return all.filter((key) => record[key] === undefined);
}

/** What a record says nothing about, by the keys of the bundle of an intervention. */
export function silentAbout(record: Intervention): string[] {
  return [...lacking(record, KEYS), ...(record.affected_products?.some(isBare) ? [TERMS] : [])];
}

/**
 * A record with what an earlier one said filled in where it says nothing, given the bundle that the earlier one made: the reverse of
 * `interventionBundle`. Of what the earlier one said nothing about either, nothing is said still.
 */
export function filledRecord(record: Intervention, earlier: Bundle): Intervention {
  const said = new Set<string>(earlier.silence?.about ?? []);
  const before = recordOf(earlier);
  const filled: Intervention = { ...record };
  for (const key of lacking(record, KEYS)) if (!said.has(key)) Object.assign(filled, { [key]: before[key] ?? null });
  if (record.affected_products) filled.affected_products = record.affected_products.flatMap((product) => withTerms(product, before));
  return filled;
}

function isBare(product: Product): boolean {
  return PRODUCT_KEYS.every((key) => product[key] === undefined);
}

/** A bare product with the days and rates that were known of it; it may have been there several times. */
function withTerms(product: Product, before: Partial<Intervention>): readonly Product[] {
  if (!isBare(product)) return [product];
  const known = (before.affected_products ?? []).filter(({ product_id }) => product_id === product.product_id);
  // Its code is stated anew, and so of the edition of the file that does.
  return known.length > 0 ? known.map((each) => ({ ...each, edition: undefined, note: undefined, certainty: undefined })) : [product];
}

/** As far as the bundle of an intervention shows it, the record that it was made of. */
function recordOf(bundle: Bundle): Partial<Intervention> {
  const properties = (type: string): NodeRecord["properties"] => bundle.nodes.find((node) => node.type === type)?.properties ?? {};
  const [measure, source, claim] = [properties("Measure"), properties("Source"), properties("Claim")];
  const { type, said } = partsOfStatement(textOf(claim.statement) ?? "");
  const flow = textOf(measure.flow);
  const edges = (...types: string[]) => bundle.edges.filter((edge) => types.includes(edge.type));
  const affected = edges("TARGETS", "AFFECTS", "EXEMPTS");
  const reach = affected[0] ? reachOf(affected[0]) : null;
  const summary = textOf(measure.summary);
  const covered = edges("COVERS");
  return {
    ...said,
    intervention_type: type,
    state_act_title: titleOf(textOf(measure.title) ?? "", type),
    intervention_description: summary === null ? null : [{ text: summary.replaceAll("&", "&amp;").replaceAll("<", "&lt;") }],
    intervention_url: textOf(source.url),
    implementing_jurisdictions: edges("IMPOSED_BY").map(jurisdictionOf),
    affected_jurisdictions: affected.map(jurisdictionOf),
    inferred_jurisdictions: reach,
    mast_chapter: textOf(measure.mastChapter),
    // What follows from the type is not said by the record.
    affected_flow: flow === meaningOf(type).flow ? null : ({ IMPORT: "inward", EXPORT: "outward" }[flow ?? ""] ?? null),
    affected_sectors: covered.filter(({ to }) => to.startsWith("commodity:cpc-")).map(({ to }) => ({ sector_id: numberOf(to) })),
    affected_products: covered.flatMap((edge) => productOf(edge, bundle.silence?.about.includes(TERMS) === true) ?? []),
    date_announced: textOf(measure.announcedOn),
    date_published: textOf(source.publishedOn),
    date_implemented: textOf(measure.inForceFrom),
    date_removed: textOf(measure.inForceUntil),
  };
}

/** The reverse of what intervention.ts says of the page. */
function partsOfStatement(statement: string): { readonly type: string; readonly said: Partial<Intervention> } {
  const parts =
    /^Global Trade Alert records it as (.*?)(?:; evaluation: (.*?))?(?:; level: (.*?))?(?:; firms: (.*?))?(?:; MAST: (.*?))?\.$/.exec(
      statement,
    );
  const [, type = "Intervention", gta_evaluation = null, implementation_level = null, eligible_firm = null, mast_subchapter = null] =
    parts ?? [];
  return { type, said: { gta_evaluation, implementation_level, eligible_firm, mast_subchapter } };
}

/** The title of the state act, of which the measure's is made by its type. */
function titleOf(title: string, type: string): string {
  const behind = ` (${type.charAt(0).toLowerCase()}${type.slice(1)})`;
  return title.endsWith(behind) ? title.slice(0, -behind.length) : title;
}

function jurisdictionOf({ to }: EdgeRecord): { iso: string } {
  return { iso: to.slice(to.indexOf(":") + 1) };
}

function reachOf({ type, properties }: EdgeRecord): string | null {
  if (type === "TARGETS") return "Targeted";
  if (type === "EXEMPTS") return "Excluded";
  return properties.certainty === "INFERRED" ? "Inferred" : properties.note === "incidental" ? "Incidental" : null;
}

/** A good with its days and rates, and the edition of its code; bare where the record may have had it so. Null where it is no code of HS. */
function productOf({ to, properties }: EdgeRecord, mayBeBare: boolean): Product | null {
  const code = codeOfHsId(to);
  if (code === null) return null;
  const { edition } = code;
  const product_id = Number(code.hsCode);
  const { note, certainty, ...terms } = properties;
  const { since, until, priorRate, newRate, rateUnit } = terms;
  const own = { product_id, edition, note: textOf(note) ?? undefined, certainty: textOf(certainty) ?? undefined };
  if (mayBeBare && Object.keys(terms).length === 0) return own;
  return {
    ...own,
    prior_level: rateOf(priorRate),
    new_level: rateOf(newRate),
    unit: rateUnit === undefined ? null : "percent",
    date_implemented: textOf(since),
    date_removed: textOf(until),
  };
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0]);
}

function rateOf(value: PropertyValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function textOf(value: PropertyValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
