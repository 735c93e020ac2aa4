import { dateWords } from "../app/day.ts";
import { LABELS } from "../generated/labels.ts";
import { plainWords, wordsOf } from "./words.ts";

/** Fields that the schema's name does not put in words by itself. */
const WORDS: Readonly<Record<string, string>> = {
  announcedOn: "Announced",
  inForceFrom: "In force from",
  inForceUntil: "In force until",
  reachedOn: "Agreed",
  signedOn: "Signed",
  pledgedOn: "Undertaken",
  dueOn: "Due",
  startedOn: "First day",
  endedOn: "Last day",
  mastChapter: "MAST chapter",
  legalReference: "Legal reference",
  attributedTo: "On the word of",
  recordedOn: "Known since",
  publishedOn: "Published",
  retrievedOn: "Read",
  hsCode: "HS code",
  hsEdition: "Edition of the HS",
  eccn: "US export control numbers",
  iso2: "ISO code",
  iso3: "ISO code, three letters",
  lei: "Legal Entity Identifier",
  url: "Address",
  onlyFor: "Only for",
  alsoFor: "Also for",
  notFor: "Not for",
  dutiesNotHeld: "Duties not held here",
  nativeName: "Own name",
  newRate: "New rate",
  priorRate: "Rate before",
};

/** `easedBy` as `Eased by`. */
const spaced = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A field of the schema in a reader's words; of an edge's own value (`covers(commodity:x).newRate`) the value's and the edge's, with `other` for its end. */
export function fieldWords(field: string, other?: string): string {
  const parts = /^(\w+)\((.+)\)\.(\w+)$/.exec(field);
  if (!parts) return WORDS[field] ?? spaced(field);
  const [, edge = "", , value = ""] = parts;
  return `${WORDS[value] ?? spaced(value)} (${spaced(edge).toLowerCase()}${other === undefined ? "" : ` ${other}`})`;
}

/**
 * A value that is given as text, in a reader's words; null where there is none, or it is another node's id, which says nothing to a reader. `of`: the field, and the type
 * that has it where that is known, by whose enum a constant is read.
 */
export function valueWords(value: string | null | undefined, of?: { readonly type?: string; readonly field: string }): string | null {
  if (!value || /^[a-z]+:\S+$/.test(value)) return null;
  if (/^\d{4}(-\d{2}){1,2}$/.test(value)) return dateWords(value);
  if (!/^[A-Z][A-Z_]+$/.test(value)) return value;
  const name = of ? of.field.charAt(0).toUpperCase() + of.field.slice(1) : "";
  const owner = [`${of?.type ?? ""}${name}`, name].find((candidate) => LABELS[candidate]?.[value] !== undefined);
  return owner ? wordsOf(owner, value) : spaced(plainWords(value));
}
