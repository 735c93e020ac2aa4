import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type Bundle, type EdgeRecord, formatProblem, loadBundles, merge, type NodeRecord, unmerge } from "../../src/load/index.ts";
import { wipe } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { type Random, randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { exportOf } from "./merges-support.ts";
import { model } from "./support.ts";

let engine: GraphEngine;
beforeAll(async () => {
  engine = await openPrepared(model);
});
afterAll(() => engine?.close());

/** Draws with a few more ways to draw. */
function drawing(seed: number) {
  const { below, pick }: Random = randomOf(seed);
  return {
    pick,
    chance: (share: number) => below(100) < share * 100,
    shuffled: <T>(items: readonly T[]): T[] => {
      const all = [...items];
      for (let i = all.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [all[i], all[j]] = [all[j] as T, all[i] as T];
      }
      return all;
    },
  };
}
type Draw = ReturnType<typeof drawing>;

const place = { file: "world", line: 1, column: 1 };
const FIRMS = [0, 1, 2, 3, 4].map((i) => `firm:f${i}`);
const GOODS = ["commodity:g0", "commodity:g1"];
const CLAIMS = [0, 1, 2, 3].map((i) => `claim:c${i}`);
const DAYS = [null, "2024", "2025-03-01"] as const;

const node = (type: string, id: string, properties: NodeRecord["properties"]): NodeRecord => ({ type, id, properties, place });
const edge = (
  type: string,
  from: string,
  to: string,
  properties: EdgeRecord["properties"] = {},
  claims: readonly string[] = [],
): EdgeRecord => ({
  type,
  from,
  to,
  properties,
  claims,
  place,
});

/** What all others point at: two sources, claims of both, goods, a measure. */
const BASE: Bundle = {
  name: "base",
  place,
  nodes: [
    node("Source", "source:s0", { title: "S0", publishedOn: "2025-01-01", reliability: "OFFICIAL" }),
    node("Source", "source:s1", { title: "S1", publishedOn: "2025-02-01", reliability: "PRESS" }),
    ...CLAIMS.map((id, i) => node("Claim", id, { certainty: ["CONFIRMED", "REPORTED"][i % 2] ?? "" })),
    ...GOODS.map((id) => node("Commodity", id, { name: id, level: "GROUP" })),
    node("Measure", "measure:m", { title: "M", kind: "BAN", effect: "RESTRICTING" }),
  ],
  edges: CLAIMS.map((id, i) => edge("STATED_IN", id, `source:s${Math.floor(i / 2)}`)),
};

/** Firms by two bundles, with what claims say of them, and edges by two more. Each edge stands in a bundle once. */
function bundles(draw: Draw): Bundle[] {
  const registers = [0, 1].map((r): Bundle => {
    const nodes = FIRMS.filter((_, i) => i % 2 === r).map((id) =>
      node("Firm", id, {
        name: `${id} ${draw.pick(["Ltd", "Inc"])}`,
        kind: draw.pick(["COMPANY", "PRESS"]),
        ...(draw.chance(0.5) ? { ticker: draw.pick(["T1", "T2"]) } : {}),
        ...(draw.chance(0.5) ? { aliases: [draw.pick(["One", "Two"])] } : {}),
      }),
    );
    return { name: `register-${r}`, nodes, edges: once(nodes.flatMap(({ id }) => (draw.chance(0.6) ? [about(draw, id)] : []))), place };
  });
  const others = [0, 1].map(
    (b): Bundle => ({ name: `edges-${b}`, nodes: [], edges: once(Array.from({ length: 8 }, () => anEdge(draw))), place }),
  );
  return [BASE, ...registers, ...others];
}

function about(draw: Draw, id: string): EdgeRecord {
  const claimed: EdgeRecord["properties"][] = [
    {},
    { field: "ticker", value: draw.pick(["T1", "T3"]) },
    { field: "parents", value: draw.pick(FIRMS) },
  ];
  return edge("ABOUT", draw.pick(CLAIMS), id, draw.pick(claimed));
}

function anEdge(draw: Draw): EdgeRecord {
  const since = draw.pick(DAYS);
  const dated = since === null ? {} : { since };
  const claims = [draw.pick(CLAIMS)];
  const [a, b] = [draw.pick(FIRMS), draw.pick(FIRMS)];
  return draw.pick([
    () => edge("PRODUCES", a, draw.pick(GOODS), dated, claims),
    () => edge("TARGETS", "measure:m", a, dated, claims),
    () => (a < b ? edge("SUBSIDIARY_OF", a, b, dated, claims) : about(draw, a)),
    () => about(draw, a),
  ])();
}

const keyOf = ({ type, from, to, properties: { since, field, value } }: EdgeRecord) => [type, from, to, since, field, value].join("|");
const once = (edges: readonly EdgeRecord[]) => [...new Map(edges.map((one) => [keyOf(one), one])).values()];

/** The same with the ids of merged nodes replaced by hand. */
function byHand(all: readonly Bundle[], merged: ReadonlyMap<string, string>): Bundle[] {
  const final = (id: string): string => (merged.has(id) ? final(merged.get(id) ?? "") : id);
  const nodes = new Map(all.flatMap((bundle) => bundle.nodes.map((one) => [one.id, one] as const)));
  const abouts = all.flatMap(({ edges }) => edges.filter(({ type }) => type === "ABOUT"));
  const said = (id: string) => nodes.get(id)?.properties ?? {};
  const isClaimed = (id: string, name: string) =>
    abouts.some(
      ({ to, properties: { field, value } }) => to === id && (field === undefined || (field === name && value === said(id)[name])),
    );
  const whole = ({ id, properties }: NodeRecord): NodeRecord => {
    const former = [...merged.keys()].filter((one) => final(one) === id && !merged.has(id)).sort();
    const aliases = [...((properties.aliases as string[]) ?? [])];
    let ticker = properties.ticker;
    for (const one of former) {
      const { name, aliases: others = [], ticker: theirs } = said(one);
      for (const text of [name, ...(others as string[])]) if (!aliases.includes(String(text))) aliases.push(String(text));
      if (ticker === undefined && theirs !== undefined && !isClaimed(one, "ticker")) ticker = theirs;
    }
    return node("Firm", id, { ...properties, ...(aliases.length > 0 ? { aliases } : {}), ...(ticker === undefined ? {} : { ticker }) });
  };
  const moved = (one: EdgeRecord): EdgeRecord[] => {
    const { field, value } = one.properties;
    const [from, to] = [final(one.from), final(one.to)];
    if (from === to) return [];
    if (one.type !== "ABOUT") return [{ ...one, from, to }];
    if (field === undefined && merged.has(one.to))
      return ["name", "kind", "ticker"].flatMap((name) =>
        said(one.to)[name] === undefined ? [] : [{ ...one, from, to, properties: { field: name, value: said(one.to)[name] ?? "" } }],
      );
    if (field !== "parents") return [{ ...one, from, to }];
    return final(String(value)) === to && (merged.has(String(value)) || merged.has(one.to)) && value !== one.to
      ? []
      : [{ ...one, from, to, properties: { field, value: final(String(value)) } }];
  };
  return all.map((bundle) => {
    const joined = new Map<string, EdgeRecord>();
    for (const one of bundle.edges.flatMap(moved)) {
      const twin = joined.get(keyOf(one));
      joined.set(keyOf(one), twin ? { ...twin, claims: [...new Set([...twin.claims, ...one.claims])] } : one);
    }
    const own = bundle.nodes.flatMap((one) => (one.type !== "Firm" ? [one] : merged.has(one.id) ? [] : [whole(one)]));
    return { ...bundle, nodes: own, edges: [...joined.values()] };
  });
}

async function load(all: readonly Bundle[]): Promise<void> {
  const { problems } = await loadBundles(engine, model, all);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
}

/** All that is stored, but for the notes of loads and the order in which an edge lists its claims. */
async function stored(): Promise<unknown> {
  const nodes = await engine.read({ text: "MATCH (n:Node) RETURN n.id, properties(n) ORDER BY n.id", params: {} });
  const edges = await engine.read({ text: "MATCH (a:Node)-[r]->(b:Node) RETURN a.id, type(r), b.id, properties(r)", params: {} });
  const sorted = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, inner) => {
        if (key === "claims" || key === "edges") return [...inner].sort();
        if (key === "stated" && Array.isArray(inner)) return inner.map((text) => sorted(JSON.parse(text)));
        return inner && typeof inner === "object" && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
          : inner;
      }),
    );
  return { nodes: nodes.map(sorted), edges: edges.map((row) => JSON.stringify(sorted(row))).sort() };
}

