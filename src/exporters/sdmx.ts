import { InputError } from "../load/index.ts";
import { csvLine } from "./table.ts";

/** Media type of SDMX-CSV 2.0, as the SDMX REST API names it. */
export const SDMX_CSV = "application/vnd.sdmx.data+csv";

/** What an answer to `statistics` has, as far as a table needs it. */
interface Statistics {
  readonly count: string;
  readonly unit: string;
  readonly rows?: readonly GroupRow[];
  readonly periods?: readonly Period[];
}

interface Period {
  readonly period: string;
  readonly count: number;
  readonly unknown?: number | null;
}

interface GroupRow extends Period {
  readonly groups: readonly { readonly by: string; readonly value: string | null }[];
  readonly combinations: number;
}

/** Codes of SDMX for no value, and for all others. */
const [NO_VALUE, OTHERS] = ["_Z", "_O"];

/**
 * The answer to one `statistics` as SDMX-CSV 2.0: a line for each of its `rows`, or of its `periods` where it has no rows. Dimensions are FREQ (A, Q, M), what was counted,
 * what the rows are grouped by, and TIME_PERIOD; measure is OBS_VALUE; attributes are UNIT_MEASURE and OBS_UNKNOWN (how many more have the status UNKNOWN). Throws InputError
 * where the answer is of something else, or lacks what a line needs.
 */
export function sdmxCsv(data: unknown): string {
  const { count, unit, rows, periods } = statisticsIn(data);
  const lines = rows ?? periods?.map((period) => ({ ...period, groups: [], combinations: 1 })) ?? [];
  const dimensions = [...new Set(lines.flatMap(({ groups }) => groups.map(({ by }) => by)))];
  const structure = `TRADE_GRAPH:${["MEASURES", ...(dimensions.length > 0 ? ["BY", ...dimensions] : [])].join("_")}(1.0.0)`;
  const header = [
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "FREQ",
    "COUNT",
    ...dimensions,
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT_MEASURE",
    "OBS_UNKNOWN",
  ];
  const table = lines.map((line) => {
    const isSum = rows !== undefined && line.groups.length === 0;
    const codes = dimensions.map((by) => (isSum ? OTHERS : codeOf(line.groups.find((group) => group.by === by)?.value)));
    const of = ["dataflow", structure, "I", frequencyOf(line.period), count, ...codes, line.period];
    return [...of, String(line.count), unit, line.unknown === undefined || line.unknown === null ? "" : String(line.unknown)];
  });
  return [header, ...table].map(csvLine).join("");
}

/** The one statistics of an answer. Throws InputError. */
function statisticsIn(data: unknown): Statistics {
  const all = Object.values(data ?? {});
  const [found] = all as Partial<Statistics>[];
  if (all.length !== 1 || typeof found !== "object" || found === null) throw refused();
  const { count, unit, rows, periods } = found;
  const isWhole = (lines: readonly Partial<GroupRow>[], areRows: boolean) =>
    lines.every(
      ({ period, count: of, groups }) =>
        typeof period === "string" &&
        typeof of === "number" &&
        (!areRows || (Array.isArray(groups) && groups.every((group) => typeof group.by === "string" && group.value !== undefined))),
    );
  if (typeof count !== "string" || typeof unit !== "string" || !(rows ? isWhole(rows, true) : periods && isWhole(periods, false)))
    throw refused();
  return found as Statistics;
}

const refused = () =>
  new InputError(
    "SDMX-CSV is for statistics: ask for statistics alone, and select count, unit, and either rows { period count unknown groups { by value } } or periods { period count unknown }.",
  );

/** A, Q or M, as the period is written. A year beside quarters is a year. */
function frequencyOf(period: string): string {
  return period.includes("Q") ? "Q" : period.includes("-") ? "M" : "A";
}

/** A value as a code of SDMX, which has no colon and no dot: countries by their own codes, other nodes by their ids. */
function codeOf(value: string | null | undefined): string {
  return value === null || value === undefined ? NO_VALUE : value.replace(/^country:/, "").replaceAll(/[^A-Za-z0-9_@$-]/g, "_");
}
