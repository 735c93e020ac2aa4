import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { world } from "../support/world.ts";

interface Exposed {
  readonly measure: { readonly id: string };
  readonly status: string;
  readonly way: string;
  readonly isSpared: boolean;
  readonly hops: readonly {
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    readonly relationship: { readonly type: string; readonly from: { readonly id: string }; readonly to: { readonly id: string } };
  }[];
}

const EXPOSED = "measure { id } status way isSpared hops { from { id } to { id } relationship { type from { id } to { id } } }";

type Edge = (typeof world.edges)[number];

/** Steps that lead on, by the step taken before; written down anew, apart from the product's own. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  Firm: ["OWNER", "OWNED", "SEAT", "GOODS"],
  Country: ["BLOC", "GOODS"],
  Commodity: ["ABOVE", "BELOW"],
  OWNER: ["OWNER"],
  OWNED: ["OWNED"],
  SEAT: ["BLOC"],
  BLOC: ["BLOC"],
  GOODS: ["ABOVE", "BELOW"],
  ABOVE: ["ABOVE"],
  BELOW: ["BELOW"],
};
const ALONG: Readonly<Record<string, readonly [type: string, out: boolean][]>> = {
  OWNER: [["SUBSIDIARY_OF", true]],
  OWNED: [["SUBSIDIARY_OF", false]],
  SEAT: [["HEADQUARTERED_IN", true]],
  BLOC: [["PART_OF", true]],
  GOODS: [
    ["PRODUCES", true],
    ["USES", true],
  ],
  ABOVE: [["PART_OF", true]],
  BELOW: [["PART_OF", false]],
};

const text = (value: unknown) => (typeof value === "string" ? value : null);

function mayHold({ properties }: Edge, day: string): boolean {
  const [since, until] = [text(properties.since), text(properties.until)];
  return (since ?? "") <= day && (until === null || until >= day || day.startsWith(until));
}

/** How many steps lie between a node and each that can be come to from it. */
function distances(type: string, id: string, edges: readonly Edge[]): Map<string, number> {
  const found = new Map([[id, 0]]);
  const seen = new Set<string>();
  let frontier = [[type, id] as const];
  for (let depth = 1; frontier.length > 0; depth++) {
    const next: (readonly [string, string])[] = [];
    for (const [before, at] of frontier) {
      for (const step of NEXT[before] ?? []) {
        for (const [along, out] of ALONG[step] ?? []) {
          for (const edge of edges) {
            const far = out ? edge.to : edge.from;
            if (edge.type !== along || (out ? edge.from : edge.to) !== at || seen.has(`${step} ${far}`)) continue;
            seen.add(`${step} ${far}`);
            if (!found.has(far)) found.set(far, depth);
            next.push([step, far]);
          }
        }
      }
    }
    frontier = next;
  }
  return found;
}

