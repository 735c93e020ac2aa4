/** A row of a ladder (`escalation`) or a chain (`causalChain`), as far as a drawing needs it. */
export interface Row {
  readonly depth: number;
  readonly parentId: string | null;
  readonly node: { readonly id: string };
}

/** A row in a tree, and the rows that hang below it. */
export interface Drawn<T extends Row> {
  readonly row: T;
  /** Whether its act is drawn with what follows it elsewhere: then nothing hangs here. */
  readonly isAgain: boolean;
  readonly below: Drawn<T>[];
}

/**
 * Draws a flat list as the tree that the description of `parentId` makes of it: each row hangs below that row of its parent which is nearest to 0 in the
 * same direction, the first of several at that depth. Null where the list is empty. Throws where a row has no place.
 */
export function drawn<T extends Row>(rows: readonly T[]): Drawn<T> | null {
  const [start, ...others] = [...rows].sort((a, b) => Math.abs(a.depth) - Math.abs(b.depth));
  if (!start) return null;
  const root: Drawn<T> = { row: start, isAgain: false, below: [] };
  const places = new Map([-1, 1].map((way) => [way, new Map([[start.node.id, root]])]));
  for (const row of others) {
    const placed = places.get(Math.sign(row.depth));
    const parent = placed?.get(row.parentId ?? "");
    if (!placed || !parent) throw new Error(`${row.node.id} at ${row.depth} hangs below ${row.parentId}, which has no row.`);
    const here: Drawn<T> = { row, isAgain: placed.has(row.node.id), below: [] };
    parent.below.push(here);
    if (!here.isAgain) placed.set(row.node.id, here);
  }
  return root;
}

/** All rows of a tree, those below others behind them. */
export function rowsOf<T extends Row>(tree: Drawn<T>): T[] {
  return [tree.row, ...tree.below.flatMap(rowsOf)];
}
