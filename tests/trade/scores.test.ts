import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { formatProblem, load } from "../../src/load/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { file, model } from "../load/support.ts";
import { openPrepared } from "../support/prepared.ts";

/** A commitment for each way in which it can come out, and the acts that did something about some of them. */
const BUNDLE = file(
  "scores.yaml",
  `
  bundle: scores
  sources:
    - {id: deal, title: Deal, publishedOn: 2025-01-02, reliability: OFFICIAL}
    - {id: june, title: News of June, publishedOn: 2025-06-12, reliability: PRESS}
    - {id: july, title: News of July, publishedOn: 2025-07-12, reliability: PRESS}
  events:
    - {id: delivery, title: Delivery, kind: MILESTONE, startedOn: 2025-06-01, claims: [{id: d, source: june, certainty: REPORTED, statement: Delivered.}]}
    - {id: refusal, title: Refusal, kind: STATEMENT, startedOn: 2025-07-01, claims: [{id: r, source: july, certainty: REPORTED, statement: Refused.}]}
  commitments:
    - id: in-time
      title: Carried out in time, then broken
      status: PLEDGED
      pledgedOn: 2025-01-01
      dueOn: 2025-06-10
      carriedOutBy: [{to: event:delivery, since: 2025-06-01, claims: [d]}]
      brokenBy: [{to: event:refusal, since: 2025-07-01, claims: [r]}]
      claims:
        - {id: in-time, source: deal, certainty: REPORTED, statement: Undertaken.}
        - {id: in-time-1, source: june, certainty: REPORTED, statement: Delivered., field: status, value: FULFILLED, since: 2025-06-10}
        - {id: in-time-2, source: july, certainty: REPORTED, statement: Refused., field: status, value: BREACHED, since: 2025-07-01}
    - id: too-late
      title: Carried out ten days late
      status: PLEDGED
      pledgedOn: 2025-01-01
      dueOn: 2025-05
      claims:
        - {id: too-late, source: deal, certainty: REPORTED, statement: Undertaken.}
        - {id: too-late-1, source: june, certainty: REPORTED, statement: Begun., field: status, value: UNDER_WAY, since: 2025-05-20}
        - {id: too-late-2, source: june, certainty: REPORTED, statement: Done., field: status, value: FULFILLED, since: 2025-06-10}
    - id: perhaps
      title: Carried out in the month in which it was due
      status: PLEDGED
      pledgedOn: 2025-01-01
      dueOn: 2025-06-10
      claims:
        - {id: perhaps, source: deal, certainty: REPORTED, statement: Undertaken.}
        - {id: perhaps-1, source: june, certainty: REPORTED, statement: Done., field: status, value: FULFILLED, since: 2025-06}
    - id: without-time
      title: Without a time
      status: PLEDGED
      pledgedOn: 2025-01-01
      claims:
        - {id: without-time, source: deal, certainty: REPORTED, statement: Undertaken.}
        - {id: without-time-1, source: july, certainty: REPORTED, statement: Done., field: status, value: FULFILLED, since: 2025-06-10}
    - {id: forgotten, title: Nobody did it, status: PLEDGED, pledgedOn: 2025-01-01, dueOn: "2025", claims: [{id: forgotten, source: deal, certainty: REPORTED, statement: Undertaken.}]}
    - {id: undated, title: Nobody says when, status: UNDER_WAY, claims: [{id: undated, source: deal, certainty: REPORTED, statement: Undertaken.}]}
`,
);

interface Score {
  readonly standing: string;
  readonly status: string;
  readonly since: string | null;
  readonly daysLate: number | null;
  readonly by: readonly { readonly type: string; readonly since: string; readonly node: { readonly id: string } }[];
}

