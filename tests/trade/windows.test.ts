import { describe, expect, it } from "vitest";
import type { Listed } from "../support/empty-engine.ts";
import { type Random, randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { DAYS, randomWorld, worldEngine } from "./world.ts";

const SPANS = ["2025", "2025-03", "2025-03-10", "2025-06", "2025-06-10", "2026"];

/** Some members of a list, at least one, or all of them by none. */
function some(random: Random, items: readonly string[]): string[] | null {
  if (random.below(3) > 0) return null;
  const chosen = items.filter(() => random.below(3) === 0);
  return chosen.length > 0 ? chosen : [random.pick(items)];
}

/** Arguments as they are written; null ones are left out. */
const written = (args: Readonly<Record<string, string | null>>) =>
  Object.entries(args).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));

const words = (list: readonly string[] | null) => (list === null ? null : `[${list.join(", ")}]`);
const text = (value: string | null) => (value === null ? null : `"${value}"`);

/** A list over the whole graph with arguments at random, and what is selected of it. */
interface Drawn {
  readonly field: string;
  readonly args: readonly string[];
  readonly selected: string;
  /** Arguments with which the same is found where nothing is noted yet. */
  readonly unnoted?: readonly string[];
}
type Draw = (random: Random) => Drawn;

const timeline: Draw = (random) => {
  const [from, to] = [random.pick([null, ...SPANS]), random.pick([null, ...SPANS])];
  const isReversed = from !== null && to !== null && from > `${to}~`;
  const kinds = some(random, ["ANNOUNCED", "IN_FORCE", "EXPIRY", "SUSPENDED", "ENDED", "STATEMENT", "EVENT", "EVENT_END", "DUE"]);
  const direction = random.pick(["ASC", "DESC"]);
  return {
    field: "timeline",
    args: written({ from: text(isReversed ? to : from), to: text(isReversed ? from : to), kinds: words(kinds), direction }),
    selected: "date kind node { id } by { id } claims { id }",
  };
};

const changes: Draw = (random) => {
  const [from = "", to = ""] = [random.pick(DAYS), random.pick(DAYS)].sort();
  const kinds = some(random, ["ADDED", "ENDED", "CHANGED"]);
  return {
    field: "changes",
    args: written({ from: text(from), to: text(to), axis: random.pick(["VALID", "RECORDED"]), kinds: words(kinds) }),
    selected: "node { id } kind date relationship { type from { id } to { id } since } field before after claims { id }",
  };
};

const relationships: Draw = (random) => {
  const step = () => `{ field: ${random.pick(["SINCE", "UNTIL", "RECORDED_ON"])}, direction: ${random.pick(["ASC", "DESC"])} }`;
  const [from, to] = [random.pick(SPANS), random.pick(SPANS)].sort();
  const edge = random.pick([
    null,
    null,
    `{ since: { from: "${from}", to: "${to}" } }`,
    "{ evidence: { minSources: 1 } }",
    "{ until: { exists: true } }",
  ]);
  const types = some(random, ["SUSPENDS", "TARGETS", "COVERS", "PART_OF", "PARTICIPATES_IN"]);
  return {
    field: "relationships",
    args: written({ types: words(types), edge, orderBy: random.pick([null, `[${step()}]`, `[${step()}, ${step()}]`]) }),
    selected: "type from { id } to { id } since until recordedOn sourceCount claims { id }",
  };
};

/** All things that claims of the world are about. */
const SUBJECTS = [...["m0", "m1", "m2"].map((id) => `measure:${id}`), "commitment:c0", "commitment:c2"];

const disagreements: Draw = () => ({
  field: "disagreements",
  args: [],
  // Of the whole graph, what is marked is looked at and nothing else.
  unnoted: [`about: ${JSON.stringify(SUBJECTS)}`],
  selected: "about { ... on Node { id } } field positions { value claim { id } }",
});

describe("lists over the whole graph", () => {
  const { fill, ask, noted } = worldEngine();
  let rows = 0;

  it.each(seeds(20))("are the same whole, in pages both ways, and by what nodes note of their edges, random graph %i", async (seed) => {
    const random = randomOf(seed + 4_000);
    const draws = [timeline, changes, relationships, disagreements, timeline, changes, relationships, relationships].map((draw) => {
      const given = [
        ...(random.below(4) === 0 ? [`valid: "${random.pick(DAYS)}"`] : []),
        ...(random.below(4) === 0 ? [`known: "${random.pick(DAYS)}"`] : []),
      ];
      return { ...draw(random), asOf: given.length > 0 ? `@asOf(${given.join(", ")})` : "" };
    });
    await fill(randomWorld(seed));
    const list = async ({ field, args, selected, asOf }: (typeof draws)[number], page: string) => {
      const question = `query ${asOf} { list: ${field}(${[...args, page].join(", ")}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ${selected} } } }`;
      return { question, ...(await ask<{ list: Page }>(question)).list };
    };
    const before = [];
    for (const draw of draws) before.push((await list({ ...draw, args: draw.unnoted ?? draw.args }, "first: 200")).nodes);
    await noted();
    for (const [i, draw] of draws.entries()) {
      const whole = await list(draw, "first: 200");
      expect(whole.nodes, whole.question).toEqual(before[i]);
      expect(whole.totalCount, whole.question).toBe(whole.nodes.length);
      rows += whole.nodes.length;
      const size = 1 + random.below(7);
      const forwards: unknown[] = [];
      for (
        let page = await list(draw, `first: ${size}`);
        ;
        page = await list(draw, `first: ${size}, after: "${page.pageInfo.endCursor}"`)
      ) {
        forwards.push(...page.nodes);
        expect(page.pageInfo.hasNextPage, page.question).toBe(forwards.length < whole.nodes.length);
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(forwards, whole.question).toEqual(whole.nodes);
      const backwards: unknown[] = [];
      for (
        let page = await list(draw, `last: ${size}`);
        ;
        page = await list(draw, `last: ${size}, before: "${page.pageInfo.startCursor}"`)
      ) {
        backwards.unshift(...page.nodes);
        expect(page.pageInfo.hasPreviousPage, page.question).toBe(backwards.length < whole.nodes.length);
        if (!page.pageInfo.hasPreviousPage) break;
      }
      expect(backwards, whole.question).toEqual(whole.nodes);
    }
  });

  it.runIf(drawsAll)("are many", () => expect(rows).toBeGreaterThan(1000));
});

interface Page extends Listed<unknown> {
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}