describe("merges and what takes them back, at random", () => {
  test.each(seeds(24))("seed %i: each state is that of ids replaced by hand, and at the end all is as it was", async (seed) => {
    const draw = drawing(seed);
    let world = bundles(draw);
    const merged = new Map<string, string>();
    await wipe(engine);
    await load(world);
    for (let step = 0; step < 6; step++) {
      const free = FIRMS.filter((id) => !merged.has(id));
      const [from = "", into = ""] = draw.shuffled(free);
      const what = draw.pick(["merge", "merge", "unmerge", "load"]);
      if (what === "merge" && into !== "") {
        await merge(engine, model, from, into);
        merged.set(from, into);
      } else if (what === "unmerge" && merged.size > 0) {
        const one = draw.pick([...merged.keys()]);
        await unmerge(engine, model, one);
        merged.delete(one);
      } else {
        const again = draw.pick(bundles(draw).slice(1));
        world = world.map((bundle) => (bundle.name === again.name ? again : bundle));
        await load([again]);
      }
      const now = await stored();
      const other = await handMade(byHand(world, merged));
      expect(now, `after step ${step}: ${what}`).toEqual(other);
    }
    for (const one of draw.shuffled([...merged.keys()])) await unmerge(engine, model, one);
    const [after, state] = [await exportOf(engine), await stored()];
    expect(state).toEqual(await handMade(world));
    expect(after).toEqual(await exportOf(second));
  });
});

let second: GraphEngine;
beforeAll(async () => {
  second = await openPrepared(model);
});
afterAll(() => second?.close());

/** What is stored of bundles in a graph of their own. */
async function handMade(all: readonly Bundle[]): Promise<unknown> {
  const mine = engine;
  engine = second;
  try {
    await wipe(engine);
    await load(all);
    return await stored();
  } finally {
    engine = mine;
  }
}
