import type { Candidate } from "./candidates.ts";
import { likeness, SHORT } from "./likeness.ts";
import type { Name } from "./names.ts";

/** What one thing about a pair counts for, positive or negative, and that thing in words. */
interface Reason {
  readonly points: number;
  readonly words: string;
}

/** How likely it is that two nodes are one, 0 to 1, and why. */
export interface Weighed {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly doubts: readonly string[];
}

/** Weighs a pair. Null where it can't be one: two LEIs, or nothing in common that names them. */
export function weigh(a: Candidate, b: Candidate): Weighed | null {
  if (differs(a, b, "lei")) return null;
  const best = [byIdentifier(a, b), byName(a, b)].filter((reason) => reason !== null);
  if (best.length === 0) return null;
  const others = [...bySeat(a, b), ...byForm(a, b), ...byKind(a, b), ...byKin(a, b), ...byItem(a, b)];
  const sum = Math.max(...best.map(({ points }) => points)) + others.reduce((total, { points }) => total + points, 0);
  // An identifier in common is certain whatever else is said: others' doubts are told, and do not count.
  const isCertain = best.some(({ points }) => points === 1);
  return {
    score: isCertain ? 1 : Math.round(Math.min(0.99, Math.max(0, sum)) * 100) / 100,
    reasons: [...best, ...others.filter(({ points }) => points > 0)].map(({ words }) => words),
    doubts: others.filter(({ points }) => points < 0).map(({ words }) => words),
  };
}

const CALLED: Readonly<Record<string, string>> = { lei: "LEI", wikidata: "Wikidata item" };

function byIdentifier(a: Candidate, b: Candidate): Reason | null {
  for (const [what, value] of a.identifiers)
    if (b.identifiers.get(what) === value) return { points: 1, words: `the same ${CALLED[what] ?? what} ${value}` };
  const number = a.numbered.find((text) => b.numbered.includes(text));
  return number === undefined ? null : { points: 0.9, words: `the same number "${number}"` };
}

/** The two names that are most alike, the first of equally alike ones. */
function closest(a: Candidate, b: Candidate): { readonly of: Name; readonly to: Name; readonly alike: number } | null {
  let best: { of: Name; to: Name; alike: number } | null = null;
  for (const of of a.names)
    for (const to of b.names) {
      const alike = likeness(of, to);
      const isBetter = best === null || alike > best.alike || (alike === best.alike && of.together.length > best.of.together.length);
      if (alike > 0 && isBetter) best = { of, to, alike };
    }
  return best;
}

function byName(a: Candidate, b: Candidate): Reason | null {
  const found = closest(a, b);
  if (!found) return null;
  const { of, to, alike } = found;
  const both = of.text === to.text ? `"${of.text}"` : `"${of.text}" and "${to.text}"`;
  if (alike < 1) return { points: 0.8 - 2 * (1 - alike), words: `names that differ in few letters: ${both}` };
  return of.together.length <= SHORT
    ? { points: 0.4, words: `the same short name: ${both}` }
    : { points: 0.8, words: `the same name: ${both}` };
}

function bySeat({ countries: a }: Candidate, { countries: b }: Candidate): Reason[] {
  if (a.length === 0 || b.length === 0) return [];
  const both = a.filter((id) => b.includes(id));
  return both.length > 0
    ? [{ points: 0.1, words: `both lead to ${both.join(", ")}` }]
    : [{ points: -0.25, words: `one leads to ${a.join(", ")}, the other to ${b.join(", ")}` }];
}

function byForm(a: Candidate, b: Candidate): Reason[] {
  const found = closest(a, b);
  if (!found || found.of.forms.length === 0 || found.to.forms.length === 0) return [];
  return found.of.forms.some((form) => found.to.forms.includes(form))
    ? [{ points: 0.05, words: "the same legal form" }]
    : [{ points: -0.1, words: `legal forms differ: ${found.of.forms.join(", ")}; ${found.to.forms.join(", ")}` }];
}

function byKind({ kind: a }: Candidate, { kind: b }: Candidate): Reason[] {
  return a === null || b === null || a === b ? [] : [{ points: -0.1, words: `kinds differ: ${a}, ${b}` }];
}

function byKin(a: Candidate, b: Candidate): Reason[] {
  return a.kin.includes(b.id) || b.kin.includes(a.id)
    ? [{ points: -0.5, words: "one leads to the other, as a firm to its owner, or a body to the one above it" }]
    : [];
}

function byItem(a: Candidate, b: Candidate): Reason[] {
  return differs(a, b, "wikidata") ? [{ points: -0.3, words: "Wikidata has an item for each" }] : [];
}

/** Whether both have an identifier, and not the same. */
function differs(a: Candidate, b: Candidate, what: string): boolean {
  const [one, other] = [a.identifiers.get(what), b.identifiers.get(what)];
  return one !== undefined && other !== undefined && one !== other;
}