/** On a day, as known on a day: standing, status, since when, days late. Written from the bundle. */
const CASES: readonly (readonly [
  id: string,
  day: string,
  known: string | null,
  standing: string,
  status: string,
  since: string | null,
  daysLate: number | null,
])[] = [
  ["in-time", "2024-12-31", null, "NOT_YET_UNDERTAKEN", "PLEDGED", null, null],
  ["in-time", "2025-01-01", null, "OPEN", "PLEDGED", "2025-01-01", null],
  ["in-time", "2025-06-09", null, "OPEN", "PLEDGED", "2025-01-01", null],
  ["in-time", "2025-06-10", null, "KEPT", "FULFILLED", "2025-06-10", null],
  ["in-time", "2025-06-30", null, "KEPT", "FULFILLED", "2025-06-10", null],
  ["in-time", "2025-07-01", null, "BROKEN", "BREACHED", "2025-07-01", null],
  ["in-time", "2025-07-01", "2025-06-30", "KEPT", "FULFILLED", "2025-06-10", null],
  ["in-time", "2025-07-01", "2025-06-11", "LATE", "PLEDGED", "2025-01-01", 21],
  ["too-late", "2025-05-31", null, "OPEN", "UNDER_WAY", "2025-05-20", null],
  ["too-late", "2025-06-01", null, "LATE", "UNDER_WAY", "2025-05-20", 1],
  ["too-late", "2025-06-10", null, "KEPT_LATE", "FULFILLED", "2025-06-10", 10],
  ["too-late", "2025-12-31", null, "KEPT_LATE", "FULFILLED", "2025-06-10", 10],
  ["perhaps", "2025-06-30", null, "KEPT_PERHAPS_LATE", "FULFILLED", "2025-06", null],
  ["without-time", "2025-06-09", null, "OPEN", "PLEDGED", "2025-01-01", null],
  ["without-time", "2025-06-10", null, "KEPT", "FULFILLED", "2025-06-10", null],
  ["forgotten", "2025-12-31", null, "OPEN", "PLEDGED", "2025-01-01", null],
  ["forgotten", "2026-01-31", null, "LATE", "PLEDGED", "2025-01-01", 31],
  ["undated", "2020-01-01", null, "OPEN", "UNDER_WAY", null, null],
];

describe("the score of a commitment", () => {
  const schema = executableSchema(model, () => "2025-06-10");
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
    const { problems } = await load(engine, model, [BUNDLE]);
    expect(problems.map(formatProblem)).toEqual([]);
  });
  afterAll(() => engine.close());

  const ask = async <T>(source: string) => {
    const { data, errors } = await graphql({ schema, source, contextValue: { engine } });
    if (errors) throw new Error(errors.map((e) => `${e.message} ${String(e.originalError?.cause ?? "")}`).join("; "));
    return JSON.parse(JSON.stringify(data)) as T;
  };
  const scoreOf = async (id: string, args: string, asOf = "") => {
    const fields = "standing status since daysLate by { type since node { id } }";
    const { commitment } = await ask<{ commitment: { status: string; scoreOn: Score } }>(
      `query ${asOf} { commitment(id: "${id}") { status scoreOn${args} { ${fields} } } }`,
    );
    return commitment;
  };

  it.each(CASES)("of %s on %s, known %s", async (id, day, known, standing, status, since, daysLate) => {
    const { scoreOn } = await scoreOf(id, `(date: "${day}"${known ? `, known: "${known}"` : ""})`);
    const { by: _, ...score } = scoreOn;
    expect(score).toEqual({ standing, status, since, daysLate });
    // The same without arguments, as of the day; and the status is that of the field itself.
    if (day < "2025-01-02") return;
    const asOf = await scoreOf(id, "", `@asOf(valid: "${day}"${known ? `, known: "${known}"` : ""})`);
    expect(asOf.scoreOn).toEqual(scoreOn);
    expect(asOf.status).toBe(status);
  });

  it("is today's where no day is given, and names what was done by then", async () => {
    const ids = async (args: string) => (await scoreOf("in-time", args)).scoreOn.by.map(({ type, node }) => `${type} ${node.id}`);
    expect((await scoreOf("in-time", "")).scoreOn.standing).toBe("KEPT");
    expect(await ids("")).toEqual(["CARRIES_OUT event:delivery"]);
    expect(await ids('(date: "2025-05-31")')).toEqual([]);
    expect(await ids('(date: "2025-07-01")')).toEqual(["CARRIES_OUT event:delivery", "BREAKS event:refusal"]);
    expect(await ids('(date: "2025-07-01", known: "2025-06-30")')).toEqual(["CARRIES_OUT event:delivery"]);
  });
});
