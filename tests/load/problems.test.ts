import { describe, expect, test } from "vitest";
import { problemsInWorld, VALID_MEASURE } from "./support.ts";

const { problemsOf, problemsOfMeasure } = problemsInWorld();

describe("the form of a file", () => {
  test("for an empty file, the message says what to start with", async () => {
    expect(await problemsOf("# nothing\n")).toEqual(["x.yaml:1:1: The file is empty. A bundle starts with its name: `bundle: my-bundle`."]);
  });
  test("anchors are refused, so that no line means two facts", async () => {
    expect(await problemsOf("bundle: x\nrestsOn: &a register\nmeasures: [*a]\n")).toEqual([
      "x.yaml:3:12: Write the value out: anchors and aliases (*a) are not read here.",
    ]);
  });
  test("a file that is a list is refused", async () => {
    expect(await problemsOf("- a\n")).toEqual(["x.yaml:1:1: A file is a map of sections, starting with `bundle: name`."]);
  });
  test("a file that is nested very deep is refused in finite time", async () => {
    expect((await problemsOf(`bundle: x\nmeasures: ${"[".repeat(50_000)}`)).length).toBeGreaterThan(0);
    expect((await problemsOf(`bundle: x\nmeasures: ${"{a: ".repeat(5_000)}1${"}".repeat(5_000)}`)).length).toBeGreaterThan(0);
  });
  test("a file that names no bundle is refused", async () => {
    expect(await problemsOf("measures: []\n")).toEqual(["x.yaml:1:1: The file names no bundle: start it with `bundle: my-bundle`."]);
  });
  test("a bundle's name in capitals or of two words is refused", async () => {
    expect(await problemsOf("bundle: My Bundle\n")).toEqual([
      'x.yaml:1:9: A bundle\'s name is one word of lower-case letters, digits, dots, hyphens and underscores, not "My Bundle".',
    ]);
  });
  test("an unknown section is reported with the nearest one", async () => {
    expect(await problemsOf("bundle: x\nmeasurs: []\n")).toEqual([
      expect.stringMatching(/^x\.yaml:2:1: There is no section "measurs"\. Did you mean "measures"\? The sections are edges, agencies, /),
    ]);
  });
  test("a section that is no list is reported", async () => {
    expect(await problemsOf("bundle: x\nmeasures: {id: m}\n")).toEqual([
      'x.yaml:2:11: The section measures is a list: start each record with "- ".',
    ]);
  });
  test("records that are no maps, are empty or have no id are each reported", async () => {
    expect(await problemsOf("bundle: x\nmeasures:\n  - m\n  -\n  - {title: T}\n")).toEqual([
      "x.yaml:3:5: A Measure is a map of its fields, starting with `id:`.",
      "x.yaml:4:4: A Measure is missing here.",
      "x.yaml:5:5: A Measure needs an `id:`.",
    ]);
  });
});

