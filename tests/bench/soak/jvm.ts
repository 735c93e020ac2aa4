import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { busyAlone } from "../../support/processor.ts";

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
    return (await busyAlone(this.pid)) / 1000;
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