describe("exposure", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it.each(["2024-12-31", "2025-06-10", "2026-06-01"])("is what walking all edges of the world finds, on %s", async (day) => {
    const all = (await open.ask(`{ measures(first: 200) { nodes { id statusOn(date: "${day}") { status } } } }`)) as {
      measures: { nodes: { id: string; statusOn: { status: string } }[] };
    };
    const there = (await open.ask(`{ measures(first: 200) @asOf(valid: "${day}") { nodes { id } } }`)) as {
      measures: { nodes: { id: string }[] };
    };
    const shown = new Set(there.measures.nodes.map(({ id }) => id));
    const statuses = new Map(all.measures.nodes.map(({ id, statusOn }) => [id, statusOn.status]));
    const edges = world.edges.filter((edge) => mayHold(edge, day));
    let found = 0;
    for (const { type, properties } of world.nodes) {
      if (!["Firm", "Country", "Commodity"].includes(type)) continue;
      const id = String(properties.id);
      const near = distances(type, id, edges);
      const expected = new Map<string, number>();
      for (const edge of edges) {
        const at = near.get(edge.to);
        if (!["TARGETS", "COVERS"].includes(edge.type) || at === undefined || !shown.has(edge.from)) continue;
        expected.set(edge.from, Math.min(at + 1, expected.get(edge.from) ?? Number.POSITIVE_INFINITY));
      }
      const statusIn = [...new Set(statuses.values())].join(", ");
      const { node } = (await open.ask(
        `{ node(id: "${id}") { ... on ${type} { exposure(on: "${day}", status: [${statusIn}], first: 200) { ${EXPOSED} } } } }`,
      )) as { node: { exposure: Exposed[] } };
      const ordered = [...expected].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
      expect(
        node.exposure.map(({ measure, hops }) => [measure.id, hops.length]),
        `${id} ${day}`,
      ).toEqual(ordered);
      for (const { measure, status, way, isSpared, hops } of node.exposure) {
        expect(status).toBe(statuses.get(measure.id));
        expect(isSpared).toBe(edges.some((edge) => edge.type === "EXEMPTS" && edge.from === measure.id && near.has(edge.to)));
        // The chain is one: from the node to the measure, each hop along an edge that holds.
        expect([hops[0]?.from.id, hops.at(-1)?.to.id]).toEqual([id, measure.id]);
        for (const [i, { from, to, relationship }] of hops.entries()) {
          if (i > 0) expect(from.id).toBe(hops[i - 1]?.to.id);
          expect([relationship.from.id, relationship.to.id].sort()).toEqual([from.id, to.id].sort());
          expect(
            edges.some((edge) => edge.type === relationship.type && edge.from === relationship.from.id && edge.to === relationship.to.id),
          ).toBe(true);
        }
        const last = hops.at(-2);
        const steps = last
          ? Object.entries(ALONG).filter(([, along]) =>
              along.some(([type, out]) => type === last.relationship.type && out === (last.relationship.from.id === last.from.id)),
            )
          : [];
        expect(last ? steps.map(([step]) => step) : ["NAMED"]).toContain(way);
      }
      found += expected.size;
    }
    expect(found).toBeGreaterThan(20);
  });

  it("goes on down from what lies above one of a firm's goods and below another", async () => {
    await open.write(async (transaction) => {
      const nodes = ["firm:odd", "commodity:odd-top", "commodity:odd-middle", "commodity:odd-good", "commodity:odd-leaf"];
      for (const id of nodes) {
        const label = id.startsWith("firm") ? "Firm" : "Commodity";
        await transaction.run({ text: `CREATE (n:Node:${label} {id: $id, name: $id})`, params: { id } });
      }
      await transaction.run({
        text: "CREATE (n:Node:Measure {id: 'measure:odd', title: 'Odd', kind: 'BAN', announcedOn: '2025-01-01', inForceFrom: '2025-01-01'})",
        params: {},
      });
      const edges = [
        ["firm:odd", "USES", "commodity:odd-good"],
        ["firm:odd", "USES", "commodity:odd-top"],
        ["commodity:odd-good", "PART_OF", "commodity:odd-middle"],
        ["commodity:odd-middle", "PART_OF", "commodity:odd-top"],
        ["commodity:odd-leaf", "PART_OF", "commodity:odd-middle"],
        ["measure:odd", "COVERS", "commodity:odd-leaf"],
      ];
      for (const [from, type, to] of edges) {
        const text = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[:${type} {claims: [], evidence: []}]->(b)`;
        await transaction.run({ text, params: { from: from ?? "", to: to ?? "" } });
      }
    });
    const { node } = (await open.ask(`{ node(id: "firm:odd") { ... on Firm { exposure(on: "2025-06-10") { ${EXPOSED} } } } }`)) as {
      node: { exposure: Exposed[] };
    };
    expect(node.exposure.map(({ measure, way, hops }) => [measure.id, way, hops.map(({ to }) => to.id)])).toEqual([
      ["measure:odd", "BELOW", ["commodity:odd-top", "commodity:odd-middle", "commodity:odd-leaf", "measure:odd"]],
    ]);
  });

  it("goes on where owners lie farther than one statement reads, ten steps in all, and in a circle no more than once", async () => {
    const owners = Array.from({ length: 12 }, (_, i) => `firm:owner-${i}`);
    await open.write(async (transaction) => {
      for (const id of owners) await transaction.run({ text: "CREATE (n:Node:Firm {id: $id, name: $id})", params: { id } });
      const edges = owners.slice(1).map((id, i) => [owners[i] ?? "", id]);
      for (const [from, to] of [...edges, ["firm:owner-2", "firm:owner-0"]]) {
        const text = "MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[:SUBSIDIARY_OF {claims: [], evidence: []}]->(b)";
        await transaction.run({ text, params: { from: from ?? "", to: to ?? "" } });
      }
      for (const [i, to] of owners.entries()) {
        const text =
          "MATCH (b:Node {id: $to}) CREATE (:Node:Measure {id: $id, title: 'On an owner', kind: 'BAN', announcedOn: '2025-01-01', inForceFrom: '2025-01-01'})-[:TARGETS {claims: [], evidence: []}]->(b)";
        await transaction.run({ text, params: { id: `measure:owner-${String(i).padStart(2, "0")}`, to } });
      }
    });
    open.takeStatements();
    const { node } = (await open.ask(`{ node(id: "firm:owner-0") { ... on Firm { exposure(on: "2025-06-10") { ${EXPOSED} } } } }`)) as {
      node: { exposure: Exposed[] };
    };
    // Its own statement, one for the first four levels, one for the next, one for the last two, and one for what is selected.
    expect(open.takeStatements()).toBe(1 + 3 + 1);
    const far = new Map(node.exposure.map(({ measure, hops }) => [measure.id, hops.length]));
    const steps = Array.from({ length: 11 }, (_, i) => [`measure:owner-${String(i).padStart(2, "0")}`, i + 1] as const);
    // The third owner is owned by the first, which is one step the other way, and owns the second.
    const shorter = new Map([
      ["measure:owner-02", 2],
      ["measure:owner-01", 2],
    ]);
    expect(far).toEqual(new Map(steps.map(([id, hops]) => [id, shorter.get(id) ?? hops])));
  });

  it("keeps to statuses and sizes, tells of what it left out, and takes one statement for four hops", async () => {
    const ask = async (args: string) => {
      open.takeStatements();
      const { node } = (await open.ask(`{ node(id: "country:CN") { ... on Country { exposure${args} { measure { id } status } } } }`)) as {
        node: { exposure: Exposed[] };
      };
      return { exposure: node.exposure, statements: open.takeStatements() };
    };
    const all = await ask('(on: "2025-06-10")');
    expect(all.exposure.length).toBeGreaterThan(1);
    expect(new Set(all.exposure.map(({ status }) => status))).toEqual(new Set(["IN_FORCE"]));
    // Its own statement, one for all hops, of which there are fewer than four, and the measures, and one for what is selected.
    expect(all.statements).toBe(3);
    expect((await ask('(on: "2025-06-10", first: 1)')).exposure).toEqual(all.exposure.slice(0, 1));
    expect((await ask('(on: "2025-06-10", status: [])')).exposure).toEqual([]);
    const asOf = (await open.ask(
      '{ node(id: "country:CN") { ... on Country { exposure @asOf(valid: "2025-06-10") { measure { id } status } } } }',
    )) as {
      node: { exposure: Exposed[] };
    };
    expect(asOf.node.exposure).toEqual(all.exposure);
    expect(await open.codes('{ node(id: "country:CN") { ... on Country { exposure(first: 201) { status } } } }')).toEqual(["BAD_PAGE"]);
  });
});

/** Facts of 2025, written from the episodes before they were asked for. */
describe("exposure in the seed", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded?.close());

  const exposureOf = async (id: string, on: string, more = "") => {
    const { body } = await seeded.send(`{ node(id: "${id}") { ... on Firm { exposure(on: "${on}"${more}, first: 200) { ${EXPOSED} } } } }`);
    expect(body.errors).toBeUndefined();
    return (body.data as { node: { exposure: Exposed[] } }).node.exposure;
  };

  it("reaches Ford in May 2025 by Announcement 18, through the magnets that it uses", async () => {
    const before = await exposureOf("firm:ford-motor", "2025-04-03");
    expect(before.map(({ measure }) => measure.id)).not.toContain("measure:cn-2025-announcement-18");
    const may = await exposureOf("firm:ford-motor", "2025-05-20");
    const licences = may.find(({ measure }) => measure.id === "measure:cn-2025-announcement-18");
    expect(licences?.hops[0]?.relationship.type).toBe("USES");
    expect(licences?.hops[0]?.to.id).toBe("commodity:permanent-magnets");
    expect(licences?.hops.at(-1)?.relationship.type).toBe("COVERS");
  });
});
