import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { EDGE_DAYS } from "../../src/model/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { edges, file, loaded, rows, world } from "./support.ts";

let engine: GraphEngine;
beforeAll(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterAll(() => engine.close());

const node = async (id: string) => (await rows(engine, "MATCH (n:Node {id: $id}) RETURN labels(n), properties(n)", { id }))[0];

describe("a seed file", () => {
  test("dates and codes are kept as they are written, numbers as numbers", async () => {
    await loaded(
      engine,
      file(
        "x.yaml",
        `
        bundle: values
        commodities:
          - {id: 0101, name: 101, level: HEADING, hsCode: 0101, hsEdition: 2022, aliases: [true, 1.50]}
        events:
          - {id: e, title: E, kind: DATA_RELEASE, startedOn: 2025, figures: [{value: 1.50, name: 2025, unit: t, period: 2025-05}]}
        measures:
          - {id: m, title: M, kind: TARIFF, effect: RESTRICTING, rate: 145, rateUnit: PERCENT, announcedOn: 2025-04}
      `,
      ),
    );
    expect((await node("commodity:0101"))?.[1]).toEqual({
      id: "commodity:0101",
      bundle: "values",
      name: "101",
      level: "HEADING",
      hsCode: "0101",
      hsEdition: "2022",
      aliases: ["true", "1.50"],
      eccn: [],
      searchText: expect.stringContaining("0101"),
      searchNames: expect.any(String),
      // No edge begins there.
      ...Object.fromEntries(
        [...EDGE_DAYS.values()].flatMap(({ first, last }) => [
          [first, "~"],
          [last, ""],
        ]),
      ),
    });
    expect((await node("event:e"))?.[1]).toMatchObject({
      startedOn: "2025",
      figures: ['{"name":"2025","value":1.5,"unit":"t","period":"2025-05"}'],
    });
    expect((await node("measure:m"))?.[1]).toMatchObject({ rate: 145, announcedOn: "2025-04" });
  });

  test("a file may be written in any script", async () => {
    await loaded(
      engine,
      file(
        "中文.yaml",
        'bundle: unicode\nagencies:\n  - {id: gac, name: "General Administration of Customs", kind: CUSTOMS, nativeName: 海关总署, summary: "Ärger 🧲"}',
      ),
    );
    const [labels, properties] = (await node("agency:gac")) ?? [];
    expect([...(Array.isArray(labels) ? labels : [])].sort()).toEqual(["Agency", "Node"]);
    expect(properties).toMatchObject({ nativeName: "海关总署", summary: "Ärger 🧲", searchText: expect.stringContaining("海关") });
  });

  test("a file may have the byte order mark and the line ends of Windows", async () => {
    await loaded(engine, { name: "w.yaml", text: 'bundle: windows\r\nevents:\r\n  - {id: w, title: "A\r\n    B", kind: CALL}\r\n' });
    expect((await node("event:w"))?.[1]).toMatchObject({ title: "A B" });
  });

  test("an edge is written as an id, a list or maps, from either end", async () => {
    await loaded(
      engine,
      file(
        "x.yaml",
        `
        bundle: ends
        restsOn: register
        events:
          - id: talks
            title: Talks
            kind: TALKS
            participants:
              - country:CN
              - {to: US, role: HOST, since: 2025-06-09, until: 2025-06-10, certainty: INFERRED, note: in London}
            concerns: commodity:850511
        people:
          - {id: p, name: P, offices: {to: mofcom, title: Minister}, participatesIn: talks}
      `,
      ),
    );
    expect(
      await rows(
        engine,
        "MATCH (a:Node)-[r:PARTICIPATES_IN]->(:Event {id: $id}) RETURN a.id, r.role, r.since, r.until, r.certainty, r.note",
        { id: "event:talks" },
      ),
    ).toEqual([
      ["country:CN", null, null, null, "CONFIRMED", null],
      ["country:US", "HOST", "2025-06-09", "2025-06-10", "INFERRED", "in London"],
      ["person:p", null, null, null, "CONFIRMED", null],
    ]);
    expect(await rows(engine, "MATCH (a:Person)-[r:HOLDS_OFFICE]->(b:Node) RETURN b.id, r.title")).toEqual([["agency:mofcom", "Minister"]]);
  });

  test("a new record is written in place, its keys and the edge's side by side", async () => {
    await loaded(
      engine,
      file(
        "x.yaml",
        `
        bundle: inplace
        agreements:
          - id: deal
            title: Deal
            kind: FRAMEWORK
            status: REACHED
            claims:
              - {id: whole, source: paper, certainty: REPORTED, statement: They agreed., contradicts: rumour}
              - {id: date, source: notice, certainty: CONFIRMED, field: reachedOn, value: 2025-06-10}
            commitments:
              - {id: pledge, title: Pledge, status: PLEDGED, since: 2025-06-10, note: first, undertakenBy: CN}
            participants:
              - to: US
                claims:
                  - {id: us, source: notice, certainty: CONFIRMED, quote: 同意}
                  - rumour
      `,
      ),
    );
    expect(
      await rows(
        engine,
        "MATCH (a:Claim)-[r:ABOUT]->(b:Node) WHERE a.bundle = $b OR a.id = 'claim:rumour' RETURN a.id, b.id, r.field, r.value",
        { b: "inplace" },
      ),
    ).toEqual([
      ["claim:date", "agreement:deal", "reachedOn", "2025-06-10"],
      ["claim:rumour", "country:US", "participatesIn", "agreement:deal"],
      ["claim:us", "country:US", "participatesIn", "agreement:deal"],
      ["claim:whole", "agreement:deal", null, null],
    ]);
    expect(await edges(engine, "CONTRADICTS")).toEqual([["claim:whole", "claim:rumour", null, null, null, null, ["inplace"]]]);
    expect(await rows(engine, "MATCH (a:Agreement)-[r:COMMITS]->(b:Commitment) RETURN b.title, r.since, r.note, r.claims")).toEqual([
      ["Pledge", "2025-06-10", "first", ["claim:whole"]],
    ]);
    // What stands inside a record without claims of its own rests on those of the record around it.
    expect(await edges(engine, "UNDERTAKEN_BY")).toEqual([
      ["commitment:pledge", "country:CN", null, "REPORTED", "2025-04-09", ["claim:whole"], ["inplace"]],
    ]);
    const participants = (await edges(engine, "PARTICIPATES_IN")).filter(([, to]) => to === "agreement:deal");
    expect(participants).toEqual([
      ["country:US", "agreement:deal", null, "CONFIRMED", "2025-04-04", ["claim:us", "claim:rumour"], ["inplace"]],
    ]);
  });

  test("several edges between the same ends are distinguished by their first day", async () => {
    await loaded(
      engine,
      file(
        "x.yaml",
        "bundle: twice\nrestsOn: register\nedges:\n  - {from: country:CN, edge: partOf, to: US, since: 2001}\n  - {from: country:CN, edge: partOf, to: US, since: 2010}",
      ),
    );
    const found = (await edges(engine, "PART_OF")).filter(([from]) => from === "country:CN");
    expect(found.map((row) => row[2])).toEqual(["2001", "2010"]);
  });

  test("short ids of several types are found in the graph", async () => {
    await loaded(
      engine,
      file(
        "x.yaml",
        "bundle: short\nrestsOn: register\nmeasures:\n  - {id: s, title: S, kind: BAN, effect: UNCLEAR, imposedBy: mofcom, targets: [US, mofcom]}",
      ),
    );
    expect((await edges(engine, "TARGETS")).map(([, to]) => to)).toEqual(["agency:mofcom", "country:US"]);
  });
});
