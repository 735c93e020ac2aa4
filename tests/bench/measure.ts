import { cpus } from "node:os";
import type { Parameters, Shape, SideName } from "./shapes/index.ts";
import type { Asker, Prepared, Side } from "./sides/index.ts";
import { median, quantile } from "./statistics.ts";

/** What was measured of one side at one shape. Times are in milliseconds. */
export interface Figures {
  readonly side: SideName;
  /** Sequential requests over one connection: the medians over rounds. */
  readonly p50: number;
  readonly p95: number;
  /** Requests a second over all connections together. */
  readonly throughput: number;
  /** Mean length of an answer; null for the driver's. */
  readonly bytes: number | null;
  /** The first time that a question of this shape is seen, by the side and by Neo4j. */
  readonly cold: number;
  /** What each round gave: sides that take turns in one are held against each other in it, and intervals follow from how rounds differ. */
  readonly rounds: Readonly<Record<"p50" | "throughput" | "cold", readonly number[]>>;
  /** It was too slow to be timed like the others: see `roughly`. */
  readonly rough?: true;
}

export interface Effort {
  readonly rounds: number;
  /** Milliseconds that each side is asked one by one, and by all connections, in a round. */
  readonly sequential: number;
  readonly concurrent: number;
  readonly connections: number;
  /** Milliseconds that each side is asked by all connections before anything counts. */
  readonly warm: number;
  /** How often each side is asked as if for the first time. */
  readonly cold: number;
}

interface Samples {
  readonly p50: number[];
  readonly p95: number[];
  readonly throughput: number[];
  readonly cold: number[];
  bytes: number | null;
}

/**
 * Times one shape on all sides. Sides take turns in every round, so that a machine that becomes slower becomes so for all; the medians
 * of the rounds count. `forget` empties Neo4j's caches of plans.
 */
export async function measure(
  shape: Shape,
  pool: readonly Parameters[],
  sides: readonly Side[],
  effort: Effort,
  forget: () => Promise<void>,
): Promise<Figures[]> {
  const runs = sides.map((side) => ({
    side,
    prepared: pool.map((parameters) => side.prepare(shape, parameters)),
    samples: { p50: [], p95: [], throughput: [], cold: [], bytes: null } as Samples,
  }));
  // First, before anything of this shape is kept: the programs are warm, since all answers were compared, and what is planned here need not be again.
  for (let turn = 0; turn < effort.cold; turn++) {
    await forget();
    for (const { side, samples } of inTurn(runs, turn)) samples.cold.push(await first(side, shape, pool[turn % pool.length] ?? {}, turn));
  }
  for (const { side, prepared } of runs) await warm(side, prepared, effort);
  for (let round = 0; round < effort.rounds; round++) {
    for (const { side, prepared, samples } of inTurn(runs, round)) {
      const { times, bytes } = await oneByOne(side, prepared, effort.sequential);
      samples.p50.push(quantile(times, 0.5));
      samples.p95.push(quantile(times, 0.95));
      samples.bytes = bytes;
    }
    for (const { side, prepared, samples } of inTurn(runs, round)) samples.throughput.push(await together(side, prepared, effort));
  }
  return runs.map(({ side, samples }) => ({
    side: side.name,
    p50: median(samples.p50),
    p95: median(samples.p95),
    throughput: median(samples.throughput),
    bytes: samples.bytes,
    cold: median(samples.cold),
    rounds: { p50: samples.p50, throughput: samples.throughput, cold: samples.cold },
  }));
}

/** Figures of a side from a few answers; as many requests a second as if every core worked on them without loss, which is in its favour. */
export function roughly(side: SideName, times: readonly number[]): Figures {
  const p50 = median(times);
  return {
    side,
    p50,
    p95: quantile(times, 0.95),
    throughput: (cpus().length * 1000) / p50,
    bytes: null,
    cold: times[0] ?? p50,
    rounds: { p50: times, throughput: times.map((time) => (cpus().length * 1000) / time), cold: times.slice(0, 1) },
    rough: true,
  };
}

/** All of them, beginning with another one each time. */
function inTurn<T>(items: readonly T[], turn: number): T[] {
  return items.map((_, i) => items[(i + turn) % items.length]).filter((item) => item !== undefined);
}

async function withAsker<T>(side: Side, use: (asker: Asker) => Promise<T>): Promise<T> {
  const asker = await side.open();
  try {
    return await use(asker);
  } finally {
    await asker.close();
  }
}

/** Both kinds of load for a while, until the just-in-time compilers have seen it. */
async function warm(side: Side, prepared: readonly Prepared[], effort: Effort): Promise<void> {
  await together(side, prepared, { ...effort, concurrent: effort.warm });
  await oneByOne(side, prepared, Math.min(effort.sequential, effort.warm));
}

async function first(side: Side, shape: Shape, parameters: Parameters, turn: number): Promise<number> {
  const prepared = side.prepare(shape, parameters, turn);
  return withAsker(side, async (asker) => {
    const start = performance.now();
    await asker.ask(prepared);
    return performance.now() - start;
  });
}

/** Asks over one connection, one question after the other. */
function oneByOne(side: Side, prepared: readonly Prepared[], milliseconds: number): Promise<{ times: number[]; bytes: number | null }> {
  return withAsker(side, async (asker) => {
    const times: number[] = [];
    let sum: number | null = 0;
    const end = performance.now() + milliseconds;
    for (let i = 0; performance.now() < end || i < 3; i++) {
      const question = at(prepared, i);
      const start = performance.now();
      const bytes = await asker.ask(question);
      times.push(performance.now() - start);
      sum = bytes === null || sum === null ? null : sum + bytes;
    }
    return { times, bytes: sum === null ? null : sum / times.length };
  });
}

/** Asks over all connections at once; requests a second. */
async function together(side: Side, prepared: readonly Prepared[], effort: Effort): Promise<number> {
  const start = performance.now();
  const end = start + effort.concurrent;
  let answered = 0;
  const loop = (offset: number) =>
    withAsker(side, async (asker) => {
      for (let i = offset; performance.now() < end; i++) {
        await asker.ask(at(prepared, i));
        answered += 1;
      }
    });
  await Promise.all(Array.from({ length: effort.connections }, (_, i) => loop(i * 7)));
  return answered / ((performance.now() - start) / 1000);
}

function at(prepared: readonly Prepared[], i: number): Prepared {
  const question = prepared[i % prepared.length];
  if (!question) throw new Error("There is no question to ask.");
  return question;
}
