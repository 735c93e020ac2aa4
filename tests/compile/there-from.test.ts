import { describe, expect, it } from "vitest";
import { emptyEngine } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { type Act, type Claim, filesOf, randomActs, redated, TYPES } from "./acts.ts";

const VALID = ["2024-12-31", "2025-01-16", "2025-02-01", "2025-03-02", "2025-04-15", "2026-01-01"];
const KNOWN = [null, "2025-01-05", "2025-02-10", "2025-03-25", "2025-12-31"];

// The plain evaluator: what the schema says of Act.thereFrom, from nothing but the claims known on the day.

const dayOf = ({ source }: Claim) => source.publishedOn ?? source.retrievedOn;
const earliest = (days: readonly (string | null)[]) => days.filter((day) => day !== null).sort()[0] ?? null;
const isKnown = (known: string | null) => (claim: Claim) => known === null || (dayOf(claim) ?? "") <= known;
/** There from the earliest dated claim on; always, where no claim is dated. */
const recordedBy = (claims: readonly Claim[], known: string | null) => known === null || (earliest(claims.map(dayOf)) ?? "") <= known;

class Evaluator {
  /** Everything that is said of the act; without `other`, by its own bundle alone. */
  constructor(
    private readonly act: Act,
    private readonly withOther: boolean,
  ) {}

  get #edges() {
    return [...this.act.own.edges, ...(this.withOther ? this.act.other.edges : [])];
  }
  get #about(): readonly Claim[] {
    return [...this.act.own.claims, ...(this.withOther ? this.act.other.claims : [])];
  }
  get #claims(): readonly Claim[] {
    return [...this.#about, ...this.#edges.flatMap(({ claims }) => claims)];
  }

  /** What claims about the whole support is known with them, what a claim names with that; a record's own value that none names, with the record. */
  #date(known: string | null): string | null {
    const { type, date } = this.act;
    const naming = this.#about.filter(({ about }) => about?.field === type.date);
    if (naming.length === 0) return date;
    const supporting = date === null ? naming : [...naming, ...this.#about.filter(({ about }) => about === null)];
    return supporting.some(isKnown(known)) ? (naming[0]?.about?.value ?? null) : null;
  }

  thereFrom(known: string | null): string | null {
    const date = this.#date(known);
    if (date !== null) return date;
    const edges = this.#edges.filter(({ claims }) => recordedBy(claims, known)).map(({ since }) => since);
    const claimed = this.#about.filter(isKnown(known)).map(({ about }) => about?.since ?? null);
    return earliest([this.act.begins, ...edges, ...claimed, earliest(this.#claims.map(dayOf))]);
  }

  isThere(valid: string, known: string | null): boolean {
    return recordedBy(this.#claims, known) && (this.thereFrom(known) ?? "") <= valid;
  }
}

type Answer = Record<string, { nodes: { id: string; thereFrom?: string | null }[] }>;

describe("acts without the day that dates them", () => {
  const { ask, load } = emptyEngine();

  const agree = async (acts: readonly Act[], withOther: boolean) => {
    const of = (list: string) =>
      acts.filter(({ type }) => type.list === list).map((act) => ({ id: act.id, rule: new Evaluator(act, withOther) }));
    for (const known of KNOWN) {
      const asKnown = known === null ? "" : `, known: "${known}"`;
      const days = await ask<Answer>(
        `{ ${TYPES.map(({ list }) => `${list}${known === null ? "" : ` @asOf(known: "${known}")`} { nodes { id thereFrom } }`).join(" ")} }`,
      );
      const lists = VALID.flatMap((valid, i) =>
        TYPES.map(({ list }) => `${list}${i}: ${list} @asOf(valid: "${valid}"${asKnown}) { nodes { id } }`),
      );
      const there = await ask<Answer>(`{ ${lists.join(" ")} }`);
      for (const { list } of TYPES) {
        const known_ = of(list).filter(({ rule }) => rule.isThere("9999-12-31", known));
        expect(days[list]?.nodes).toEqual(known_.map(({ id, rule }) => ({ id, thereFrom: rule.thereFrom(known) })));
        for (const [i, valid] of VALID.entries()) {
          const expected = of(list).filter(({ rule }) => rule.isThere(valid, known));
          expect(there[`${list}${i}`]?.nodes, `${list} as of ${valid}, as known ${known}`).toEqual(expected.map(({ id }) => ({ id })));
        }
      }
    }
  };

  it.each([...Array(20).keys()])(
    "are there from the earliest day that implies it, with all bundles and without, random acts %i",
    async (seed) => {
      const acts = randomActs(randomOf(seed + 7000));
      const { own, other } = filesOf(acts);
      await load(own, other);
      await agree(acts, true);
      await load({ name: other.name, text: "bundle: other" });
      await agree(acts, false);
      await load(other);
      await agree(acts, true);
      // The dates of sources are corrected in the one bundle; what the other rests on them follows.
      const corrected = redated(acts);
      await load(filesOf(corrected).own);
      await agree(corrected, true);
    },
  );
});
