import { describe, expect, test } from "vitest";
import { impossibleYear, isToCome } from "../../src/load/check/dates.ts";
import { loadStream } from "../../src/load/index.ts";
import { everything, file, loaded, model, problemsInWorld, VALID_MEASURE, world } from "./support.ts";

const { engine, problemsOf, problemsOfFiles, problemsOfMeasure } = problemsInWorld();

/** Fields of a record in a file of its own, and what is said of them. */
const IMPOSSIBLE: readonly (readonly [what: string, text: string, said: string])[] = [
  [
    "a measure that ends before it begins",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, inForceFrom: 2025-06-05, inForceUntil: 2025-05}\n",
    "x.yaml:3:64: inForceFrom 2025-06-05 is after inForceUntil 2025-05.",
  ],
  [
    "a commitment due before it was pledged",
    "bundle: x\ncommitments:\n  - {id: c, title: C, status: PLEDGED, pledgedOn: 2025-06, dueOn: 2024}\n",
    "x.yaml:3:51: pledgedOn 2025-06 is after dueOn 2024.",
  ],
  [
    "a source read before it was published",
    "bundle: x\nsources:\n  - {id: s, title: S, reliability: PRESS, publishedOn: 2025-06-05, retrievedOn: 2025-05}\n",
    "x.yaml:3:56: publishedOn 2025-06-05 is after retrievedOn 2025-05.",
  ],
  [
    "an event that ends before it begins",
    "bundle: x\nevents:\n  - {id: e, title: E, kind: CALL, startedOn: 2025-06-05, endedOn: 2025-06-04}\n",
    "x.yaml:3:46: startedOn 2025-06-05 is after endedOn 2025-06-04.",
  ],
  [
    "a year with its digits turned round",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, inForceFrom: 2205-06-05}\n",
    `x.yaml:3:64: inForceFrom "2205-06-05" lies beyond the year ${new Date().getFullYear() + 100}, which no inForceFrom can: digits may be turned round.`,
  ],
  [
    "a year that lacks a digit",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, announcedOn: 0205}\n",
    'x.yaml:3:64: announcedOn "0205" lies before the year 1000: is a digit missing.',
  ],
  [
    "a claimed date beyond all years",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, claims: [{to: register, field: announcedOn, value: 2205}]}\n",
    `x.yaml:3:102: announcedOn "2205" lies beyond the year ${new Date().getFullYear() + 1}, which no announcedOn can: digits may be turned round.`,
  ],
  [
    "a rate without its unit",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: TARIFF, effect: RESTRICTING, rate: 25}\n",
    "x.yaml:3:64: rate 25 says nothing without its unit: write rateUnit beside it.",
  ],
  [
    "an amount without its unit",
    "bundle: x\nrestsOn: register\ncountries:\n  - {id: XX, name: X, kind: STATE, produces: {to: 850511, amount: 5}}\n",
    "x.yaml:4:67: amount 5 says nothing without its unit: write unit beside it.",
  ],
  ...[
    ["a quota without its unit", "quota: 5, quotaPer: YEAR", 0, "quota 5 says nothing without its unit: write quotaUnit beside it."],
    ["a quota of less than nothing", "quota: -5, quotaUnit: TON", 0, "quota -5 is less than nothing."],
    [
      "a quota's unit without the quota",
      "quotaUnit: TON",
      0,
      "quotaUnit TON says nothing without the number: write quota beside it, or leave it out.",
    ],
    [
      "the rate beyond a quota without the quota",
      "rateUnit: PERCENT, outOfQuotaRate: 25",
      19,
      "outOfQuotaRate 25 is the rate of a quota: write quota, how much it is, beside it. A rate for all is newRate.",
    ],
    [
      "the rate within a quota without its unit",
      "inQuotaRate: 10, quota: 5, quotaUnit: TON",
      0,
      "inQuotaRate 10 says nothing without its unit: write rateUnit beside it.",
    ],
    [
      "a quota dearer within than beyond",
      "inQuotaRate: 25, outOfQuotaRate: 10, rateUnit: PERCENT, quota: 5, quotaUnit: PIECE",
      0,
      "inQuotaRate 25 is above outOfQuotaRate 10: they seem to be turned round.",
    ],
  ].map(([what, fields, shift, said]): [string, string, string] => {
    const text = `bundle: x\nrestsOn: register\nmeasures:\n  - {id: m, title: M, kind: QUOTA, effect: UNCLEAR, covers: {to: 850511, ${fields}}}\n`;
    const column = text.split("\n")[3]?.indexOf(String(fields)) ?? -1;
    const key = String(fields).slice(Number(shift)).split(":")[0] ?? "";
    return [String(what), text, `x.yaml:4:${column + Number(shift) + key.length + 3}: ${said}`];
  }),
  [
    "a commitment of less than nothing",
    "bundle: x\ncommitments:\n  - {id: c, title: C, status: PLEDGED, amount: -5, unit: TON}\n",
    "x.yaml:3:48: amount -5 is less than nothing.",
  ],
  [
    "a time over which nothing counts",
    "bundle: x\ncommitments:\n  - {id: c, title: C, status: PLEDGED, per: YEAR}\n",
    "x.yaml:3:45: per YEAR says nothing without the number: write amount beside it, or leave it out.",
  ],
  [
    "a claimed amount of less than nothing",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, claims: [{to: register, field: amount, value: -5}]}\n",
    'x.yaml:3:97: amount "-5" is less than nothing.',
  ],
  [
    "a claimed quota of less than nothing",
    "bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, claims: [{to: register, field: covers(commodity:850511).quota, value: -5}]}\n",
    'x.yaml:3:121: quota "-5" is less than nothing.',
  ],
  [
    "a share beyond the whole",
    "bundle: x\nrestsOn: register\ncountries:\n  - {id: XX, name: X, kind: STATE, produces: {to: 850511, share: 25}}\n",
    "x.yaml:4:66: share 25 is no part of a whole: it is between 0 and 1, such as 0.25 for 25 %.",
  ],
  [
    "an edge from a node to itself",
    "bundle: x\nrestsOn: register\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, follows: m}\n",
    "x.yaml:4:60: FOLLOWS leads from measure:m to itself.",
  ],
  [
    "a level that is not that of the code",
    "bundle: x\ncommodities:\n  - {id: a, name: A, level: HEADING, hsCode: 850519, hsEdition: 2022}\n",
    "x.yaml:3:29: A HEADING has a code of 4 digits, and hsCode is 850519, which is that of a SUBHEADING.",
  ],
  [
    "a named group with a code",
    "bundle: x\ncommodities:\n  - {id: a, name: A, level: GROUP, hsCode: 850519, hsEdition: 2022}\n",
    "x.yaml:3:44: A named group has no code of the Harmonized System, and hsCode is 850519: is it a SUBHEADING?",
  ],
  [
    "a code under another's",
    "bundle: x\nrestsOn: register\ncommodities:\n  - {id: a, name: A, level: TARIFF_LINE, hsCode: 8505191000, hsEdition: 2022, partOf: 850511}\n",
    "x.yaml:4:87: commodity:a has the code 8505191000, which does not lie under 850511 (commodity:850511). 8505191000 lies under 85051910.",
  ],
  [
    "a chapter under a section that does not have it",
    "bundle: x\nrestsOn: register\ncommodities:\n  - {id: s, name: S, level: SECTION, hsCode: XV, hsEdition: 2022}\n  - {id: a, name: A, level: CHAPTER, hsCode: 85, hsEdition: 2022, partOf: s}\n",
    "x.yaml:5:75: commodity:a has the code 85, which does not lie under XV (commodity:s). 85 lies under section XVI.",
  ],
];

