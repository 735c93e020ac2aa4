export { countPeriods, MOST_PERIODS } from "./periods.ts";
export { statistics } from "./statistics.ts";
