import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";

interface Stake {
  readonly actor: { readonly id: string };
  readonly share: number | null;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly per: string | null;
  readonly period: string | null;
  readonly isCounted: boolean;
  readonly relationship: { readonly type: string; readonly from: { readonly id: string }; readonly to: { readonly id: string } };
}
interface Stage {
  readonly commodity: { readonly id: string };
  readonly depth: number;
  readonly producers: readonly Stake[];
  readonly producerCount: number;
  readonly users: readonly Stake[];
  readonly userCount: number;
  readonly concentration: readonly {
    readonly among: string;
    readonly hhi: number | null;
    readonly knownShare: number | null;
    readonly knownCount: number;
    readonly producerCount: number;
  }[];
  readonly measures: readonly {
    readonly measure: { readonly id: string };
    readonly status: string;
    readonly isByProducer: boolean;
    readonly relationship: { readonly from: { readonly id: string }; readonly to: { readonly id: string } };
  }[];
  readonly measureCount: number;
}

const EDGE = "relationship { type from { id } to { id } since }";
const STAKE = `actor { id } share amount unit per period isCounted ${EDGE}`;
const SELECTED = `{ commodity { id } depth producers { ${STAKE} } producerCount users { ${STAKE} } userCount
  concentration { among hhi knownShare knownCount producerCount } measures { measure { id } status isByProducer ${EDGE} } measureCount }`;

type Edge = Pick<(typeof world.edges)[number], "type" | "from" | "to" | "properties">;
const makes = (from: string, to: string, properties: Edge["properties"] = {}, type = "PRODUCES"): Edge => ({ type, from, to, properties });

/** Figures of several years, shares without a year, producers within producers, and firms beside countries. */
const more: readonly Edge[] = [
  makes("country:US", "commodity:magnets", { share: 0.04, period: "2023" }),
  makes("country:US", "commodity:magnets", { share: 0.05, period: "2024", since: "2024", until: "2024" }),
  makes("country:US", "commodity:magnets", { amount: 9, unit: "TON", per: "YEAR", period: "2025", since: "2025-05", until: "2025" }),
  makes("country:EU", "commodity:hs-850511", { share: 0.2, period: "2024", since: "2024", until: "2024" }),
  makes("country:DE", "commodity:hs-850511", { share: 0.15, period: "2023", since: "2023", until: "2023" }),
  makes("country:CN", "commodity:hs-850511", { share: 0.5, since: "2025-01" }),
  makes("country:CN", "commodity:hs-850511", { share: 0.4, period: "2022", since: "2022", until: "2022" }),
  makes("firm:p01", "commodity:hs-850511", { share: 0.25, period: "2024", since: "2024" }),
  makes("firm:p02", "commodity:hs-850511", { until: "2020" }),
  makes("firm:umlaut", "commodity:hs-850511", {}),
  makes("firm:p03", "commodity:critical", { share: 0.6, period: "2024", since: "2024" }),
  makes("firm:p03", "commodity:critical", { share: 0.7, period: "2024", since: "2024-02" }),
  // Makes what lies above the code: the US measures on the code are by a producer, seen from the top, and not seen from the code.
  makes("country:US", "commodity:critical"),
  makes("country:RU", "commodity:hs-85", { share: 0.6, period: "2021" }),
  makes("country:GB", "commodity:hs-85", { share: 0.6, period: "2020" }),
  makes("firm:p04", "commodity:hs-85", { share: 0.5, period: "2024", since: "2024" }, "USES"),
];
const edges: readonly Edge[] = [...world.edges, ...more];
const text = (value: unknown) => (typeof value === "string" ? value : null);
const number = (value: unknown) => (typeof value === "number" ? value : null);

function mayHold({ properties }: Edge, day: string): boolean {
  const [since, until] = [text(properties.since), text(properties.until)];
  return (since ?? "") <= day && (until === null || until >= day || day.startsWith(until));
}

