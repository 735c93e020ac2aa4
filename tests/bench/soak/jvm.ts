import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A Java process on this machine, as the JDK's own tools see it (jcmd, jstat): of the same JDK as what runs it. */
export class Jvm {
  constructor(private readonly pid: number) {}

  /** What is in use of its heap after a full collection, in MB. */
  async heapAfterCollection(): Promise<number> {
    await run("jcmd", [String(this.pid), "GC.run"]);
    const { used } = await this.#figures();
    return used / 1024;
  }

  /** Seconds in which it did nothing but collect garbage, and how many full collections there were, since it started. */
  async collecting(): Promise<{ readonly seconds: number; readonly full: number }> {
    const { seconds, full } = await this.#figures();
    return { seconds, full };
  }

  /** Seconds of processors that it has used. Linux only. */
  async processor(): Promise<number> {
    const stat = await readFile(`/proc/${this.pid}/stat`, "utf8");
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    // Of the clock that /proc counts by, 100 ticks to the second everywhere.
    return (user + system) / 100;
  }

  async #figures() {
    const { stdout } = await run("jstat", ["-gc", String(this.pid)]);
    const [names = [], values = []] = stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/));
    const of = (name: string) => Number(values[names.indexOf(name)] ?? 0) || 0;
    return { used: of("S0U") + of("S1U") + of("EU") + of("OU"), seconds: of("GCT"), full: of("FGC") };
  }
}
