import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { openTestEngine } from "../support/engine.ts";
import { file, loaded, model, rows, world } from "./support.ts";

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterEach(() => engine.close());

describe("how sure something is", () => {
  const ORDER = ["CONFIRMED", "REPORTED", "ALLEGED", "FORECAST", "INFERRED", "UNVERIFIED"];

  test("certainties stand in the schema from the surest down", () => {
    expect(model.enums.get("Certainty")).toEqual(ORDER);
  });

  test.each(ORDER.flatMap((surer, i) => ORDER.slice(i + 1).map((other) => [surer, other] as const)))(
    "an edge that rests on a claim that is %s and one that is %s is as sure as the first",
    async (surer, other) => {
      const claims = [other, surer].map((certainty, i) => `{id: c${i}, source: paper, certainty: ${certainty}, statement: It holds.}`);
      await loaded(
        engine,
        file(
          "x.yaml",
          `bundle: x\nmeasures:\n  - {id: m, title: M, kind: BAN, effect: UNCLEAR, targets: country:US, claims: [${claims.join(", ")}]}\n`,
        ),
      );
      expect(await rows(engine, "MATCH (:Measure)-[r:TARGETS]->() RETURN r.certainty")).toEqual([[surer]]);
    },
  );
});

describe("edges of every act", () => {
  const ACTS = [
    ["measures", "measure:a", "kind: BAN, effect: UNCLEAR"],
    ["agreements", "agreement:a", "kind: TRUCE, status: REACHED"],
    ["commitments", "commitment:a", "status: PLEDGED"],
    ["events", "event:a", "kind: CALL"],
  ] as const;
  const byTypeAndActor = (a: readonly unknown[], b: readonly unknown[]) => (`${a[1]} ${a[0]}` < `${b[1]} ${b[0]}` ? -1 : 1);
  const ACTORS = ["country:US", "agency:mofcom", "firm:f", "person:p"];

  test.each(ACTS)("%s retaliate and raise, and are supported and opposed by every actor, from either end", async (plural, id, fields) => {
    const stands = `supportedBy: [{to: country:US, since: 2025-05-01}, firm:f], opposedBy: [agency:mofcom, person:p]`;
    const aim = "retaliatesAgainst: [{to: measure:aim, since: 2025-06}], raises: [measure:aim]";
    await loaded(
      engine,
      file(
        "x.yaml",
        `
bundle: x
restsOn: register
firms: [{id: f, name: F, kind: COMPANY, opposes: ${id}}]
people: [{id: p, name: P, supports: ${id}}]
events: [{id: other, title: O, kind: CALL}]
measures: [{id: aim, title: Aim, kind: BAN, effect: UNCLEAR}]
edges: []
`.replace(`${plural}: [`, `${plural}: [{id: a, title: A, ${fields}, ${stands}, ${aim}}, `) +
          (plural === "measures" || plural === "events" ? "" : `${plural}: [{id: a, title: A, ${fields}, ${stands}, ${aim}}]\n`),
      ),
    );
    const found = await rows(
      engine,
      "MATCH (n)-[r:SUPPORTS|OPPOSES|RETALIATES_AGAINST|RAISES]->(m) RETURN n.id, type(r), m.id, r.since, r.claims",
    );
    const claims = ["claim:register"];
    expect([...found].sort(byTypeAndActor)).toEqual([
      ["agency:mofcom", "OPPOSES", id, null, claims],
      ["firm:f", "OPPOSES", id, null, claims],
      ["person:p", "OPPOSES", id, null, claims],
      [id, "RAISES", "measure:aim", null, claims],
      [id, "RETALIATES_AGAINST", "measure:aim", "2025-06", claims],
      ["country:US", "SUPPORTS", id, "2025-05-01", claims],
      ["firm:f", "SUPPORTS", id, null, claims],
      ["person:p", "SUPPORTS", id, null, claims],
    ]);
    expect(ACTORS.every((actor) => found.some(([from]) => from === actor))).toBe(true);
  });
});