describe("what can't be", () => {
  test.each(IMPOSSIBLE)("%s is refused with its place", async (_what, text, said) => {
    expect(await problemsOf(text)).toEqual([said]);
  });

  test("what precision leaves open, and a plan for a later decade, is no fault", async () => {
    const fields = `inForceFrom: 2025-06-05\ninForceUntil: 2025-06\nrate: 0\nrateUnit: PERCENT`;
    expect(await problemsOfMeasure(`${VALID_MEASURE}\n${fields}`)).toEqual([]);
    expect(await problemsOfMeasure(`${VALID_MEASURE}\ninForceUntil: 2062-01-01`)).toEqual([]);
  });

  test("what somebody has said or done lies a year ahead at most, since clocks go wrong", () => {
    const today = new Date("2025-12-31T12:00:00Z");
    expect(impossibleYear("publishedOn", "2026-12-31", today)).toBeNull();
    expect(impossibleYear("publishedOn", "2027", today)).toMatch(/^lies beyond the year 2026/);
    expect(impossibleYear("startedOn", "2035-01-01", today)).toBeNull();
    expect(impossibleYear("dueOn", "2125", today)).toBeNull();
    expect(impossibleYear("dueOn", "2126-01", today)).toMatch(/^lies beyond the year 2125/);
    expect(impossibleYear("since", "1000", today)).toBeNull();
    expect(impossibleYear("since", "0999", today)).toMatch(/^lies before the year 1000/);
  });
  test("nobody has read a page on a day to come, wherever it has begun", async () => {
    const now = new Date("2025-06-30T12:00:00Z");
    expect(["2025-06-30", "2025-07-01", "2025-07", "2025"].map((day) => isToCome(day, now))).toEqual([false, false, false, false]);
    expect(["2025-07-02", "2025-08", "2026"].map((day) => isToCome(day, now))).toEqual([true, true, true]);
    const next = new Date().getFullYear() + 1;
    const source = `bundle: x\nsources:\n  - {id: s, title: S, reliability: PRESS, retrievedOn: ${next}-12-31}\n`;
    expect(await problemsOf(source)).toEqual([`x.yaml:3:56: retrievedOn ${next}-12-31 is still to come: nobody can have read it then.`]);
  });

  test("a chapter lies under its section, and a code under any that begins it", async () => {
    expect(
      await problemsOf(`
        bundle: x
        restsOn: register
        commodities:
          - {id: s, name: S, level: SECTION, hsCode: XVI, hsEdition: 2022}
          - {id: c, name: C, level: CHAPTER, hsCode: 85, hsEdition: 2022, partOf: [s, g]}
          - {id: l, name: L, level: TARIFF_LINE, hsCode: 8505110010, hsEdition: 2022, partOf: [850511, c, g]}
          - {id: g, name: G, level: GROUP}
      `),
    ).toEqual([]);
  });
});

