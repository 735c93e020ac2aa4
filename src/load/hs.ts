/** Ids of codes of the Harmonized System: one for each code and edition. */

/** The edition whose codes have ids without a year. `commodity(hsCode:)` of the schema asks for it by default. */
export const HS_EDITION = "2022";

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
