import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Stopping } from "../../src/server/index.ts";
import { address, contents, killAll, type Run, start } from "./start-support.ts";
import { serve } from "./support.ts";

const QUESTION = JSON.stringify({
  query: "{ measures(first: 200) { nodes { title targets { nodes { name } } covers { nodes { name } } imposedBy { nodes { name } } } } }",
});

/** A POST of a question on one of the agent's connections; what it came to: the status, or the error's code. */
function ask(at: string, agent: Agent): Promise<{ outcome: number | string; closes: boolean }> {
  return new Promise((resolve) => {
    const sent = request(`${at}/graphql`, { method: "POST", agent, headers: { "content-type": "application/json" } }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve({ outcome: answer.statusCode ?? 0, closes: answer.headers.connection === "close" }));
      answer.once("error", (error) => resolve({ outcome: String(error), closes: true }));
    });
    sent.once("error", (error: NodeJS.ErrnoException) => resolve({ outcome: error.code ?? String(error), closes: true }));
    sent.end(QUESTION);
  });
}

describe("a server that is told to end", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-stop-"));
    // Fills the database once.
    const run = start({ DATA_DIR: folder });
    await address(run);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(killAll);

  const started = async (): Promise<{ run: Run; at: string }> => {
    const run = start({ DATA_DIR: folder });
    return { run, at: await address(run) };
  };

  it("answers all 64 requests that it had accepted, closes their connections, and exits with 0 within 8 s", {
    timeout: 120_000,
  }, async () => {
    const { run, at } = await started();
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    // Opens the connections.
    await Promise.all(Array.from({ length: 64 }, () => ask(at, agent)));
    const under = Array.from({ length: 64 }, () => ask(at, agent));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const begun = performance.now();
    run.child.kill("SIGTERM");
    const outcomes = await Promise.all(under);
    expect(await run.ended).toBe(0);
    expect((performance.now() - begun) / 1000).toBeLessThan(8);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 64 }, () => 200));
    expect(outcomes.some(({ closes }) => closes)).toBe(true);
    expect((await ask(at, agent)).outcome).toBe("ECONNREFUSED");
    agent.destroy();
  });

  it("ends at once though connections are open that ask nothing", { timeout: 60_000 }, async () => {
    const { run, at } = await started();
    const agent = new Agent({ keepAlive: true });
    expect((await ask(at, agent)).outcome).toBe(200);
    const begun = performance.now();
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect((performance.now() - begun) / 1000).toBeLessThan(3);
    agent.destroy();
  });

  it("ends at the second signal whatever is under way", { timeout: 60_000 }, async () => {
    const { run, at } = await started();
    const agent = new Agent({ keepAlive: true });
    // A body that never ends keeps the server from closing.
    const sent = request(`${at}/graphql`, {
      method: "POST",
      agent,
      headers: { "content-type": "application/json", "content-length": 100 },
    });
    sent.on("error", () => undefined);
    sent.write("{");
    await new Promise((resolve) => setTimeout(resolve, 100));
    run.child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begun = performance.now();
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(1);
    expect((performance.now() - begun) / 1000).toBeLessThan(2);
  });

  it("breaks off a load that takes longer than it may, writes nothing of it, and exits with 0", { timeout: 120_000 }, async () => {
    const key = "a-key-of-twenty-chars";
    const run = start({ DATA_DIR: folder, LOAD_KEY: key });
    const at = await address(run);
    // Read for longer than what is under way may take to end.
    const records = Array.from({ length: 100_000 }, (_, i) => `- {id: cut-${i}, title: The page number ${i}, reliability: PRESS}`).join(
      "\n",
    );
    const files = [{ name: "cut.yaml", text: `bundle: cut\nsources:\n${records}\n` }];
    const body = JSON.stringify({
      query: "mutation ($input: LoadInput!) { load(input: $input) { bundles { name } } }",
      variables: { input: { files } },
    });
    const loading = fetch(`${at}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body,
    }).then(
      ({ status }) => status,
      () => "closed",
    );
    await pause(500);
    const begun = performance.now();
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect((performance.now() - begun) / 1000).toBeLessThan(10);
    expect(await loading).not.toBe(200);
    expect((await contents(folder)).digest).not.toContain("source:cut-");
  });

  it("answers what was still being sent to it, and says at /readyz that it ends", async () => {
    const stopping = new Stopping();
    const served = await serve({ stopping });
    const slow = await connected(served.address);
    slow.write("GET /readyz HTTP/1.1\r\nhost: localhost\r\n");
    await pause(100);
    const ended = stopping.end(served.server);
    await pause(100);
    slow.write("\r\n");
    await ended;
    await pause(100);
    expect(slow.received()).toMatch(/^HTTP\/1\.1 503 /);
    expect(slow.received()).toContain('{"status":"stopping"');
    expect(slow.received()).toMatch(/connection: close/i);
    await served.close();
  });

  it("cuts off what does not end in its grace period", async () => {
    const stopping = new Stopping();
    const served = await serve({ stopping });
    const slow = await connected(served.address);
    slow.write("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{");
    await pause(100);
    const begun = performance.now();
    await stopping.end(served.server, 500);
    expect(performance.now() - begun).toBeGreaterThan(400);
    expect(slow.received()).toBe("");
    await served.close();
  });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A bare connection to a server, to send a request in pieces. */
async function connected(at: string): Promise<{ write(text: string): void; received(): string }> {
  const socket = connect(Number(new URL(at).port), "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (piece: string) => {
    received += piece;
  });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return { write: (text) => void socket.write(text), received: () => received };
}
