import { emptyEngine, type NewEdge, type NewNode } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";

/** Dates of every precision, and none. */
const DATES = [null, "2025", "2025-03", "2025-06", "2025-03-01", "2025-03-15", "2025-06-10", "2025-06-30", "2025-07-01", "2026-01-01"];
/** Days to ask for. */
export const DAYS = ["2024-12-31", "2025-03-01", "2025-03-31", "2025-06-09", "2025-06-30", "2025-07-01", "2026-02-02"];

/** A date or none, of whatever precision. */
export type Day = string | null;

export interface Thing {
  readonly id: string;
  readonly type: "Measure" | "Agreement" | "Commitment" | "Event" | "Country" | "Commodity" | "Claim";
  /** The day that dates it. */
  readonly date: Day;
  readonly recordedOn: Day;
  /** What its own record says of fields, and no claim does: field and value. */
  readonly own?: readonly (readonly [string, string])[];
  /** Its other properties. */
  readonly values: Readonly<Record<string, string | number | readonly string[] | null>>;
}

export interface Link {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly since: Day;
  readonly until: Day;
  readonly recordedOn: Day;
  readonly claims: readonly string[];
  /** One text for each source, as the loader stores them. */
  readonly evidence: readonly string[];
  readonly key: string;
  /** What it says of its own. */
  readonly values?: Readonly<Record<string, number>>;
}

/** What a claim says: of a field with a value, or of the whole. */
export interface About {
  readonly claim: string;
  readonly to: string;
  readonly field: string | null;
  readonly value: string | null;
}

export interface World {
  readonly things: readonly Thing[];
  readonly links: readonly Link[];
  readonly about: readonly About[];
  /** Pairs of claims. */
  readonly contradicts: readonly (readonly [string, string])[];
}

const ACTS = ["Measure", "Agreement", "Commitment", "Event"] as const;
export const isAct = ({ type }: Thing) => (ACTS as readonly string[]).includes(type);

/** A small graph of acts, what joins them, and claims; the same for the same seed. */
export function randomWorld(seed: number): World {
  const random = randomOf(seed);
  const day = () => random.pick(DATES);
  const things: Thing[] = [];
  const measureDates = () => ({ inForceFrom: day(), inForceUntil: day() });
  for (let i = 0; i < 6; i++)
    things.push({ id: `measure:m${i}`, type: "Measure", date: day(), recordedOn: day(), values: { kind: "TARIFF", ...measureDates() } });
  for (let i = 0; i < 3; i++)
    things.push({ id: `agreement:a${i}`, type: "Agreement", date: day(), recordedOn: day(), values: { signedOn: day() } });
  for (let i = 0; i < 3; i++) {
    const status = random.pick(["PLEDGED", "FULFILLED"]);
    const steps = ["2025-03-01", "2025-06-10", "2026-01-01"].slice(random.below(4)).map((since) => {
      return ["status", since, random.pick(DAYS), random.pick(["UNDER_WAY", "BREACHED"])].join("␟");
    });
    const history = steps.length > 1 ? { history: steps } : {};
    things.push({
      id: `commitment:c${i}`,
      type: "Commitment",
      date: day(),
      recordedOn: day(),
      values: { dueOn: day(), status, ...history },
    });
  }
  for (let i = 0; i < 4; i++) {
    const kind = random.pick(["STATEMENT", "LICENCE_GRANT", "TALKS"]);
    things.push({ id: `event:e${i}`, type: "Event", date: day(), recordedOn: day(), values: { kind, endedOn: day() } });
  }
  for (let i = 0; i < 4; i++) things.push({ id: `country:C${i}`, type: "Country", date: null, recordedOn: null, values: {} });
  for (let i = 0; i < 4; i++) things.push({ id: `commodity:k${i}`, type: "Commodity", date: null, recordedOn: null, values: {} });
  for (let i = 0; i < 10; i++)
    things.push({ id: `claim:q${i}`, type: "Claim", date: null, recordedOn: day(), values: { certainty: "REPORTED" } });

  const of = (...types: Thing["type"][]) => random.pick(things.filter((t) => types.includes(t.type))).id;
  const claims = () => [...new Set(Array.from({ length: random.below(3) }, () => of("Claim")))];
  const links: Link[] = [];
  const join = (type: string, from: string, to: string) => {
    const since = day();
    const key = `${from}|${type}|${to}|${since ?? ""}`;
    if (from === to || links.some((l) => l.key === key)) return;
    const evidence = Array.from({ length: random.below(3) }, (_, i) => `${random.below(2)}|${random.pick(["", ...DAYS])}|source:s${i}`);
    const values = type === "COVERS" ? { values: { newRate: random.pick([5, 7.5, 12345678.5]) } } : {};
    links.push({ type, from, to, since, until: day(), recordedOn: day(), claims: claims(), evidence, key, ...values });
  };
  for (let i = 0; i < 6; i++) join("SUSPENDS", of("Measure", "Event", "Agreement"), of("Measure"));
  for (let i = 0; i < 4; i++) join("ENDS", of("Measure", "Event", "Agreement"), of("Measure"));
  for (let i = 0; i < 3; i++) join("REPLACES", of("Measure"), of("Measure"));
  for (let i = 0; i < 3; i++) join("EXTENDS", of("Measure", "Agreement"), of("Measure"));
  for (let i = 0; i < 3; i++) join("EASES", of("Measure", "Event"), of("Measure"));
  for (let i = 0; i < 6; i++) join("TARGETS", of("Measure"), of("Country"));
  for (let i = 0; i < 4; i++) join("EXEMPTS", of("Measure"), of("Country"));
  for (let i = 0; i < 12; i++) join("COVERS", of("Measure"), of("Commodity"));
  for (let i = 0; i < 4; i++) join("CONCERNS", of("Event", "Agreement", "Commitment"), of("Commodity", "Measure"));
  for (let i = 0; i < 4; i++) join("PARTICIPATES_IN", of("Country"), of("Event", "Agreement"));
  // Only from higher to lower numbers: no whole is a part of itself.
  join("PART_OF", "measure:m5", "measure:m2");
  join("PART_OF", "measure:m4", "measure:m5");
  join("PART_OF", "country:C3", "country:C0");
  join("PART_OF", "country:C2", "country:C0");
  join("PART_OF", "commodity:k3", "commodity:k1");

  const CLAIMED: Readonly<Record<string, readonly string[]>> = {
    title: ["x", "y"],
    status: ["PLEDGED", "FULFILLED"],
    announcedOn: ["2025", "2025-03", "2025-03-15", "2025-06-10"],
    rate: ["5", "5.0", "7.5"],
  };
  const EDGES = ["covers(commodity:k1).newRate", "covers(commodity:k2).newRate"];
  const about = Array.from({ length: 30 }, (): About => {
    const to = random.pick(["measure:m0", "measure:m1", "measure:m2", "commitment:c0", "commitment:c2"]);
    const field = random.pick([null, ...Object.keys(CLAIMED), ...(to.startsWith("measure") ? EDGES : [])]);
    const values = field === null ? [] : (CLAIMED[field] ?? CLAIMED.rate ?? []);
    return { claim: of("Claim"), to, field, value: random.pick([null, ...values]) };
  }).filter((a, i, all) => all.findIndex((b) => b.claim === a.claim && b.to === a.to && b.field === a.field && b.value === a.value) === i);
  // As the loader has it: of fields that claims give other values.
  for (const [i, thing] of things.entries()) {
    const own = Object.entries({ title: "z", rate: "7.5", announcedOn: "2025-03" }).filter(([field, value]) => {
      const claimed = about.filter((a) => a.to === thing.id && a.field === field && a.value !== null);
      return claimed.length > 0 && claimed.every((a) => a.value !== value) && random.below(10) < 7;
    });
    if (own.length > 0) things[i] = { ...thing, own };
  }
  const contradicts = Array.from({ length: 5 }, () => [of("Claim"), of("Claim")] as const).filter(
    ([a, b], i, all) => a !== b && all.findIndex(([c, d]) => (a === c && b === d) || (a === d && b === c)) === i,
  );
  return { things, links, about, contradicts };
}

