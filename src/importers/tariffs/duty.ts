/** Texts of duties, as tariff schedules write them. */

/** What the text of a duty says. */
export interface Duty {
  /** The part in per cent of the value; 0 is free; null where there is none. */
  readonly rate: number | null;
  readonly specific: Specific | null;
  /** How both parts are put together; null where there is one. */
  readonly form: Form | null;
}

/** A duty in money. */
export interface Specific {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** On what the amount is charged, as it is written: `kg`, `100 kg`, `each`. */
  readonly per: string;
}

type Form = "SUM" | "GREATER" | "LESSER";

/** How a schedule writes. */
export interface Style {
  /** The currency that `$` and `¢` stand for; null where nobody knows. */
  readonly dollar: string | null;
  /** Whether a number alone is per cent. */
  readonly bareIsPercent: boolean;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const NUMBER = "\\d+(?:[.,]\\d+)*|[.,]\\d+";
const PERCENT = new RegExp(`^(${NUMBER})\\s*(?:%|percent|per cent)(?:\\s*ad val(?:\\.|orem)?)?$`, "i");
const MONEY_FIRST = new RegExp(`^(US\\$|\\$|€|£|[A-Z]{3})\\s*(${NUMBER})\\s*(?:/|per\\s+|(?=each))\\s*(.+)$`);
const MONEY_LAST = new RegExp(`^(${NUMBER})\\s*(¢|cents?|€|£|US\\$|\\$|[A-Z]{3})\\s*(?:/|per\\s+|(?=each))\\s*(.+)$`);
const WHICHEVER = /^(.+?),?\s+or\s+(.+?),?\s+whichever\s+is\s+(?:the\s+)?(higher|greater|lower|lesser|less)$/i;
const BOUND = /^(.+?)\s+(MIN|MAX)\.?\s+(.+)$/i;

/** The text without marks of footnotes and what a web page has put into it. */
export function dutyText(text: string): string {
  return text
    .replace(/<[^>]*>/g, "")
    .replaceAll("Â¢", "¢")
    .replace(/(?:\s+\d+\/)+(?=\s|$)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Reads the text of a duty; null where it can't be read, or says something that is no duty of its own, such as another heading. */
export function dutyOf(text: string, style: Style): Duty | null {
  const given = dutyText(text);
  if (/^(?:free|duty[- ]free|nil|exempt)$/i.test(given)) return { rate: 0, specific: null, form: null };
  if (style.bareIsPercent && new RegExp(`^(?:${NUMBER})$`).test(given)) return oneOf(percentOf(given), null, null);
  const [, a, b, word = ""] = WHICHEVER.exec(given) ?? [];
  if (a !== undefined && b !== undefined) return joined([a, b], /^(?:higher|greater)$/i.test(word) ? "GREATER" : "LESSER", style);
  const [, base, bound = "", limit] = BOUND.exec(given) ?? [];
  if (base !== undefined && limit !== undefined) return joined([base, limit], bound.toUpperCase() === "MIN" ? "GREATER" : "LESSER", style);
  const parts = given.split(/\s*\+\s*/);
  return parts.length > 2 ? null : joined(parts, "SUM", style);
}

/** One part, or one in per cent and one in money. */
function joined(texts: readonly string[], form: Form, style: Style): Duty | null {
  const parts = texts.map((text) => partOf(text.trim(), style));
  const rates = parts.flatMap((part) => (typeof part === "number" ? [part] : []));
  const specifics = parts.flatMap((part) => (part !== null && typeof part === "object" ? [part] : []));
  if (rates.length + specifics.length < texts.length || rates.length > 1 || specifics.length > 1) return null;
  return oneOf(rates[0] ?? null, specifics[0] ?? null, texts.length > 1 ? form : null);
}

function oneOf(rate: number | null, specific: Specific | null, form: Form | null): Duty | null {
  return rate === null && specific === null ? null : { rate, specific, form };
}

function partOf(text: string, { dollar }: Style): number | Specific | null {
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return percentOf(percent);
  const [, before, first, perFirst] = MONEY_FIRST.exec(text) ?? [];
  const [, last, behind, perLast] = MONEY_LAST.exec(text) ?? [];
  const [sign, figure, per] = before === undefined ? [behind, last, perLast] : [before, first, perFirst];
  if (sign === undefined || figure === undefined || per === undefined) return null;
  const isCent = /^(?:¢|cents?)$/.test(sign);
  const currency = currencyOf(sign, dollar);
  const amount = amountOf(figure, /[$¢]/.test(sign));
  // What is behind the unit may say on what part of the goods it is reckoned, but no second duty.
  if (currency === null || amount === null || /[%$¢€£]/.test(per) || per.length > 60) return null;
  return { amount: isCent ? Math.round(amount * 1e6) / 1e8 : amount, currency, per: per.replace(/\s+/g, " ").trim() };
}

function currencyOf(sign: string, dollar: string | null): string | null {
  if (sign === "€") return "EUR";
  if (sign === "£") return "GBP";
  if (sign === "US$") return "USD";
  if (/^(?:\$|¢|cents?)$/.test(sign)) return dollar;
  return CURRENCIES.has(sign) ? sign : null;
}

/** A number in per cent, with a point or a comma before its decimals. */
function percentOf(text: string): number | null {
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

/** An amount of money: three digits behind a comma are thousands beside a dollar, and beside another currency may be decimals: then it is none. */
function amountOf(text: string, isDollar: boolean): number | null {
  if (!/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return percentOf(text);
  return isDollar ? Number(text.replaceAll(",", "")) : null;
}
