import { readFile } from "node:fs/promises";
import { median } from "../statistics.ts";

/** Resident memory of a server and of the process that owns its embedded database, in MB, each second. */
export class Memory {
  readonly #samples: { readonly second: number; readonly server: number; readonly engine: number }[] = [];
  readonly #begun = performance.now();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.#timer = setInterval(() => void this.#take(), 1_000);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  /** Medians over the ten seconds after the first minute, and over the last ten; null where there were not two minutes. */
  growth(): { readonly after: Sizes; readonly last: Sizes; readonly ratio: number } | null {
    const last = this.#samples.at(-1)?.second ?? 0;
    if (last < 118) return null;
    const between = (from: number, to: number): Sizes => {
      const chosen = this.#samples.filter(({ second }) => second >= from && second < to);
      return { server: median(chosen.map(({ server }) => server)), engine: median(chosen.map(({ engine }) => engine)) };
    };
    const [after, end] = [between(60, 70), between(last - 10, last + 1)];
    return { after, last: end, ratio: (end.server + end.engine) / (after.server + after.engine) };
  }

  async #take(): Promise<void> {
    const children = await readFile(`/proc/${this.pid}/task/${this.pid}/children`, "utf8").catch(() => "");
    const engines = await Promise.all(children.split(" ").filter(Boolean).map(resident));
    const second = (performance.now() - this.#begun) / 1000;
    this.#samples.push({ second, server: await resident(this.pid), engine: engines.reduce((sum, one) => sum + one, 0) });
  }
}

interface Sizes {
  readonly server: number;
  readonly engine: number;
}

async function resident(pid: number | string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}
