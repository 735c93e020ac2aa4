/** The symbols of the special column of the Harmonized Tariff Schedule of the United States (its General Note 3(c)), and whose goods they are for. */

/** Partners of agreements and programmes, by symbol. */
const PARTNERS: Readonly<Record<string, readonly string[]>> = {
  AU: ["AU"],
  BH: ["BH"],
  CA: ["CA"],
  CL: ["CL"],
  CO: ["CO"],
  IL: ["IL"],
  JO: ["JO"],
  JP: ["JP"],
  KR: ["KR"],
  MA: ["MA"],
  MX: ["MX"],
  N: ["NP"],
  NP: ["NP"],
  OM: ["OM"],
  P: ["CR", "DO", "GT", "HN", "NI", "SV"],
  PA: ["PA"],
  PE: ["PE"],
  S: ["CA", "MX"],
  SG: ["SG"],
};

/** A programme of the United States for partners that a proclamation names, and changes. */
interface Programme {
  readonly name: string;
  /** Code of the group of its partners, which the graph has where somebody has loaded it. */
  readonly group: string;
  /** The last day of a programme that has lapsed. */
  readonly until?: string;
}

/** Programmes whose partners the schedule's rows do not name: they stand in its General Notes 4, 7, 11, 16 and 17, and change. */
const PROGRAMMES: Readonly<Record<string, Programme>> = {
  A: { name: "Generalized System of Preferences", group: "GSP", until: "2020-12-31" },
  D: { name: "African Growth and Opportunity Act", group: "AGOA" },
  E: { name: "Caribbean Basin Economic Recovery Act", group: "CBERA" },
  J: { name: "Andean Trade Preference Act", group: "ATPA", until: "2013-07-31" },
  R: { name: "United States-Caribbean Basin Trade Partnership Act", group: "CBTPA" },
};

/** Agreements on goods or their uses, whoever they are from (General Notes 5, 6, 13 and 14). */
const OF_GOODS: Readonly<Record<string, string>> = {
  B: "Automotive Products Trade Act",
  C: "Agreement on Trade in Civil Aircraft",
  K: "Agreement on Trade in Pharmaceutical Products",
  L: "Uruguay Round Concessions on Intermediate Chemicals for Dyes",
};

/** Ids of the groups of partners that programmes are for. */
export const PARTNER_GROUPS: readonly string[] = Object.values(PROGRAMMES).map(({ group }) => `country:${group}`);

/** Of which schedule a symbol is asked. */
export interface OfSchedule {
  /** The day from which it applies. */
  readonly from: string;
  /** Those of `PARTNER_GROUPS` that the graph has. */
  readonly groups: { has(id: string): boolean };
}

/** Whose goods a symbol is for, as ids of countries and of groups of them; else why it makes no preference here, in words. */
export function partnersOf(symbol: string, { from, groups }: OfSchedule): readonly string[] | string {
  // `P+` and `S+` have stages of their own; `A*`, `E*` and `J*` leave out some partners or goods of a line, `A+` and `J+` are for some partners alone.
  const base = symbol.replace(/[*+]+$/, "");
  const leftOut = (what: string, why: string) => `special rates under ${symbol} (${what}): left out, ${why}`;
  const programme = PROGRAMMES[base];
  if (programme) {
    const { name, group, until } = programme;
    if (until !== undefined && from > until) return leftOut(name, `since the programme lapsed on ${until}`);
    if (base !== symbol) return leftOut(name, "since they are for some of its partners or goods alone, which the row does not say");
    const id = `country:${group}`;
    return groups.has(id)
      ? [id]
      : leftOut(name, `since its partners stand in the General Notes: load them as members of a group ${id} first`);
  }
  const ofGoods = OF_GOODS[base];
  if (ofGoods !== undefined) return leftOut(ofGoods, "since they are for some goods or uses and not for partners");
  const partners = PARTNERS[base];
  return partners
    ? partners.map((code) => `country:${code}`)
    : `special rates under ${symbol}, a symbol that is none that is known here: left out`;
}

/** The duties of the special column: `Free (AU,BH) 1.6% (PE)`; a text without symbols holds for nobody that it names. */
export function specialDuties(text: string): { readonly duty: string; readonly symbols: readonly string[] }[] {
  return [...text.matchAll(/([^()]+)\(([^)]*)\)/g)].map(([, duty = "", symbols = ""]) => ({
    duty: duty.replace(/^[\s,;]+/, "").trim(),
    symbols: symbols.split(/[,\s]+/).filter((symbol) => symbol !== ""),
  }));
}