describe("a hierarchy that leads back to its start", () => {
  const agencies = (...records: string[]) => `bundle: x\nrestsOn: register\nagencies:\n${records.map((r) => `  - {${r}}\n`).join("")}`;

  test("is refused within one file, with the way", async () => {
    const three = ["a, partOf: b", "b, partOf: c", "c, partOf: [mofcom, a]"].map((r) => `name: A, kind: COURT, id: ${r}`);
    expect(await problemsOf(agencies(...three))).toEqual([
      "x.yaml:4:43: agency:a would be a part of itself: agency:a → agency:b → agency:c → agency:a. Edges PART_OF must not lead back to where they start.",
    ]);
  });

  test("is refused where the graph has the rest of the way, unless the load takes that away", async () => {
    const inGraph = agencies(
      "id: a, name: A, kind: COURT, partOf: b",
      "id: b, name: B, kind: COURT, partOf: c",
      "id: c, name: C, kind: COURT",
    );
    await loaded(engine(), file("chain.yaml", inGraph.replace("bundle: x", "bundle: chain")));
    const back = file("x.yaml", "bundle: x\nedges:\n  - {from: agency:c, edge: partOf, to: a, claims: register}\n");
    expect(await problemsOfFiles(back)).toEqual([
      "x.yaml:3:40: agency:c would be a part of itself: agency:c → agency:a → agency:b → agency:c. Edges PART_OF must not lead back to where they start.",
    ]);
    const shorter = inGraph.replace("bundle: x", "bundle: chain").replace(", partOf: b", "");
    expect(await problemsOfFiles(back, file("chain.yaml", shorter))).toEqual([]);
    await loaded(engine(), file("x.yaml", "bundle: x"), file("chain.yaml", "bundle: chain"));
  });

  test("is no matter of two wholes with one part, nor of a long chain", async () => {
    const chain = Array.from({ length: 1500 }, (_, i) => `id: a${i}, name: A, kind: COURT, partOf: ${i === 0 ? "mofcom" : `a${i - 1}`}`);
    const diamond = [
      "id: l, name: L, kind: COURT, partOf: mofcom",
      "id: r, name: R, kind: COURT, partOf: mofcom",
      "id: d, name: D, kind: COURT, partOf: [l, r]",
    ];
    expect(await problemsOf(agencies(...chain, ...diamond))).toEqual([]);
  });
});