const DATED_BY: Readonly<Record<string, string>> = {
  Measure: "announcedOn",
  Agreement: "reachedOn",
  Commitment: "pledgedOn",
  Event: "startedOn",
};

/** A world's nodes, to be written. */
const nodesOf = ({ things }: World): NewNode[] =>
  things.map(({ id, type, date, recordedOn, values, own = [] }) => {
    const dates = DATED_BY[type] ? { date, [DATED_BY[type]]: date } : {};
    const unclaimed = own.length > 0 ? own.map((step) => step.join("␟")) : null;
    return { id, type, values: { recordedOn, title: id, unclaimed, ...dates, ...values } };
  });

/** A world's edges, to be written. */
const edgesOf = ({ things, links, about, contradicts }: World): NewEdge[] => [
  ...links.map((link) => {
    const { type, from, to, key: _, values: own, ...values } = link;
    return { type, from, to, values: { bundles: ["w"], ...values, ...own, ...deniedOf({ things, about }, link) } };
  }),
  ...about.map(({ claim, to, field, value }) => ({ type: "ABOUT", from: claim, to, values: { field, value } })),
  ...contradicts.map(([from, to]) => ({ type: "CONTRADICTS", from, to, values: {} })),
];

/** The rate of an edge's own record where claims give others, until one gives it too: as the loader keeps it. */
function deniedOf({ things, about }: Pick<World, "things" | "about">, { from, to, values }: Link): Readonly<Record<string, string[]>> {
  const own = values?.newRate;
  const claimed = about.filter((a) => a.to === from && a.field === `covers(${to}).newRate` && a.value !== null);
  const giving = claimed.filter(({ value }) => Number(value) === own);
  if (own === undefined || giving.length === claimed.length) return {};
  const days = giving.map(({ claim }) => things.find(({ id }) => id === claim)?.recordedOn ?? "").sort();
  const [first] = days;
  if (first === undefined) return { unclaimed: [`newRate␟${own}`] };
  return first === "" ? {} : { unclaimedUntil: [`newRate␟${own}␟${first}`] };
}

/** A real engine for the tests of the file or the `describe` in which this is called; it is empty again before each test. */
export function worldEngine() {
  const { ask, write, wiped, noted } = emptyEngine();
  return {
    ask,
    /** Writes a world into the empty engine. */
    fill: (world: World) => write(nodesOf(world), edgesOf(world)),
    /** Empties the engine again. */
    wiped,
    /** Notes at nodes what the loader notes of their edges. */
    noted,
  };
}
