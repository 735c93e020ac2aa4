import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { QUESTIONS } from "../../src/explorer/generated/questions.ts";
import { goldenOperations } from "../support/golden.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

/** What the page sends for each, as the build leaves it. */
const sent = (): Record<string, string> => JSON.parse(readFileSync("dist/explorer/operations.json", "utf8"));

/** An answer without the types that the page asks for beside it. */
const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "__typename" ? undefined : inner)));

describe("every question of the page", () => {
  let served: Seeded;
  beforeAll(async () => {
    served = await openSeeded();
  });
  afterAll(() => served?.close());

  it("is a golden one, and all of these are there", () => {
    const golden = goldenOperations().map(({ name }) => name);
    expect(QUESTIONS.length).toBeGreaterThan(70);
    expect(QUESTIONS.map(({ name }) => name).sort()).toEqual(golden.sort());
  });

  it.each(QUESTIONS.map(({ name }) => name))("%s is answered with its own values, and as a table", async (name) => {
    const answer = JSON.parse(
      goldenOperations()
        .find((one) => one.name === name)
        ?.answer() ?? "null",
    ) as unknown;
    const { status, body } = await served.send(sent()[`explorer/questions/${name}`] ?? "");
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(bare(body.data)).toEqual(bare(answer));
    const table = await fetch(`${served.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/csv" },
      body: JSON.stringify({ query: sent()[`explorer/questions/${name}/file`] }),
    });
    expect([table.status, table.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  });
});
