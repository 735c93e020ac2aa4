import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asks } from "./attack.ts";
import { KEY, openVictim, type Victim } from "./victim.ts";

const IDLE = 1_000;
const SLOW = 50;
const READERS = 10;
const LARGE = "{ measures(first: 200) { nodes { id covers(first: 200) { edges { since node { id name } } } } } }";

describe("a server with many connections that do nothing, or next to nothing", () => {
  let victim: Victim;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    victim = await openVictim();
  }, 300_000);
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await victim?.close();
  });

  /** Opens connections that send a text each, and read nothing. */
  const open = async (count: number, text: string) => {
    const opened = Array.from({ length: count }, () =>
      connect(victim.port, "127.0.0.1")
        .on("error", () => undefined)
        .pause(),
    );
    sockets.push(...opened);
    await Promise.all(opened.map((socket) => once(socket, "connect")));
    if (text !== "") for (const socket of opened) socket.write(text);
  };
  const post = (body: string, length = body.length) =>
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;

  it("answers others beside them, and ends in order when it is told to", { timeout: 120_000 }, async () => {
    await open(IDLE, "");
    await open(SLOW, post('{"query":', 200));
    // Many large answers on each connection, none of which is taken.
    await open(READERS, post(JSON.stringify({ query: LARGE })).repeat(4));
    await open(1, `GET /backup HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\n\r\n`);
    // Forty large answers are made first, for nobody.
    const ask = asks('{ measure(id: "measure:1") { id } }');
    await sleep(500);
    await expect.poll(() => ask(victim), { timeout: 60_000 }).toBe("200");
    let held = Number.POSITIVE_INFINITY;
    // The best of five, as in attacks.test.ts: what else runs on the machine is no matter of the server's.
    for (let i = 0; i < 5 && held > 100; i++) {
      const probed = await victim.probed(() => ask(victim));
      expect(probed.result).toBe("200");
      held = Math.min(held, probed.held);
    }
    expect(held).toBeLessThanOrEqual(100);
    expect(victim.run.child.exitCode).toBeNull();
    const begun = performance.now();
    victim.run.child.kill("SIGTERM");
    expect(await victim.run.ended).toBe(0);
    // 6 s for what is under way, 1.5 s to close the database, and what a machine that does other things adds: stop.test.ts has the 8 s.
    expect(performance.now() - begun).toBeLessThan(12_000);
  });
});