const nameOf = ({ from, type, to, properties }: Edge) => [from, type, to, text(properties.since) ?? ""].join("|");

/** Nodes below a commodity, or above a node, by how many steps. */
function walk(start: string, day: string, step: (edge: Edge, at: string) => string | null): Map<string, number> {
  const found = new Map([[start, 0]]);
  for (const [at, depth] of found) {
    for (const edge of edges) {
      const next = edge.type === "PART_OF" && mayHold(edge, day) ? step(edge, at) : null;
      if (next !== null && !found.has(next)) found.set(next, depth + 1);
    }
  }
  return found;
}
const below = (id: string, day: string) => walk(id, day, ({ from, to }, at) => (to === at && from.startsWith("commodity:") ? from : null));
const isWithin = (part: string, whole: string, day: string) =>
  walk(part, day, ({ from, to }, at) => (from === at ? to : null)).has(whole) ||
  edges.some((edge) => edge.type === "SUBSIDIARY_OF" && edge.from === part && edge.to === whole && mayHold(edge, day));

/** Which edges of a producer or user count: the law of `Stake`, edge by edge. */
function counting(id: string, type: string, day: string): Edge[] {
  const all = edges.filter((edge) => edge.type === type && edge.to === id && (text(edge.properties.since) ?? "") <= day);
  return all.filter((edge) => {
    const period = text(edge.properties.period);
    if (period === null) return mayHold(edge, day);
    const isLatest = (figure: string) =>
      number(edge.properties[figure]) !== null &&
      !all.some(
        (other) => other.from === edge.from && number(other.properties[figure]) !== null && (text(other.properties.period) ?? "") > period,
      );
    return isLatest("share") || isLatest("amount");
  });
}

/** The shares that count, of countries or of firms, and the index of them. */
function concentration(made: readonly Edge[], prefix: string, day: string) {
  const of = made.filter(({ from }) => from.startsWith(prefix));
  if (of.length === 0) return null;
  const shared = of.filter(({ properties }) => number(properties.share) !== null);
  const latest = shared.filter(
    (edge) =>
      text(edge.properties.period) === null ||
      !shared.some(
        (other) =>
          other.from === edge.from &&
          (text(other.properties.period) === null || (text(other.properties.period) ?? "") > (text(edge.properties.period) ?? "")),
      ),
  );
  const outer = latest.filter((edge) => !latest.some((other) => other.from !== edge.from && isWithin(edge.from, other.from, day)));
  const known = new Set(outer.map(({ from }) => from)).size;
  const shares = outer.map(({ properties }) => number(properties.share) ?? 0);
  const sum = shares.reduce((a, b) => a + b, 0);
  const fits = outer.length > 0 && known === outer.length && sum <= 1 + 0.005 * outer.length + 1e-9;
  return {
    counted: fits ? outer : [],
    row: {
      among: prefix === "country:" ? "COUNTRIES" : "FIRMS",
      hhi: fits ? Math.round(shares.reduce((a, b) => a + b * b, 0) * 1_000_000) / 100 : null,
      knownShare: fits ? Math.round(sum * 10_000) / 10_000 : null,
      knownCount: known,
      producerCount: new Set(of.map(({ from }) => from)).size,
    },
  };
}

/** The countries on whose side an authority or a producer is. */
function sideOf(id: string, day: string): string[] {
  if (id.startsWith("country:")) return [id];
  const type = id.startsWith("agency:") ? "PART_OF" : "HEADQUARTERED_IN";
  return [id, ...edges.filter((edge) => edge.type === type && edge.from === id && mayHold(edge, day)).flatMap(({ to }) => sideOf(to, day))];
}

