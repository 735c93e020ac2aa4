import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

/** The Python that scripts/python.mjs sets up, or the one that PYTHON names. */
const PYTHON = process.env.PYTHON ?? ".venv/bin/python";

/** Whether these tests can ask Python's own libraries; REQUIRE_PYTHON=1 (CI) makes a missing one a failure instead of a skip. */
export const hasPython = existsSync(PYTHON) || process.env.REQUIRE_PYTHON === "1";

/** The same for the clients and schemathesis, which an environment that was set up before lacks. */
export const hasPythonClients = existsSync(join(dirname(PYTHON), "schemathesis")) || process.env.REQUIRE_PYTHON === "1";

/** The same for followthemoney. */
export const hasFollowTheMoney = existsSync(join(dirname(PYTHON), "ftm")) || process.env.REQUIRE_PYTHON === "1";
/** The same for pyarrow. */
export const hasPyarrow = process.env.REQUIRE_PYTHON === "1" || hasModule("pyarrow");
/** The same for rdflib and pyshacl. */
export const hasPythonRdf = existsSync(join(dirname(PYTHON), "pyshacl")) || process.env.REQUIRE_PYTHON === "1";

/** Runs a script with arguments, and gives what it printed as JSON. Throws where it fails, with what it said. */
export function python(script: string, ...args: readonly string[]): unknown {
  return JSON.parse(execFileSync(PYTHON, ["-c", script, ...args], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }));
}

/**
 * Runs Python in a folder while this process goes on, as it must where Python asks a server that runs in it. Gives what was printed. Throws where it
 * fails, with what it said.
 */
export async function pythonBeside(
  args: readonly string[],
  cwd = process.cwd(),
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(resolve(PYTHON), [...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Whether Python has a module. */
function hasModule(name: string): boolean {
  if (!existsSync(PYTHON)) return false;
  return spawnSync(PYTHON, ["-c", `import importlib.util, sys; sys.exit(importlib.util.find_spec("${name}") is None)`]).status === 0;
}
