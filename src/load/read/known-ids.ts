import { prefixOf } from "../../model/index.ts";
import { nearest } from "./hints.ts";

/** Hints cost a comparison with every id; a file with thousands of dangling ids needs no thousand hints. */
const MOST_HINTS = 100;

/** The ids that a record may point at: those of the load's own records, and those of the graph. */
export class KnownIds {
  #hints = 0;

  /** `complete` is false where a file could not be read at all, so that an id that is missing may well be defined there. */
  constructor(
    private readonly has: (id: string) => boolean,
    private readonly ids: () => Iterable<string>,
    readonly complete: boolean,
  ) {}

  readonly exists = (id: string): boolean => this.has(id);

  /** ` Did you mean …?`, for an id that nobody has; nothing where none is near. */
  hint(missing: readonly string[]): string {
    if (this.#hints >= MOST_HINTS) return "";
    this.#hints += 1;
    const keys = new Map<string, string>();
    for (const id of this.ids()) if (missing.some((other) => prefixOf(other) === prefixOf(id))) keys.set(keyOf(id), id);
    const [near] = nearest(keyOf(missing[0] ?? ""), keys.keys());
    return near === undefined ? "" : ` Did you mean "${keys.get(near)}"?`;
  }
}

/** Every id counts as known: for a check of records alone, whatever they point at. */
export const ANY_ID = new KnownIds(
  () => true,
  () => [],
  true,
);

function keyOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}
