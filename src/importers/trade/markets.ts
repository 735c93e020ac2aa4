import type { Notes } from "../importer.ts";
import { type Flow, NONE, type Side, WORLD } from "./flow.ts";

/** What a country supplies to a market in a year. */
export interface Supplied {
  readonly supplier: string;
  /** US dollars. */
  readonly value: number;
  readonly amount: number | null;
  readonly unit: string | null;
  /** Of the market's value, 0 to 1. */
  readonly share: number;
  /** What the supplier reports itself; null where it does not, or where that is `value`. */
  readonly exporterValue: number | null;
  readonly note: string | null;
}

/** A market in a year. */
export interface MarketYear {
  readonly importer: string;
  readonly code: string;
  readonly edition: string;
  readonly year: string;
  /** Whose figures these are. */
  readonly side: Side;
  readonly source: string;
  readonly value: number;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly valuation: string | null;
  /** The largest first. */
  readonly supplied: readonly Supplied[];
  /** How many suppliers there are, those that `supplied` lacks included. */
  readonly suppliers: number;
  /** The part of `value` that `supplied` lacks. */
  readonly othersValue: number;
  /** What the sum of all partners is where the total says otherwise, in words. */
  readonly note: string | null;
  readonly place: Flow["place"];
}

/** A total and the sum of its parts may differ by so much, of either, without a word: both are rounded. */
const ROUNDING = 0.001;

/** The markets of some flows in their order (`orderOf`), a year each; what is left out is counted. Suppliers with a share below `least` stand in `othersValue` alone. */
export function* marketYears(flows: Iterable<Flow>, least: number, notes: Notes): Generator<MarketYear> {
  const below = new Below();
  for (const group of groups(flows)) {
    const { side, reports } = sideOf(group, notes);
    const [first] = reports;
    if (!first) continue;
    if (below.has(first, side)) {
      notes.count("a market of two or four digits in a year in which codes below it have one: left out, since they have its trade");
      continue;
    }
    below.add(first, side);
    const exports = new Map(side === "M" ? group.filter((flow) => flow.side === "X").map((flow) => [flow.supplier, flow.value]) : []);
    yield marketOf(reports, side, exports, least, notes);
  }
}

/** Flows of one market and year, in their order, each supplier's report once. */
function* groups(flows: Iterable<Flow>): Generator<readonly Flow[]> {
  let open: Flow[] = [];
  for (const flow of flows) {
    const [first] = open;
    if (first && !(["importer", "edition", "code", "year"] as const).every((key) => first[key] === flow[key])) {
      yield open;
      open = [];
    }
    open.push(flow);
  }
  if (open.length > 0) yield open;
}

/** Whose reports make a market: the importer's; where it says nothing, BACI's, else the exporters'. */
function sideOf(group: readonly Flow[], notes: Notes): { readonly side: Side; readonly reports: readonly Flow[] } {
  const of = (side: Side) =>
    withoutRepeats(
      group.filter((flow) => flow.side === side),
      notes,
    );
  const [imports, reconciled, exports] = [of("M"), of("B"), of("X")];
  if (imports.length > 0 && reconciled.length > 0) notes.count("a market that both UN Comtrade and BACI have: UN Comtrade's counts");
  if (imports.length > 0) return { side: "M", reports: imports };
  if (reconciled.length > 0) return { side: "B", reports: reconciled };
  notes.count("a market of which the importer says nothing: by the exporters' reports, INFERRED");
  return { side: "X", reports: exports };
}

/** Flows of one side, of each supplier the last; places that are no country stay apart. */
function withoutRepeats(flows: readonly Flow[], notes: Notes): readonly Flow[] {
  return flows.filter((flow, i) => {
    const isRepeated = flow.supplier !== NONE && flows[i + 1]?.supplier === flow.supplier;
    if (isRepeated) notes.count("one flow stands there twice: the later one counts");
    return !isRepeated;
  });
}

