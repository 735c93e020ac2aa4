import { describe, expect, test } from "vitest";
import { everything, file, problemsInWorld, VALID_MEASURE, world } from "./support.ts";

const { engine, problemsOf, problemsOfMeasure, problemsOfFiles } = problemsInWorld();

describe("ids", () => {
  test("a malformed id is reported", async () => {
    expect(await problemsOf("bundle: x\nmeasures:\n  - {id: a b, title: T, kind: BAN, effect: UNCLEAR}\n")).toEqual([
      expect.stringMatching(/^x\.yaml:3:10: "a b" is no id: /),
    ]);
  });
  test("an id with another prefix than its section's is reported", async () => {
    expect(
      await problemsOf(
        "bundle: x\nmeasures:\n  - {id: event:a, title: T, kind: BAN, effect: UNCLEAR}\n  - {id: mesure:a, title: T, kind: BAN, effect: UNCLEAR}\n",
      ),
    ).toEqual([
      'x.yaml:3:10: "event:a" is the id of an Event, but here stands a Measure.',
      expect.stringMatching(/^x\.yaml:4:10: No id starts with "mesure:"\. Did you mean "measure"\? The prefixes are agency, /),
    ]);
  });
  test("an id that two files define is reported with both places", async () => {
    const event = "events:\n  - {id: e, title: E, kind: CALL}\n";
    expect(await problemsOfFiles({ name: "x.yaml", text: `bundle: x\n${event}` }, { name: "y.yaml", text: `bundle: y\n${event}` })).toEqual(
      ["y.yaml:3:5: event:e is defined twice: also at x.yaml:3:5."],
    );
  });
  test("an id that another bundle defines in the graph is reported with the way out", async () => {
    expect(await problemsOf("bundle: x\ncountries:\n  - {id: CN, name: China, kind: STATE}\n")).toEqual([
      "x.yaml:3:5: country:CN is defined by the bundle world in the graph. To move it here, load that bundle's file as well; if the bundle was renamed, a file that only says `bundle: world`.",
    ]);
  });
  test("every dangling id is reported once, with its place and the nearest id", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\ncovers: [magnet, 850512]\nfollows: event:none`)).toEqual([
      "x.yaml:8:14: There is no commodity:magnet, in these files or in the graph.",
      'x.yaml:8:22: There is no commodity:850512, in these files or in the graph. Did you mean "commodity:850511"?',
      "x.yaml:9:14: There is no event:none, in these files or in the graph.",
    ]);
    const own = await problemsOfFiles(
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
  test("a short id that fits several nodes, or none, is reported", async () => {
    const twin = file("y.yaml", "bundle: y\nfirms:\n  - {id: US, name: U.S. Steel, kind: COMPANY}\n");
    const x = file(
      "x.yaml",
      "bundle: x\nrestsOn: register\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: [US, mofcon]}\n",
    );
    expect(await problemsOfFiles(world, x, twin)).toEqual([
      'x.yaml:4:61: "US" may be country:US or firm:US: write the id in full.',
      'x.yaml:4:65: targets leads to an Agency, Country, Firm or Person, and there is none with the key "mofcon". Did you mean "agency:mofcom"?',
    ]);
  });
});

describe("edges", () => {
  test("an edge that leads to another type than the schema allows is reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\ncovers: country:CN\ntargets: [commodity:850511]`)).toEqual([
      'x.yaml:8:13: covers leads to a Commodity, not to a Country ("country:CN").',
      'x.yaml:9:15: targets leads to an Agency, Country, Firm or Person, not to a Commodity ("commodity:850511").',
    ]);
  });
  test("an unknown or computed property of an edge is reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\ntargets:\n  - {to: US, sinc: 2025}\n  - {to: CN, recordedOn: 2025}`)).toEqual([
      'x.yaml:9:18: The edge targets has no field "sinc". Did you mean "since"?',
      "x.yaml:10:18: recordedOn is computed by the loader: leave it out.",
    ]);
  });
  test("an edge without an end, or with a list for one, is reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\ntargets: [{since: 2025}, [US], {to: [US]}]`)).toEqual([
      "x.yaml:8:15: targets needs `to:`, the id at the other end, or `id:`, for a new record.",
      "x.yaml:8:30: targets is an id, not a list.",
      "x.yaml:8:41: targets is an id, not a list.",
    ]);
  });
  test("a second edge where the schema allows one is reported, from either end", async () => {
    expect(
      await problemsOf(`
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
  test("a required edge that is missing is reported, unless the other end has it", async () => {
    expect(
      await problemsOf(`
        bundle: x
        claims:
          - {id: a, certainty: REPORTED}
          - {id: b, certainty: REPORTED}
        sources:
          - {id: s, title: S, reliability: PRESS, claims: [b]}
      `),
    ).toEqual(["x.yaml:3:5: Claim needs source."]);
  });
  test("a dated edge that rests on no claim is reported", async () => {
    expect(await problemsOf("bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: US}\n")).toEqual([
      "x.yaml:3:60: Nothing says so: measure:m TARGETS country:US rests on no claim. Give it `claims:`, or its record, or the bundle `restsOn:`.",
    ]);
  });
  test("a claim about one field supports no edge of its record", async () => {
    expect(
      await problemsOf(
        "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: US, claims: [{to: register, field: title, value: M}]}\n",
      ),
    ).toEqual([expect.stringMatching(/^x\.yaml:3:60: Nothing says so: /)]);
  });
  test("an edge that ends before it starts is reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\ntargets: {to: US, since: 2025-05, until: 2025-04-30}`)).toEqual([
      "x.yaml:8:30: since 2025-05 is after until 2025-04-30.",
    ]);
  });
  test("an edge that stands in a bundle twice is reported, whichever end it is written from", async () => {
    expect(
      await problemsOf(`
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
  test("two bundles that disagree on an edge are reported with both places", async () => {
    const edge = (until: string) => `edges: [{from: agency:mofcom, edge: partOf, to: country:US, until: ${until}, claims: register}]`;
    expect(await problemsOfFiles(file("x.yaml", `bundle: x\n${edge("2025")}`), file("y.yaml", `bundle: y\n${edge("2024")}`))).toEqual([
      'y.yaml:2:68: The bundle x states the same edge with until "2025" at x.yaml:2:49, this one with "2024".',
    ]);
  });
  test("an incomplete edge of the section `edges` is reported with what it lacks", async () => {
    expect(
      await problemsOf(`
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
  test("a record in place needs a concrete type, and is not both new and known", async () => {
    expect(
      await problemsOfMeasure(`${VALID_MEASURE}\ntargets: {id: US, name: U}\ncovers: {id: c, to: 850511, name: C, level: GROUP}`),
    ).toEqual([
      expect.stringMatching(/^x\.yaml:8:14: targets may lead to an Agency, Country, Firm or Person: define the record in its own section/),
      "x.yaml:9:21: Write `id:` for a new record, or `to:` for one defined elsewhere, not both.",
    ]);
  });
  test("an edge of evidence with dates, and a claim about an unknown field, are reported", async () => {
    expect(
      await problemsOfMeasure(
        `${VALID_MEASURE}\nclaims:\n  - {to: register, until: 2025}\n  - {to: rumour, field: anouncedOn, value: 2025}`,
      ),
    ).toEqual([
      'x.yaml:9:24: The edge claims has no field "until". It is part of the evidence, and has neither dates nor claims.',
      'x.yaml:10:29: A Measure has no field "anouncedOn" to claim something about. Did you mean "announcedOn"?',
    ]);
  });
  test("a claim about an edge's own value that there is not, can't be or leads to nothing is reported", async () => {
    const claimed = (field: string, value: string) => `  - {to: rumour, field: "${field}", value: ${value}}`;
    const lines = [
      claimed("covers(commodity:850511).newRate", "25"),
      claimed("covers(commodity:850511).newrate", "25"),
      claimed("covers(850511).newRate", "25"),
      claimed("covers(commodity:hs-999999).newRate", "25"),
      claimed("covers(commodity:850511).newRate", "25%"),
      claimed("claims(claim:rumour).value", "25"),
      claimed("covers(commodity:850511).since", "2025"),
      claimed("covers(commodity:850511).certainty", "CONFIRMED"),
      claimed("covers(commodity:850511).until", "2205"),
      claimed("covers(commodity:850511).until", "soon"),
    ];
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nclaims:\n${lines.join("\n")}`)).toEqual([
      'x.yaml:10:29: A Measure has no edge with a value "covers(…).newrate" to claim something about. Did you mean "covers(…).newRate"?',
      'x.yaml:11:29: covers does not lead to "850511": write the whole id, prefix:key.',
      "x.yaml:12:29: There is no commodity:hs-999999, in these files or in the graph.",
      'x.yaml:13:72: newRate "25%" must be a number.',
      'x.yaml:14:29: A Measure has no edge with a value "claims(…).value" to claim something about.',
      "x.yaml:15:29: Since when an edge holds tells it from others: no claim gives covers(…).since another value. Write what begins on another day as an edge of its own, `covers: [{to: commodity:850511, since: …, claims: […]}]`.",
      "x.yaml:16:29: An edge is as sure as the surest claim that it rests on: no claim gives covers(…).certainty. Write the claim among the edge's `claims`, with its own certainty.",
      expect.stringMatching(/^x\.yaml:17:70: until "2205" /),
      expect.stringMatching(/^x\.yaml:18:70: until "soon" /),
    ]);
  });
  test("a claimed value that the field can't have is reported", async () => {
    const claims = "- {to: rumour, field: announcedOn, value: yesterday}\n  - {to: register, field: kind, value: TARIF}";
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nclaims:\n  ${claims}\n  - {to: register, field: rate, value: 25%}`)).toEqual([
      expect.stringMatching(/^x\.yaml:9:\d+: announcedOn "yesterday" /),
      expect.stringMatching(/^x\.yaml:10:\d+: kind "TARIF" is no MeasureKind: its values are TARIFF, /),
      expect.stringMatching(/^x\.yaml:11:\d+: rate "25%" /),
    ]);
  });
});

