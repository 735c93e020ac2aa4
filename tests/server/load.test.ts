import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCommand } from "../../src/cli/load.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { createServer } from "../../src/server/index.ts";
import { openTestEngine } from "../support/engine.ts";

const KEY = "a-key-of-twenty-chars";
const BUNDLE = `
bundle: b
sources: [{id: s, title: A page, reliability: PRESS, publishedOn: 2025-07-01}]
events:
  - id: e
    title: Something happened
    kind: STATEMENT
    claims: [{id: c, source: s, certainty: REPORTED}]
`;
const MUTATION =
  "mutation ($input: LoadInput!) { load(input: $input) { bundles { name nodes { added unchanged } } differences problems { path code message } } }";

describe("loading through the server", () => {
  let engine: GraphEngine;
  let server: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    const model = readModel();
    engine = await openTestEngine();
    await engine.prepare(indexesOf(model));
    server = await createServer({ engine, model, loadKey: KEY });
    url = await server.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  const send = async (text: string, authorization?: string, dryRun = false) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query: MUTATION, variables: { input: { files: [{ name: "b.yaml", text }], dryRun } } }),
    });
    return (await response.json()) as {
      data: { load: { bundles: unknown[]; differences: string[]; problems: { path: string; message: string }[] } } | null;
      errors?: { extensions: { code: string } }[];
    };
  };
  const events = async () => (await engine.read({ text: "MATCH (e:Event) RETURN e.id", params: {} })).map(([id]) => id);
  const command = async (args: string[], env: Record<string, string>) => {
    const lines = { stdout: "", stderr: "" };
    const stdout = (text: string) => {
      lines.stdout += text;
    };
    const stderr = (text: string) => {
      lines.stderr += text;
    };
    return { code: await loadCommand(args, env, { stdout, stderr }), ...lines };
  };

  it.each([undefined, "Bearer wrong", `Basic ${KEY}`, "Bearer"])("refuses %s, and writes nothing", async (authorization) => {
    const { data, errors } = await send(BUNDLE, authorization);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect(await events()).toEqual([]);
  });

  it("tells every problem with its place, and writes nothing", async () => {
    const { data } = await send(BUNDLE.replace("STATEMENT", "STATMENT"), `Bearer ${KEY}`);
    expect(data?.load.bundles).toEqual([]);
    expect(data?.load.problems.map((p) => p.path)).toEqual(["b.yaml:7:11"]);
    expect(await events()).toEqual([]);
  });

  it("shows the differences of a dry run, and writes nothing", async () => {
    const { data } = await send(BUNDLE, `Bearer ${KEY}`, true);
    expect(data?.load.differences).toContain("+ event:e");
    expect(await events()).toEqual([]);
  });

  it("loads, and says the second time that nothing changed", async () => {
    expect((await send(BUNDLE, `Bearer ${KEY}`)).data?.load.bundles).toEqual([{ name: "b", nodes: { added: 3, unchanged: 0 } }]);
    expect(await events()).toEqual(["event:e"]);
    expect((await send(BUNDLE, `Bearer ${KEY}`)).data?.load.bundles).toEqual([{ name: "b", nodes: { added: 0, unchanged: 3 } }]);
  });

  it("serves the command: load --url --key", async () => {
    const file = new URL("../../seed/registers/sources.yaml", import.meta.url).pathname;
    const done = await command(["--url", url, "--key", KEY, file], {});
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining("sources: nodes +") });
    expect(await command(["--url", url, file], { LOAD_KEY: KEY })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing changed"),
    });
    expect(await command(["--url", url, "--key", "wrong", file], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("LOAD_KEY"),
    });
    expect(await command(["--url", "http://127.0.0.1:1", "--key", KEY, file], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("can't be reached"),
    });
    expect(await command(["--url", url, file], {})).toMatchObject({ code: 1, stderr: expect.stringContaining("--key") });
  });
});
