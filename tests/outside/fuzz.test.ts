import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasPythonClients } from "../exporters/python.ts";
import { testNeo4j } from "../support/engine.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { fuzz } from "./fuzz.ts";

/** Few, since schemathesis takes its time to draw them: `npm run fuzz` asks 2,000. */
const EACH = 3;
const SEED = 20250605;

describe.skipIf(!hasPythonClients || testNeo4j())("questions at random, by schemathesis", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded?.close());

  it("are answered or refused, each root field's, and never meet a fault of the server's", { timeout: 120_000 }, async () => {
    const { cases, accepted, faults } = await fuzz(seeded.address, EACH, SEED);
    expect(faults).toBeNull();
    expect(cases).toBeGreaterThan(EACH * 30);
    expect(accepted).toBeGreaterThan(EACH * 5);
  });
});
