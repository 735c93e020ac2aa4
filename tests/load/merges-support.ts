import { afterAll, beforeAll, beforeEach } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { jsonl } from "../../src/exporters/jsonl.ts";
import { wipe } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { model } from "./support.ts";

/** A real engine, empty before each test, and what its export says. */
export function emptyWorld() {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  beforeEach(() => wipe(engine));
  afterAll(() => engine?.close());
  return {
    engine: () => engine,
    /** The lines of `export --format jsonl`. */
    exported: () => exportOf(engine),
  };
}

/** The lines of `export --format jsonl` of a graph. */
export async function exportOf(engine: GraphEngine): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of jsonl(engine, model)) lines.push(line);
  return lines;
}
