import { z } from "zod";
import { type Place, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { readObjects } from "../read/objects.ts";
import { isJson } from "../read/reread.ts";
import { readTable } from "../read/table.ts";
import { lettersAndDigits, oneLine } from "../read/text.ts";

/** A row of the Harmonized Tariff Schedule; a text that is not there is empty. */
export interface HtsRow {
  /** Digits alone: 4, 6, 8 or 10; null where the row is a title above others. */
  readonly code: string | null;
  readonly indent: number;
  readonly description: string;
  readonly general: string;
  readonly special: string;
  readonly other: string;
  /** What the footnotes of the general column and of the row say. */
  readonly footnotes: string;
  readonly additional: string;
  readonly place: Place;
}

const text = z
  .union([z.string(), z.number(), z.boolean()], { error: "must be a text" })
  .nullish()
  .transform((value) => oneLine(String(value ?? "").replace(/<[^>]*>/g, "")));

const footnote = z.looseObject({ columns: z.array(z.string()).nullish(), value: text });

const ROW = z.looseObject({
  htsno: text,
  indent: z.coerce.number({ error: "must be a number" }).int(),
  description: text,
  general: text,
  special: text,
  other: text,
  footnotes: z.array(footnote).nullish().catch(null),
  additionalDuties: text,
  quotaQuantity: text,
});

/** The columns of the CSV, by their headers in small letters without spaces. */
const COLUMNS: Readonly<Record<string, string>> = {
  htsnumber: "htsno",
  htsno: "htsno",
  indent: "indent",
  description: "description",
  generalrateofduty: "general",
  general: "general",
  specialrateofduty: "special",
  special: "special",
  column2rateofduty: "other",
  other: "other",
  quotaquantity: "quotaQuantity",
  additionalduties: "additionalDuties",
};

/** The rows of a file, JSON or a table; what is none is rejected, and the rest goes on. Throws InputError. */
export async function* readHts(file: string, notes: Notes): AsyncGenerator<HtsRow> {
  for await (const { value, place, number } of (await isJson(file)) ? readObjects(file, notes) : rowsOf(file, notes)) {
    const { data, error } = ROW.safeParse(value);
    if (!data) {
      const [first] = error.issues;
      notes.reject(problemAt(place, `Record ${number}: ${first?.path.join(".") || "it"} ${first?.message}.`));
      continue;
    }
    const code = codeOf(data.htsno, notes);
    if (code === undefined) {
      notes.reject(problemAt(place, `Record ${number}: "${data.htsno}" is no number of the schedule: 4, 6, 8 or 10 digits.`));
      continue;
    }
    if (data.quotaQuantity !== "") notes.count("a quota quantity: not read (quotas stand in lines of their own)");
    const of = (data.footnotes ?? []).filter(({ columns }) => (columns ?? []).some((one) => one === "general" || one === "desc"));
    const { indent, description, general, special, other, additionalDuties: additional } = data;
    yield { code, indent, description, general, special, other, additional, footnotes: of.map(({ value: said }) => said).join(" "), place };
  }
}

/** The digits of a number; null where there is none, undefined where it can be none. */
function codeOf(given: string, notes: Notes): string | null | undefined {
  if (given === "") return null;
  if (!/^\d[\d.\s]*$/.test(given)) return undefined;
  const digits = given.replace(/\D/g, "");
  // A number that has dots has lost its zero before the first of them.
  if (given.includes(".") && !/^\d{3,4}(?:\.\d{2}){0,3}$/.test(given)) return undefined;
  const code = digits.length % 2 === 1 ? `0${digits}` : digits;
  if (code !== digits) notes.count("a code that had lost a zero: put back");
  return [4, 6, 8, 10].includes(code.length) ? code : undefined;
}

async function* rowsOf(file: string, notes: Notes): AsyncGenerator<{ value: unknown; place: Place; number: number }> {
  const keyOf = (header: string) => COLUMNS[lettersAndDigits(header)];
  const check = ({ names, place }: { names: readonly { text: string }[]; place: Place }): boolean => {
    const keys = names.map(({ text: header }) => keyOf(header));
    const isHts = ["htsno", "indent", "description", "general"].every((key) => keys.includes(key));
    if (!isHts)
      notes.reject(
        problemAt(
          place,
          "The table needs the columns HTS Number, Indent, Description and General Rate of Duty, as the schedule's export has them.",
        ),
        0,
      );
    return isHts;
  };
  let number = 0;
  for await (const { cells, place } of readTable(file, notes, check)) {
    number += 1;
    const value = Object.fromEntries([...cells].flatMap(([header, cell]) => (keyOf(header) ? [[keyOf(header), cell.text]] : [])));
    yield { value, place, number };
  }
}
