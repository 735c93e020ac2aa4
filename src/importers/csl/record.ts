import { z } from "zod";
import type { Place } from "../../load/index.ts";
import { problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { readObjects } from "../read/objects.ts";
import { isJson, named, type Reread } from "../read/reread.ts";
import { readTable } from "../read/table.ts";
import { oneLine } from "../read/text.ts";

/** A text on one line; null where there is none. */
const text = z
  .union([z.string(), z.number(), z.boolean()], { error: "must be a text" })
  .nullish()
  .transform((value) => oneLine(String(value ?? "")) || null);

/** A list, or one text of several parts, which may stand within a list as well: `A; B`. */
const texts = z
  .union([z.array(z.unknown()), z.string()], { error: "must be a list of texts" })
  .nullish()
  .transform((value) => (typeof value === "string" ? [value] : (value ?? [])).flatMap((one) => parts(String(one ?? ""))));

const address = z.looseObject({ address: text, city: text, state: text, postal_code: text, country: text });
const identifier = z.looseObject({ type: text, number: text, country: text });

/** In a table, addresses are one text: the parts of each joined by commas, its country last. */
const addresses = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(/;\s+/)
          .filter((one) => one.trim() !== "")
          .map(ofTable)
      : (value ?? []),
  z.array(address, { error: "must be a list of addresses" }),
);
const ids = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(/;\s+/)
          .filter((one) => one.trim() !== "")
          .map(idOfTable)
      : (value ?? []),
  z.array(identifier, { error: "must be a list of ids" }),
);

const RECORD = z.looseObject({
  id: text,
  source: z.string({ error: "must be the name of a list" }),
  entity_number: text,
  type: text,
  programs: texts,
  name: z
    .string({ error: "must be a text" })
    .transform(oneLine)
    .refine((name) => name !== "", { error: "must be a name" }),
  title: text,
  addresses,
  federal_register_notice: text,
  start_date: text,
  end_date: text,
  standard_order: text,
  license_requirement: text,
  license_policy: text,
  remarks: text,
  source_list_url: text,
  source_information_url: text,
  alt_names: texts,
  citizenships: texts,
  nationalities: texts,
  dates_of_birth: texts,
  places_of_birth: texts,
  country: text,
  ids,
});

/** Of ships, which have no place here, and what searches add. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  ...["call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner"],
  ...["score", "_id", "countries", "address_matches", "name_matches"],
]);

/** An entry of the Consolidated Screening List. */
export type Entry = z.infer<typeof RECORD>;

/** An entry with where it stands. */
export interface Placed {
  readonly entry: Entry;
  readonly place: Place;
}

/** The entries of a file, JSON or a table; what is none is rejected, and the rest goes on. */
export async function* readEntries(file: Reread, given: Notes): AsyncGenerator<Placed> {
  const { path, name } = file;
  const notes = named(given, file);
  for await (const { value, place, number } of (await isJson(path)) ? readObjects(path, notes) : rowsOf(path, notes)) {
    const { data, error } = RECORD.safeParse(value, { reportInput: true });
    if (data) {
      for (const key in data) if (!Object.hasOwn(RECORD.shape, key) && !PASSED_OVER.has(key)) notes.count(`unknown key ${key}: not read`);
      yield { entry: data, place: { ...place, file: name } };
      continue;
    }
    const [first] = error.issues;
    const input = first?.input === undefined ? "is missing" : `${first.message}, not ${JSON.stringify(first.input)?.slice(0, 60)}`;
    notes.reject(problemAt(place, `Record ${number}: ${first?.path.join(".") || "it"} ${input}.`));
  }
}

async function* rowsOf(path: string, notes: Notes): AsyncGenerator<{ value: unknown; place: Place; number: number }> {
  let number = 0;
  const check = ({ names, place }: { names: readonly { text: string }[]; place: Place }): boolean => {
    const missing = ["source", "name"].filter((needed) => !names.some(({ text }) => text === needed));
    if (missing.length > 0)
      notes.reject(problemAt(place, `The table needs the columns source and name, as the Consolidated Screening List has them.`), 0);
    return missing.length === 0;
  };
  for await (const { cells, place } of readTable(path, notes, check)) {
    number += 1;
    const value = Object.fromEntries([...cells].map(([name, cell]) => [name === "_id" ? "id" : name, cell.text]));
    yield { value, place, number };
  }
}

function ofTable(line: string): object {
  const [, address, country] = /^(?:(.*), )?([A-Z]{2})$/.exec(line.trim()) ?? [];
  return country === undefined ? { address: line } : { address, country };
}

/** `Passport, A123, CU` or `Passport: A123`. */
function idOfTable(line: string): object {
  const [type, number, country] = line.split(/\s*[,:]\s*/);
  return { type, number, country };
}

function parts(text: string): string[] {
  return text
    .split(/;\s+/)
    .map(oneLine)
    .filter((part) => part !== "");
}
