import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../src/engine/index.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { address, type Run, start } from "../server/start-support.ts";
import { openTestEngine, testNeo4j } from "../support/engine.ts";
import { busyWithChildren, childrenOf } from "../support/processor.ts";
import { writeDenseGraph } from "./dense-graph.ts";

/** The key of the server under attack. */
export const KEY = "a-key-of-twenty-chars";

/** An answer over HTTP, its body as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What of a request may be said beside its path. */
export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The built server in a process of its own, on the dense graph: what blocks it, brings it down or fills it is seen from outside. */
export interface Victim {
  readonly port: number;
  readonly run: Run;
  /** A request on a connection of its own. Rejects where the connection ends without an answer. */
  send(path: string, sending?: Sending): Promise<Answer>;
  /** Sends bytes on a connection of its own, and gives whatever comes back until the server closes it, or `milliseconds` have gone. */
  wire(bytes: string | Buffer, milliseconds?: number): Promise<string>;
  /**
   * Does something with probes of /livez beside it, one after the other: what it came to, how long it took, and for how long others were held up by it
   * at most, in milliseconds. A machine that is busy with other things makes both longer: neither counts as more than the server was at work (for `held`,
   * the thread that answers, while the probe waited; for `took`, its process and the embedded engine's).
   */
  probed<T>(work: () => Promise<T>): Promise<{ result: T; took: number; held: number }>;
  close(): Promise<void>;
}

/** Starts the built program (`npm run build`) on the engine that the environment names, with the dense graph in it. */
export async function openVictim(env: Readonly<Record<string, string>> = {}): Promise<Victim> {
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-attacks-"));
  const neo4j = testNeo4j();
  const engine = await (neo4j ? openTestEngine() : openEmbedded({ path: folder }));
  await engine.prepare(indexesOf(readModel()));
  await writeDenseGraph(engine);
  await engine.close();
  const place = neo4j ? { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password } : {};
  const run = start({ DATA_DIR: folder, LOAD_KEY: KEY, ...place, ...env });
  const port = Number(new URL(await address(run)).port);
  const probes = new Agent({ keepAlive: true, maxSockets: 1 });
  const send: Victim["send"] = (path, sending) => answerOf(port, path, sending);
  return {
    port,
    run,
    send,
    wire: (bytes, milliseconds = 2_000) => exchange(port, bytes, milliseconds),
    probed: (work) => probed(work, () => answerOf(port, "/livez", {}, probes), run.child.pid),
    close: async () => {
      probes.destroy();
      run.child.kill("SIGKILL");
      await run.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answerOf(port: number, path: string, { method = "GET", headers = {}, body }: Sending = {}, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", path, method, headers, agent: agent ?? false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
      answer.once("error", reject);
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function exchange(port: number, bytes: string | Buffer, milliseconds: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.setEncoding("latin1").on("data", (piece: string) => {
      received += piece;
    });
    // A reset says no more than the close that follows.
    socket.on("error", () => undefined);
    const timer = setTimeout(() => socket.destroy(), milliseconds);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve(received);
    });
    socket.write(bytes);
  });
}

async function probed<T>(
  work: () => Promise<T>,
  ask: () => Promise<Answer>,
  pid: number | undefined,
): Promise<{ result: T; took: number; held: number }> {
  let isOver = false;
  let held = 0;
  const before = await busy(pid);
  const probing = (async () => {
    do {
      const [asked, worked] = [performance.now(), await busyAnswering(pid)];
      const { status } = await ask();
      if (status !== 200) throw new Error(`the probe was answered with ${status}`);
      const waited = performance.now() - asked;
      held = Math.max(held, Math.min(waited, difference(worked, await busyAnswering(pid))));
      await new Promise((resolve) => setTimeout(resolve, 5));
    } while (!isOver);
  })();
  const begun = performance.now();
  const result = await work().finally(() => {
    isOver = true;
  });
  const took = performance.now() - begun;
  await probing;
  const after = await busy(pid);
  return { result, took: Math.min(took, difference(before, after)), held };
}

/** From one time to another; infinite where the system does not say one of them. */
function difference(from: number, to: number): number {
  return Number.isFinite(from) && Number.isFinite(to) ? to - from : Number.POSITIVE_INFINITY;
}

/** For how many milliseconds the thread of a process that answers requests has been at work so far; infinity where the system does not say. */
async function busyAnswering(pid: number | undefined): Promise<number> {
  const nanoseconds = Number.parseInt(await readFile(`/proc/${pid}/task/${pid}/schedstat`, "utf8").catch(() => ""), 10);
  return Number.isNaN(nanoseconds) ? Number.POSITIVE_INFINITY : nanoseconds / 1e6;
}

/** For how many milliseconds a process and those that it has started have been at work so far; infinity where the system does not say. */
async function busy(pid: number | undefined): Promise<number> {
  // Neo4j is no child: what it does shows in the time alone.
  return (await childrenOf(pid)).length > 0 ? busyWithChildren(pid) : Number.POSITIVE_INFINITY;
}
