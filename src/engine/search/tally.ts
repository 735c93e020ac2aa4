/** What one search counts of nodes; the same arrays serve all searches of an index, one after another. */
export class Tally {
  /** The nodes of which anything was counted. */
  readonly found: number[] = [];
  /** Which of the asked words a node holds as they were asked, and which so or otherwise, by bits: of 16 words at most. */
  readonly exact: Uint16Array;
  readonly held: Uint16Array;
  /** What these weigh together, and what part of its names they are. */
  readonly weights: Float64Array;
  readonly shares: Float64Array;

  constructor(nodes: number) {
    this.exact = new Uint16Array(nodes);
    this.held = new Uint16Array(nodes);
    this.weights = new Float64Array(nodes);
    this.shares = new Float64Array(nodes);
  }

  /** Whether it is counted that a node holds an asked word, or what is like it. */
  holds(node: number, word: number): boolean {
    return ((this.held[node] ?? 0) & (1 << word)) !== 0;
  }

  /** Counts that a node holds an asked word, or what is like it. */
  hold(node: number, word: number): void {
    const held = this.held[node] ?? 0;
    if (held === 0) this.found.push(node);
    this.held[node] = held | (1 << word);
  }

  /** Counts that a node that holds an asked word, or what is like it, holds it as it was asked. */
  holdExactly(node: number, word: number): void {
    this.exact[node] = (this.exact[node] ?? 0) | (1 << word);
  }

  /** Adds what something that a node holds weighs there. */
  weigh(node: number, weight: number, share: number): void {
    this.weights[node] = (this.weights[node] ?? 0) + weight;
    this.shares[node] = (this.shares[node] ?? 0) + share;
  }

  clear(): void {
    for (const node of this.found) {
      this.exact[node] = 0;
      this.held[node] = 0;
      this.weights[node] = 0;
      this.shares[node] = 0;
    }
    this.found.length = 0;
  }
}
