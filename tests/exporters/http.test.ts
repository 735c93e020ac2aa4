import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

describe("/graphql in other formats", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded.close());

  const post = (accept: string, query: string) =>
    fetch(`${seeded.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify({ query }),
    });
  const QUERY = `{ measures(filter: {id: ["measure:cn-2025-announcement-70"]}) { nodes { id suspends(orderBy: [{field: ID}]) { nodes { id } } } } }`;

  it("answers a query as CSV", async () => {
    const suspended = ["55", "56", "57", "58", "61", "62"].map(
      (number) => `measure:cn-2025-announcement-70,measure:cn-2025-announcement-${number}`,
    );
    const response = await post("text/csv", QUERY);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="answer.csv"');
    expect(await response.text()).toBe(["measures.id,measures.suspends.id", ...suspended, ""].join("\r\n"));
  });

  it("answers a query by GET as JSON lines", async () => {
    const response = await fetch(`${seeded.address}/graphql?query=${encodeURIComponent(QUERY)}`, {
      headers: { accept: "application/jsonl", "apollo-require-preflight": "true" },
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/jsonl; charset=utf-8"]);
    const [line] = (await response.text()).trimEnd().split("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({ _field: "measures", id: "measure:cn-2025-announcement-70" });
  });

  it.each([
    ["*/*", "application/json"],
    ["application/json", "application/json"],
    ["application/json, text/csv", "application/json"],
    ["text/csv;q=0.9, application/json", "application/json"],
    ["text/csv;q=0.1, */*", "application/json"],
    ["text/csv;q=0, application/json;q=0.1", "application/json"],
    ["application/graphql-response+json, text/csv;q=0.5", "application/graphql-response+json"],
    ["text/csv, application/json;q=0.1", "text/csv"],
    ["TEXT/CSV; charset=utf-8", "text/csv"],
    ["text/*", "text/csv"],
    ["text/csv;q=0.5, application/jsonl", "application/jsonl"],
  ])("answers a client that accepts %s with %s", async (accept, type) => {
    const response = await post(accept, QUERY);
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
  });

  it("refuses a client that accepts no known format with 406", async () => {
    for (const accept of ["application/xml", "text/csv;q=0"]) expect((await post(accept, QUERY)).status).toBe(406);
  });

  it("gives CSV the query's columns where its lists are empty", async () => {
    const nothing = await post("text/csv", `{ measures(filter: {id: ["measure:none"]}) { nodes { id targets { nodes { id } } } } }`);
    expect(await nothing.text()).toBe("measures.id,measures.targets.id\r\n");
  });

  it("answers with JSON for errors, with or without data, and for mutations", async () => {
    const wrong = await post("text/csv", "{ measures { nodes { titel } } }");
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([400, expect.stringMatching(/^application\/json/)]);
    expect(((await wrong.json()) as { errors: { message: string }[] }).errors[0]?.message).toMatch(/titel/);
    for (const [query, status] of [
      ["{ measures(first: 2000) { nodes { id } } }", 400],
      ["mutation { __typename }", 200],
    ] as const) {
      const response = await post("text/csv", query);
      expect([response.status, response.headers.get("content-type")]).toEqual([status, expect.stringMatching(/^application\/json/)]);
    }
  });
});
