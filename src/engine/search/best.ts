/** The best of many, without putting all in order: a heap of so many, the worst of them on top. */

/** A node and its score. */
export interface Scored {
  readonly node: number;
  readonly score: number;
}

/** Keeps the best `most` of what it is offered; of equal scores, those that come first in `order`, which gives the place of each node. */
export class Best {
  readonly #heap: Scored[] = [];

  constructor(
    private readonly most: number,
    private readonly order: Uint32Array,
  ) {}

  /** Takes a node, unless so many better ones are there. */
  offer(node: number, score: number): void {
    if (this.#heap.length < this.most) {
      this.#rise({ node, score });
      return;
    }
    const worst = this.#heap[0];
    // Most are worse than all that are kept: nothing is made for them.
    if (!worst || score < worst.score) return;
    const offered = { node, score };
    if (this.#isBetter(offered, worst)) this.#sink(offered);
  }

  /** What was kept, the best first. */
  inOrder(): Scored[] {
    return [...this.#heap].sort((one, other) => (this.#isBetter(one, other) ? -1 : 1));
  }

  #isBetter(one: Scored, other: Scored): boolean {
    return one.score > other.score || (one.score === other.score && (this.order[one.node] ?? 0) < (this.order[other.node] ?? 0));
  }

  #rise(added: Scored): void {
    let at = this.#heap.push(added) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#heap[above];
      if (!parent || !this.#isBetter(parent, added)) break;
      this.#heap[at] = parent;
      at = above;
    }
    this.#heap[at] = added;
  }

  /** Puts something in the place of the worst. */
  #sink(added: Scored): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      let child = this.#heap[below];
      const right = this.#heap[below + 1];
      if (child && right && this.#isBetter(child, right)) {
        below += 1;
        child = right;
      }
      if (!child || this.#isBetter(child, added)) break;
      this.#heap[at] = child;
      at = below;
    }
    this.#heap[at] = added;
  }
}
