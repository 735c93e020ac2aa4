/**
 * Questions at random from the served schema, by schemathesis: `npm run fuzz -- --cases 2000 --seed 20250605`. Serves the seed, asks each root field as
 * often as any other, and ends with 1 where an answer was a fault of the server's. Needs `node scripts/python.mjs` once.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { readModel } from "../../src/model/index.ts";
import { pythonBeside } from "../exporters/python.ts";
import { openSeeded } from "../support/seeded.ts";

/** What a run came to. */
export interface Fuzzed {
  /** How many questions were asked. */
  readonly cases: number;
  /** How many of them got an answer, not a refusal. */
  readonly accepted: number;
  /** What schemathesis says of those that met a fault of the server's; null where none did. */
  readonly faults: string | null;
}

interface Report {
  readonly test_cases: { readonly generated: number; readonly with_failures: number; readonly errored: number };
  readonly operations: { readonly total: number; readonly tested: number };
  readonly valid_rates: Readonly<Record<string, { readonly fuzzing: { readonly accepted: number } }>>;
}

/** Asks the server at `address` so many questions for each of its root fields; the same ones for the same `seed`. Throws where schemathesis can't run. */
export async function fuzz(address: string, each: number, seed: number): Promise<Fuzzed> {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-fuzz-"));
  const report = join(folder, "report.json");
  const options = {
    checks: "no_fault",
    "max-examples": each,
    seed,
    phases: "fuzzing",
    mode: "positive",
    warnings: "off",
    report: "json",
    "report-json-path": report,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const run = pythonBeside(
    ["-m", "schemathesis.cli", "run", `${address}/graphql`, "--no-shrink", "--continue-on-failure", ...args],
    folder,
    {
      SCHEMATHESIS_HOOKS: resolve("tests/outside/schemathesis_hooks.py"),
    },
  );
  try {
    const printed = await run.catch((error: unknown) => said(error));
    const { test_cases: cases, operations, valid_rates } = JSON.parse(readFileSync(report, "utf8")) as Report;
    if (operations.tested !== operations.total)
      throw new Error(`Of ${operations.total} root fields ${operations.tested} were asked:\n${printed}`);
    const accepted = Object.values(valid_rates).reduce((sum, { fuzzing }) => sum + fuzzing.accepted, 0);
    return { cases: cases.generated, accepted, faults: cases.with_failures + cases.errored > 0 ? printed : null };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a command printed that ended with another code than 0. Throws what is no such thing. */
function said(error: unknown): string {
  if (error instanceof Error && "stdout" in error && typeof error.stdout === "string" && error.stdout !== "") return error.stdout;
  throw error;
}

if (pathToFileURL(process.argv[1] ?? "").href === import.meta.url) {
  const command = new Command("fuzz")
    .option("--cases <number>", "how many questions at least", "2000")
    .option("--seed <number>", "which ones", "20250605");
  const { cases, seed } = command.parse().opts<{ readonly cases: string; readonly seed: string }>();
  const seeded = await openSeeded();
  const begun = performance.now();
  const { schema } = readModel();
  const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {})).length;
  const result = await fuzz(seeded.address, Math.ceil(Number(cases) / rootFields), Number(seed));
  await seeded.close();
  if (result.faults !== null) console.error(result.faults);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(
    `${result.cases} questions (seed ${seed}) in ${seconds} s: ${result.accepted} answered, the others refused; ${result.faults === null ? "no fault" : "faults, see above"}.`,
  );
  process.exitCode = result.faults === null ? 0 : 1;
}
