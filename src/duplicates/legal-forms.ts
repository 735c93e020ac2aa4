/**
 * Legal forms at the end or the beginning of a firm's name, in words as names.ts makes them, by the form that they stand for. Forms that translate each other
 * (`ooo`, `llc`) are one. Longer ones come first, so that `co ltd` is not read as `ltd` behind a word `co`.
 */
const FORMS: readonly (readonly [form: string, ...spellings: readonly string[]])[] = [
  ["limited", "private company limited", "public company limited", "co pte ltd", "pte ltd", "pty ltd", "pvt ltd", "private limited"],
  ["limited", "company limited", "co limited", "co ltd", "coltd", "limited company", "limited", "ltd", "ltda", "limitada"],
  ["limited", "sdn bhd", "berhad", "bhd", "kabushiki kaisha", "kk", "gmbh and co kg", "gmbh", "gesellschaft mit beschrankter haftung"],
  [
    "limited",
    "llc",
    "limited liability company",
    "ooo",
    "tov",
    "too",
    "sarl",
    "srl",
    "spzoo",
    "sp z oo",
    "bv",
    "sro",
    "doo",
    "kft",
    "oy",
    "aps",
  ],
  ["corporation", "incorporated", "inc", "corporation", "corp"],
  ["stock", "public joint stock company", "open joint stock company", "closed joint stock company", "joint stock company", "pjsc", "ojsc"],
  ["stock", "cjsc", "jsc", "pao", "oao", "zao", "ao", "aktiengesellschaft", "ag", "societe anonyme", "sa", "spa", "sas", "nv", "ab", "asa"],
  ["stock", "as", "oyj", "plc", "public limited company", "pt", "tbk", "se", "kgaa", "aktiebolag"],
  ["partnership", "llp", "lp", "kg", "limited partnership", "limited liability partnership"],
  ["company", "company", "co"],
];

const BY_SPELLING = FORMS.flatMap(([form, ...spellings]) => spellings.map((spelling) => ({ form, words: spelling.split(" ") }))).sort(
  (a, b) => b.words.length - a.words.length,
);

/** Those that stand before the name. */
const IN_FRONT = new Set(["ooo", "oao", "zao", "pao", "ao", "tov", "too", "pt", "as", "ab", "company"]);

/** Legal forms in their own scripts, which have no blank before or behind them; what stands for them among Latin words. */
export const NATIVE_FORMS: readonly (readonly [RegExp, string])[] = [
  [/(股份|控股)?有限(责任|責任)?公司|株式会社|有限会社|주식회사|\(주\)|㈜/gu, " limited "],
  [/شركة/gu, " company "],
];

/** Words without the legal forms at their end and their beginning, and the forms; a name is never nothing but its form. */
export function partLegalForm(words: readonly string[]): { readonly core: readonly string[]; readonly forms: readonly string[] } {
  let core = words;
  const forms = new Set<string>();
  for (let found: (typeof BY_SPELLING)[number] | undefined; ; ) {
    const isAt = (from: number) => (spelt: { words: readonly string[] }) =>
      core.length > spelt.words.length && spelt.words.every((word, i) => core[from + i] === word);
    found = BY_SPELLING.find((spelt) => isAt(core.length - spelt.words.length)(spelt));
    if (found) core = core.slice(0, -found.words.length);
    else {
      found = BY_SPELLING.find((spelt) => IN_FRONT.has(spelt.words.join(" ")) && isAt(0)(spelt));
      if (!found) return { core, forms: [...forms].sort() };
      core = core.slice(found.words.length);
    }
    forms.add(found.form);
  }
}
