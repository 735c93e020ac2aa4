import { describe, expect, it } from "vitest";
import { byThen, DATES, daysOf } from "../support/dates.ts";
import { emptyEngine } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";

type Kind = "ENDS" | "REPLACES" | "SUSPENDS" | "EXTENDS";
interface Measure {
  id: string;
  announcedOn: string | null;
  inForceFrom: string | null;
  inForceUntil: string | null;
}
interface Reach {
  type: Kind;
  to: string;
  since: string | null;
  until: string | null;
  recordedOn: string | null;
}

/** Whether a date lies on or before a day: yes, no, or unsettled. */
const begun = (date: string | null, day: string) => {
  if (date === null) return "unsettled";
  const [first, last] = daysOf(date);
  return first <= day && last > day ? "unsettled" : first <= day;
};
/** Whether what runs until a date still runs on a day. */
const lasts = (until: string | null, day: string) => {
  if (until === null) return true;
  const [first, last] = daysOf(until);
  return first >= day ? true : last >= day ? "unsettled" : false;
};

/** The rule of schema/measure.graphql, written out over plain objects. */
function statusOf(measure: Measure, reaches: readonly Reach[], day: string, known: string | null): string {
  const heard = reaches.filter((r) => r.to === measure.id && byThen(r.recordedOn, known));
  const of = (...types: Kind[]) => heard.filter((r) => types.includes(r.type));
  const { announcedOn: announced, inForceFrom: from, inForceUntil: until } = measure;
  if (announced !== null && begun(announced, day) === false) return "NOT_YET_ANNOUNCED";
  if (announced !== null && begun(announced, day) === "unsettled") return "UNKNOWN";
  const hasBegun = (r: Reach) => begun(r.since, day) === true;
  const stopped = (r: Reach) => hasBegun(r) && from !== null && r.since !== null && r.since <= from;
  const never = of("ENDS", "REPLACES").some(stopped) || of("SUSPENDS").some((r) => stopped(r) && lasts(r.until, day) === true);
  const unlessNever = (status: string) => (never ? "NEVER_IN_FORCE" : status);
  if (of("ENDS").some(hasBegun)) return unlessNever("REVOKED");
  if (of("REPLACES").some(hasBegun)) return unlessNever("REPLACED");
  if (of("ENDS", "REPLACES").some((r) => begun(r.since, day) === "unsettled")) return "UNKNOWN";
  if (of("SUSPENDS").some((r) => hasBegun(r) && lasts(r.until, day) === true)) return unlessNever("SUSPENDED");
  if (of("SUSPENDS").some((r) => begun(r.since, day) === "unsettled" || (hasBegun(r) && lasts(r.until, day) === "unsettled")))
    return "UNKNOWN";
  if (until !== null && lasts(until, day) === "unsettled") return "UNKNOWN";
  const extended = of("EXTENDS").some((r) => hasBegun(r) && lasts(r.until, day) === true);
  if (until !== null && lasts(until, day) === false && !extended) return "EXPIRED";
  if (from === null) return announced === null ? "UNKNOWN" : "ANNOUNCED";
  const started = begun(from, day);
  return started === "unsettled" ? "UNKNOWN" : started ? "IN_FORCE" : "SCHEDULED";
}

