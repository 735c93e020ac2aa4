import { isLei } from "../../load/index.ts";
import type { Saying } from "../beside.ts";
import type { Notes } from "../importer.ts";
import { endsBefore, partialDate } from "../read/dates.ts";
import { StatedEdges } from "../stated-edges.ts";
import type { Relationship } from "./record.ts";

/** Relationships by which one firm belongs to another, in words. */
const PARENTS: Readonly<Record<string, string>> = {
  IS_DIRECTLY_CONSOLIDATED_BY: "directly consolidated",
  IS_ULTIMATELY_CONSOLIDATED_BY: "ultimately consolidated",
};

/** Statuses of records that the register has taken back. */
const TAKEN_BACK: ReadonlySet<string> = new Set(["RETIRED", "ANNULLED", "DUPLICATE"]);

/** Relationships that lead from a firm to its parent; all others are counted. */
export class Relationships {
  readonly #stated: StatedEdges;

  constructor(private readonly notes: Notes) {
    this.#stated = new StatedEdges(notes);
  }

  /** Whether a relationship is one that has a place; why not is counted. */
  isTaken({ type, status, activity, from, to, periods }: Relationship): boolean {
    const { notes } = this;
    if (!PARENTS[type]) notes.count(`${type || "a relationship without a type"}: no place in the graph: left out`);
    else if (!isLei(from) || !isLei(to)) notes.count("a relationship whose ends are not both right LEIs: left out");
    else if (from === to) notes.count("a relationship of one with itself: left out");
    else if (status !== null && TAKEN_BACK.has(status)) notes.count(`relationships whose record is ${status}: left out`);
    else if (activity === "INACTIVE" && !periods.some(({ type: kind, end }) => kind === RELATIONSHIP && end !== null))
      notes.count("INACTIVE relationships of which no day says when they ended: left out");
    else return true;
    return false;
  }

  /** What the register says of the lower of two firms by a relationship. */
  saying(relationship: Relationship, from: string, to: string): Saying {
    const { type, place, standard, status } = relationship;
    if (status === "LAPSED") this.notes.count("relationships whose record is LAPSED: taken, though nobody has confirmed it in time");
    const words = `GLEIF has it as ${PARENTS[type]}${standard === null ? "" : ` by ${standard}`} (${type}).`;
    const values = this.#days(relationship);
    const edge = this.#stated.once({ type: "SUBSIDIARY_OF", from, to, properties: values, claims: [], place });
    const kept = Object.fromEntries(Object.entries(edge.properties).map(([name, value]) => [name, String(value)]));
    return {
      key: `gleif-rr-${relationship.from}-${relationship.to}-${type.split("_")[1]}`.toLowerCase(),
      ...{ type: "Firm", id: from, fields: {}, words: { text: words, field: "parents", value: to }, place, isInferred: false },
      edges: [{ type: "SUBSIDIARY_OF", from, to, values: kept }],
      locator: `${relationship.from} ${type} ${relationship.to}`,
    };
  }

  /** An accounting period is a year of accounts, and says nothing of when the relationship began. */
  #days({ periods }: Relationship): Record<string, string> {
    const period = periods.find(({ type }) => type === RELATIONSHIP);
    const [since, until] = [period?.start, period?.end].map((day) => (day ? partialDate(day) : null));
    if (!since) {
      this.notes.count("a relationship without a first day of its own (RELATIONSHIP_PERIOD): without days");
      return {};
    }
    if (!until) return { since };
    if (!endsBefore(since, until)) return { since, until };
    this.notes.count("a relationship that ends before it begins: without days");
    return {};
  }
}

const RELATIONSHIP = "RELATIONSHIP_PERIOD";
