import names from "i18n-iso-countries";
import { nearest } from "../../load/index.ts";

/** Global Trade Alert's ids that are not the numbers of ISO 3166-1. */
const OWN_IDS: Readonly<Record<number, string>> = { 251: "FR", 381: "IT", 699: "IN", 1049: "EU" };

/** Numbers of UN Comtrade and of BACI that are not those of ISO 3166-1: territories that report together, and Taiwan as "Other Asia, nes". */
const TRADE_CODES: Readonly<Record<number, string>> = {
  97: "EU",
  251: "FR",
  381: "IT",
  490: "TW",
  579: "NO",
  699: "IN",
  757: "CH",
  841: "US",
  842: "US",
};

/** Blocs that seed/registers/blocs.yaml defines, by the names and codes in use, in lower case. */
const BLOCS: Readonly<Record<string, string>> = {
  eu: "EU",
  eun: "EU",
  eu27: "EU",
  "eu-27": "EU",
  "european union": "EU",
  g7: "G7",
  g20: "G20",
  asean: "ASEAN",
  brics: "BRICS",
};

/** English names in use that the package lacks, in lower case. */
const ALSO: Readonly<Record<string, string>> = {
  "cabo verde": "CV",
  "chinese taipei": "TW",
  "democratic people's republic of korea": "KP",
  "dr congo": "CD",
  "holy see": "VA",
  laos: "LA",
  macau: "MO",
  macedonia: "MK",
  micronesia: "FM",
  moldova: "MD",
  swaziland: "SZ",
  syria: "SY",
  "viet nam": "VN",
};

/** The package has Kosovo under a code for anyone's own use; ISO 3166-1, and so the register of countries, does not. */
const NOT_IN_ISO = "XK";

/** A jurisdiction as a file names it: an ISO 3166-1 code of two or three letters, a number, an English name; what is not said is null. */
export interface Jurisdiction {
  readonly iso: string | null;
  readonly id: number | null;
  readonly name: string | null;
}

/** Id of the country or bloc (`country:IN`): by its ISO code if that is known, else by its number, else by its name; null where none is. */
export function countryOf({ iso, id, name }: Jurisdiction): string | null {
  const code = (iso && byCode(iso.trim().toUpperCase())) || (id !== null && byNumber(id)) || (name && byName(name.trim())) || null;
  return code === null || code === NOT_IN_ISO ? null : `country:${code}`;
}

/** Code of the country or bloc (`IN`) that trade statistics name, by its number where there is one, else by code or name; null where it is none. */
export function tradeCodeOf({ iso, id, name }: Jurisdiction): string | null {
  const code = id === null ? (countryOf({ iso, id, name })?.replace("country:", "") ?? null) : (TRADE_CODES[id] ?? alpha2OfM49(String(id)));
  return code ?? null;
}

/** Whether an id is the number that ISO 3166-1 has for a country (`country:IN`). */
export function isIsoNumberOf(id: number, country: string): boolean {
  return `country:${names.numericToAlpha2(String(id).padStart(3, "0"))}` === country;
}

/** Id of a bloc by its name or code; null where it is none that the register has. */
export function blocOf(name: string): string | null {
  const code = BLOCS[name.trim().toLowerCase()];
  return code === undefined ? null : `country:${code}`;
}

/** ISO 3166-1 alpha-2 of a number of the United Nations' M49, which is that of ISO 3166-1; zeros before it may be lost. Null where it is none. */
export function alpha2OfM49(number: string): string | null {
  const code = names.numericToAlpha2(number.padStart(3, "0"));
  return code === undefined || code === NOT_IN_ISO ? null : code;
}

/** The code of the country whose English name is nearest to a text that may have typing errors; null where none is near. */
export function nearestCountry(text: string): string | null {
  const all = new Map(Object.entries(names.getNames("en")).map(([code, name]) => [name, code]));
  return all.get(nearest(text, all.keys())[0] ?? "") ?? null;
}

function byCode(code: string): string | undefined {
  return code.length === 2 && names.isValid(code) ? code : (names.alpha3ToAlpha2(code) ?? BLOCS[code.toLowerCase()]);
}

function byNumber(id: number): string | undefined {
  return OWN_IDS[id] ?? names.numericToAlpha2(String(id).padStart(3, "0"));
}

function byName(given: string): string | undefined {
  const name = given
    .toLowerCase()
    .replace(/ & /g, " and ")
    .replace(/^st\.? /, "saint ");
  const short = name.replace(/^republic of (the )?/, "");
  return BLOCS[name] ?? ALSO[name] ?? names.getSimpleAlpha2Code(name, "en") ?? ALSO[short] ?? names.getSimpleAlpha2Code(short, "en");
}
