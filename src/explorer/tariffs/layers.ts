import { rateWords } from "../data/words.ts";
import type { NoTotal, TariffsQuery } from "../generated/operations.ts";

/** A time in which nothing changes, and its layers. */
export type Row = TariffsQuery["effectiveRates"][number];
export type Layer = Row["layers"][number];

/** A layer as it is drawn over one or more rows in which it lies at the same height. */
export interface Band {
  readonly id: string;
  readonly title: string;
  readonly rate: number;
  readonly from: string;
  readonly until: string;
  /** Per cent below and above it. */
  readonly low: number;
  readonly high: number;
  /** It is suspended, and stands on the others without counting. */
  readonly isSuspended: boolean;
}

const isPercent = (layer: Layer): layer is Layer & { readonly rate: number } => layer.rate !== null && layer.rateUnit === "PERCENT";
export const counts = ({ state }: Layer): boolean => state === "COUNTS";
const isSuspended = ({ state, status }: Layer): boolean => state === "NOT_IN_FORCE" && status.status === "SUSPENDED";

/** The layers as areas: those that count from 0 up, the one that counted first lowest; on them those that are suspended. */
export function bandsOf(rows: readonly Row[]): Band[] {
  const places = new Map<string, number>();
  for (const row of rows)
    for (const { measure } of row.layers.filter(counts)) if (!places.has(measure.id)) places.set(measure.id, places.size);
  const place = ({ measure }: Layer) => places.get(measure.id) ?? places.size;
  const bands: Band[] = [];
  const open = new Map<string, Band>();
  for (const { from, until, layers } of rows) {
    let low = 0;
    const shown = layers.filter(isPercent).filter((layer) => counts(layer) || isSuspended(layer));
    const sorted = shown.sort((a, b) => Number(isSuspended(a)) - Number(isSuspended(b)) || place(a) - place(b));
    const before = new Map(open);
    open.clear();
    for (const layer of sorted) {
      const { id, title } = layer.measure;
      const band = { id, title, rate: layer.rate, from, until, low, high: low + layer.rate, isSuspended: isSuspended(layer) };
      const last = before.get(id);
      const goesOn = last && last.low === band.low && last.high === band.high && last.isSuspended === band.isSuspended;
      open.set(id, goesOn ? { ...last, until } : band);
      low = band.high;
      if (!goesOn) continue;
      bands.splice(bands.indexOf(last), 1);
    }
    bands.push(...open.values());
  }
  return bands;
}

/** The rows in which the same layers add up, as one: what is only announced, or stops another way, changes no sum. */
export function steadyRows(rows: readonly Row[]): Row[] {
  const keyOf = ({ total, whyNoTotal, layers }: Row) =>
    JSON.stringify([total, whyNoTotal, layers.filter(counts).map(({ measure, rate }) => [measure.id, rate])]);
  const steady: Row[] = [];
  for (const row of rows) {
    const last = steady.at(-1);
    if (last && keyOf(last) === keyOf(row)) steady.splice(-1, 1, { ...last, until: row.until });
    else steady.push(row);
  }
  return steady;
}

/** The row of a day; the nearest where none has it. */
export function rowOn(rows: readonly Row[], day: string): Row | undefined {
  return rows.find(({ from, until }) => from <= day && day <= until) ?? (rows[0] && day < rows[0].from ? rows[0] : rows.at(-1));
}

/** The sum of a row as a formula: `10 % + 20 % + 34 % = 64 %`. */
export function formulaOf({ layers, total }: Row): string {
  const parts = layers.filter(counts).map(({ rate, rateUnit }) => rateWords(rate, rateUnit) || "a rate that is not held");
  if (total === null) return parts.join(" + ") || "no total";
  if (parts.length === 0) return "0 %: no layer counts";
  return parts.length === 1 ? (parts[0] ?? "") : `${parts.join(" + ")} = ${rateWords(total, "PERCENT")}`;
}

const REASONS: Readonly<Record<NoTotal, string>> = {
  NO_RATE: "a layer that counts has no rate in the graph",
  OTHER_UNIT: "the rate of a layer that counts is not in per cent, and what it comes to depends on the price",
  ALTERNATIVES: "of some layers only one is charged, and which one depends on what the graph does not hold, such as the firm",
  OPEN: "the known dates leave open whether a layer counts",
  TOO_MANY_LAYERS: "more than 200 duties have to do with these goods, and only 200 were looked at",
};

/** Why there is no total, in words; empty where there is one. */
export const whyWords = ({ whyNoTotal }: Row): string => whyNoTotal.map((why) => REASONS[why]).join("; ");

/** All that a layer was over the whole span. */
export interface Life {
  readonly layer: Layer;
  /** The times in which it counted. */
  readonly counted: readonly { readonly from: string; readonly until: string }[];
  /** What it was when it did not count, each once. */
  readonly states: readonly Layer["state"][];
}

/** What each layer was over the whole span: first those that counted, by when they first did. */
export function livesOf(rows: readonly Row[]): Life[] {
  const lives = new Map<string, { layer: Layer; counted: { from: string; until: string }[]; states: Set<Layer["state"]> }>();
  rows.forEach((row, i) => {
    for (const layer of row.layers) {
      const life = lives.get(layer.measure.id) ?? { layer, counted: [], states: new Set() };
      lives.set(layer.measure.id, life);
      if (!counts(layer)) {
        life.states.add(layer.state);
        continue;
      }
      life.layer = layer;
      const last = life.counted.at(-1);
      if (last && last.until === rows[i - 1]?.until) last.until = row.until;
      else life.counted.push({ from: row.from, until: row.until });
    }
  });
  const start = ({ counted }: { counted: { from: string }[] }) => counted[0]?.from ?? "9999";
  return [...lives.values()]
    .sort((a, b) => (start(a) === start(b) ? 0 : start(a) < start(b) ? -1 : 1))
    .map(({ layer, counted, states }) => ({ layer, counted, states: [...states] }));
}