function expectedStage(start: string, id: string, depth: number, day: string, statuses: ReadonlyMap<string, string>) {
  const [made, used] = [counting(id, "PRODUCES", day), counting(id, "USES", day)];
  const compared = ["country:", "firm:"].flatMap((prefix) => concentration(made, prefix, day) ?? []);
  const counted = compared.flatMap((one) => one.counted);
  const above = [...below(start, day).keys()].filter((one) => below(one, day).has(id));
  const makers = above.flatMap((one) => counting(one, "PRODUCES", day)).flatMap(({ from }) => sideOf(from, day));
  const covering = edges.filter((edge) => edge.type === "COVERS" && edge.to === id && mayHold(edge, day) && statuses.has(edge.from));
  const measures = [...new Set(covering.map(({ from }) => from))].map((measure) => ({
    measure,
    status: statuses.get(measure),
    isByProducer: edges
      .filter((edge) => edge.type === "IMPOSED_BY" && edge.from === measure && mayHold(edge, day))
      .some(({ to }) => sideOf(to, day).some((one) => makers.includes(one))),
  }));
  const written = (edge: Edge) => ({
    edge: nameOf(edge),
    share: number(edge.properties.share),
    amount: number(edge.properties.amount),
    period: text(edge.properties.period),
    isCounted: counted.includes(edge),
  });
  const order = (a: Edge, b: Edge) =>
    (number(b.properties.share) ?? -1) - (number(a.properties.share) ?? -1) ||
    (a.from === b.from ? 0 : a.from < b.from ? -1 : 1) ||
    ((text(b.properties.period) ?? "") < (text(a.properties.period) ?? "") ? -1 : 1);
  return {
    id,
    depth,
    producers: [...made].sort(order).map(written),
    users: [...used].sort(order).map(written),
    counts: [new Set(made.map(({ from }) => from)).size, new Set(used.map(({ from }) => from)).size, measures.length],
    concentration: compared.map(({ row }) => row),
    measures: measures.sort((a, b) => Number(b.isByProducer) - Number(a.isByProducer) || (a.measure < b.measure ? -1 : 1)),
  };
}

function written({ actor, share, amount, period, isCounted, relationship: { type, from, to, ...more } }: Stake) {
  expect(from.id).toBe(actor.id);
  const since = "since" in more && typeof more.since === "string" ? more.since : "";
  return { edge: [from.id, type, to.id, since].join("|"), share, amount, period, isCounted };
}

