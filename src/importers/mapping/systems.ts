import { isLei } from "../../load/index.ts";
import { alpha2OfM49, countryOf, nearestCountry } from "../references/countries.ts";

/** A code as the graph has it, or what is wrong with it. */
type Read = { readonly text: string } | { readonly problem: string };

/** Codes that are reserved in ISO 3166-1 and stand for these in Europe's statistics. */
const RESERVED: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

/** The systems of codes that a mapping may name: what reads a cell. */
export const SYSTEMS: Readonly<Record<string, (text: string) => Read>> = {
  iso2: (text) => {
    const code = text.toUpperCase();
    return /^[A-Z]{2}$/.test(code)
      ? { text: RESERVED[code] ?? code }
      : { problem: `"${text}" is no code of two letters (ISO 3166-1 alpha-2).` };
  },
  iso3: (text) => {
    const code = text.toUpperCase();
    return /^[A-Z]{3}$/.test(code) ? { text: code } : { problem: `"${text}" is no code of three letters (ISO 3166-1 alpha-3).` };
  },
  m49: (text) => {
    const code = /^\d{1,3}$/.test(text) ? alpha2OfM49(text) : null;
    return code === null ? { problem: `"${text}" is no number of a country (M49).` } : { text: `country:${code}` };
  },
  country: (text) => {
    const id = countryOf({ iso: null, id: null, name: text }) ?? countryOf({ iso: text, id: null, name: null });
    if (id !== null) return { text: id };
    const near = nearestCountry(text);
    return { problem: `"${text}" is no name of a country in English.${near === null ? "" : ` Did you mean "country:${near}"?`}` };
  },
  hs: (text) => {
    const digits = text.replace(/[. ]/g, "");
    if (!/^\d{1,10}$/.test(digits)) return { problem: `"${text}" is no code of the Harmonized System.` };
    // Spreadsheets take the zero before chapters 1 to 9.
    return { text: digits.length % 2 === 0 ? digits : `0${digits}` };
  },
  lei: (text) => {
    const code = text.toUpperCase().replace(/\s/g, "");
    return isLei(code)
      ? { text: code }
      : { problem: `"${text}" is no Legal Entity Identifier: its last two digits do not check the rest.` };
  },
  wikidata: (text) => {
    const item = /(?:^|\/)(Q[1-9]\d*)$/.exec(text)?.[1];
    return item === undefined ? { problem: `"${text}" is no item of Wikidata.` } : { text: item };
  },
  name: (text) => ({ text }),
};
