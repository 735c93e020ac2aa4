import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { type Served, serve } from "../server/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { NAMES, writeCountries } from "./countries.ts";
import { outside } from "./outside.ts";
import { MODULE, pagedFields } from "./relay-operations.ts";

/** What of relay-runtime is asked here. */
interface Relay {
  readonly Environment: new (config: { readonly network: unknown; readonly store: unknown }) => Environment;
  readonly Network: { create(fetch: (request: { readonly text: string }, variables: object) => Promise<unknown>): unknown };
  readonly Store: new (source: unknown) => unknown;
  readonly RecordSource: new () => unknown;
  fetchQuery(environment: Environment, query: unknown, variables: object): { toPromise(): Promise<unknown> };
  getRequest(artifact: unknown): unknown;
  createOperationDescriptor(query: unknown, variables: object): { readonly fragment: unknown };
}
interface Environment {
  lookup(selector: unknown): { readonly data: unknown };
}

/** What both queries below read from Relay's store. */
interface Read {
  readonly countries: {
    readonly edges: readonly { readonly node: { readonly name: string } }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
    };
  };
}

const SELECTED = "edges { node { name } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor }";
const ORDER = "orderBy: [{ field: NAME, direction: ASC }]";
const FORWARDS = `query ${MODULE}ForwardsQuery($first: Int, $after: String) {
  countries(first: $first, after: $after, ${ORDER}) @connection(key: "${MODULE}Forwards_countries", filters: []) { ${SELECTED} }
}`;
const BACKWARDS = `query ${MODULE}BackwardsQuery($last: Int, $before: String) {
  countries(last: $last, before: $before, ${ORDER}) @connection(key: "${MODULE}Backwards_countries", filters: []) { ${SELECTED} }
}`;

const compiler = testNeo4j() ? null : outside<string>("relay-compiler");
const relay = outside<Relay>("relay-runtime");

describe.skipIf(compiler === null)("Relay, by its compiler and its runtime", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-relay-"));
  const fields = pagedFields(readModel().schema);
  let output = "";
  beforeAll(() => {
    mkdirSync(join(folder, "src"));
    mkdirSync(join(folder, "made"));
    const texts = [...fields.map(({ text }) => text), FORWARDS, BACKWARDS];
    writeFileSync(join(folder, "src", `${MODULE}.js`), texts.map((text) => `graphql\`${text}\`;`).join("\n"));
    const config = { src: "./src", artifactDirectory: "./made", schema: "./schema.graphql", language: "javascript" };
    writeFileSync(join(folder, "relay.config.json"), JSON.stringify(config));
    writeFileSync(join(folder, "package.json"), "{}");
    execFileSync("cp", [resolve("api/schema.graphql"), join(folder, "schema.graphql")]);
    if (compiler) output = execFileSync(compiler, ["./relay.config.json"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("compiles a fragment that pages both ways on every field with a connection", () => {
    expect(fields.length).toBeGreaterThan(200);
    const made = new Set(readdirSync(join(folder, "made")));
    expect(fields.filter(({ artifact }) => !made.has(`${artifact}.graphql.js`)).map(({ field }) => field)).toEqual([]);
    expect(output).not.toMatch(/\bwarn/i);
  });

  describe("with a server", () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve({}, undefined, writeCountries);
    });
    afterAll(() => served?.close());

    /** Fetches page after page as `next` gives their variables, into one store, and reads what Relay has put together. */
    async function paged(query: string, next: (info: Read["countries"]["pageInfo"] | null) => object | null): Promise<Read["countries"]> {
      if (!relay) throw new Error("relay-runtime is not installed.");
      const network = relay.Network.create(async ({ text }, variables) => (await served.ask(text, { ...variables })).json);
      const environment = new relay.Environment({ network, store: new relay.Store(new relay.RecordSource()) });
      const artifact = relay.getRequest(createRequire(import.meta.url)(join(folder, "made", `${query}.graphql.js`)));
      let read: Read["countries"] | null = null;
      for (let pages = 0; ; pages++) {
        const variables = next(read?.pageInfo ?? null);
        if (variables === null && read) return read;
        if (variables === null || pages > NAMES.length) throw new Error("Its pages do not end.");
        await relay.fetchQuery(environment, artifact, variables).toPromise();
        const { data } = environment.lookup(relay.createOperationDescriptor(artifact, variables).fragment);
        read = (data as Read).countries;
      }
    }

    it("pages to the end forwards, and has every country once and in order in its store", async () => {
      const { edges, pageInfo } = await paged(`${MODULE}ForwardsQuery`, (info) =>
        info === null ? { first: 2 } : info.hasNextPage ? { first: 2, after: info.endCursor } : null,
      );
      expect(edges.map(({ node }) => node.name)).toEqual(NAMES);
      expect(pageInfo).toMatchObject({ hasNextPage: false });
    });

    it("pages to the beginning backwards, and has the same", async () => {
      const { edges, pageInfo } = await paged(`${MODULE}BackwardsQuery`, (info) =>
        info === null ? { last: 2 } : info.hasPreviousPage ? { last: 2, before: info.startCursor } : null,
      );
      expect(edges.map(({ node }) => node.name)).toEqual(NAMES);
      expect(pageInfo).toMatchObject({ hasPreviousPage: false });
    });
  });
});
