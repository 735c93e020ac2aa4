import { residentOf } from "../resident.ts";
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
    const { own: server, children: engine } = await residentOf(this.pid);
    this.#samples.push({ second: (performance.now() - this.#begun) / 1000, server, engine });
  }
}

interface Sizes {
  readonly server: number;
  readonly engine: number;
}
