import type { FieldNode } from "graphql";
import { type FacetBy, facetsOf } from "../../model/index.ts";
import { countPeriods, MOST_PERIODS } from "../../resolvers/index.ts";
import { argumentOf, membersOf } from "./asked.ts";
import type { Reckoning } from "./lists.ts";
import { FILTERED_EDGE, FILTERED_STATUS, PASSED_EDGE, SCANNED_NODE, STANDING, STANDING_DAY, SUBQUERY } from "./prices.ts";

/** What measures are counted in by periods and groups. */
export const STATISTICS = "Statistics";

/** What is counted. */
export const COUNTED = "Measure";
/** How many values a row has at most. */
export const MOST_GROUPINGS = 3;
/** The edge that is walked for what is counted, by the unit. */
const UNITS: Readonly<Record<string, string>> = { MEASURE_TARGET: "TARGETS", MEASURE_COMMODITY: "COVERS" };
/** How many groups of a period are shown where nobody says. */
const SHOWN = 20;

/** How many objects a field of statistics has for each period at most: of `rows` the groups that are shown, and one for the others. */
export function eachPeriod({ variables }: Reckoning, field: FieldNode): number {
  if (field.name.value !== "rows") return 1;
  const first = argumentOf(field, "first", variables);
  return 1 + (typeof first === "number" ? Math.max(first, 0) : SHOWN);
}

/** How many periods statistics have: of a flow, twice as many as were asked for, since years may stand beside their months. Before the arguments are checked: any text may come. */
export function periodsOf({ variables }: Reckoning, field: FieldNode): number {
  const [from, to, every] = ["from", "to", "every"].map((name) => argumentOf(field, name, variables));
  const asked = countPeriods(String(from), String(to), typeof every === "string" ? every : "YEAR");
  return 2 * (asked > 0 ? Math.min(asked, MOST_PERIODS) : MOST_PERIODS);
}

/** What counting costs, once for the periods and once for each of `rows`: every measure, its statuses on the days of a stock, and the edges that are walked. */
export function statisticsWork(reckoning: Reckoning, field: FieldNode, rows: readonly FieldNode[]): number {
  const { fanOut, variables } = reckoning;
  const isStock = argumentOf(field, "count", variables) === "IN_FORCE";
  const days = isStock ? periodsOf(reckoning, field) / 2 : 0;
  // What stands on which days is found once for all that is counted; what is counted goes over it again.
  const standing = isStock ? fanOut.scanned(COUNTED) * (STANDING + days * STANDING_DAY) : 0;
  const measures = fanOut.scanned(COUNTED) * (SCANNED_NODE + days * PASSED_EDGE);
  const unit = UNITS[String(argumentOf(field, "unit", variables))];
  const walks = [[], ...rows.map((one) => groupingsOf(reckoning, one))].map((by) => {
    const along = new Map(by.flatMap(({ of }) => (of.kind === "edge" ? [[of.edge.type, of.level === "node" ? 1 : 3] as const] : [])));
    if (unit !== undefined && !along.has(unit)) along.set(unit, 1);
    return walked(reckoning, along, days);
  });
  return walks.reduce((sum, work) => sum + measures + work, standing);
}

/** What walking some edges costs, upwards to a chapter or country as many again, and the groups that they make together, on each day of a stock. */
function walked({ fanOut }: Reckoning, along: ReadonlyMap<string, number>, days: number): number {
  const measures = Math.max(1, fanOut.scanned(COUNTED));
  let work = 0;
  let groups = measures;
  for (const [type, levels] of along) {
    work += fanOut.edges(type) * FILTERED_EDGE * levels;
    groups *= Math.max(1, fanOut.edges(type) / measures);
  }
  return along.size > 0 ? work + groups * Math.max(1, days) * PASSED_EDGE : 0;
}

/** What `rows` costs once: the subquery, one for each thing whose nodes are shown, and the statuses that are grouped by. */
export function statisticsRowsOnce(reckoning: Reckoning, field: FieldNode): number {
  return groupingsOf(reckoning, field).reduce((sum, { of }) => {
    if (of.kind === "computed") return sum + SUBQUERY + reckoning.fanOut.scanned(COUNTED) * FILTERED_STATUS;
    return sum + (of.kind === "edge" ? 2 * SUBQUERY : SUBQUERY);
  }, SUBQUERY);
}

/** What a field `rows` groups by: where the schema has no such thing, the request fails when it is validated. */
function groupingsOf({ model, variables }: Reckoning, field: FieldNode): FacetBy[] {
  const asked = membersOf(argumentOf(field, "groupBy", variables));
  return facetsOf(model, COUNTED).filter(({ constant }) => asked.includes(constant));
}
