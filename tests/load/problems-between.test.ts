import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { openTestEngine } from "../support/engine.ts";
import { everything, file, loaded, problems, world } from "./support.ts";

let engine: GraphEngine;
beforeAll(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterAll(() => engine.close());

/** What is wrong with a file `x.yaml`, loaded into a graph that has the world. */
const faults = (text: string) => problems(engine, file("x.yaml", text));
/** The same for the fields of one measure, of which line 6 is the first. */
const measure = (fields: string) =>
  faults(`bundle: x
restsOn: register
measures:
  - id: m
    title: A measure
${fields
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
`);
const GOOD = "kind: BAN\neffect: RESTRICTING";

describe("ids", () => {
  test("have a form", async () => {
    expect(await faults("bundle: x\nmeasures:\n  - {id: a b, title: T, kind: BAN, effect: UNCLEAR}\n")).toEqual([
      expect.stringMatching(/^x\.yaml:3:10: "a b" is no id: /),
    ]);
  });
  test("have the prefix of their section", async () => {
    expect(
      await faults(
        "bundle: x\nmeasures:\n  - {id: event:a, title: T, kind: BAN, effect: UNCLEAR}\n  - {id: mesure:a, title: T, kind: BAN, effect: UNCLEAR}\n",
      ),
    ).toEqual([
      'x.yaml:3:10: "event:a" is the id of an Event, but here stands a Measure.',
      expect.stringMatching(/^x\.yaml:4:10: No id starts with "mesure:"\. Did you mean "measure"\? The prefixes are agency, /),
    ]);
  });
  test("are defined once in the files", async () => {
    const event = "events:\n  - {id: e, title: E, kind: CALL}\n";
    expect(
      await problems(engine, { name: "x.yaml", text: `bundle: x\n${event}` }, { name: "y.yaml", text: `bundle: y\n${event}` }),
    ).toEqual(["y.yaml:3:5: event:e is defined twice: also at x.yaml:3:5."]);
  });
  test("are defined by one bundle in the graph", async () => {
    expect(await faults("bundle: x\ncountries:\n  - {id: CN, name: China, kind: STATE}\n")).toEqual([
      "x.yaml:3:5: country:CN is defined by the bundle world in the graph. To move it here, load that bundle's file as well; if the bundle was renamed, a file that only says `bundle: world`.",
    ]);
  });
  test("that nobody has are told once, with the nearest one", async () => {
    expect(await measure(`${GOOD}\ncovers: [magnet, 850512]\nfollows: event:none`)).toEqual([
      "x.yaml:8:14: There is no commodity:magnet, in these files or in the graph.",
      "x.yaml:8:22: There is no commodity:850512, in these files or in the graph.",
      "x.yaml:9:14: There is no event:none, in these files or in the graph.",
    ]);
    const own = await problems(
      engine,
      world,
      file(
        "x.yaml",
        "bundle: x\nrestsOn: registre\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, covers: 850512, targets: [CN, US]}\n",
      ),
    );
    expect(own).toEqual([
      'x.yaml:2:10: There is no claim:registre, in these files or in the graph. Did you mean "claim:register"?',
      'x.yaml:4:59: There is no commodity:850512, in these files or in the graph. Did you mean "commodity:850511"?',
    ]);
  });
  test("written short fit one node", async () => {
    const twin = file("y.yaml", "bundle: y\nfirms:\n  - {id: US, name: U.S. Steel, kind: COMPANY}\n");
    const x = file(
      "x.yaml",
      "bundle: x\nrestsOn: register\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: [US, mofcon]}\n",
    );
    expect(await problems(engine, world, x, twin)).toEqual([
      'x.yaml:4:61: "US" may be country:US or firm:US: write the id in full.',
      'x.yaml:4:65: targets leads to an Agency, Country, Firm or Person, and there is none with the key "mofcon". Did you mean "agency:mofcom"?',
    ]);
  });
});

describe("edges", () => {
  test("lead to what the schema says", async () => {
    expect(await measure(`${GOOD}\ncovers: country:CN\ntargets: [commodity:850511]`)).toEqual([
      'x.yaml:8:13: covers leads to a Commodity, not to a Country ("country:CN").',
      'x.yaml:9:15: targets leads to an Agency, Country, Firm or Person, not to a Commodity ("commodity:850511").',
    ]);
  });
  test("have known properties", async () => {
    expect(await measure(`${GOOD}\ntargets:\n  - {to: US, sinc: 2025}\n  - {to: CN, recordedOn: 2025}`)).toEqual([
      'x.yaml:9:18: The edge targets has no field "sinc". Did you mean "since"?',
      "x.yaml:10:18: recordedOn is computed by the loader: leave it out.",
    ]);
  });
  test("say where they lead", async () => {
    expect(await measure(`${GOOD}\ntargets: [{since: 2025}, [US], {to: [US]}]`)).toEqual([
      "x.yaml:8:15: targets needs `to:`, the id at the other end, or `id:`, for a new record.",
      "x.yaml:8:30: targets is an id, not a list.",
      "x.yaml:8:41: targets is an id, not a list.",
    ]);
  });
  test("are single where the schema says so, from either end", async () => {
    expect(
      await faults(`
        bundle: x
        restsOn: register
        claims:
          - {id: a, source: [notice, paper], certainty: REPORTED}
        commitments:
          - {id: c, title: C, status: PLEDGED, agreement: one}
        agreements:
          - {id: one, title: One, kind: TRUCE, status: REACHED}
          - {id: two, title: Two, kind: TRUCE, status: REACHED, commitments: [c]}
      `),
    ).toEqual([
      "x.yaml:4:21: source is one Source, not a list.",
      "x.yaml:9:71: commitment:c has one agreement at most, and these are several: agreement:one, agreement:two.",
    ]);
  });
  test("that are required are there, from either end", async () => {
    expect(
      await faults(`
        bundle: x
        claims:
          - {id: a, certainty: REPORTED}
          - {id: b, certainty: REPORTED}
        sources:
          - {id: s, title: S, reliability: PRESS, claims: [b]}
      `),
    ).toEqual(["x.yaml:3:5: Claim needs source."]);
  });
  test("rest on something", async () => {
    expect(await faults("bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: US}\n")).toEqual([
      "x.yaml:3:60: Nothing says so: measure:m TARGETS country:US rests on no claim. Give it `claims:`, or its record, or the bundle `restsOn:`.",
    ]);
  });
  test("do not rest on claims about one field", async () => {
    expect(
      await faults(
        "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: US, claims: [{to: register, field: title, value: M}]}\n",
      ),
    ).toEqual([expect.stringMatching(/^x\.yaml:3:60: Nothing says so: /)]);
  });
  test("do not end before they start", async () => {
    expect(await measure(`${GOOD}\ntargets: {to: US, since: 2025-05, until: 2025-04-30}`)).toEqual([
      "x.yaml:8:30: since 2025-05 is after until 2025-04-30.",
    ]);
  });
  test("stand once in a bundle, whichever end they are written from", async () => {
    expect(
      await faults(`
        bundle: x
        restsOn: register
        events:
          - {id: e, title: E, kind: CALL, participants: [US]}
        edges:
          - {from: country:US, edge: participatesIn, to: e}
          - {from: country:US, edge: participatesIn, to: e, since: 2025}
      `),
    ).toEqual(["x.yaml:6:50: The edge country:US PARTICIPATES_IN event:e stands in this bundle twice: also at x.yaml:4:50."]);
  });
  test("of two bundles agree", async () => {
    const edge = (until: string) => `edges: [{from: agency:mofcom, edge: partOf, to: country:US, until: ${until}, claims: register}]`;
    expect(await problems(engine, file("x.yaml", `bundle: x\n${edge("2025")}`), file("y.yaml", `bundle: y\n${edge("2024")}`))).toEqual([
      'y.yaml:2:68: The bundle x states the same edge with until "2025" at x.yaml:2:49, this one with "2024".',
    ]);
  });
  test("of the section `edges` are whole", async () => {
    expect(
      await faults(`
        bundle: x
        restsOn: register
        edges:
          - measure:a
          - {from: country:US, to: country:CN}
          - {from: US, edge: partOf, to: country:CN}
          - {from: country:US, edge: targeted, to: country:CN}
          - {from: country:US, edge: partOf, to: country:CN, share: 1}
      `),
    ).toEqual([
      "x.yaml:4:5: An edge here is a map: {from: measure:a, edge: targets, to: country:US}.",
      "x.yaml:5:5: An edge here needs `edge:`.",
      "x.yaml:6:12: Write the id in full here, with its prefix: measure:US, for example.",
      expect.stringMatching(/^x\.yaml:7:30: A Country has no edge "targeted"\. Did you mean "targetedBy"\?/),
      'x.yaml:8:54: The edge partOf has no field "share".',
    ]);
  });
  test("in place need a concrete type, and are not both new and known", async () => {
    expect(await measure(`${GOOD}\ntargets: {id: US, name: U}\ncovers: {id: c, to: 850511, name: C, level: GROUP}`)).toEqual([
      expect.stringMatching(/^x\.yaml:8:14: targets may lead to an Agency, Country, Firm or Person: define the record in its own section/),
      "x.yaml:9:21: Write `id:` for a new record, or `to:` for one defined elsewhere, not both.",
    ]);
  });
  test("of evidence have no dates, and claims name fields that exist", async () => {
    expect(await measure(`${GOOD}\nclaims:\n  - {to: register, until: 2025}\n  - {to: rumour, field: anouncedOn, value: 2025}`)).toEqual([
      'x.yaml:9:24: The edge claims has no field "until". It is part of the evidence, and has neither dates nor claims.',
      'x.yaml:10:29: A Measure has no field "anouncedOn" to claim something about. Did you mean "announcedOn"?',
    ]);
  });
  test("of evidence claim values that the field can have", async () => {
    const claims = "- {to: rumour, field: announcedOn, value: yesterday}\n  - {to: register, field: kind, value: TARIF}";
    expect(await measure(`${GOOD}\nclaims:\n  ${claims}\n  - {to: register, field: rate, value: 25%}`)).toEqual([
      expect.stringMatching(/^x\.yaml:9:\d+: announcedOn "yesterday" /),
      expect.stringMatching(/^x\.yaml:10:\d+: kind "TARIF" is no MeasureKind: its values are TARIFF, /),
      expect.stringMatching(/^x\.yaml:11:\d+: rate "25%" /),
    ]);
  });
});

describe("bundles", () => {
  test("have a name of their own", async () => {
    expect(await problems(engine, file("x.yaml", "bundle: x"), file("y.yaml", "bundle: x"))).toEqual([
      "y.yaml:1:9: Two files name the bundle x: also x.yaml:1:9. A bundle is one file.",
    ]);
  });
  test("of an unreadable file do not make everything else look missing", async () => {
    const x = file(
      "x.yaml",
      "bundle: x\nrestsOn: register\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, follows: event:e, covers: nothing}\n",
    );
    expect(await problems(engine, x, file("y.yaml", "bundle: y\nevents: [\n"))).toEqual([expect.stringMatching(/^y\.yaml:3:1: /)]);
  });
  test("are told of all their faults at once, in the order of the files", async () => {
    const found = await problems(engine, file("b.yaml", "bundle: b\nmeasurs: []\nevens: []"), file("a.yaml", "bundle: A"));
    expect(found.map((line) => line.split(": ")[0])).toEqual(["b.yaml:2:1", "b.yaml:3:1", "a.yaml:1:9"]);
  });
  test("are not written when one of them has a fault", async () => {
    const before = await everything(engine);
    const good = file("good.yaml", "bundle: good\nevents: [{id: e, title: E, kind: CALL}]");
    expect(await problems(engine, good, file("bad.yaml", "bundle: bad\nevents: [{id: f, title: F}]"))).toEqual([
      "bad.yaml:2:10: Event needs kind.",
    ]);
    expect(await everything(engine)).toEqual(before);
  });
});
