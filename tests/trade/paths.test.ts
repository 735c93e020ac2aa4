import { describe, expect, it } from "vitest";
import { daysOf } from "../support/dates.ts";
import { randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { asOf, type Day, type Days, type Link, linksThere, randomDays, randomStory, type Story, storyEngine } from "./story.ts";

const { fill, ask, takeStatements, wiped } = storyEngine();

/** What is asked of `paths`. */
interface Asked {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly maxLength: number;
  readonly first: number;
  readonly types: readonly string[] | null;
  readonly through: readonly string[] | null;
  readonly inTimeOrder: boolean;
  readonly days: Days;
}

/** A path as it is compared: its busiest node, its nodes, and the keys of each hop's edges. */
interface Walked {
  readonly busiest: number | null;
  readonly ids: readonly string[];
  readonly hops: readonly (readonly string[])[];
}

/** Every path in its order, by walking all ways there are, as the schema words it. */
function expected(story: Story, asked: Asked): Walked[] {
  const links = linksThere(story, asked.days).filter(({ type }) => asked.types?.includes(type) ?? true);
  const there = new Set(
    linksThere({ things: story.things, links: story.things.map(({ id }) => loop(id)) }, asked.days).map(({ from }) => from),
  );
  const dateOf = new Map(story.things.map(({ id, date }) => [id, date]));
  const typeOf = new Map(story.things.map(({ id, type }) => [id, type.toUpperCase()]));
  const degree = (id: string) => links.filter(({ from, to }) => from === id || to === id).length;
  const isBefore = (day: Day, other: Day) => day !== null && other !== null && daysOf(day)[1] < daysOf(other)[0];
  const isEnd = (id: string) => asked.from.includes(id) || asked.to.includes(id);
  const found: Walked[] = [];
  const walk = (ids: readonly string[], hops: readonly (readonly string[])[]) => {
    const near = ids.at(-1) ?? "";
    if (hops.length > 0 && asked.to.includes(near)) {
      const inner = ids.slice(1, -1).map(degree);
      found.push({ busiest: inner.length > 0 ? Math.max(...inner) : null, ids, hops });
    }
    const goesOn = hops.length === 0 || (!isEnd(near) && (asked.through?.includes(typeOf.get(near) ?? "") ?? true));
    if (!goesOn || hops.length === asked.maxLength) return;
    const passed = asked.inTimeOrder ? ids.map((id) => dateOf.get(id) ?? null) : [];
    const others = new Set(links.flatMap(({ from, to }) => (from === near ? [to] : to === near ? [from] : [])));
    for (const far of others) {
      if (ids.includes(far) || passed.some((date) => isBefore(dateOf.get(far) ?? null, date))) continue;
      const between = links.filter(({ from, to }) => (from === near && to === far) || (from === far && to === near));
      const keys = between.filter(({ until }) => !passed.some((date) => isBefore(until, date))).map(({ key }) => key);
      if (keys.length > 0) walk([...ids, far], [...hops, keys.sort()]);
    }
  };
  for (const id of new Set(asked.from)) if (there.has(id)) walk([id], []);
  const order = ({ busiest, ids }: Walked) => [ids.length, busiest ?? 0, ...ids] as const;
  return found.sort((a, b) => compare(order(a), order(b))).slice(0, asked.first);
}

/** An edge that is there whenever its node is. */
const loop = (id: string): Link => ({ type: "", from: id, to: id, since: null, until: null, recordedOn: null, key: "" });

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? "";
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

interface Answer {
  readonly paths: readonly {
    readonly length: number;
    readonly busiest: number | null;
    readonly nodes: readonly { readonly id: string }[];
    readonly hops: readonly {
      readonly from: { readonly id: string };
      readonly to: { readonly id: string };
      readonly relationships: readonly {
        readonly type: string;
        readonly since: Day;
        readonly from: { readonly id: string };
        readonly to: { readonly id: string };
      }[];
    }[];
  }[];
}

async function answered({ from, to, maxLength, first, types, through, inTimeOrder, days }: Asked): Promise<Walked[]> {
  const list = (name: string, values: readonly string[] | null) => (values === null ? "" : `, ${name}: [${values.join(", ")}]`);
  const args = `from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, maxLength: ${maxLength}, first: ${first}, inTimeOrder: ${inTimeOrder}`;
  const { paths } = await ask<Answer>(
    `query ${asOf(days)} { paths(${args}${list("types", types)}${list("through", through)}) {
      length busiest nodes { id } hops { from { id } to { id } relationships { type since from { id } to { id } } }
    } }`,
  );
  return paths.map(({ length, busiest, nodes, hops }) => {
    const ids = nodes.map(({ id }) => id);
    expect(length).toBe(hops.length);
    expect(hops.map((hop) => [hop.from.id, hop.to.id])).toEqual(ids.slice(1).map((id, i) => [ids[i], id]));
    const keyOf = (edge: Answer["paths"][number]["hops"][number]["relationships"][number]) =>
      `${edge.from.id}|${edge.type}|${edge.to.id}|${edge.since ?? ""}`;
    return { busiest, ids, hops: hops.map(({ relationships }) => relationships.map(keyOf)) };
  });
}

describe("paths", () => {
  const counts = { all: 0, long: 0, inOrder: 0, parallel: 0 };

  it.each(seeds(40))("are the best of all ways there are, random story %i", async (seed) => {
    const random = randomOf(seed + 1_000);
    const story = randomStory(seed);
    await fill(story);
    const some = (most: number) => Array.from({ length: 1 + random.below(most) }, () => random.pick(story.things).id);
    for (let round = 0; round < 4; round++) {
      const asked: Asked = {
        from: some(2),
        to: some(2),
        maxLength: 1 + random.below(6),
        first: random.pick([1, 3, 10, 50]),
        types: random.pick([null, null, ["RETALIATES_AGAINST", "RESPONDS_TO", "CAUSES", "TARGETS", "AFFECTS", "HEADQUARTERED_IN"]]),
        through: random.pick([null, null, ["MEASURE", "EVENT"]]),
        inTimeOrder: random.below(2) === 0,
        days: random.pick([{ valid: null, known: null }, randomDays(random)]),
      };
      const paths = expected(story, asked);
      takeStatements();
      expect(await answered(asked), JSON.stringify(asked)).toEqual(paths);
      // One for the ends, one a hop at most, one for what is selected.
      expect(takeStatements()).toBeLessThanOrEqual(1 + asked.maxLength + 1);
      counts.all += paths.length;
      counts.long += paths.filter(({ hops }) => hops.length > 3).length;
      counts.inOrder += asked.inTimeOrder ? paths.filter(({ hops }) => hops.length > 1).length : 0;
      counts.parallel += paths.filter(({ hops }) => hops.some((keys) => keys.length > 1)).length;
    }
  });

  it.runIf(drawsAll)("are many, long ones, ones in time order and ones along several edges among them", () => {
    expect(counts.all).toBeGreaterThan(100);
    expect(counts.long).toBeGreaterThan(40);
    expect(counts.inOrder).toBeGreaterThan(20);
    expect(counts.parallel).toBeGreaterThan(20);
  });

  const thing = (id: string, date: Day = null) => {
    const types = { measure: "Measure", event: "Event", country: "Country", firm: "Firm" } as const;
    const type = types[id.split(":")[0] as keyof typeof types];
    return { id, type, date, recordedOn: null };
  };
  const link = (from: string, type: string, to: string, since: Day = null, until: Day = null): Link => {
    return { type, from, to, since, until, recordedOn: null, key: `${from}|${type}|${to}|${since ?? ""}` };
  };
  const nodesOf = async (args: string) => {
    const { paths } = await ask<Answer>(`{ paths(from: ["measure:a"], to: ["measure:c"]${args}) { nodes { id } } }`);
    return paths.map(({ nodes }) => nodes.map(({ id }) => id.split(":")[1]).join(" "));
  };

  it.each<[string, Day, Day, Day, Day, boolean]>([
    ["acts that follow each other", "2025-03-01", "2025-04-01", "2025-05-01", null, true],
    ["an act that is dated before the one that is passed before it", "2025-03-01", "2025-02-28", "2025-05-01", null, false],
    ["an act that is dated before one that is passed two before it", "2025-03-01", null, "2025-02-01", null, false],
    ["a month that holds the day", "2025-03-15", "2025-03", "2025-03-15", null, true],
    ["a month that is over before the day", "2025-03-15", "2025-02", "2025-05-01", null, false],
    ["a day after a month that may have begun before it", "2025-03", "2025-03-01", "2025-03", null, true],
    ["a year after a day of it", "2025-11-30", "2025", "2025-11-30", null, true],
    ["an act without a date", "2025-03-01", null, "2025-03-01", null, true],
    ["an edge that was over before the act at its beginning", "2025-03-01", "2025-04-01", "2025-05-01", "2025-03-31", false],
    ["an edge that was over in the month of the act at its beginning", "2025-03-01", "2025-04-01", "2025-05-01", "2025-04", true],
  ])("in time order pass %s, or not", async (_, first, second, third, until, isInOrder) => {
    await fill({
      things: [thing("measure:a", first), thing("event:b", second), thing("measure:c", third)],
      links: [link("measure:a", "CAUSES", "event:b"), link("measure:c", "RESPONDS_TO", "event:b", "2026", until)],
    });
    expect(await nodesOf("")).toEqual(["a b c"]);
    expect(await nodesOf(", inTimeOrder: true")).toEqual(isInOrder ? ["a b c"] : []);
  });

  it("through a busy node come after equally long ones through others, and before longer ones", async () => {
    const leaves = Array.from({ length: 30 }, (_, i) => `measure:leaf-${i}`);
    await fill({
      things: ["measure:a", "measure:c", "country:HUB", "event:x", "event:y", "event:z", ...leaves].map((id) => thing(id)),
      links: [
        ...["measure:a", "measure:c", ...leaves].map((id) => link(id, "TARGETS", "country:HUB")),
        ...["measure:a", "measure:c"].map((id) => link(id, "CAUSES", "event:y")),
        ...["measure:a", "measure:c"].map((id) => link(id, "CAUSES", "event:x")),
        link("measure:a", "CAUSES", "event:z"),
        link("event:z", "CAUSES", "event:x"),
      ],
    });
    expect(await nodesOf("")).toEqual(["a y c", "a x c", "a HUB c", "a z x c"]);
    expect(await nodesOf(", through: [EVENT]")).toEqual(["a y c", "a x c", "a z x c"]);
    expect(await nodesOf(", types: [TARGETS]")).toEqual(["a HUB c"]);
    expect(await nodesOf(", first: 1")).toEqual(["a y c"]);
    expect(await nodesOf(", first: 0")).toEqual([]);
    expect(await nodesOf(", maxLength: 1")).toEqual([]);
  });

  it("take as few statements as their length and the ways that lead there need", async () => {
    const chain = ["measure:a", "event:1", "event:2", "event:3", "event:4", "event:5", "measure:c"];
    await fill({ things: chain.map((id) => thing(id)), links: chain.slice(1).map((id, i) => link(chain[i] ?? "", "CAUSES", id)) });
    const statements = async (query: string) => {
      takeStatements();
      await ask(query);
      return takeStatements();
    };
    const paths = (args: string, selection = "nodes { id }") => `{ paths(${args}) { ${selection} } }`;
    // The ends with a hop from both, a hop more from both, and what is selected.
    expect(await statements(paths('from: ["measure:a"], to: ["event:1"], first: 1'))).toBe(1 + 1);
    expect(await statements(paths('from: ["measure:a"], to: ["event:3"], first: 1'))).toBe(1 + 1 + 1);
    expect(await statements(paths('from: ["measure:a"], to: ["measure:c"], maxLength: 6, first: 1'))).toBe(1 + 2 + 1);
    // No path: nothing is selected. A node that nobody knows has no hops.
    expect(await statements(paths('from: ["measure:a"], to: ["measure:c"], maxLength: 5'))).toBe(1 + 2);
    expect(await statements(paths('from: ["measure:a"], to: ["firm:nobody"]'))).toBe(1);
    // What lies below a row is read with it.
    expect(
      await statements(
        paths('from: ["measure:a"], to: ["event:1"], first: 1', "nodes { id } hops { from { id } relationships { claims { id } } }"),
      ),
    ).toBe(2);
    await wiped();
  });

  it("are looked for from one side alone where the other has much around it", async () => {
    const around = Array.from({ length: 600 }, (_, i) => `event:around-${i}`);
    const chain = ["measure:a", "event:1", "event:2", "event:3", "event:busy"];
    const links = chain.slice(1).map((id, i) => link(chain[i] ?? "", "CAUSES", id));
    await fill({
      things: [...chain, ...around].map((id) => thing(id)),
      links: [...links, ...around.map((id) => link(id, "CAUSES", "event:busy"))],
    });
    takeStatements();
    const { paths } = await ask<{ paths: { busiest: number; nodes: { id: string }[] }[] }>(
      '{ paths(from: ["measure:a"], to: ["event:busy"], first: 1) { busiest nodes { id } } }',
    );
    expect(paths).toEqual([{ busiest: 2, nodes: chain.map((id) => ({ id })) }]);
    // The ends with a hop from one of them, three hops more from there, none of them with the 601 edges of the other, and what is selected.
    expect(takeStatements()).toBe(1 + 3 + 1);
    await wiped();
  });

  it.each([
    ['from: ["measure:a"], to: ["measure:c"], maxLength: 0', "maxLength: 0 is out of bounds: it may be 1 to 6."],
    ['from: ["measure:a"], to: ["measure:c"], maxLength: 7', "maxLength: 7 is out of bounds: it may be 1 to 6."],
    ['from: ["measure:a"], to: ["measure:c"], first: 51', "first: 51 is out of bounds: it may be 0 to 50."],
    ['from: ["measure:a"], to: ["measure:c"], first: -1', "first: -1 is out of bounds: it may be 0 to 50."],
    ['from: ["a"], to: ["measure:c"]', 'from: "a" may be'],
    ['from: ["measure:a"], to: ["nothing:c"]', 'to: no id starts with "nothing:"'],
  ])("can't be asked for with paths(%s)", async (args, message) => {
    await expect(ask(`{ paths(${args}) { length } }`)).rejects.toThrow(message);
  });
});
