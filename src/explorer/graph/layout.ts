/** What the worker is asked: where nodes are now, how large, and what joins them, by their places in the list. */
export interface LayoutAsked {
  /** Tells this question from those before. */
  readonly round: number;
  readonly count: number;
  readonly positions: Float32Array;
  readonly sizes: Float32Array;
  /** Pairs of places. */
  readonly edges: Uint32Array;
  readonly rounds: number;
}

/** Where the nodes are after some rounds. */
export interface LayoutGiven {
  readonly round: number;
  readonly positions: Float32Array;
  readonly isDone: boolean;
}

/** Places nodes in a worker of ours, so that the page stays in reach meanwhile. */
export class Layout {
  readonly #worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  #round = 0;

  /** Asks for places; `move` is called as they get better, last with `isDone`. A newer call ends the one before. */
  place(asked: Omit<LayoutAsked, "round">, move: (positions: Float32Array, isDone: boolean) => void): void {
    const round = ++this.#round;
    this.#worker.onmessage = ({ data }: MessageEvent<LayoutGiven>) => {
      if (data.round === this.#round) move(data.positions, data.isDone);
    };
    this.#worker.postMessage({ ...asked, round } satisfies LayoutAsked);
  }

  end(): void {
    this.#worker.terminate();
  }
}
