import { describe, expect, it } from "vitest";
import { requireUsable } from "../../src/load/index.ts";
import { testNeo4j } from "../support/engine.ts";
import { eachInGraph, file, loaded, model, rows, world } from "./support.ts";

/** A bundle of one measure with its dates as written, and a claim about it as written. */
const bundle = (dates: string, claim = "") =>
  file(
    "b.yaml",
    `
    bundle: b
    sources:
      - {id: page, title: A page, publishedOn: 2025-04-09, reliability: PRESS}
    measures:
      - id: m
        title: A measure
        kind: BAN
        effect: RESTRICTING
${dates}
        claims:
          - {id: m-1, source: page, certainty: CONFIRMED${claim}}
  `,
  );

const NAMES = ["announcedOn", "inForceFrom", "inForceUntil", "date", "thereFrom"];

describe("the months that nodes keep beside their indexed dates", () => {
  const graph = eachInGraph(world);

  const kept = async () => {
    const columns = NAMES.map((name) => `n.${name}_month`).join(", ");
    const [row = []] = await rows(graph.engine, `MATCH (n:Node {id: 'measure:m'}) RETURN ${columns}`);
    return Object.fromEntries(NAMES.flatMap((name, i) => (row[i] === null ? [] : [[name, row[i]]])));
  };

  it("follow what is added, changed and removed, whole and partial days", async () => {
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-01\n        inForceFrom: 2025-06\n        inForceUntil: 2027"));
    expect(await kept()).toEqual({
      announcedOn: "2025-03",
      inForceFrom: "2025-06",
      inForceUntil: "2027",
      date: "2025-03",
      thereFrom: "2025-03",
    });
    await loaded(graph.engine, bundle("        announcedOn: 2024-12-31\n        inForceFrom: 2026"));
    expect(await kept()).toEqual({ announcedOn: "2024-12", inForceFrom: "2026", date: "2024-12", thereFrom: "2024-12" });
  });

  // What is written follows from records alone: that one graph.engine keeps it is enough, and Neo4j would plan for seconds.
  it.skipIf(testNeo4j())("follow the value that claims give a date, whoever wrote it before", async () => {
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-01"));
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-01", ", field: inForceFrom, value: 2025-05-06"));
    expect(await kept()).toMatchObject({ announcedOn: "2025-03", inForceFrom: "2025-05" });
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-01"));
    expect(await kept()).toEqual({ announcedOn: "2025-03", date: "2025-03", thereFrom: "2025-03" });
  });

  const noted = async (date: string) => {
    const [row = []] = await rows(graph.engine, "MATCH (k:Months {id: $id}) RETURN k.months", { id: `Measure.${date}` });
    return row[0];
  };

  it("are noted as those that there are, once each, and stay noted where no node has them any more", async () => {
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-01\n        inForceFrom: 2025-06"));
    expect([await noted("announcedOn"), await noted("inForceFrom")]).toEqual([["2025-03"], ["2025-06"]]);
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-09\n        inForceFrom: 2026"));
    expect([await noted("announcedOn"), await noted("inForceFrom")]).toEqual([["2025-03"], ["2025-06", "2026"]]);
  });

  it.skipIf(testNeo4j())("are no change of their own: the same load changes nothing", async () => {
    const input = bundle("        announcedOn: 2025-03-01\n        inForceFrom: 2025-06");
    await loaded(graph.engine, input);
    const [report] = (await loaded(graph.engine, input)).bundles;
    expect(report?.nodes).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 3 });
  });

  it("are noted where an earlier version wrote the graph, and where they are not what the dates say", async () => {
    await loaded(graph.engine, bundle("        announcedOn: 2025-03-01\n        inForceFrom: 2025-06"));
    const before = await kept();
    await graph.engine.write(async (transaction) => {
      await transaction.run({ text: "MATCH (n:Measure) REMOVE n.announcedOn_month, n.date_month", params: {} });
      await transaction.run({ text: "MATCH (k:Months) DELETE k", params: {} });
      await transaction.run({
        text: "MATCH (n:Measure) SET n.inForceFrom_month = '2019-01', n.inForceUntil_month = '2019-01'",
        params: {},
      });
      const lines = "[line IN f.shape WHERE NOT line CONTAINS '_month']";
      await transaction.run({ text: `MATCH (f:Format {id: 'graph'}) SET f.shape = ${lines}`, params: {} });
    });
    expect(await kept()).not.toEqual(before);
    await requireUsable(graph.engine, model);
    expect(await kept()).toEqual(before);
    expect([await noted("announcedOn"), await noted("inForceFrom")]).toEqual([["2025-03"], ["2025-06"]]);
  });
});
