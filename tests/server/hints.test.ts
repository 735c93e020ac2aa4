import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, type Served, serve } from "./support.ts";

describe("a filter in the words of another query language", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served?.close());

  it.each([
    ['{announcedOn: {gte: "2025"}}', { announcedOn: { gte: "2025" } }, "Write from (on or after)."],
    ['{announcedOn: {gt: "2025"}}', { announcedOn: { gt: "2025" } }, "Write from (on or after)."],
    ['{announcedOn: {_lte: "2025"}}', { announcedOn: { _lte: "2025" } }, "Write to (on or before)."],
    ['{announcedOn: {max: "2025"}}', { announcedOn: { max: "2025" } }, "Write to (on or before)."],
    ['{announcedOn: {eq: "2025"}}', { announcedOn: { eq: "2025" } }, "Write is, with a list: { is: [ … ] }."],
    ["{rate: {gte: 5}}", { rate: { gte: 5 } }, "Write min (this or more)."],
    ["{rate: {lt: 5}}", { rate: { lt: 5 } }, "Write max (this or less)."],
    ["{rate: {from: 5}}", { rate: { from: 5 } }, "Write min (this or more)."],
    ["{rate: {isNull: true}}", { rate: { isNull: true } }, "Write exists: true or false."],
    ['{title: {like: "x"}}', { title: { like: "x" } }, "Write contains, or the root field search."],
    ['{title: {in: ["x"]}}', { title: { in: ["x"] } }, "Write is, with a list: { is: [ … ] }."],
    ['{title: {ne: "x"}}', { title: { ne: "x" } }, "Write not around the field: { not: { … } }."],
    [
      '{announcedOn_gte: "2025"}',
      { announcedOn_gte: "2025" },
      "Write a filter of its own for announcedOn, in which stands from (on or after).",
    ],
    ["{OR: [{kind: [BAN]}]}", { OR: [{ kind: ["BAN"] }] }, "Write any: [ … ]."],
    ["{_and: []}", { _and: [] }, "Write all: [ … ]."],
  ])("is refused with what to write instead, in the operation and in variables: %s", async (literal, filter, hint) => {
    const written = await served.ask(`{ measures(filter: ${literal}) { totalCount } }`);
    const given = await served.ask("query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }", { f: filter });
    expect([codeOf(written), codeOf(given)]).toEqual(["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);
    for (const { json } of [written, given]) expect(json.errors?.[0]?.message).toContain(hint);
  });

  it("says what to do where there is too much to compare", async () => {
    const { status, json } = await served.ask(`{ events { nodes { ${"causes { totalCount } ".repeat(600)} } } }`);
    expect(status).toBe(400);
    expect(json.errors?.[0]?.message).toMatch(/^This document has too much to compare: .* Write each field once/);
  });

  it("leaves other messages as they are", async () => {
    const { json } = await served.ask('{ measures(filter: {titel: {contains: "x"}}) { totalCount } }');
    expect(json.errors?.[0]?.message).toMatch(/^Field "titel" is not defined by type "MeasureFilter"\. Did you mean "title"/);
  });
});
