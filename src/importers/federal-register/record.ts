import { z } from "zod";
import { oneLine } from "../read/text.ts";

const text = z
  .union([z.string(), z.number()], { error: "must be a text" })
  .nullish()
  .transform((value) => oneLine(String(value ?? "")) || null);
const day = z
  .string({ error: "must be a day" })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "must be a day, 2025-04-07" })
  .nullish()
  .transform((value) => value ?? null);

const agency = z.looseObject({ name: text, raw_name: text, slug: text, id: z.number().nullish(), parent_id: z.number().nullish() });
const reference = z.looseObject({ title: text, part: text, parts: z.array(text).nullish() });

const DOCUMENT = z.looseObject(
  {
    document_number: z.string({ error: "must be a text" }).transform(oneLine),
    title: z.string({ error: "must be a text" }).transform(oneLine),
    type: z.string({ error: "must be Rule, Proposed Rule, Notice or Presidential Document" }),
    subtype: text,
    action: text,
    abstract: text,
    dates: text,
    publication_date: day,
    signing_date: day,
    effective_on: day,
    citation: text,
    volume: text,
    start_page: text,
    html_url: text,
    executive_order_number: text,
    proclamation_number: text,
    correction_of: text,
    agencies: z.array(agency, { error: "must be a list" }).nullish(),
    cfr_references: z.array(reference, { error: "must be a list" }).nullish(),
  },
  { error: "must be an object" },
);

/** A document as the API of federalregister.gov gives it, whichever of its fields were asked for. */
export type FederalDocument = z.infer<typeof DOCUMENT>;
/** One of its agencies. */
export type GivenAgency = z.infer<typeof agency>;

/** Reads a document, or says what is wrong with it. */
export function readDocument(value: unknown): { readonly document: FederalDocument } | { readonly problem: string } {
  const { data, error } = DOCUMENT.safeParse(value, { reportInput: true });
  if (data) return { document: data };
  const [first] = error.issues;
  const at = first?.path.join(".") || "it";
  return {
    problem: first?.input === undefined ? `${at} is missing` : `${at} ${first.message}, not ${JSON.stringify(first.input)?.slice(0, 60)}`,
  };
}

/** Its citation, `90 FR 15041`; null where the fields that were asked for do not say it. */
export function citationOf({ citation, volume, start_page }: FederalDocument): string | null {
  return citation ?? (volume !== null && start_page !== null ? `${volume} FR ${start_page}` : null);
}

/** The parts of the Code of Federal Regulations that it names, `15 CFR 744`, each once. */
export function cfrOf({ cfr_references }: FederalDocument): string[] {
  const all = (cfr_references ?? []).flatMap(({ title, part, parts }) =>
    [part, ...(parts ?? [])].flatMap((one) => (title && one ? `${title} CFR ${one}` : [])),
  );
  return [...new Set(all)];
}
