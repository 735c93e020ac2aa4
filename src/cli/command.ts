/** What every command shares: where it writes, how it ends when something is wrong, and when it runs as a program. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EngineError } from "../engine/port.ts";
import { KeysError } from "../keys/index.ts";
import { InputError } from "../load/index.ts";
import { ModelError } from "../model/index.ts";
import { SettingsError } from "../settings.ts";

/** Where a command writes. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** This process's own output. */
export const PROCESS_OUTPUT: Output = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
};

/** What the reader can do about an error; null for internal errors, which keep their stack. */
export function explain(error: unknown): string | null {
  if (error instanceof EngineError) return error.isInternal ? null : error.message;
  const explained = [InputError, KeysError, ModelError, SettingsError];
  return error instanceof Error && explained.some((kind) => error instanceof kind) ? error.message : null;
}

/**
 * The exit code of a command that threw `error`: commander's own where the arguments were wrong (it has said so already), else 1, after the
 * error's message was written. Throws internal errors again.
 */
export function exitCodeOf(error: unknown, output: Pick<Output, "stderr">): number {
  if (error instanceof Error && "exitCode" in error) return Number(error.exitCode);
  const message = explain(error);
  if (message === null) throw error;
  output.stderr(`${message}\n`);
  return 1;
}

/** Whether the module at `url` was started as a program, by whatever link to its file. Whoever reads its output may stop then (`| head`): that ends it without a word. */
export function isProgram(url: string): boolean {
  const isIt = process.argv[1] !== undefined && process.argv[1] !== "" && realpathSync(process.argv[1]) === fileURLToPath(url);
  if (isIt) for (const stream of [process.stdout, process.stderr]) stream.on("error", endWhereUnread);
  return isIt;
}

function endWhereUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exitCode = 1;
}
