import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getDefaultEnvironment, StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mcpCommand } from "../../src/cli/mcp.ts";
import { ran } from "../importers/support.ts";
import { address, killAll, start } from "../server/start-support.ts";
import { type Assistant, assistant } from "./support.ts";

const MCP = fileURLToPath(new URL("../../dist/src/cli/mcp.js", import.meta.url));

/** A seed of one measure with its source. */
const SEED = `bundle: one
restsOn: claim:c
sources:
  - {id: gazette, title: The gazette of Aland, reliability: OFFICIAL, publishedOn: 2025-05-24}
claims:
  - {id: c, statement: Aland bans it., certainty: CONFIRMED, source: gazette}
countries:
  - {id: AA, name: Aland, kind: STATE, code: AA}
measures:
  - {id: aa-ban, title: A ban of Aland, kind: BAN, effect: RESTRICTING, announcedOn: 2025-05-23, imposedBy: [AA]}
`;

describe("npm run mcp", { timeout: 120_000 }, () => {
  let folder: string;
  let env: Record<string, string>;
  let open: Assistant | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-mcp-"));
    env = { DATA_DIR: join(folder, "data"), SEED_DIR: join(folder, "seed") };
    await mkdir(join(folder, "seed"));
    await writeFile(join(folder, "seed", "one.yaml"), SEED);
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
    killAll();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts the built program as a client does, which reads each line of its standard output as a message. */
  async function connected(...args: readonly string[]): Promise<Assistant & { readonly complaints: string[] }> {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [MCP, ...args],
      env: { ...getDefaultEnvironment(), ...env },
      stderr: "pipe",
    });
    const complaints: string[] = [];
    transport.onerror = (error) => complaints.push(String(error));
    open = await assistant(transport);
    return { ...open, complaints };
  }

  it("fills an empty database with the seed, and answers over standard input and output, with nothing else there", async () => {
    const mine = await connected();
    const found = await mine.ask("measures", { imposedBy: "AA" });
    expect(found.rows).toEqual([
      expect.objectContaining({ id: "measure:aa-ban", kind: "BAN", imposedBy: [{ id: "country:AA", label: "Aland" }] }),
    ]);
    expect((await mine.ask("graphql", { query: "{ meta { bundles } }" })).answer).toEqual({ meta: { bundles: 1 } });
    expect(await mine.refused("node", { node: "measure:none" })).toContain("No node has the id");
    expect(mine.complaints).toEqual([]);
  });

  it("leaves the database to a server that has it open, says how to ask that, and asks it with --url", async () => {
    const server = start(env);
    const at = await address(server);
    const locked = await ran(mcpCommand, [], env);
    expect(locked).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/is open in another process.*--url http/) });
    const mine = await connected("--url", at);
    expect((await mine.ask("search", { text: "ban of Aland" })).rows?.[0]).toMatchObject({ id: "measure:aa-ban" });
    expect(mine.complaints).toEqual([]);
    // The server goes on answering others.
    expect((await fetch(`${at}/readyz`)).status).toBe(200);
  });

  it("says what is wrong with an address at which nothing answers, and ends", async () => {
    const gone = await ran(mcpCommand, ["--url", "http://127.0.0.1:9"], env);
    expect(gone).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/can't be reached: is the server running/) });
  });
});