describe("a key that one node has", () => {
  test("is refused on a second one, with the place of the first", async () => {
    const twins = "commodities:\n  - {id: a, name: A, level: SUBHEADING, hsCode: 850519, hsEdition: 2022}\n";
    expect(
      await problemsOfFiles(file("x.yaml", `bundle: x\n${twins}`), file("y.yaml", `bundle: y\n${twins.replace("id: a", "id: b")}`)),
    ).toEqual(["y.yaml:3:49: hsCode 850519 is that of commodity:a already (x.yaml:3:5): one node has it for each hsEdition and tariffOf."]);
  });

  test("is refused where the graph has it, with the bundle", async () => {
    expect(
      await problemsOf(`
        bundle: x
        commodities: [{id: other, name: Magnets again, level: SUBHEADING, hsCode: 850511, hsEdition: 2022}]
        countries:
          - {id: TW, name: Taiwan, kind: STATE, iso2: TW, iso3: CN}
      `),
    ).toEqual([
      "x.yaml:2:75: hsCode 850511 is that of commodity:850511 already (in the graph, from the bundle world): one node has it for each hsEdition and tariffOf.",
      "x.yaml:4:57: iso3 CN is that of country:CN already (in the graph, from the bundle world): one node has it.",
    ]);
  });

  test("may come again in another edition", async () => {
    const twins = ["2017", "2022"].map(
      (edition) => `  - {id: hs${edition}, name: A, level: SUBHEADING, hsCode: 850519, hsEdition: ${edition}}\n`,
    );
    expect(await problemsOf(`bundle: x\ncommodities:\n${twins.join("")}`)).toEqual([]);
  });

  const codes = (...records: readonly string[]) =>
    `bundle: x\nrestsOn: register\ncommodities:\n${records.map((record) => `  - {name: N, ${record}}\n`).join("")}`;

  test("of the Harmonized System is nothing without its edition, nor the edition without it, and agrees with the id", async () => {
    expect(
      await problemsOf(
        codes(
          "id: a, level: CHAPTER, hsCode: 01",
          "id: b, level: GROUP, hsEdition: 2022",
          "id: hs-0102, level: HEADING, hsCode: '0102', hsEdition: 2017",
          "id: hs2022-0103, level: HEADING, hsCode: '0103', hsEdition: 2022",
          "id: hs2017-0104, level: HEADING, hsCode: '0105', hsEdition: 2017",
          "id: hs2017-section-i, level: SECTION, hsCode: I, hsEdition: 2017",
          "id: c, level: HEADING, hsCode: '0106', hsEdition: 2018",
        ),
      ),
    ).toEqual([
      'x.yaml:4:46: hsCode 01 says nothing without its edition: write hsEdition beside it, such as "2022".',
      "x.yaml:5:47: hsEdition 2022 belongs to a code of the Harmonized System: write hsCode beside it, or leave it out.",
      "x.yaml:6:5: commodity:hs-0102 is the id of the code 0102 of 2022, and the record's is 0102 of 2017: the id of that is commodity:hs2017-0102.",
      "x.yaml:7:5: commodity:hs2022-0103 is the id of the code 0103 of 2022, and the record's is 0103 of 2022: the id of that is commodity:hs-0103.",
      "x.yaml:8:5: commodity:hs2017-0104 is the id of the code 0104 of 2017, and the record's is 0105 of 2017: the id of that is commodity:hs2017-0105.",
      expect.stringMatching(/^x\.yaml:10:65: hsEdition "2018" is no edition of the Harmonized System: these are 1988, .*2028/),
    ]);
  });

  test("of the Harmonized System lies under codes of its own edition alone, whoever says where it lies", async () => {
    const below = (edition: string) => codes(`id: below, level: TARIFF_LINE, hsCode: 85051110, hsEdition: ${edition}, partOf: 850511`);
    expect(await problemsOf(below("2017"))).toEqual([
      "x.yaml:4:89: commodity:below is a code of 2017, and commodity:850511 one of 2022: a code lies under codes of its own edition.",
    ]);
    await loaded(engine(), file("x.yaml", below("2022")));
    expect(await problemsOfFiles({ ...world, text: world.text.replace("hsEdition: 2022", "hsEdition: 2017") })).toEqual([
      expect.stringMatching(
        /^world\.yaml:\d+:\d+: commodity:below is a code of 2022, and commodity:850511 one of 2017: a code lies under codes of its own edition\.$/,
      ),
    ]);
    const moved = world.text.replace("hsCode: 850511,", "hsCode: 850519,");
    expect(await problemsOfFiles({ ...world, text: moved })).toEqual([
      expect.stringMatching(/^world\.yaml:\d+:\d+: commodity:below has the code 85051110, which does not lie under 850519/),
    ]);
  });

  test("is refused in a stream too, where one batch is being written while the next is checked", async () => {
    const before = await everything(engine());
    const place = (line: number) => ({ file: "feed", line, column: 1 });
    const country = (key: string, iso2: string, line: number) => ({
      name: `feed-${key}`,
      nodes: [{ type: "Country", id: `country:${key}`, properties: { name: key, kind: "STATE", iso2 }, place: place(line) }],
      edges: [],
      place: place(line),
    });
    const report = await loadStream(
      engine(),
      model,
      (async function* () {
        yield country("T1", "T1", 1);
        yield country("T2", "T1", 2);
        yield country("T3", "CN", 3);
      })(),
      { batch: 1 },
    );
    expect(report.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      "2: iso2 T1 is that of country:T1 already (in the graph, from the bundle feed-T1): one node has it.",
      "3: iso2 CN is that of country:CN already (in the graph, from the bundle world): one node has it.",
    ]);
    await engine().write((transaction) =>
      transaction.run({ text: "MATCH (n) WHERE n.id = 'country:T1' OR n.name = 'feed-T1' DETACH DELETE n", params: {} }),
    );
    expect(await everything(engine())).toEqual(before);
  });
});