describe("chokepoints", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
    await open.write(async (transaction) => {
      for (const { type, from, to, properties } of more) {
        const made = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type} {claims: [], evidence: []}]->(b) SET r += $values`;
        await transaction.run({ text: made, params: { from, to, values: properties } });
      }
    });
  });
  afterAll(() => open?.close());

  const ask = async (day: string, args: string) => {
    const { commodities } = (await open.ask(
      `{ commodities(first: 200) { nodes { id chokepoints(on: "${day}"${args}) ${SELECTED} } } }`,
    )) as {
      commodities: { nodes: { id: string; chokepoints: Stage[] }[] };
    };
    return commodities.nodes;
  };

  it.each(["2019-06-30", "2023-07-01", "2025-06-10", "2026-06-01"])("is what walking all edges of the world finds, on %s", async (day) => {
    const { measures } = (await open.ask(
      `{ measures(first: 200) @asOf(valid: "${day}") { nodes { id statusOn(date: "${day}") { status } } } }`,
    )) as { measures: { nodes: { id: string; statusOn: { status: string } }[] } };
    const statuses = new Map(measures.nodes.map(({ id, statusOn }) => [id, statusOn.status]));
    const wanted = ["IN_FORCE", "ANNOUNCED", "UNKNOWN", "EXPIRED"];
    const kept = new Map([...statuses].filter(([, status]) => wanted.includes(status)));
    let known = 0;
    for (const { id, chokepoints } of await ask(day, `, status: [${wanted.join(", ")}], first: 50`)) {
      const stages = [...below(id, day)]
        .map(([at, depth]) => expectedStage(id, at, depth, day, kept))
        .filter(({ depth, counts }) => depth === 0 || counts.some((count) => count > 0))
        .sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1));
      const answered = chokepoints.map((stage) => ({
        id: stage.commodity.id,
        depth: stage.depth,
        producers: stage.producers.map(written),
        users: stage.users.map(written),
        counts: [stage.producerCount, stage.userCount, stage.measureCount],
        concentration: stage.concentration,
        measures: stage.measures.map(({ measure, status, isByProducer, relationship }) => {
          expect([relationship.from.id, relationship.to.id]).toEqual([measure.id, stage.commodity.id]);
          return { measure: measure.id, status, isByProducer };
        }),
      }));
      expect(answered, `${id} ${day}`).toEqual(stages);
      known += stages.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
    }
    expect(known).toBeGreaterThan(10);
  });

  /** Worked out by hand from the edges above. */
  it("counts the latest share of each producer, and none within another's", async () => {
    const [stage] = (await ask("2025-06-10", "")).find(({ id }) => id === "commodity:hs-850511")?.chokepoints ?? [];
    // China's share without a year comes before its figure of 2022; Germany's lies within the Union's; plant 1 was sold by Ford in 2020.
    expect(stage?.producers.map(({ actor, share, isCounted }) => [actor.id, share, isCounted])).toEqual([
      ["country:CN", 0.5, true],
      ["country:CN", 0.4, false],
      ["firm:p01", 0.25, true],
      ["country:EU", 0.2, true],
      ["country:DE", 0.15, false],
      ["firm:umlaut", null, false],
    ]);
    expect(stage?.concentration).toEqual([
      { among: "COUNTRIES", hhi: 2900, knownShare: 0.7, knownCount: 2, producerCount: 3 },
      { among: "FIRMS", hhi: 625, knownShare: 0.25, knownCount: 1, producerCount: 2 },
    ]);
  });

  it("gives no index over shares that are of no one whole", async () => {
    const stages = await ask("2025-06-10", "");
    const of = (id: string) => stages.find((one) => one.id === id)?.chokepoints[0]?.concentration;
    expect(of("commodity:critical")).toEqual([
      { among: "COUNTRIES", hhi: null, knownShare: null, knownCount: 0, producerCount: 1 },
      { among: "FIRMS", hhi: null, knownShare: null, knownCount: 1, producerCount: 1 },
    ]);
    expect(of("commodity:hs-85")).toEqual([{ among: "COUNTRIES", hhi: null, knownShare: null, knownCount: 2, producerCount: 2 }]);
  });

  it("takes as many statements for one commodity as for all, and keeps to days, statuses and sizes", async () => {
    open.takeStatements();
    const all = await ask("2025-06-10", "");
    // The list's own statement, three that gather, one for producers within producers, one of what is selected.
    expect(open.takeStatements()).toBe(6);
    const one = async (args: string, asOf = "") => {
      const { node } = (await open.ask(
        `{ node(id: "commodity:critical") { ... on Commodity { chokepoints${args} ${asOf} ${SELECTED} } } }`,
      )) as { node: { chokepoints: Stage[] } };
      return node.chokepoints;
    };
    const stages = all.find(({ id }) => id === "commodity:critical")?.chokepoints ?? [];
    expect(stages.map(({ commodity, depth }) => [commodity.id, depth])).toEqual([
      ["commodity:critical", 0],
      ["commodity:magnets", 1],
      ["commodity:hs-850511", 2],
    ]);
    expect(await one("", '@asOf(valid: "2025-06-10")')).toEqual(stages);
    expect(await one('(on: "2025-06-10", first: 1)')).toEqual(stages.slice(0, 1));
    expect((await one('(on: "2025-06-10", status: [])')).flatMap(({ measures }) => measures)).toEqual([]);
    expect(await open.codes('{ node(id: "commodity:critical") { ... on Commodity { chokepoints(first: 51) { depth } } } }')).toEqual([
      "BAD_PAGE",
    ]);
  });
});
