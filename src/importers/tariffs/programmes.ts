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
  OM: ["OM"],
  P: ["CR", "DO", "GT", "HN", "NI", "SV"],
  PA: ["PA"],
  PE: ["PE"],
  S: ["CA", "MX"],
  SG: ["SG"],
};

/** Programmes whose partners change by proclamation, or which have lapsed: the schedule's rows do not say for whom they hold. */
const OF_LISTS: Readonly<Record<string, string>> = {
  A: "Generalized System of Preferences, which lapsed on 31 December 2020",
  D: "African Growth and Opportunity Act",
  E: "Caribbean Basin Economic Recovery Act",
  J: "Andean Trade Preference Act, which lapsed in 2013",
  R: "Caribbean Basin Trade Partnership Act",
};

/** Programmes for goods or uses, whoever they are from. */
const OF_GOODS: ReadonlySet<string> = new Set(["B", "C", "K", "L"]);

/** Whose goods a symbol is for, as codes of countries; else why it makes no preference here, in words. */
export function partnersOf(symbol: string): readonly string[] | string {
  // `P+` and `S+` have stages of their own, `A*` and `E*` leave out some partners or goods.
  const base = symbol.replace(/[*+]+$/, "");
  const list = OF_LISTS[base];
  if (list !== undefined)
    return `special rates under ${symbol} (${list}): left out, since its partners stand in the General Notes and not in the file`;
  if (OF_GOODS.has(base)) return `special rates under ${symbol}, for some uses of the goods and not for partners: left out`;
  return PARTNERS[base] ?? `special rates under ${symbol}, a symbol that is none that is known here: left out`;
}

/** The duties of the special column: `Free (AU,BH) 1.6% (PE)`; a text without symbols holds for nobody that it names. */
export function specialDuties(text: string): { readonly duty: string; readonly symbols: readonly string[] }[] {
  return [...text.matchAll(/([^()]+)\(([^)]*)\)/g)].map(([, duty = "", symbols = ""]) => ({
    duty: duty.replace(/^[\s,;]+/, "").trim(),
    symbols: symbols.split(/[,\s]+/).filter((symbol) => symbol !== ""),
  }));
}