describe("bundles", () => {
  test("two files that name one bundle are reported", async () => {
    expect(await problemsOfFiles(file("x.yaml", "bundle: x"), file("y.yaml", "bundle: x"))).toEqual([
      "y.yaml:1:9: Two files name the bundle x: also x.yaml:1:9. A bundle is one file.",
    ]);
  });
  test("beside an unreadable file, nothing is reported as missing", async () => {
    const x = file(
      "x.yaml",
      "bundle: x\nrestsOn: register\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, follows: event:e, covers: nothing}\n",
    );
    expect(await problemsOfFiles(x, file("y.yaml", "bundle: y\nevents: [\n"))).toEqual([
      expect.stringMatching(/^y\.yaml:2:9: The bracket /),
    ]);
  });
  test("all problems of all files are reported at once, in the order of the files", async () => {
    const found = await problemsOfFiles(file("b.yaml", "bundle: b\nmeasurs: []\nevens: []"), file("a.yaml", "bundle: A"));
    expect(found.map((line) => line.split(": ")[0])).toEqual(["b.yaml:2:1", "b.yaml:3:1", "a.yaml:1:9"]);
  });
  test("no bundle is written when one of them has a problem", async () => {
    const before = await everything(engine());
    const good = file("good.yaml", "bundle: good\nevents: [{id: e, title: E, kind: CALL}]");
    expect(await problemsOfFiles(good, file("bad.yaml", "bundle: bad\nevents: [{id: f, title: F}]"))).toEqual([
      "bad.yaml:2:10: Event needs kind.",
    ]);
    expect(await everything(engine())).toEqual(before);
  });
});
