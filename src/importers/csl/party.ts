import { isLei, type Properties } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { keyOf } from "../keys.ts";
import { writtenDate } from "../read/dates.ts";
import { shortened } from "../read/text.ts";
import { countryOf } from "../references/countries.ts";
import type { Party } from "../references/parties.ts";
import { stated } from "../statements.ts";
import type { List } from "./lists.ts";
import type { Entry } from "./record.ts";

const LONGEST_SUMMARY = 400;

/** Words of names of firms, in the languages of the lists. */
const FIRM =
  /\b(ltd|limited|llc|inc|incorporated|corp|corporation|company|co|gmbh|ag|s\.?a|b\.?v|n\.?v|jsc|ojsc|pjsc|ooo|oao|zao|fze|fzco|fzc|llp|plc|bhd|sdn|pte|pvt|srl|s\.?l|kft|group|holding|holdings|industries|industry|enterprises?|trading|technolog(y|ies)|electronics|international|services|systems|logistics|aviation|shipping|engineering|manufacturing|bank|airlines?|factory|plant|works)\b\.?/i;

/** Words of names of organisations that are no companies. */
const ORGANISATION =
  /\b(universit|institut|academy|laborator|college|school|centre|center|bureau|committee|commission|ministry|army|agency|organi[sz]ation|department|foundation|association)/i;

/** Types of what has no place in the graph. */
const NO_PARTY: ReadonlySet<string> = new Set(["Vessel", "Aircraft"]);

/** What the Entity List adds to names of firms. */
const SUCCESSORS = /,?\s*and any successor,? sub-?unit,? or subsidiary thereof\.?/i;

/** A number of a firm that tells it from others; all other "ids" are remarks, addresses or of people. */
const NUMBER = /number|registration|tax|code|swift|d-u-n-s|license|company|identification/i;

/** Who an entry is about; null where that has no place in the graph. */
export function partyOf(entry: Entry, list: List, notes: Notes): (Party & { readonly name: string }) | null {
  if (entry.type !== null && NO_PARTY.has(entry.type)) {
    notes.count(`${entry.type}: no place in the graph: left out`);
    return null;
  }
  const name = entry.name.replace(SUCCESSORS, "");
  if (name !== entry.name) notes.count('a name with "and any successor, sub-unit, or subsidiary thereof": without it');
  if (/\w\?|\?\w/.test(name)) notes.count("a name with a question mark, where the list may have lost a letter: kept as it is");
  const type = typeOf(entry, name, list, notes);
  const prefix = type === "Person" ? "person" : "firm";
  const foreign = foreignIds(entry, list);
  const numbered = foreign.find((id) => id.startsWith("ofac-"));
  // Two people may have one name; in one country a firm's is its own.
  const apart =
    type === "Person"
      ? `${list.code} ${entry.federal_register_notice ?? ""} ${entry.start_date ?? ""}`
      : (countriesOf(entry)[0]?.replace("country:", "") ?? "");
  const lei = entry.ids.find((id) => id.number !== null && isLei(id.number))?.number ?? null;
  return {
    ...{ type, name, foreign },
    own: `${prefix}:${numbered ?? `csl-${keyOf(`${name.toLowerCase()} ${apart}`.trim())}`}`,
    others: foreign.map((id) => `${prefix}:ftm-${id}`),
    lei: type === "Firm" ? lei : null,
    wikidata: null,
  };
}

/** Ids under which OpenSanctions has the entry. Those of the State Department's debarments are made anew with each file. */
function foreignIds({ entity_number, id }: Entry, { code }: List): string[] {
  if (entity_number !== null && /^\d+$/.test(entity_number)) return [`ofac-${entity_number}`];
  return id !== null && code !== "dtc" && /^[0-9A-Za-z]+$/.test(id) ? [`trade-csl-${id.toLowerCase()}`] : [];
}

function typeOf({ type, dates_of_birth }: Entry, name: string, { ofPeople, code }: List, notes: Notes): "Firm" | "Person" {
  if (type === "Individual") return "Person";
  if (type === "Entity") return "Firm";
  const isFirm = FIRM.test(name) || ORGANISATION.test(name);
  const found = dates_of_birth.length > 0 || (ofPeople && !isFirm) ? "Person" : "Firm";
  notes.count(
    `an entry of ${code.toUpperCase()} without a type: taken as a ${found.toLowerCase()}, ${isFirm || found === "Person" ? "by its name" : "since nothing in its name says otherwise"}`,
  );
  return found;
}

/** What a node of the party says of itself. */
export function propertiesOf(entry: Entry, party: Party & { readonly name: string }, notes: Notes): Properties {
  const isFirm = party.type === "Firm";
  const aliases = new Set([...entry.alt_names, ...party.foreign]);
  for (const { type, number } of entry.ids) {
    if (type === null || number === null || number === party.lei) continue;
    if (isFirm && NUMBER.test(type)) aliases.add(`${type} ${number}`);
    else notes.count(isFirm ? `ids of the type "${type}": left out` : "ids of people, such as passports: left out");
  }
  aliases.delete(party.name);
  const kind = FIRM.test(party.name) ? "COMPANY" : "OTHER";
  const own = { name: party.name, ...(aliases.size > 0 ? { aliases: [...aliases] } : {}) };
  return { ...own, ...stated({ summary: summaryOf(entry), ...(isFirm ? { kind, lei: party.lei } : {}) }) };
}

/** Countries of an entry, each once, in the order of its addresses. */
export function countriesOf(entry: Entry, notes: Pick<Notes, "count"> = { count: () => undefined }): string[] {
  const given = [...entry.addresses.map(({ country }) => country), entry.country].filter((one) => one !== null);
  const ids = given.map((one) => {
    const id = countryOf({ iso: one, id: null, name: one });
    if (id === null) notes.count(`country "${one}" is none that is known: left out`);
    return id;
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The addresses of an entry in a country, on one line. */
export function addressesIn(entry: Entry, country: string): string {
  const lines = entry.addresses
    .filter((one) => one.country !== null && countryOf({ iso: one.country, id: null, name: one.country }) === country)
    .map((one) => [one.address, one.city, one.state, one.postal_code].filter((part) => part !== null).join(", "));
  return shortened([...new Set(lines.filter((line) => line !== ""))].join("; "), 300);
}

function summaryOf(entry: Entry): string {
  const born = entry.dates_of_birth.map((date) => writtenDate(date) ?? date);
  const parts = [
    entry.title,
    born.length > 0 || entry.places_of_birth.length > 0
      ? `Born ${[born.join(" or "), entry.places_of_birth.join(" or ")].filter((part) => part !== "").join(" in ")}`
      : null,
    ...[[...new Set([...entry.nationalities, ...entry.citizenships])].join(", ")].map((all) => (all === "" ? null : `Nationality: ${all}`)),
    entry.remarks,
  ];
  return shortened(parts.flatMap((part) => (part === null ? [] : part.endsWith(".") ? part : `${part}.`)).join(" "), LONGEST_SUMMARY);
}
