import type { FederalDocument } from "./record.ts";

/** What a document is here: a measure of a kind, or an event; by what rule, in words. */
export interface Meaning {
  /** MeasureKind; null: no act of trade policy by any word, so an event. */
  readonly kind: string | null;
  readonly flow: "IMPORT" | "EXPORT" | "OTHER" | null;
  readonly effect: "RESTRICTING" | "LIBERALISING" | "UNCLEAR";
  readonly rule: string;
}

type Flow = Meaning["flow"];

/** Words of title and action, and what they make of a document: the first that fits counts. */
const RULES: readonly (readonly [words: RegExp, kind: string, flow: Flow, rule: string])[] = [
  [
    /(antidumping|countervailing|less.than.fair.value).*(initiation|institution|preliminary)|(initiation|institution|preliminary).*(antidumping|countervailing|less.than.fair.value)/i,
    "INVESTIGATION",
    "IMPORT",
    "an investigation of dumping or subsidies",
  ],
  [/antidumping|less.than.fair.value/i, "ANTI_DUMPING", "IMPORT", "antidumping"],
  [/countervailing/i, "COUNTERVAILING", "IMPORT", "countervailing"],
  [/section (301|232|201|337).*investigation|(initiation|institution) of .*investigation/i, "INVESTIGATION", "IMPORT", "an investigation"],
  [
    /entity list|unverified list|military end.users?.*list|den(ying|ial of) export privileges/i,
    "ENTITY_LISTING",
    "EXPORT",
    "a list of parties to whom export is restricted",
  ],
  [/sanctions? actions?|blocking (of )?property|blocked persons/i, "SANCTION", "OTHER", "sanctions"],
  [/safeguard/i, "SAFEGUARD", "IMPORT", "safeguard"],
  [/tariff.rate quota/i, "TARIFF_QUOTA", "IMPORT", "tariff-rate quota"],
  [/\b(tariffs?|duty|duties|section (301|232|122|338))\b/i, "TARIFF", "IMPORT", "tariff or duty"],
  [/export (administration|control|licens)|commerce control list|license requirement/i, "LICENSING", "EXPORT", "export control"],
  [/(prohibit|ban on|ban of|restrict).*import|import.*(prohibit|ban\b|restrict)/i, "BAN", "IMPORT", "a ban on imports"],
  [/\bquotas?\b/i, "QUOTA", "IMPORT", "quota"],
  [/\bfees?\b.*(vessel|ship|import|customs)|(vessel|ship|import|customs).*\bfees?\b/i, "FEE", "IMPORT", "a fee on trade"],
];

const EASING = /removal|remove|suspen|terminat|revo[ck]|rescind|rescission|exclusion|exempt|waive|delet/i;
const TIGHTENING = /\badd(ition|ing|s)?\b|impos|increas|expan|prohibit|block|restrict/i;

/** What a document is: by words of its title and its action, else by its type. */
export function meaningOf({ title, action, type, subtype }: FederalDocument): Meaning {
  const words = `${title} ${action ?? ""}`;
  const effect = EASING.test(words) ? "LIBERALISING" : TIGHTENING.test(words) ? "RESTRICTING" : "UNCLEAR";
  // What is proposed is not done yet, and a notice of a meeting does nothing.
  if (/propos/i.test(type)) return { kind: null, flow: null, effect, rule: "a proposed rule" };
  const found = RULES.find(([pattern]) => pattern.test(words));
  if (found) return { kind: found[1], flow: found[2], effect, rule: `the word of ${found[3]}` };
  if (/^rule$/i.test(type)) return { kind: "REGULATION", flow: null, effect: "UNCLEAR", rule: "a rule without a word of trade" };
  if (/presidential/i.test(type) && /order|proclamation/i.test(subtype ?? ""))
    return { kind: "OTHER", flow: null, effect: "UNCLEAR", rule: "an order of the President without a word of trade" };
  return { kind: null, flow: null, effect, rule: "no word of trade policy" };
}
