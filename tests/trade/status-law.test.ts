import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/trade/status/effects.ts";
import { lawOf } from "../../src/trade/status/law.ts";
import { spansOf } from "../../src/trade/status/spans.ts";
import { dayAfter, dayBefore } from "../../src/trade/status/sure.ts";
import { randomOf } from "../support/random.ts";
import { type Given, type History, possibleStatuses, randomHistory } from "./status-worlds.ts";

/** The facts that the statement would gather of a measure. */
function factsOf({ acts, edges }: History, id: string): Facts {
  const act = (of: string) => {
    const found = acts.find((a) => a.id === of);
    if (!found) throw new Error(`No act ${of}.`);
    return found;
  };
  const { announcedOn, inForceFrom, inForceUntil } = act(id);
  const effects = edges.map(({ type, from, to, since, until }) => ({
    to,
    act: from,
    type,
    since: since ?? act(from).inForceFrom ?? act(from).announcedOn,
    until,
    actUntil: act(from).inForceUntil,
    written: since,
    cut: false,
  }));
  return { id, announcedOn, inForceFrom, inForceUntil, effects };
}

/** The status on a day, and what decided it, by the law for that day alone. */
const statusOf = (facts: Facts, day: string) => lawOf(facts, [], day).on(day);
const decidingEffect = (facts: Facts, day: string) => lawOf(facts, [], day).decidedBy(day);

const FULL: readonly Given[] = [
  "2025-05-28",
  "2025-05-31",
  "2025-06-01",
  "2025-06-02",
  "2025-06-10",
  "2025-06-29",
  "2025-06-30",
  "2025-07-01",
];
const PARTIAL: readonly Given[] = [...FULL, null, "2025", "2025-05", "2025-06", "2025-06", "2025-07"];
const DAYS = ["2025-05-31", "2025-06-01", "2025-06-02", "2025-06-15", "2025-06-30", "2025-07-02"];

describe("the law of status", () => {
  it("is what walking through a measure's life day by day gives, where every date is a day", () => {
    const random = randomOf(1);
    for (let i = 0; i < 4000; i++) {
      const history = randomHistory(random, FULL, 2 + random.below(5));
      const undated = history.edges.some(
        ({ from, since }) => since === null && history.acts.find((a) => a.id === from)?.inForceFrom == null,
      );
      if (undated) continue;
      const day = random.pick(DAYS);
      const [only] = possibleStatuses(random, history, "measure:m0", day, 1);
      expect({ history, day, status: statusOf(factsOf(history, "measure:m0"), day).status }).toEqual({ history, day, status: only });
    }
  });

  it("tells a status only where all days that the dates may stand for agree, and nearly always where they do", () => {
    const random = randomOf(2);
    let [told, agreed] = [0, 0];
    for (let i = 0; i < 3000; i++) {
      const history = randomHistory(random, PARTIAL, 2 + random.below(3));
      const day = random.pick(DAYS);
      const possible = possibleStatuses(random, history, "measure:m0", day, 60);
      const { status } = statusOf(factsOf(history, "measure:m0"), day);
      if (status !== "UNKNOWN") expect({ history, day, possible: [...possible] }).toEqual({ history, day, possible: [status] });
      const [only] = possible;
      if (possible.size > 1 || only === "UNKNOWN") continue;
      agreed++;
      if (status === only) told++;
    }
    expect(agreed).toBeGreaterThan(1000);
    // Never more is left open than one date read twice may explain.
    expect(told / agreed).toBeGreaterThan(0.99);
  });

  it("comes along time in spans without gaps, each the longest in which days have one status and one deciding edge", () => {
    const random = randomOf(4);
    const most = 1000;
    let parted = 0;
    for (let i = 0; i < 300; i++) {
      const facts = factsOf(randomHistory(random, PARTIAL, 2 + random.below(4)), "measure:m0");
      const { spans, isCut } = spansOf(lawOf(facts, []), { from: null, to: null }, most);
      expect([isCut, spans[0]?.from, spans.at(-1)?.until]).toEqual([false, null, null]);
      for (const [at, span] of spans.entries()) {
        const next = spans[at + 1];
        if (next) expect(next.from).toBe(dayAfter(span.until ?? ""));
        if (next) expect([next.status, next.decidedBy]).not.toEqual([span.status, span.decidedBy]);
        const [first, last] = [span.from ?? "1900-01-01", span.until ?? "2100-01-01"];
        for (const day of [first, dayAfter(first), dayBefore(last), last].filter((day) => day >= first && day <= last)) {
          const alone = { status: statusOf(facts, day).status, decidedBy: decidingEffect(facts, day) };
          expect({ facts, day, ...alone }).toEqual({ facts, day, status: span.status, decidedBy: span.decidedBy });
        }
      }
      parted += spans.length;
      // A part of the days has the same spans, cut off at its ends.
      const [from, to] = ["2025-06-01", random.pick(["2025-06-01", "2025-06-20", "2025-08-01"])];
      const within = spans
        .filter((span) => (span.from ?? "") <= to && (span.until ?? "~") >= from)
        .map((span) => ({ ...span, from: [span.from ?? "", from].sort()[1], until: [span.until ?? "~", to].sort()[0] }));
      expect(spansOf(lawOf(facts, []), { from, to }, most).spans).toEqual(within);
      // So many and no more, of which the last one ends where it ends.
      expect(spansOf(lawOf(facts, []), { from: null, to: null }, 2)).toEqual({ spans: spans.slice(0, 2), isCut: spans.length > 2 });
    }
    expect(parted).toBeGreaterThan(750);
  });

  it("has spans from the first to the last day of the calendar", () => {
    const dates = { announcedOn: "0000", inForceFrom: "0000-01-01", inForceUntil: "9999-12-31" };
    const { spans } = spansOf(lawOf({ id: "measure:m0", ...dates, effects: [] }, []), { from: null, to: null }, 10);
    expect(spans.map(({ status, from, until }) => [status, from, until])).toEqual([
      ["UNKNOWN", null, "0000-12-30"],
      ["IN_FORCE", "0000-12-31", null],
    ]);
  });

  it("names an edge without which the status would differ, once those that came later are passed over", () => {
    const random = randomOf(3);
    let named = 0;
    for (let i = 0; i < 2000; i++) {
      const facts = factsOf(randomHistory(random, PARTIAL, 2 + random.below(3)), "measure:m0");
      const day = random.pick(DAYS);
      const { status } = statusOf(facts, day);
      const own = facts.effects.filter(({ to }) => to === facts.id);
      const without = (left: readonly unknown[]) =>
        statusOf({ ...facts, effects: facts.effects.filter((e) => !left.includes(e)) }, day).status;
      const decided = decidingEffect(facts, day);
      if (decided === null) expect(without(own)).toBe(status);
      else {
        named++;
        const later = own.filter((e) => e !== decided && (e.since ?? "~") > (decided.since ?? "~"));
        expect(without(later)).toBe(status);
      }
      if (own.length === 1) expect(decided !== null).toBe(without(own) !== status);
    }
    expect(named).toBeGreaterThan(400);
  });
});
