import type { Model } from "../model/index.ts";
import { checkEnds, checkRecords } from "./check/index.ts";
import { type LookUp, namedRecord, RowDraft, resolveDrafts, withSuggestions } from "./read/index.ts";
import type { Bundle, Place, Problem, Report } from "./record.ts";

/** What a draft came to. */
export interface DraftedBundle {
  readonly bundle: Bundle;
  /** Everything that is wrong with the rows, and ids that fit nothing, or several nodes. */
  readonly problems: readonly Problem[];
}

/**
 * From the rows of tables to checked bundles, for an importer whose rows name fields and ids as seed files do: `draft` and its rows, then
 * `resolve`, then, where a bundle is to be taken as a whole, `checkEnds` and `checkRecords`. The loader checks every bundle all the same.
 */
export class RecordSession {
  readonly #given = new Set<string>();

  /** `lookUp` is asked which ids the graph has; edges that name no claims rest on those of `restsOn`. */
  constructor(
    private readonly model: Model,
    private readonly lookUp: LookUp,
    private readonly restsOn: readonly string[] = [],
  ) {}

  /** An empty draft of a bundle; `place` is where the bundle starts, `restsOn` its own claims, where it has any. */
  draft(name: string, place: Place, restsOn: readonly string[] = this.restsOn): RowDraft {
    return new RowDraft(this.model, name, place, restsOn);
  }

  /** Drafts as bundles with their ids in full; they may point at each other. */
  async resolve(rows: readonly RowDraft[]): Promise<DraftedBundle[]> {
    const drafts = rows.map(({ draft }) => draft);
    const resolved = await resolveDrafts(drafts, this.model, this.lookUp);
    const named = drafts.flatMap(({ nodes }) => nodes.map((node) => namedRecord(this.model, node)));
    return resolved.map(({ draft, bundle, problems: ofIds }) => {
      const problems = [...draft.problems, ...ofIds];
      // Of a thousand rows without a problem none needs a look at what the others are called.
      return { bundle, problems: problems.length === 0 ? problems : withSuggestions(problems, this.model, named) };
    });
  }

  /** Reports the dangling ids of a bundle: those that neither it, nor a bundle given before it, nor the graph has. */
  checkEnds(bundle: Bundle, report: Report): Promise<void> {
    return checkEnds(bundle, this.#given, this.lookUp, report);
  }

  /** Reports what is wrong with each record alone, as the loader would. */
  checkRecords(bundle: Bundle, report: Report): void {
    checkRecords(bundle, this.model, report);
  }

  /** Notes that a bundle is given to the loader, so that later ones may point at it. */
  give(bundle: Bundle): void {
    for (const { id } of bundle.nodes) this.#given.add(id);
  }
}
