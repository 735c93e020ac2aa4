import { type EdgeRecord, type NodeRecord, placeOf, type Report } from "../record.ts";

/** Numbers that mean nothing without the property that says their unit. (What a measure changes for one good may be known without: see Coverage.) */
const UNITS: readonly (readonly [number: string, unit: string])[] = [
  ["rate", "rateUnit"],
  ["amount", "unit"],
  ["quota", "quotaUnit"],
  ["inQuotaRate", "rateUnit"],
  ["outOfQuotaRate", "rateUnit"],
];

/** What says something of a number alone: the property, and the number. */
const SAID_OF: readonly (readonly [property: string, number: string])[] = [
  ["unit", "amount"],
  ["per", "amount"],
  ["quotaUnit", "quota"],
  ["quotaPer", "quota"],
];

/** The rates of a tariff quota, which there are only where there is one. */
const QUOTA_RATES: readonly string[] = ["inQuotaRate", "outOfQuotaRate"];

/** How much there is of something: none at least. (A rate may be below nothing, such as a subsidy's.) */
const QUANTITIES: readonly string[] = ["amount", "quota"];

/** Parts of a whole, between 0 and 1. */
const SHARES: readonly string[] = ["share"];

/** Whether a property is a part of a whole, between 0 and 1, and so what is a hundred times as large in per cent. */
export function isShare(property: string): boolean {
  return SHARES.includes(property);
}

/** Why an amount can't be that of a property ("is less …", to follow it); null where it can, and for properties that are no amount. */
export function impossibleAmount(property: string, amount: number): string | null {
  return QUANTITIES.includes(property) && amount < 0 ? "is less than nothing" : null;
}

/** What numbers can't be: without their unit, less than nothing, more than the whole, a quota's rate without the quota, dearer within it than beyond. */
export function checkAmounts(record: NodeRecord | EdgeRecord, report: Report): void {
  const { properties } = record;
  // What was written but could not be read has been reported.
  const isAbsent = (name: string) => properties[name] === undefined && !record.places?.has(name);
  const number = (name: string) => (typeof properties[name] === "number" ? properties[name] : null);
  for (const [name, unit] of UNITS) {
    if (number(name) !== null && isAbsent(unit))
      report(placeOf(record, name), `${name} ${number(name)} says nothing without its unit: write ${unit} beside it.`);
  }
  for (const [property, name] of SAID_OF) {
    if (properties[property] !== undefined && isAbsent(name))
      report(
        placeOf(record, property),
        `${property} ${properties[property]} says nothing without the number: write ${name} beside it, or leave it out.`,
      );
  }
  for (const name of QUOTA_RATES) {
    if (number(name) !== null && isAbsent("quota"))
      report(
        placeOf(record, name),
        `${name} ${number(name)} is the rate of a quota: write quota, how much it is, beside it. A rate for all is newRate.`,
      );
  }
  for (const name of QUANTITIES) {
    const problem = impossibleAmount(name, number(name) ?? 0);
    if (problem !== null) report(placeOf(record, name), `${name} ${number(name)} ${problem}.`);
  }
  for (const name of SHARES) {
    const share = number(name);
    if (share !== null && (share < 0 || share > 1))
      report(placeOf(record, name), `${name} ${share} is no part of a whole: it is between 0 and 1, such as 0.25 for 25 %.`);
  }
  const [within, beyond] = [number("inQuotaRate"), number("outOfQuotaRate")];
  if (within !== null && beyond !== null && within > beyond)
    report(placeOf(record, "inQuotaRate"), `inQuotaRate ${within} is above outOfQuotaRate ${beyond}: they seem to be turned round.`);
}
