/** `npm run soak -- --shapes n`: as many questions of different shapes, each planned by Neo4j; what its heap holds meanwhile. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readModel } from "../../../src/model/index.ts";
import { ROOT } from "../../../src/root.ts";
import { statementsOf } from "../../compile/statement-of.ts";
import { median, quantile } from "../statistics.ts";
import { composeNeo4j } from "./compose.ts";
import { type Drawn, drawn } from "./draw.ts";
import { Jvm } from "./jvm.ts";
import type { Line } from "./lines.ts";

/** After how many shapes the heap is looked at. */
const BLOCK = 100;
/** From how many shapes on the heap is to stay as it is. */
const SETTLED = 400;
/** How many ask at once. */
const CLIENTS = 4;

/** What was found while one block of shapes was asked. */
interface Block {
  readonly shapes: number;
  readonly statements: number;
  /** In MB, after a full collection. */
  readonly heap: number;
  /** What part of the time Neo4j did nothing but collect, and its processor time for a shape in seconds. */
  readonly collecting: number;
  readonly processor: number;
  /** How long each answer took, in milliseconds. */
  readonly times: readonly number[];
}

/** Runs this command again on a Neo4j with the heap, the page cache and the settings of docker-compose.yml, where the environment does not say others. */
export function onComposesNeo4j(args: readonly string[]): Promise<number> {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const command = ["scripts/neo4j.mjs", "--", process.execPath, "--import", "tsx", main, ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, env: { ...composeNeo4j(), ...process.env }, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Operations with a statement that none before had, the same ones each time. */
async function* shapes(each: number): AsyncGenerator<Drawn & { readonly fresh: number }> {
  const model = readModel();
  const seen = new Set<string>();
  for (let seed = 0; ; seed++) {
    const operation = drawn(model, seed, each);
    const texts = await statementsOf(operation.source, operation.variables).then(
      (statements) => statements.map(({ text }) => text),
      () => [],
    );
    const fresh = new Set(texts.filter((text) => !seen.has(text)));
    for (const text of fresh) seen.add(text);
    if (fresh.size > 0) yield { ...operation, fresh: fresh.size };
  }
}

/** Asks `count` shapes of a server on a Neo4j whose process is `pid`, and prints what was found after each block. */
export async function planned(
  server: URL,
  pid: number,
  { count, each }: { readonly count: number; readonly each: number },
): Promise<Line[]> {
  const jvm = new Jvm(pid);
  const operations = shapes(each);
  const ready = new Readiness(server);
  const failures = new Map<string, number>();
  const blocks: Block[] = [];
  let refused = 0;
  let statements = 0;
  console.log(`\n| shapes | statements | heap after a collection, MB | time collecting | processor a shape, s | answer p50, p95, ms |`);
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (let asked = 0; asked < count; ) {
    const [begun, processor, collecting] = [performance.now(), await jvm.processor(), await jvm.collecting()];
    const target = Math.min(BLOCK, count - asked);
    let answered = 0;
    const times: number[] = [];
    const client = async () => {
      while (answered < target) {
        const { value: operation } = await operations.next();
        if (!operation) return;
        const once = await ask(server, operation);
        if (once.refused) {
          refused += 1;
          continue;
        }
        answered += 1;
        statements += operation.fresh;
        if (once.failure !== null) failures.set(once.failure, (failures.get(once.failure) ?? 0) + 1);
        times.push(once.time);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    asked += answered;
    const [wall, used, collected] = [(performance.now() - begun) / 1000, (await jvm.processor()) - processor, await jvm.collecting()];
    blocks.push({
      shapes: asked,
      statements,
      heap: await jvm.heapAfterCollection(),
      collecting: (collected.seconds - collecting.seconds) / wall,
      processor: used / answered,
      times,
    });
    console.log(rowOf(blocks.at(-1) as Block));
  }
  ready.end();
  for (const [failure, times] of failures) console.error(`${times} × ${failure}`);
  return judged({ blocks, ready, refused, failed: [...failures.values()].reduce((sum, one) => sum + one, 0) });
}

function judged(found: { blocks: readonly Block[]; ready: Readiness; refused: number; failed: number }): Line[] {
  const { blocks, ready, refused, failed } = found;
  const settled = blocks.filter(({ shapes }) => shapes > SETTLED).map(({ heap }) => heap);
  const part = Math.max(1, Math.floor(settled.length / 4));
  const [early, late] = [median(settled.slice(0, part)), median(settled.slice(-part))];
  const collecting = Math.max(0, ...blocks.map((block) => block.collecting));
  const last = blocks.at(-1);
  return [
    [
      `${last?.shapes ?? 0} shapes, ${last?.statements ?? 0} statements, each planned`,
      `${refused} more were refused as too dear`,
      (last?.shapes ?? 0) > 0,
    ],
    ["each answered", `${failed} failed`, failed === 0],
    [
      `heap after a collection flat within 10 % after ${SETTLED} shapes`,
      settled.length < 4 ? "too short to say" : `${early.toFixed(0)}, then ${late.toFixed(0)} MB: ${(late / early).toFixed(2)} times`,
      settled.length < 4 ? null : late <= 1.1 * early,
    ],
    ["no more than a tenth of the time only collecting, in any block", `${(collecting * 100).toFixed(1)} % at most`, collecting <= 0.1],
    ["/readyz each second, never without an ok for five", ready.said(), ready.held()],
  ];
}

function rowOf({ shapes, statements, heap, collecting, processor, times }: Block): string {
  const ms = (part: number) => quantile([...times], part).toFixed(0);
  return `| ${[
    shapes,
    statements,
    heap.toFixed(0),
    `${(collecting * 100).toFixed(1)} %`,
    processor.toFixed(2),
    `${ms(0.5)}, ${ms(0.95)}`,
  ].join(" | ")} |`;
}

/** What an operation was answered, and after how many milliseconds. */
async function ask(server: URL, { source, variables }: Drawn): Promise<{ time: number; refused: boolean; failure: string | null }> {
  const begun = performance.now();
  const response = await fetch(server, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: source, variables }),
  });
  const text = await response.text();
  const time = performance.now() - begun;
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  const refused = response.status === 400 && code !== undefined && /^(QUERY_TOO_|BAD_)/.test(code);
  const failed = !response.ok || text.includes('"errors":[');
  return { time, refused, failure: failed ? `${response.status} ${code ?? text.slice(0, 200)}` : null };
}

/** Whether a server says that it is ready, each second. */
class Readiness {
  readonly #statuses = new Map<number, number>();
  readonly #timer: NodeJS.Timeout;
  #unready = 0;
  #longest = 0;

  constructor(server: URL) {
    const at = new URL("/readyz", server);
    this.#timer = setInterval(() => {
      void fetch(at).then(
        ({ status }) => this.#note(status),
        () => this.#note(0),
      );
    }, 1_000);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  /** A second that came late on a busy machine is no database that does not come back: docker-compose.yml asks every five. */
  held(): boolean {
    return this.#longest < 5;
  }

  said(): string {
    const statuses = [...this.#statuses].map(([status, times]) => `${times} × ${status}`).join(", ");
    return this.#longest === 0 ? statuses : `${statuses}, ${this.#longest} in a row at most`;
  }

  #note(status: number): void {
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    this.#unready = status === 200 ? 0 : this.#unready + 1;
    this.#longest = Math.max(this.#longest, this.#unready);
  }
}
