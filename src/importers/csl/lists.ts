import type { Notes } from "../importer.ts";

/** A list of the Consolidated Screening List. */
export interface List {
  /** Its code in small letters, `el`. */
  readonly code: string;
  /** Its name without the code and the body behind it. */
  readonly name: string;
  /** Key of the agency that keeps it, as the seed's register has it. */
  readonly agency: string | null;
  readonly kind: "ENTITY_LISTING" | "SANCTION";
  readonly flow: "EXPORT" | "IMPORT" | "OTHER" | null;
  /** Whether who stands there without a type is a person unless his name is a firm's. */
  readonly ofPeople: boolean;
}

type Known = Omit<List, "code" | "name">;

const BIS: Known = { agency: "us-bis", kind: "ENTITY_LISTING", flow: "EXPORT", ofPeople: false };
const OFAC: Known = { agency: "us-ofac", kind: "SANCTION", flow: "OTHER", ofPeople: false };

/** The lists by their codes: https://www.trade.gov/consolidated-screening-list. */
const LISTS: Readonly<Record<string, Known>> = {
  EL: BIS,
  MEU: BIS,
  UVL: BIS,
  DPL: { ...BIS, ofPeople: true },
  SDN: OFAC,
  SSI: OFAC,
  FSE: OFAC,
  PLC: { ...OFAC, ofPeople: true },
  CAP: OFAC,
  MBS: OFAC,
  CMIC: OFAC,
  ISN: { agency: "us-state", kind: "SANCTION", flow: "EXPORT", ofPeople: false },
  DTC: { agency: "us-state", kind: "ENTITY_LISTING", flow: "EXPORT", ofPeople: true },
  UFLPA: { agency: "us-dhs", kind: "ENTITY_LISTING", flow: "IMPORT", ofPeople: false },
};

/** Who keeps a list that is none of these, by the words behind its name. */
const KEEPERS: readonly (readonly [words: RegExp, known: Known])[] = [
  [/treasury/i, OFAC],
  [/industry and security/i, BIS],
  [/state department/i, { agency: "us-state", kind: "SANCTION", flow: null, ofPeople: false }],
];

/** A list by the `source` of a record, `Entity List (EL) - Bureau of Industry and Security`. One that is not known is counted, and taken by who keeps it. */
export function listOf(source: string, notes: Notes): List {
  const [, named = source, code = null] = /^(.*?)\s*\((?:NS-)?([A-Z]+)(?: List)?\)/.exec(source) ?? [];
  const name = named.replace(/\s+-\s+.*$/, "");
  const known = code === null ? undefined : LISTS[code];
  if (known && code !== null) return { code: code.toLowerCase(), name, ...known };
  const keeper = KEEPERS.find(([words]) => words.test(source))?.[1];
  notes.count(
    `the list "${source}" is none that is known here: taken as ${keeper?.kind ?? "ENTITY_LISTING"} by ${keeper?.agency ?? "the United States"}`,
  );
  const own = (code ?? name).toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return { code: own, name, ...(keeper ?? { agency: null, kind: "ENTITY_LISTING", flow: null, ofPeople: false }) };
}
