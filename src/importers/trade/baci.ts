import { problemAt } from "../../load/index.ts";
import { codeOfText, editionsIn } from "../hs/code-text.ts";
import type { Notes } from "../importer.ts";
import { type Flow, NONE } from "./flow.ts";
import { OTHER_ASIA, placeOf } from "./places.ts";
import { numberOf, type TradeRow, yearOf } from "./rows.ts";

/** What a file of BACI is: `BACI_HS17_Y2023_V202501.csv`. */
export interface Baci {
  /** The last part of its source's id: `baci-hs17-v202501`; `baci` where the file's name does not say. */
  readonly source: string;
  /** The edition of its codes; null where neither its name nor an option says. */
  readonly edition: string | null;
}

/** What the name of a file says. `edition` goes before that. */
export function baciOf(file: string, edition: string | undefined): Baci {
  const [, hs, version] = /BACI_(HS\d\d)(?:_Y\d{4})?_V(\d{6}[a-z]?)/i.exec(file) ?? [];
  const source = hs === undefined || version === undefined ? "baci" : `baci-${hs}-v${version}`.toLowerCase();
  return { source, edition: edition ?? (hs === undefined ? null : (editionsIn(hs)[0] ?? null)) };
}

/** The flow that a row of BACI states; null where it is rejected or left out, which is counted. */
export function baciFlow({ cells, place }: TradeRow, { source, edition }: Baci, notes: Notes): Flow | null {
  const { t, i, j, k = "", v, q } = cells;
  const [year, value, tons] = [yearOf(t), numberOf(v), numberOf(q)];
  const code = /^\d+$/.test(k) ? codeOfText(k) : null;
  const problem =
    year === null
      ? `t must be a year, not ${t}`
      : value === undefined
        ? `v must be a number, not ${v}`
        : code?.code.length !== 6
          ? `k must be a code of six digits, not ${k}`
          : null;
  if (problem !== null || year === null || code === null) {
    notes.reject(problemAt(place, `${problem}.`));
    return null;
  }
  const [supplier, importer] = [i, j].map((id) => placeOf({ id: /^\d+$/.test(id ?? "") ? Number(id) : null, iso: null, name: null }));
  if (code.isRepaired) notes.count("a code that lost the zero before it: put back");
  if (!value || value <= 0) {
    notes.count("a flow without a value: left out");
    return null;
  }
  if (importer?.kind !== "COUNTRY") {
    notes.count(`importer ${j}: no country that is known: left out`);
    return null;
  }
  if (supplier?.kind !== "COUNTRY") notes.count(`partner ${i}: no country: its value stays in the total of the market`);
  if (edition === null) notes.count("a flow whose edition nobody says: taken as of 2022");
  const isOtherAsia = [i, j].includes(String(OTHER_ASIA));
  if (isOtherAsia) notes.count("Other Asia, nes (490): taken as Taiwan, for which it stands");
  return {
    side: "B",
    source,
    importer: importer.code,
    supplier: supplier?.kind === "COUNTRY" ? supplier.code : NONE,
    code: code.code,
    edition: edition ?? "2022",
    year,
    value: value * 1000,
    amount: tons || null,
    unit: tons ? "TON" : null,
    valuation: "FOB",
    note: isOtherAsia ? "there: Other Asia, nes" : null,
    place,
  };
}
