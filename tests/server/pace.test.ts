import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { atPace } from "../../src/server/pace.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const LOAD = "mutation ($input: LoadInput!) { load(input: $input) { bundles { name nodes { added } } problems { message } } }";

/** 20 MB: more than lies in the buffers of a connection. */
async function writeMuch(engine: GraphEngine): Promise<void> {
  const summary = "words ".repeat(2_000);
  for (let part = 0; part < 2; part++) {
    const rows = Array.from({ length: 800 }, (_, i) => ({ id: `source:${part}-${i}`, title: "A page", reliability: "PRESS", summary }));
    await engine.write((transaction) =>
      transaction.run({ text: "UNWIND $rows AS row CREATE (n:Node:Source) SET n += row", params: { rows } }),
    );
  }
}

describe("a client that does not take what it asked for", () => {
  let served: Served;
  let client: Socket;
  afterEach(async () => {
    client?.destroy();
    await served?.close();
  });

  /** Asks for a backup, and takes nothing of it. */
  async function ask(options: { stalled?: number; backupPatience?: number }): Promise<void> {
    served = await serve({ loadKey: KEY, ...options }, undefined, writeMuch);
    client = connect(Number(new URL(served.address).port), "127.0.0.1");
    client.on("error", () => undefined);
    await once(client, "connect");
    client.pause();
    client.write(`GET /backup HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\n\r\n`);
    await sleep(500);
  }

  /** Loads a source; after how many milliseconds it was there. */
  async function load(): Promise<number> {
    const begun = performance.now();
    const text = "bundle: late\nsources: [{id: late, title: Late, reliability: PRESS, publishedOn: 2025-07-01}]\n";
    const body = JSON.stringify({ query: LOAD, variables: { input: { files: [{ name: "a.yaml", text }] } } });
    const { json } = await served.post(body, { "content-type": "application/json", authorization: `Bearer ${KEY}` });
    expect(json.data).toEqual({ load: { bundles: [{ name: "late", nodes: { added: 1 } }], problems: [] } });
    return performance.now() - begun;
  }

  /** What comes once it takes all there is, until the server closes the connection. */
  async function rest(): Promise<string> {
    let received = "";
    client.setEncoding("utf8").on("data", (piece: string) => {
      received = `${received}${piece}`.slice(-200);
    });
    client.resume();
    await Promise.race([once(client, "close"), sleep(20_000)]);
    return received;
  }

  it("holds up loads for as long as a backup waits for anybody, and then the backup is broken off", async () => {
    await ask({ backupPatience: 1_500 });
    const took = await load();
    expect(took).toBeGreaterThan(500);
    expect(await rest()).not.toContain('{"end":');
    expect((await served.request("/livez")).status).toBe(200);
  });

  it("is closed, and holds up loads no longer, once nothing has gone out for a while", async () => {
    await ask({ stalled: 1_500 });
    await load();
    expect(await rest()).not.toContain('{"end":');
  });

  it("gets all of it where it only comes late", async () => {
    await ask({ stalled: 20_000, backupPatience: 20_000 });
    await sleep(1_000);
    expect(await rest()).toContain('{"end":');
  });
});

describe("a stream at its reader's pace", () => {
  /** Pieces of a stream, and whether what they hold was let go. */
  function pieces(length: number, count: number): { of: AsyncGenerator<string>; released(): boolean } {
    let isReleased = false;
    const of = (async function* () {
      try {
        for (let i = 0; i < count; i++) yield "x".repeat(length);
      } finally {
        isReleased = true;
      }
    })();
    return { of, released: () => isReleased };
  }

  it("is broken off once all its pauses together come to its patience, however short each is", async () => {
    const { of, released } = pieces(10, 1_000);
    let taken = 0;
    const read = async () => {
      for await (const _ of atPace(of, 300)) {
        taken += 1;
        await sleep(20);
      }
    };
    await expect(read()).rejects.toThrow("takes too long");
    expect(taken).toBeGreaterThan(1);
    expect(taken).toBeLessThan(100);
    expect(released()).toBe(true);
  });

  it("goes on as long as enough is taken", async () => {
    const { of, released } = pieces(128 * 200, 40);
    let taken = 0;
    for await (const _ of atPace(of, 200)) {
      taken += 1;
      await sleep(20);
    }
    expect([taken, released()]).toEqual([40, true]);
  });

  it("is broken off where nobody takes anything", async () => {
    const { of, released } = pieces(10, 1_000);
    const stream = atPace(of, 200);
    stream.once("error", () => undefined);
    stream.read();
    await expect.poll(released, { timeout: 5_000 }).toBe(true);
  });
});
