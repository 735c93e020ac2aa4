import { SpanStatusCode, trace } from "@opentelemetry/api";
import {
  type Deadline,
  EngineError,
  type GraphEngine,
  type IndexSpec,
  type Row,
  type SearchSource,
  type Statement,
  type WriteTransaction,
} from "../engine/port.ts";
import { handsOnTo } from "../load/index.ts";
import type { Metrics } from "./metrics.ts";

/** What the statements of one request came to. */
export interface Spent {
  statements: number;
  /** Time in the database, in milliseconds; statements that ran at the same time count each. */
  milliseconds: number;
  rows: number;
}

/** Nothing yet. */
export const noneSpent = (): Spent => ({ statements: 0, milliseconds: 0, rows: 0 });

/** Nothing is recorded unless whoever runs the server loads an OpenTelemetry SDK. */
const tracer = trace.getTracer("trade-graph");

/** An engine that counts what it is asked: in the metrics, in `spent`, and as a span of the trace that is going on. */
export class WatchedEngine implements GraphEngine {
  readonly kind: GraphEngine["kind"];

  constructor(
    private readonly engine: GraphEngine,
    private readonly metrics: Metrics,
    private readonly spent: Spent,
  ) {
    this.kind = engine.kind;
    // Each request has one of its own, and loads of all of them wait for each other, and for backups.
    handsOnTo(this, engine);
  }

  read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]> {
    return this.#watch(
      "read",
      () => this.engine.read(statement, deadline),
      (rows) => rows.length,
    );
  }

  search(text: string, limit: number, types?: readonly string[], deadline?: Deadline): Promise<SearchSource> {
    return this.#watch("search", () => this.engine.search(text, limit, types, deadline));
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#watch("write", () => this.engine.write(work));
  }

  prepare(indexes: readonly IndexSpec[]): Promise<void> {
    return this.engine.prepare(indexes);
  }

  version(): Promise<string> {
    return this.engine.version();
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  async #watch<T>(kind: "read" | "search" | "write", run: () => Promise<T>, rowsOf: (result: T) => number = () => 0): Promise<T> {
    const ended = this.metrics.statement(kind);
    const span = tracer.startSpan(`database ${kind}`, { attributes: { "db.system.name": this.kind } });
    const begun = performance.now();
    this.spent.statements += 1;
    try {
      const result = await run();
      const rows = rowsOf(result);
      this.spent.rows += rows;
      ended("ok", rows);
      return result;
    } catch (error) {
      const code = error instanceof EngineError ? error.code : "INTERNAL";
      ended(code);
      span.setStatus({ code: SpanStatusCode.ERROR, message: code });
      throw error;
    } finally {
      this.spent.milliseconds += performance.now() - begun;
      span.end();
    }
  }
}