describe("the status of a measure on a day", () => {
  const { ask, write, takeStatements } = emptyEngine();

  const fill = (measures: readonly Measure[], reaches: readonly Reach[]) =>
    write(
      [
        ...measures.map(({ id, ...dates }) => ({ id, type: "Measure", values: dates })),
        { id: "event:act", type: "Event", values: { title: "The act", kind: "RULING" } },
      ],
      reaches.map(({ type, to, ...dates }) => ({ type, from: "event:act", to, values: { ...dates, claims: [], bundles: [] } })),
    );
  interface Status {
    status: string;
    decidedBy: { type: Kind; since: string | null; node: { id: string } } | null;
  }

  it.each([...Array(20).keys()])("a measure's status is that of the rule written out, random history %i", async (seed) => {
    const random = randomOf(seed + 1000);
    const dates = [null, ...DATES];
    const date = () => random.pick(dates);
    const measures = Array.from(
      { length: 12 },
      (_, i): Measure => ({
        id: `measure:m${i}`,
        announcedOn: date(),
        inForceFrom: date(),
        inForceUntil: random.pick([null, null, date()]),
      }),
    );
    const kinds: Kind[] = ["ENDS", "REPLACES", "SUSPENDS", "SUSPENDS", "EXTENDS"];
    const reaches = Array.from(
      { length: 14 },
      (): Reach => ({ type: random.pick(kinds), to: random.pick(measures).id, since: date(), until: date(), recordedOn: date() }),
    );
    await fill(measures, reaches);
    for (const day of ["2024-12-31", "2025-01-01", "2025-03-15", "2025-06-30", "2025-06-01", "2026-02-02"]) {
      const known = random.pick([null, null, "2025-03-15", "2025-06-09"]);
      const expected = new Map(measures.map((m) => [m.id, statusOf(m, reaches, day, known)]));
      const wanted = random.pick([
        ["IN_FORCE"],
        ["SUSPENDED", "NEVER_IN_FORCE"],
        ["UNKNOWN", "EXPIRED"],
        ["REVOKED", "REPLACED", "SCHEDULED"],
      ]);
      takeStatements();
      const answer = await ask<{
        measures: { nodes: { id: string; statusOn: Status }[] };
        kept: { totalCount: number; nodes: { id: string }[] };
      }>(
        `query ($day: Date!, $known: Date, $in: [MeasureStatus!]!) {
          measures { nodes { id statusOn(date: $day, known: $known) { status decidedBy { type since node { id } } } } }
          kept: measures(filter: { status: { on: $day, known: $known, in: $in } }) { totalCount nodes { id } }
        }`,
        { day, known, in: wanted },
      );
      expect(takeStatements()).toBe(2);
      expect(new Map(answer.measures.nodes.map((n) => [n.id, n.statusOn.status]))).toEqual(
        new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))),
      );
      const kept = [...expected].flatMap(([id, status]) => (wanted.includes(status) ? [id] : [])).sort();
      expect(answer.kept).toEqual({ totalCount: kept.length, nodes: kept.map((id) => ({ id })) });
      for (const { statusOn } of answer.measures.nodes) {
        const because: Readonly<Record<string, Kind>> = { REVOKED: "ENDS", REPLACED: "REPLACES", SUSPENDED: "SUSPENDS" };
        const type = because[statusOn.status];
        if (type) expect(statusOn.decidedBy).toMatchObject({ type, node: { id: "event:act" } });
      }
    }
  });

  it("a measure's status follows its extension, suspension and end over three years, and says what decided each step", async () => {
    await fill(
      [
        { id: "measure:tariff", announcedOn: "2023-02-01", inForceFrom: "2023-03-01", inForceUntil: "2024-02-29" },
        { id: "measure:threat", announcedOn: "2025-10-10", inForceFrom: "2025-11-01", inForceUntil: null },
      ],
      [
        { type: "EXTENDS", to: "measure:tariff", since: "2024-02-15", until: "2025-08-31", recordedOn: "2024-02-16" },
        { type: "SUSPENDS", to: "measure:tariff", since: "2024-06-01", until: "2024-08-31", recordedOn: "2024-05-20" },
        { type: "ENDS", to: "measure:tariff", since: "2025-05-14", until: null, recordedOn: "2025-05-12" },
        { type: "ENDS", to: "measure:threat", since: "2025-10-30", until: null, recordedOn: "2025-10-30" },
      ],
    );
    const steps: [string, string, string, string | null][] = [
      ["measure:tariff", "2023-01-31", "NOT_YET_ANNOUNCED", null],
      ["measure:tariff", "2023-02-10", "SCHEDULED", null],
      ["measure:tariff", "2023-03-01", "IN_FORCE", null],
      ["measure:tariff", "2024-03-01", "IN_FORCE", "EXTENDS"],
      ["measure:tariff", "2024-07-01", "SUSPENDED", "SUSPENDS"],
      ["measure:tariff", "2024-09-01", "IN_FORCE", "EXTENDS"],
      ["measure:tariff", "2025-05-14", "REVOKED", "ENDS"],
      ["measure:threat", "2025-10-20", "SCHEDULED", null],
      ["measure:threat", "2025-12-01", "NEVER_IN_FORCE", "ENDS"],
    ];
    for (const [id, day, status, type] of steps) {
      const { measure } = await ask<{ measure: { statusOn: Status } }>(
        `query ($id: ID!, $day: Date!) { measure(id: $id) { statusOn(date: $day) { status decidedBy { type since node { id } } } } }`,
        { id, day },
      );
      expect([day, measure.statusOn.status, measure.statusOn.decidedBy?.type ?? null]).toEqual([day, status, type]);
    }
    const { measure } = await ask<{ measure: { before: Status; known: Status } }>(
      `query @asOf(known: "2025-05-01") {
        measure(id: "measure:tariff") { before: statusOn(date: "2025-06-01") { status } known: statusOn(date: "2025-06-01", known: "2025-05-12") { status } }
      }`,
    );
    expect(measure).toEqual({ before: { status: "IN_FORCE" }, known: { status: "REVOKED" } });
  });
});
