import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";

interface Similar {
  readonly measure: { readonly id: string };
  readonly score: number;
  readonly sharedCount: number;
  readonly shared: readonly { readonly own: { readonly id: string }; readonly other: { readonly id: string }; readonly isSame: boolean }[];
}

const SELECTED = "{ measure { id } score sharedCount shared { own { id } other { id } isSame } }";

/** Goods beside those that the world's measures cover, so that many share some and none share all. */
const GOODS = ["hs-xvi", "hs-85", "hs-8505", "hs-850511", "hs-01", "magnets", "critical"].map((key) => `commodity:${key}`);
const measures = world.nodes.filter(({ type }) => type === "Measure");
const more = measures.flatMap(({ id }, i) =>
  GOODS.filter((_, j) => (i * 7 + j * 5) % 4 === 0 && i % 6 !== 5).map((to) => ({ type: "COVERS", from: id, to, properties: {} })),
);
/** What nobody imposed, and what covers nothing: alike to none. */
const odd = [
  { type: "COVERS", from: "measure:nobody", to: "commodity:hs-85", properties: {} },
  { type: "IMPOSED_BY", from: "measure:nothing", to: "country:US", properties: {} },
];
const edges = [...world.edges, ...more, ...odd];
const kinds = new Map<string, unknown>([
  ...measures.map(({ id, properties }) => [id, properties.kind] as const),
  ["measure:nobody", "TARIFF"],
  ["measure:nothing", "TARIFF"],
]);

const holds = ({ properties }: (typeof edges)[number], day: string | null) => {
  const { since, until } = properties as { since?: unknown; until?: unknown };
  if (day === null) return true;
  return String(since ?? "") <= day && (typeof until !== "string" || until >= day || day.startsWith(until));
};

/** All that a node comes to along edges of a type. */
function above(id: string, among: typeof edges): string[] {
  const found = [id];
  for (const at of found) {
    for (const { type, from, to } of among) if (type === "PART_OF" && from === at && !found.includes(to)) found.push(to);
  }
  return found;
}

/** Who imposed a measure: agencies stand for what they belong to, up to a country. */
function sideOf(measure: string, among: typeof edges): string[] {
  const found = among.filter(({ type, from }) => type === "IMPOSED_BY" && from === measure).map(({ to }) => to);
  for (const at of found) {
    if (!at.startsWith("agency:")) continue;
    found.push(...among.filter(({ type, from }) => type === "PART_OF" && from === at).map(({ to }) => to));
  }
  return found;
}

/** The law of the schema's description, worked out pair by pair. */
function expected(id: string, day: string | null, shown: ReadonlySet<string>) {
  const among = edges.filter((edge) => holds(edge, day));
  const goods = (measure: string) => [
    ...new Set(among.filter(({ type, from }) => type === "COVERS" && from === measure).map(({ to }) => to)),
  ];
  const own = goods(id);
  const mine = sideOf(id, among);
  return [...kinds]
    .filter(([other, kind]) => other !== id && shown.has(other) && kind === kinds.get(id))
    .flatMap(([other]) => {
      const theirs = goods(other);
      const side = sideOf(other, among);
      if (mine.length === 0 || side.length === 0 || side.some((one) => mine.includes(one))) return [];
      const isNear = (a: string, b: string) => above(a, among).includes(b) || above(b, among).includes(a);
      const value = (good: string, all: readonly string[]) => (all.includes(good) ? 1 : all.some((one) => isNear(good, one)) ? 0.5 : 0);
      const sum = [...own.map((good) => value(good, theirs)), ...theirs.map((good) => value(good, own))].reduce<number>((a, b) => a + b, 0);
      const pairs = own.flatMap((good) => theirs.filter((one) => isNear(good, one)).map((one) => [good, one, good === one]));
      return sum > 0
        ? [{ id: other, score: Math.round((10_000 * sum) / (own.length + theirs.length)) / 10_000, pairs: pairs.map(String).sort() }]
        : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

describe("similar", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
    await open.write(async (transaction) => {
      const text = "CREATE (n:Node:Measure {id: $id, title: $id, kind: 'TARIFF'})";
      for (const id of ["measure:nobody", "measure:nothing"]) await transaction.run({ text, params: { id } });
      for (const { type, from, to } of [...more, ...odd]) {
        const edge = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[:${type} {claims: [], evidence: []}]->(b)`;
        await transaction.run({ text: edge, params: { from, to } });
      }
    });
  });
  afterAll(() => open?.close());

  const ask = async (day: string | null) => {
    const asOf = day === null ? "" : `@asOf(valid: "${day}")`;
    const { measures } = (await open.ask(`{ measures(first: 200) ${asOf} { nodes { id similar(first: 50) ${SELECTED} } } }`)) as {
      measures: { nodes: { id: string; similar: Similar[] }[] };
    };
    return measures.nodes;
  };

  it.each([null, "2019-06-30", "2025-06-10"])("is what comparing all pairs finds, as of %s", async (day) => {
    const nodes = await ask(day);
    const shown = new Set(nodes.map(({ id }) => id));
    let found = 0;
    for (const { id, similar } of nodes) {
      const wanted = expected(id, day, shown);
      expect(
        similar.map(({ measure, score, sharedCount }) => ({ id: measure.id, score, sharedCount })),
        `${id} ${day}`,
      ).toEqual(wanted.map(({ id: other, score, pairs }) => ({ id: other, score, sharedCount: pairs.length })));
      for (const [i, { shared }] of similar.entries()) {
        const pairs = shared.map(({ own, other, isSame }) => [own.id, other.id, isSame]);
        expect(pairs.map(String).sort()).toEqual(wanted[i]?.pairs);
        const inOrder = [...pairs].sort((a, b) => Number(b[2]) - Number(a[2]) || (`${a[0]}\n${a[1]}` < `${b[0]}\n${b[1]}` ? -1 : 1));
        expect(pairs).toEqual(inOrder);
      }
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(20);
  });

  it("is the same seen from either side, and never above 1", async () => {
    const nodes = await ask(null);
    const scores = new Map(
      nodes.flatMap(({ id, similar }) => similar.map(({ measure, score }) => [[id, measure.id].join(" "), score] as const)),
    );
    for (const [pair, score] of scores) {
      expect(scores.get(pair.split(" ").reverse().join(" "))).toBe(score);
      expect(score > 0 && score <= 1).toBe(true);
    }
    expect([...scores.keys()].filter((pair) => pair.includes("measure:nobody") || pair.includes("measure:nothing"))).toEqual([]);
  });

  it("takes as many statements for one measure as for all, and gives the most alike first", async () => {
    open.takeStatements();
    const all = await ask(null);
    // The list's own statement, four of the comparison, one of what is selected.
    expect(open.takeStatements()).toBe(6);
    const most = all.reduce((a, b) => (b.similar.length > a.similar.length ? b : a));
    expect(most.similar.length).toBeGreaterThan(2);
    const { node } = (await open.ask(`{ node(id: "${most.id}") { ... on Measure { similar(first: 2) ${SELECTED} } } }`)) as {
      node: { similar: Similar[] };
    };
    expect(open.takeStatements()).toBe(6);
    expect(node.similar).toEqual(most.similar.slice(0, 2));
    expect(await open.codes('{ node(id: "measure:m00") { ... on Measure { similar(first: 51) { score } } } }')).toEqual(["BAD_PAGE"]);
  });
});
