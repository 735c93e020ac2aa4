/** Ids of codes of the Harmonized System: one for each code and edition. */

/** The edition whose codes have ids without a year. `commodity(hsCode:)` of the schema asks for it by default. */
export const HS_EDITION = "2022";

/** The sections, each with its last chapter: section I has the chapters 01 to 05. */
const LAST_CHAPTERS: readonly (readonly [section: string, chapter: number])[] = [
  ["I", 5],
  ["II", 14],
  ["III", 15],
  ["IV", 24],
  ["V", 27],
  ["VI", 38],
  ["VII", 40],
  ["VIII", 43],
  ["IX", 46],
  ["X", 49],
  ["XI", 63],
  ["XII", 67],
  ["XIII", 70],
  ["XIV", 71],
  ["XV", 83],
  ["XVI", 85],
  ["XVII", 89],
  ["XVIII", 92],
  ["XIX", 93],
  ["XX", 96],
  ["XXI", 99],
];

/** The section that a code of digits lies in, a Roman numeral. */
export function hsSectionOf(code: string): string {
  const chapter = Number(code.slice(0, 2));
  return LAST_CHAPTERS.find(([, last]) => chapter <= last)?.[0] ?? "";
}

/** `hs-` or `hs2017-`, and the code; sections are named as such, since their codes are no digits. */
const ID = /^commodity:hs(\d{4})?-(?:section-([ivx]+)|(\d+))$/;

/** The id of a code: `commodity:hs-850511` of 2022, `commodity:hs2017-850511` of another edition, `commodity:hs-section-xvi` of a section. */
export function hsIdOf(hsCode: string, edition: string = HS_EDITION): string {
  const key = /^\d/.test(hsCode) ? hsCode : `section-${hsCode.toLowerCase()}`;
  return `commodity:hs${edition === HS_EDITION ? "" : edition}-${key}`;
}

/** The code and edition that an id is made of; null where it is that of something else, such as a named group. */
export function codeOfHsId(id: string): { readonly hsCode: string; readonly edition: string } | null {
  const [matched, edition = HS_EDITION, section, digits] = ID.exec(id) ?? [];
  if (matched === undefined) return null;
  return { hsCode: digits ?? section?.toUpperCase() ?? "", edition };
}
