import { describe, expect, it } from "vitest";
import type { Figures } from "./measure.ts";
import type { Outcome } from "./outcome.ts";
import { besideGoals, commonIn, goalsOf } from "./report/goals.ts";
import { report } from "./report/markdown.ts";
import { measured, verdict } from "./report/verdict.ts";
import { BESIDE, COMMON, SHAPES, type SideName } from "./shapes/index.ts";
import { medianInterval } from "./statistics.ts";

const figures = (side: SideName, p50: readonly number[], throughput: readonly number[]): Figures => ({
  side,
  p50: measured(p50).value,
  p95: 9,
  throughput: measured(throughput).value,
  bytes: null,
  cold: 100,
  rounds: { p50, throughput, cold: [90, 100, 110, 120, 130] },
});
const eight = (value: number) => [1, 0.99, 1.01, 1, 0.98, 1.02, 1, 1].map((part) => part * value);

describe("the verdicts of the benchmark", () => {
  it("rest on where the median lies for sure: by the binomial distribution, from five rounds on", () => {
    expect(medianInterval([1, 2, 3, 4])).toBeNull();
    expect(medianInterval([5, 1, 4, 2, 3])).toEqual({ low: 1, high: 5 });
    // Of eight, one beyond the second from either end has a chance of 9 in 128.
    expect(medianInterval([8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ low: 2, high: 7 });
    expect(medianInterval([7, 6, 5, 4, 3, 2, 1])).toEqual({ low: 1, high: 7 });
  });

  it("are yes or no only where the whole interval lies on one side of the goal", () => {
    const found = measured([1, 2, 3, 4, 5]);
    expect([0.9, 1, 2, 5, 5.1].map((least) => verdict(found, { least }))).toEqual(["yes", "yes", "open", "open", "no"]);
    expect([0.9, 1, 4.9, 5, 6].map((most) => verdict(found, { most }))).toEqual(["no", "open", "open", "yes", "yes"]);
    expect(verdict(measured([1]), { least: 0.1 })).toBe("open");
  });

  it("have the nine common shapes in means, and the others beside statements by hand alone", () => {
    expect(COMMON.map(({ name }) => name)).toHaveLength(9);
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(COMMON.length + BESIDE.length);
    const shapes = ["point", "hub", "timeline"].map((shape, i) => ({
      shape,
      title: shape,
      objects: 10,
      figures: [
        figures("ours-neo4j", eight(i === 2 ? 30 : 1), eight([800, 400, 1][i] ?? 0)),
        ...(i === 2 ? [] : [figures("neo4j-graphql", eight(4), eight(100))]),
        figures("cypher-idiomatic", eight(i === 2 ? 10 : 1), eight(500)),
      ],
    }));
    const outcome: Outcome = { size: "small", measuredOn: "2025-01-01", nodes: 1, edges: 1, shapes };
    expect(commonIn(outcome).map(({ shape }) => shape)).toEqual(["point", "hub"]);
    const met = (text: string, goals = goalsOf(outcome)) => goals.find((goal) => goal.text.includes(text));
    // The geometric mean of 8 and 4, each round by itself.
    expect(met("3.5 times @neo4j/graphql's")).toMatchObject({ met: "yes", found: expect.stringMatching(/^5\.6\d×/) });
    expect(met("p50 at most 2 times the statement's by hand", besideGoals(outcome))).toMatchObject({
      met: "no",
      found: expect.stringMatching(/^timeline 3\.0\d×/),
    });
    expect(met("p50 at most 50 ms", besideGoals(outcome))?.met).toBe("yes");
    const text = report([outcome], [], { cpu: "x", cores: 1, memory: "1 GB", versions: {} });
    const [common = "", beside = ""] = text.split("### Beside hand-written Cypher");
    expect([common.includes("| timeline |"), beside.includes("| timeline |"), beside.includes("| point |")]).toEqual([false, true, false]);
  });
});
