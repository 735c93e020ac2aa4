import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { wrapped } from "../support/wrapped.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const LOAD = "mutation ($input: LoadInput!) { load(input: $input) { bundles { name nodes { added changed } } problems { message } } }";

describe("loads through the server", () => {
  let served: Served;
  let onStatement: (text: string) => Promise<void>;
  beforeAll(async () => {
    onStatement = async () => {};
    served = await serve({ loadKey: KEY }, (engine: GraphEngine) =>
      wrapped(engine, {
        read: async (statement, deadline) => {
          await onStatement(statement.text);
          return engine.read(statement, deadline);
        },
      }),
    );
  });
  afterAll(() => served?.close());

  const load = async (name: string) => {
    const text = `bundle: same\nsources: [{id: s, title: ${name}, reliability: PRESS, publishedOn: 2025-07-01}]\n`;
    const body = JSON.stringify({ query: LOAD, variables: { input: { files: [{ name: "a.yaml", text }] } } });
    const { json } = await served.post(body, { "content-type": "application/json", authorization: `Bearer ${KEY}` });
    return (json.data as { load: { bundles: { nodes: { added: number; changed: number } }[] } } | null)?.load.bundles[0]?.nodes;
  };

  it("come one after the other, though each request has an engine of its own that counts what it is asked", async () => {
    // Each statement lets all others run first: loads that don't wait would all find an empty graph.
    onStatement = () => new Promise((resolve) => setTimeout(resolve, 5));
    const became = await Promise.all(["A", "B", "C"].map(load));
    onStatement = async () => {};
    expect(became).toEqual([
      { added: 1, changed: 0 },
      { added: 0, changed: 1 },
      { added: 0, changed: 1 },
    ]);
  });

  it("wait for a backup", async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let isFirst = true;
    // The backup stops where it looks which nodes there are, which nothing else does: degrees are measured after the loads above.
    onStatement = (text) => {
      if (!isFirst || text !== "MATCH (n:Node) RETURN n.id") return Promise.resolve();
      isFirst = false;
      return held;
    };
    const backup = fetch(`${served.address}/backup`, { headers: { authorization: `Bearer ${KEY}` } }).then((answer) => answer.text());
    await expect.poll(() => isFirst).toBe(false);
    let isLoaded = false;
    const loading = load("D").finally(() => {
      isLoaded = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isLoaded).toBe(false);
    go();
    expect((await backup).trim().split("\n").at(-1)).toMatch(/^\{"end":/);
    expect(await loading).toEqual({ added: 0, changed: 1 });
  });
});
