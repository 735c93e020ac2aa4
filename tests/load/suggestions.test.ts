import { describe, expect, test } from "vitest";
import { file, problemsInWorld, world } from "./support.ts";

const { problemsOfMeasure, problemsOfFiles } = problemsInWorld();

/** What is suggested for an id in place of one that a field leads to. */
const suggested = async (field: string, id: string) => {
  const [said = "", ...more] = await problemsOfMeasure(`kind: BAN\neffect: UNCLEAR\n${field}: ${id}`);
  expect(more).toEqual([]);
  return /^x\.yaml:8:\d+: .* Did you mean (.*)\?$/.exec(said)?.[1] ?? said;
};

describe("an id that fits nothing, in a graph that has the world", () => {
  test.each([
    ["the name of one", "targets", "China", '"country:CN"'],
    ["the name in other case, in a field of one type", "covers", "permanent magnets", '"commodity:850511"'],
    ["another name in another script", "targets", "中国", '"country:CN"'],
    ["a name with spaces, which no id has", "targets", "United States", '"country:US"'],
    ["a name with hyphens for spaces", "targets", "country:united-states", '"country:US"'],
    ["the id in other case", "targets", "country:cn", '"country:CN"'],
    ["the short id in other case", "targets", "cn", '"country:CN"'],
    ["a code that is not the id", "targets", "country:CHN", '"country:CN"'],
    ["a key that is misspelt", "imposedBy", "agency:mofcon", '"agency:mofcom"'],
    ["a name that is misspelt", "targets", "Ministry of Comerce", '"agency:mofcom"'],
  ])("gets what it was meant for: %s", async (_what, field, id, said) => {
    // Of the codes, the world's China has the first alone.
    const withCode = world.text.replace("iso2: CN,", "iso2: CN, iso3: CHN,");
    if (id !== "country:CHN") expect(await suggested(field, id)).toBe(said);
    else {
      const measure = "bundle: x\nrestsOn: register\nmeasures: [{id: m, title: M, kind: BAN, effect: UNCLEAR, targets: country:CHN}]\n";
      expect(await problemsOfFiles({ name: "world.yaml", text: withCode }, file("x.yaml", measure))).toEqual([
        `x.yaml:3:67: There is no country:CHN, in these files or in the graph. Did you mean ${said}?`,
      ]);
    }
  });

  test("gets no node of a type that can't stand there, and none that is far from it", async () => {
    expect(await suggested("covers", "China")).toBe("x.yaml:8:13: There is no commodity:China, in these files or in the graph.");
    expect(await suggested("targets", "country:ZZZZZZ")).toBe("x.yaml:8:14: There is no country:ZZZZZZ, in these files or in the graph.");
  });

  test("gets no node that the load is about to remove", async () => {
    const measure = "bundle: x\nrestsOn: register\nmeasures: [{id: m, title: M, kind: BAN, effect: UNCLEAR, targets: country:US}]\n";
    const without = world.text.replace(/ {4}- \{id: US.*\n/, "").replace(/ {2}- \{id: US.*\n/, "");
    expect(await problemsOfFiles({ name: "world.yaml", text: without }, file("x.yaml", measure))).toEqual([
      "x.yaml:3:67: There is no country:US, in these files or in the graph.",
    ]);
  });

  test("gets all nodes of a name that several have", async () => {
    const twins = "bundle: y\nfirms:\n  - {id: a, name: Apex, kind: COMPANY}\n  - {id: b, name: APEX, kind: COMPANY}\n";
    const measure = "bundle: x\nrestsOn: register\nmeasures: [{id: m, title: M, kind: BAN, effect: UNCLEAR, targets: apex}]\n";
    expect(await problemsOfFiles(file("x.yaml", measure), file("y.yaml", twins))).toEqual([
      expect.stringMatching(/Did you mean "firm:a" or "firm:b"\?$/),
    ]);
  });
});
