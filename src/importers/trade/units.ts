/** An amount in a unit of `QuantityUnit`. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** Units of UN Comtrade by their codes, with how many of ours one is. Metres (4) and packages (10) have no unit here. */
const UNITS: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  2: ["SQUARE_METRE", 1],
  3: ["MEGAWATT_HOUR", 1],
  5: ["PIECE", 1],
  6: ["PAIR", 1],
  7: ["LITRE", 1],
  8: ["KILOGRAM", 1],
  9: ["PIECE", 1000],
  11: ["PIECE", 12],
  12: ["CUBIC_METRE", 1],
  13: ["CARAT", 1],
};

/** The same by their abbreviations, where a file has no codes. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  m2: "2",
  "m²": "2",
  "1000 kwh": "3",
  u: "5",
  "2u": "6",
  l: "7",
  kg: "8",
  "1000u": "9",
  "12u": "11",
  m3: "12",
  "m³": "12",
  carat: "13",
};

/** Codes and abbreviations that say that there is no amount. */
const NO_UNIT: ReadonlySet<string> = new Set(["-1", "0", "1", "n/a", "-", ""]);

/** What a file says of an amount: the code of its unit, or its abbreviation, the number, and the net weight in kilograms. */
interface Given {
  readonly code: string | null;
  readonly abbreviation: string | null;
  readonly amount: number | null;
  readonly net: number | null;
}

/** The amount in its own unit, else the net weight; null where there is neither. `count` is told of units that have no place here. */
export function quantityOf({ code, abbreviation, amount, net }: Given, count: (note: string) => void): Quantity | null {
  const key = code ?? ABBREVIATIONS[(abbreviation ?? "").toLowerCase()] ?? (abbreviation ?? "").toLowerCase();
  const [unit, times] = UNITS[key] ?? [];
  if (unit !== undefined && times !== undefined && amount !== null && amount > 0) return { amount: amount * times, unit };
  if (unit === undefined && !NO_UNIT.has(key) && amount !== null && amount > 0)
    count(`quantities in ${abbreviation ?? `unit ${key}`}: no place in the graph, the net weight is taken`);
  return net !== null && net > 0 ? { amount: net, unit: "KILOGRAM" } : null;
}
