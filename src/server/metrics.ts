import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds: from an answer out of memory to the longest statement that is let run. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** So many operations have a time series of their own; clients choose their names, so the rest share one. */
const MAX_OPERATIONS = 100;

/** What became of one operation. */
export interface Outcome {
  /** The operation's name; null where it has none. */
  readonly operation: string | null;
  /** `ok`, or the code of its first error. */
  readonly outcome: string;
  readonly seconds: number;
}

/** The figures at `/metrics`, in the format of Prometheus: counted for one server, not for the process. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #names = new Set<string>();
  readonly #operations = new Histogram({
    name: "trade_graph_operation_seconds",
    help: "Time from an operation's arrival to its answer, by operation and outcome (ok, or the error's code).",
    labelNames: ["operation", "outcome"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #statements = new Histogram({
    name: "trade_graph_statement_seconds",
    help: "Time of a statement in the database, by kind (read, search, write) and outcome (ok, or the engine error's code).",
    labelNames: ["kind", "outcome"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #rows = new Counter({
    name: "trade_graph_statement_rows_total",
    help: "Rows that statements returned.",
    registers: [this.#registry],
  });
  readonly #running = new Gauge({
    name: "trade_graph_statements_running",
    help: "Statements that the database works on now.",
    registers: [this.#registry],
  });

  constructor() {
    // The event loop's lag, memory, processor time and garbage collection of the process.
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Counts an operation that was answered. */
  operation({ operation, outcome, seconds }: Outcome): void {
    this.#operations.observe({ operation: this.#nameOf(operation), outcome }, seconds);
  }

  /** Counts a statement from its start; call what is returned when it has ended. */
  statement(kind: "read" | "search" | "write"): (outcome: string, rows?: number) => void {
    const ended = this.#statements.startTimer({ kind });
    this.#running.inc();
    return (outcome, rows = 0) => {
      ended({ outcome });
      this.#running.dec();
      this.#rows.inc(rows);
    };
  }

  /** Serves the figures at `/metrics`. */
  serve(server: FastifyInstance): void {
    server.get("/metrics", async (_request, reply) => reply.type(this.#registry.contentType).send(await this.#registry.metrics()));
    server.addHook("onClose", async () => this.#registry.clear());
  }

  #nameOf(operation: string | null): string {
    if (operation === null) return "(unnamed)";
    if (!this.#names.has(operation)) {
      if (this.#names.size >= MAX_OPERATIONS || operation.length > 100) return "(other)";
      this.#names.add(operation);
    }
    return operation;
  }
}
