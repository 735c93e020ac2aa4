import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facetsOf, readModel } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";
import { type Entry, selectionOf, valuesOf } from "./counted-by.ts";

interface Facet {
  readonly by: string;
  readonly disjoint: boolean;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
    readonly node: { id: string; label: string } | null;
  }[];
  readonly none: number;
  readonly distinctValues: number;
  readonly others: number;
}

const FACET = "by disjoint values { value label count node { id label } } none distinctValues others";

describe("facets", () => {
  const model = readModel();
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  /** The same counts, made of entries one by one. */
  function counted(type: string, by: string, first: number, entries: readonly Entry[]): Omit<Facet, "disjoint" | "by"> & { total: number } {
    const counts = new Map<string, number>();
    let none = 0;
    for (const entry of entries) {
      const values = valuesOf(model, type, by, entry);
      if (values.length === 0) none += 1;
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const shown = sorted.slice(0, first);
    const others = sorted.slice(first).reduce((sum, [, count]) => sum + count, 0);
    const values = shown.map(([value, count]) => ({ value, count, label: "", node: null }));
    return { values, none, distinctValues: sorted.length, others, total: entries.length };
  }

  async function compare(type: string, list: string, asOf = ""): Promise<number> {
    const bys = facetsOf(model, type).map(({ constant }) => constant);
    let values = 0;
    for (let at = 0; at < bys.length; at += 4) {
      const asked = bys.slice(at, at + 4);
      // All lists of a measure in one statement would be more than Neo4j plans in time.
      const selection = `(first: 200) { totalCount nodes { ${selectionOf(model, type, asked)} } }`;
      const entries = found((await open.ask(`query ${asOf} { ${list.replace("…", selection)} }`)) as Entry) as {
        totalCount: number;
        nodes: readonly Entry[];
      };
      expect(entries.nodes).toHaveLength(entries.totalCount);
      const by = asked.map((field) => `{ field: ${field}, first: 3 }`).join(", ");
      open.takeStatements();
      const answer = found(
        (await open.ask(`query ${asOf} { ${list.replace("…", `{ totalCount facets(by: [${by}]) { ${FACET} } }`)} }`)) as Entry,
      );
      expect(open.takeStatements()).toBe(1);
      const { totalCount, facets } = answer as { totalCount: number; facets: Facet[] };
      for (const [i, facet] of facets.entries()) {
        const name = asked[i] ?? "";
        const { total, ...expected } = counted(type, name, 3, entries.nodes);
        const shown = facet.values.map(({ value, count }) => ({ value, count, label: "", node: null }));
        expect({ ...facet, values: shown }, `${list} ${asOf}`).toEqual({ by: name, disjoint: facet.disjoint, ...expected });
        for (const { value, node } of facet.values) if (node) expect(node.id).toBe(value);
        if (facet.disjoint) {
          const sum = facet.values.reduce((sum, { count }) => sum + count, facet.none + facet.others);
          expect([sum, total], name).toEqual([totalCount, totalCount]);
        }
        values += facet.values.length;
      }
    }
    return values;
  }

  /** The connection in an answer: the only one. */
  const found = (data: Entry): unknown => {
    const [value] = Object.values(data);
    return typeof value === "object" && value !== null && "totalCount" in value ? value : found(value as Entry);
  };

  // The world has no market: its lists are counted by nothing that others are not.
  const lists = [...model.nodes.values()]
    .filter(({ name }) => name !== "Market" && facetsOf(model, name).length > 0)
    .map(({ name, plural }) => [name, plural] as const);
  it.each(lists)("count all of %s as counting them one by one does", async (type, plural) => {
    expect(await compare(type, `${plural}…`)).toBeGreaterThan(0);
  });

  it.each(['@asOf(valid: "2025-06-10")', '@asOf(known: "2025-04-12")', '@asOf(valid: "2025-04-10", known: "2025-06-12")'])(
    "count measures %s",
    async (asOf) => {
      expect(await compare("Measure", "measures…", asOf)).toBeGreaterThan(0);
    },
  );

  it("count lists within nodes, of interfaces too", async () => {
    const country = world.edges.find(({ type, to }) => type === "IMPOSED_BY" && to.startsWith("country:"))?.to;
    expect(await compare("Measure", `node(id: "${country}") { ... on Country { imposes… } }`)).toBeGreaterThan(0);
    const act = world.edges.find(({ type, from }) => type === "FOLLOWS" && from.startsWith("event:"))?.from;
    expect(await compare("Act", `event(id: "${act}") { follows… }`)).toBeGreaterThan(0);
  });
});
