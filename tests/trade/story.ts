import { byThen, DATES, daysOf } from "../support/dates.ts";
import { emptyEngine } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";

/** A date or none, of whatever precision. */
export type Day = string | null;

/** A node of a story, with the day that dates it (an act) and the day on which a source first spoke of it. */
export interface Thing {
  readonly id: string;
  readonly type: "Measure" | "Event" | "Agreement" | "Country" | "Firm";
  readonly date: Day;
  readonly recordedOn: Day;
}

/** A dated edge; no two have the same key, `from|TYPE|to|since`. */
export interface Link {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly since: Day;
  readonly until: Day;
  readonly recordedOn: Day;
  readonly key: string;
}

/** Acts that answer, cause, ease and end each other, in circles too, and some whom they are aimed at. */
export interface Story {
  readonly things: readonly Thing[];
  readonly links: readonly Link[];
}

/** The days of a request; null where none is asked for. */
export interface Days {
  readonly valid: Day;
  readonly known: Day;
}

/** Types of edges from acts to acts, with what may stand at their ends. */
const BETWEEN_ACTS: Readonly<Record<string, readonly [readonly Thing["type"][], readonly Thing["type"][]]>> = {
  RETALIATES_AGAINST: [["Measure", "Event", "Agreement"], ["Measure"]],
  RESPONDS_TO: [
    ["Measure", "Event"],
    ["Measure", "Event"],
  ],
  RAISES: [["Measure"], ["Measure"]],
  CAUSES: [["Measure", "Event"], ["Event"]],
  IMPLEMENTS: [["Measure", "Event"], ["Agreement"]],
  EASES: [["Measure", "Agreement", "Event"], ["Measure"]],
  SUSPENDS: [["Measure", "Agreement"], ["Measure"]],
  ENDS: [
    ["Measure", "Event"],
    ["Measure", "Agreement", "Event"],
  ],
  FOLLOWS: [
    ["Event", "Agreement"],
    ["Event", "Measure"],
  ],
};

/** A small story; the same for the same seed. */
export function randomStory(seed: number): Story {
  const random = randomOf(seed);
  const day = (): Day => random.pick([null, ...DATES]);
  const acts = (["Measure", "Measure", "Measure", "Event", "Agreement"] as const).flatMap((type, round) =>
    Array.from({ length: 3 }, (_, i): Thing => {
      return { id: `${type.toLowerCase()}:${round}${i}`, type, date: day(), recordedOn: day() };
    }),
  );
  const others = (["Country", "Firm"] as const).flatMap((type) =>
    Array.from({ length: 3 }, (_, i): Thing => ({ id: `${type.toLowerCase()}:${i}`, type, date: null, recordedOn: null })),
  );
  const things = [...acts, ...others];
  const links: Link[] = [];
  const join = (type: string, fromTypes: readonly string[], toTypes: readonly string[]) => {
    const [from, to] = [fromTypes, toTypes].map((types) => random.pick(things.filter((thing) => types.includes(thing.type))).id);
    const since = day();
    const key = `${from}|${type}|${to}|${since ?? ""}`;
    if (from === undefined || to === undefined || from === to || links.some((link) => link.key === key)) return;
    links.push({ type, from, to, since, until: day(), recordedOn: day(), key });
  };
  for (const [type, [from, to]] of Object.entries(BETWEEN_ACTS)) for (let i = 0; i < 5; i++) join(type, from, to);
  for (let i = 0; i < 8; i++) join("TARGETS", ["Measure"], ["Country", "Firm"]);
  for (let i = 0; i < 6; i++) join("AFFECTS", ["Measure", "Event"], ["Firm"]);
  for (let i = 0; i < 3; i++) join("HEADQUARTERED_IN", ["Firm"], ["Country"]);
  return { things, links };
}

/** Those links that are there on some days, as their ends are; plainly looked at. */
export function linksThere({ things, links }: Story, { valid, known }: Days): Link[] {
  const isHeld = (link: Link) => byThen(link.since, valid) && (link.until === null || valid === null || daysOf(link.until)[1] >= valid);
  const there = new Set(things.filter((thing) => byThen(thing.recordedOn, known) && byThen(thing.date, valid)).map(({ id }) => id));
  return links.filter((link) => isHeld(link) && byThen(link.recordedOn, known) && there.has(link.from) && there.has(link.to));
}

/** The days that a test draws: none, one or both. */
export function randomDays(random: ReturnType<typeof randomOf>): Days {
  const day = () => random.pick([null, "2024-12-31", "2025-03-01", "2025-06-09", "2025-06-30", "2026-02-02"]);
  return { valid: day(), known: day() };
}

/** `@asOf(…)` for some days; nothing where there are none. */
export function asOf({ valid, known }: Days): string {
  const given = [...(valid === null ? [] : [`valid: "${valid}"`]), ...(known === null ? [] : [`known: "${known}"`])];
  return given.length > 0 ? `@asOf(${given.join(", ")})` : "";
}

const DATED_BY: Readonly<Record<string, string>> = { Measure: "announcedOn", Agreement: "reachedOn", Event: "startedOn" };

/** A real engine for the tests of a file; it is empty again before each test. */
export function storyEngine() {
  const { ask, write, takeStatements, wiped } = emptyEngine();
  return {
    ask,
    takeStatements,
    wiped,
    /** Writes a story into the empty engine. */
    fill: ({ things, links }: Story) =>
      write(
        things.map(({ id, type, date, recordedOn }) => {
          const dates = DATED_BY[type] ? { date, [DATED_BY[type]]: date } : {};
          return { id, type, values: { recordedOn, [DATED_BY[type] ? "title" : "name"]: id, ...dates } };
        }),
        links.map(({ type, from, to, since, until, recordedOn }) => {
          return { type, from, to, values: { bundles: ["story"], claims: [], since, until, recordedOn } };
        }),
      ),
  };
}
