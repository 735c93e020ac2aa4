/** The ids that a record may point at: those of the load's own records, and those of the graph. */
export class KnownIds {
  /** `complete` is false where a file could not be read at all, so that an id that is missing may well be defined there. */
  constructor(
    readonly exists: (id: string) => boolean,
    readonly complete: boolean,
  ) {}
}

/** Every id counts as known: for a check of records alone, whatever they point at. */
export const ANY_ID = new KnownIds(() => true, true);