describe("the fields of a record", () => {
  test("an unknown field is reported with the nearest one", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nkindd: BAN`)).toEqual([
      'x.yaml:8:5: Measure has no field "kindd". Did you mean "kind"?',
    ]);
  });
  test("a required field that is missing is reported", async () => {
    expect(await problemsOfMeasure("effect: RESTRICTING")).toEqual(["x.yaml:4:5: Measure needs kind."]);
  });
  test("a field that the loader computes must be left out", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nrecordedOn: 2025-04-04`)).toEqual([
      "x.yaml:8:5: recordedOn is computed by the loader: leave it out.",
    ]);
  });
  test("a field or an edge without a value is reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nannouncedOn:\ncovers:`)).toEqual([
      "x.yaml:8:5: announcedOn has no value: write one, or leave the key out.",
      "x.yaml:9:5: covers has no value: write one, or leave the key out.",
    ]);
  });
  test("a value outside its enum is reported with the nearest ones", async () => {
    expect(await problemsOfMeasure("kind: LICENCING\neffect: NARROWING")).toEqual([
      expect.stringMatching(/^x\.yaml:6:11: kind "LICENCING" is no MeasureKind: did you mean "LICENSING"\? Its values are TARIFF, /),
      'x.yaml:7:13: effect "NARROWING" is no MeasureEffect: its values are RESTRICTING, LIBERALISING, UNCLEAR.',
    ]);
  });
  test("a date that does not exist is reported with the reason", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nannouncedOn: 2025-02-30\ninForceFrom: 2025-13\ninForceUntil: soon`)).toEqual([
      'x.yaml:8:18: announcedOn "2025-02-30" is no day of the calendar: 2025-02 has 28 days.',
      'x.yaml:9:18: inForceFrom "2025-13" has no month 13: months run from 01 to 12.',
      'x.yaml:10:19: inForceUntil "soon" must be a date as precise as it is known: 2025, 2025-06 or 2025-06-05.',
    ]);
  });
  test("a text where a number is wanted is reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\nrate: ten`)).toEqual(['x.yaml:8:11: rate "ten" must be a number.']);
  });
  test("a single value for a list, and a list for a single value, are reported", async () => {
    expect(await problemsOfMeasure(`${VALID_MEASURE}\naliases: Other\nrate: [1, 2]\nannouncedOn: {a: 1}`)).toEqual([
      "x.yaml:8:14: aliases is a list: write [Other].",
      "x.yaml:9:11: rate is one value, not a list.",
      "x.yaml:10:18: announcedOn is one value, not a map.",
    ]);
  });
  test("malformed codes, addresses and languages are reported", async () => {
    expect(
      await problemsOf(`
        bundle: x
        commodities: [{id: c, name: C, level: HEADING, hsCode: 85.05}]
        countries: [{id: XX, name: X, kind: STATE, iso2: cn}]
        sources: [{id: s, title: S, reliability: PRESS, url: example.org, language: English language}]
      `),
    ).toEqual([
      expect.stringMatching(/^x\.yaml:2:56: hsCode "85\.05" must be an HS code without dots/),
      expect.stringMatching(/^x\.yaml:3:50: iso2 "cn" must be an ISO 3166-1 code/),
      expect.stringMatching(/^x\.yaml:4:54: url "example\.org" must be an address/),
      expect.stringMatching(/^x\.yaml:4:77: language "English language" must be a BCP 47 tag/),
    ]);
  });
  test("each field of each figure is checked", async () => {
    expect(
      await problemsOf(
        "bundle: x\nevents:\n  - {id: e, title: E, kind: CALL, figures: [{name: n, value: x, unit: u}, {name: n, value: 1}, {nam: n, value: 1, unit: u}, 4]}\n",
      ),
    ).toEqual([
      'x.yaml:3:62: value "x" must be a number.',
      "x.yaml:3:75: Figure needs unit.",
      "x.yaml:3:96: Figure needs name.",
      'x.yaml:3:97: Figure has no field "nam". Did you mean "name"?',
      "x.yaml:3:125: figures is a list of maps with name, value, unit, period.",
    ]);
  });
  test("a quote of more than 14 words is reported, Chinese words counted too", async () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(" ");
    const claim = (id: string, quote: string) => `  - {id: ${id}, source: notice, certainty: REPORTED, quote: "${quote}"}\n`;
    const chinese = "我们必须采取行动保护国家安全和利益并且继续加强出口管制以及完善法律制度建设";
    expect(await problemsOf(`bundle: x\nclaims:\n${claim("a", words(14))}${claim("b", words(15))}${claim("c", chinese)}`)).toEqual([
      "x.yaml:4:57: The quote has 15 words: at most 14 may be quoted. Shorten it, and say the rest in `statement:`.",
      expect.stringMatching(/^x\.yaml:5:57: The quote has \d+ words/),
    ]);
  });
  test("an event that ends before it starts is reported, unless its precision leaves that open", async () => {
    expect(
      await problemsOf(
        "bundle: x\nevents:\n  - {id: e, title: E, kind: CALL, startedOn: 2025-06-05, endedOn: 2025-06-04}\n  - {id: f, title: F, kind: CALL, startedOn: 2025-06-05, endedOn: 2025-06}\n",
      ),
    ).toEqual(["x.yaml:3:46: startedOn 2025-06-05 is after endedOn 2025-06-04."]);
  });
});