function marketOf(reports: readonly Flow[], side: Side, exports: ReadonlyMap<string, number>, least: number, notes: Notes): MarketYear {
  const world = reports.find(({ supplier }) => supplier === WORLD);
  const parts = reports.filter(({ supplier }) => supplier !== WORLD);
  const first = world ?? reports[0];
  if (!first) throw new Error("A market has at least one report.");
  const sum = parts.reduce((total, flow) => total + flow.value, 0);
  const { value, note } = totalOf(world?.value ?? null, sum, parts.length > 0, notes);
  const countries = parts
    .filter(({ supplier }) => supplier !== NONE)
    .sort((a, b) => b.value - a.value || (a.supplier < b.supplier ? -1 : 1));
  const kept = countries.filter((flow) => flow.value / value >= least);
  for (let i = kept.length; i < countries.length; i++) notes.count(SMALL);
  const supplied = kept.map((flow): Supplied => {
    const { supplier, amount, unit } = flow;
    const share = Math.round((flow.value / value) * 1e6) / 1e6;
    return { supplier, value: cents(flow.value), amount, unit, share, exporterValue: exports.get(supplier) ?? null, note: flow.note };
  });
  for (const supplier of exports.keys())
    if (!countries.some((flow) => flow.supplier === supplier))
      notes.count("exports to a market whose importer does not report them: left out");
  const { importer, code, edition, year, source, valuation, place } = first;
  return {
    ...{ importer, code, edition, year, side, source, value, valuation, note, place },
    ...amountOf(world, parts, note === null),
    ...{
      supplied,
      suppliers: countries.length,
      othersValue: cents(Math.max(0, value - kept.reduce((total, flow) => total + flow.value, 0))),
    },
  };
}

const SMALL = "a supplier with too small a share: left out, its value stays in the total of the market";

/** The value of a market by what its total says and what its partners add up to; what differs by more than rounding is counted, and said in a note. */
function totalOf(world: number | null, sum: number, hasParts: boolean, notes: Notes): { value: number; note: string | null } {
  if (world === null) return { value: cents(sum), note: null };
  if (!hasParts || Math.abs(world - sum) <= ROUNDING * Math.max(world, sum)) return { value: cents(Math.max(world, sum)), note: null };
  if (sum < world) {
    notes.count("partners that add up to less than the world's total: the total counts, the rest is others'");
    return { value: cents(world), note: `its partners add up to ${cents(sum)} USD` };
  }
  notes.count("partners that add up to more than the world's total: their sum counts");
  return { value: cents(sum), note: `the total for the world is ${cents(world)} USD` };
}

/** The total's amount, else the sum where the partners are all that there are (`areAll`), and all have one of one unit. */
function amountOf(world: Flow | undefined, parts: readonly Flow[], areAll: boolean): { amount: number | null; unit: string | null } {
  if (world?.amount) return { amount: world.amount, unit: world.unit };
  const unit = parts[0]?.unit ?? null;
  if (unit === null || !areAll || parts.some((flow) => flow.unit !== unit)) return { amount: null, unit: null };
  const sum = parts.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return { amount: Math.round(sum * 1000) / 1000, unit };
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Which codes of four and two digits have trade below them in a year, of one importer's chapter at a time. */
class Below {
  #chapter = "";
  #seen = new Set<string>();

  has({ code, year }: Flow, side: Side): boolean {
    return [side, "M"].some((by) => this.#seen.has(`${code} ${year} ${by}`));
  }

  add({ importer, edition, code, year }: Flow, side: Side): void {
    const chapter = `${importer} ${edition} ${code.slice(0, 2)}`;
    if (chapter !== this.#chapter) this.#seen = new Set();
    this.#chapter = chapter;
    for (let above = code.slice(0, -2); above !== ""; above = above.slice(0, -2)) this.#seen.add(`${above} ${year} ${side}`);
  }
}
