import { describe, expect, it } from "vitest";
import { requireUsable } from "../../src/load/index.ts";
import { EDGE_DAYS } from "../../src/model/index.ts";
import { wrapped } from "../support/wrapped.ts";
import { eachInGraph, file, loaded, model, rows, world } from "./support.ts";

/** A bundle of one measure with an edge for each of some targets, and of a note of when the paper was published. */
const bundle = (targets: readonly string[], published = "2025-04-09") =>
  file(
    "b.yaml",
    `
    bundle: b
    sources:
      - {id: page, title: A page, publishedOn: ${published}, reliability: PRESS}
    measures:
      - id: m
        title: A measure
        kind: BAN
        effect: RESTRICTING
        announcedOn: 2025-03-01
        targets: [${targets.join(", ")}]
        claims:
          - {id: m-1, source: page, certainty: REPORTED}
  `,
  );
const target = (to: string, more: string) => `{to: ${to}, claims: [m-1], ${more}}`;

describe("the days that nodes keep of the edges that begin there", () => {
  const graph = eachInGraph(world);

  const names = [...EDGE_DAYS.values()].flatMap(({ first, last }) => [first, last]);
  const noted = async () =>
    new Map(
      (await rows(graph.engine, `MATCH (n:Node) RETURN n.id, ${names.map((name) => `n.${name}`).join(", ")}`)).map(([id, ...days]) => [
        id,
        days,
      ]),
    );
  /** The same by looking at each edge. */
  const expected = async () => {
    const dated = [...model.edges.values()].filter((edge) => edge.dated);
    const begins = (type: unknown) => dated.some(({ pairs }) => [...pairs].some((pair) => pair.split(">")[0] === type));
    const edges = await rows(graph.engine, "MATCH (a:Node)-[r]->(:Node) RETURN a.id, type(r), r.since, r.until, r.recordedOn");
    const types = await rows(graph.engine, "MATCH (n:Node) RETURN n.id, [l IN labels(n) WHERE l <> 'Node'][0]");
    return new Map(
      types.map(([id, type]) => {
        const own = edges.filter(([from, edge]) => from === id && dated.some((d) => d.type === edge));
        const days = [2, 3, 4].flatMap((column) => {
          const all = own.flatMap((edge) => (typeof edge[column] === "string" ? [edge[column]] : [])).sort();
          return [all[0] ?? "~", all.at(-1) ?? ""];
        });
        return [id, begins(type) ? days : days.map(() => null)];
      }),
    );
  };

  it("are those of all its edges, whatever a load adds, changes or removes", async () => {
    const loads = [
      bundle([target("CN", "since: 2025-05"), target("US", "since: 2024-01-01, until: 2025-12")]),
      bundle([target("CN", "since: 2025-05, until: 2025-06")]),
      // Of the claims behind its edges, another day.
      bundle([target("CN", "since: 2025-05, until: 2025-06")], "2025-02-02"),
      // By another bundle.
      file("c.yaml", "bundle: c\nedges:\n  - {from: measure:m, edge: targets, to: US, since: 2023, claims: [rumour]}"),
      bundle([]),
    ];
    const seen = new Set<string>();
    for (const input of loads) {
      await loaded(graph.engine, input);
      expect(await noted()).toEqual(await expected());
      seen.add(JSON.stringify((await noted()).get("measure:m")));
    }
    expect(seen).toEqual(
      new Set(
        [
          ["2024-01-01", "2025-05", "2025-12", "2025-12", "2025-04-09", "2025-04-09"],
          ["2025-05", "2025-05", "2025-06", "2025-06", "2025-04-09", "2025-04-09"],
          ["2025-05", "2025-05", "2025-06", "2025-06", "2025-02-02", "2025-02-02"],
          ["2023", "2025-05", "2025-06", "2025-06", "2025-02-02", "2025-04-09"],
          ["2023", "2023", "~", "", "2025-04-09", "2025-04-09"],
        ].map((days) => JSON.stringify(days)),
      ),
    );
  });

  it("are noted in a database that an earlier version wrote, once", async () => {
    await loaded(graph.engine, bundle([target("CN", "since: 2025-05")]));
    const before = await noted();
    const write = (text: string) => graph.engine.write((transaction) => transaction.run({ text, params: {} }));
    await write(`MATCH (n:Node) SET ${names.map((name) => `n.${name} = null`).join(", ")}`);
    await write("MATCH (f:Format) SET f.shape = [line IN f.shape WHERE NOT line STARTS WITH 'Node.']");
    await requireUsable(graph.engine, model);
    expect(await noted()).toEqual(before);
    await requireUsable(wrapped(graph.engine, { write: () => Promise.reject(new Error("it wrote")) }), model);
  });

  it("are no part of what a load compares: the same files write nothing a second time", async () => {
    const input = bundle([target("CN", "since: 2025-05")]);
    await loaded(graph.engine, input);
    const written: string[] = [];
    const again = wrapped(graph.engine, {
      write: (work) =>
        graph.engine.write((transaction) =>
          work({
            run: (statement) => {
              written.push(statement.text);
              return transaction.run(statement);
            },
          }),
        ),
    });
    expect((await loaded(again, input)).bundles).toMatchObject([{ nodes: { changed: 0 }, edges: { changed: 0 } }]);
    // Notes of bundles and of the load itself, and nothing of a node.
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((text) => text.includes(":Node"))).toEqual([]);
  });
});
