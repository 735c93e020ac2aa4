import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facetsOf, readModel } from "../../src/model/index.ts";
import { type Entry, endsOf, reachedFrom, selectionOf, valuesOf } from "../compile/counted-by.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { type Random, randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";

const MEASURE = "Measure";
const DATES = { ANNOUNCED: "announcedOn", BEGAN: "inForceFrom", ENDED: "inForceUntil", IN_FORCE: null } as const;
const UNITS = { MEASURE: null, MEASURE_TARGET: "targets", MEASURE_COMMODITY: "covers" } as const;
const FILTERS = [
  "{}",
  "{ kind: [TARIFF, BAN, PACKAGE] }",
  "{ not: { effect: [LIBERALISING] } }",
  '{ targets: ["country:EU"] }',
  "{ status: { in: [UNKNOWN, IN_FORCE] } }",
];
const AS_OF = ["", "", '@asOf(valid: "2025-06-10")', '@asOf(known: "2025-04-12")', '@asOf(valid: "2025-04-10", known: "2025-06-12")'];
const SPANS = [
  ["2018", "2020"],
  ["2018-03", "2019-12-30"],
  ["2019-12-31", "2025-04"],
  ["2018-03-23", "2018-12-31"],
  ["2024-02-29", "2026"],
] as const;

/** What is asked for, one way of many. */
interface Question {
  readonly count: keyof typeof DATES;
  readonly unit: keyof typeof UNITS;
  readonly parts: string;
  readonly every: "YEAR" | "QUARTER" | "MONTH";
  readonly from: string;
  readonly to: string;
  readonly filter: string;
  readonly groupBy: readonly string[];
  readonly first: number;
  readonly asOf: string;
}

interface Counts {
  readonly count: number;
  readonly unknown: number;
}

/** Something that is counted once, with its period and its groups. */
interface Thing {
  readonly key: string;
  readonly period: string;
  readonly isSure: boolean;
  readonly groups: readonly (readonly (string | null)[])[];
}

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The first and the last day of a date, by the calendar. */
function daysOf(date: string): readonly [string, string] {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || day !== undefined) return [date, date];
  return month === undefined ? [`${date}-01-01`, `${date}-12-31`] : [`${date}-01`, lastDayOf(year, month)];
}

function labelOf(date: string, every: Question["every"]): string {
  const [year = "", month] = date.split("-");
  if (every === "YEAR" || month === undefined) return year;
  return every === "MONTH" ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** All days of a span, by which its periods are found one by one. */
function periodsOf({ from, to, every }: Question): { period: string; from: string; until: string }[] {
  const found: { period: string; from: string; until: string }[] = [];
  const [first, last] = [daysOf(from)[0], daysOf(to)[1]];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const label = labelOf(day, every);
    const known = found.at(-1);
    if (known?.period === label) known.until = day;
    else found.push({ period: label, from: day, until: day });
  }
  return found;
}

function questionOf(random: Random, groups: readonly string[]): Question {
  const some = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(groups)));
  const [from, to] = random.pick(SPANS);
  return {
    count: random.pick(["ANNOUNCED", "BEGAN", "ENDED", "IN_FORCE", "IN_FORCE"]),
    unit: random.pick(["MEASURE", "MEASURE_TARGET", "MEASURE_COMMODITY"]),
    parts: random.pick(["ALL", "WHOLES"]),
    every: random.pick(["YEAR", "QUARTER", "MONTH"]),
    from,
    to,
    filter: random.pick(FILTERS),
    groupBy: [...some],
    first: random.pick([0, 1, 3, 100]),
    asOf: random.pick(AS_OF),
  };
}

describe("statistics", () => {
  const model = readModel();
  const facets = facetsOf(model, MEASURE);
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  /** Every way to group an entry that counts with one end of an edge, or by itself. */
  function groupsOf(question: Question, entry: Entry, end: string | null): (string | null)[][] {
    const unit = UNITS[question.unit];
    const edges = [
      ...new Set(
        question.groupBy.flatMap((by) =>
          facets.flatMap(({ constant, of }) => (constant === by && of.kind === "edge" ? [of.edge.name] : [])),
        ),
      ),
    ];
    /** Each choice of an end for each edge that is asked for. */
    const choices = edges.reduce<ReadonlyMap<string, string | null>[]>(
      (all, edge) => {
        const ends = edge === unit ? [end] : endsOf(entry, edge);
        return all.flatMap((choice) => (ends.length > 0 ? ends : [null]).map((one) => new Map([...choice, [edge, one]])));
      },
      [new Map()],
    );
    return choices.flatMap((choice) =>
      question.groupBy.reduce<(string | null)[][]>(
        (rows, by) => {
          const of = facets.find(({ constant }) => constant === by)?.of;
          const far = of?.kind === "edge" ? (choice.get(of.edge.name) ?? null) : null;
          const values =
            of?.kind === "edge" ? (far === null ? [] : reachedFrom(model, far, of.level)) : valuesOf(model, MEASURE, by, entry);
          return rows.flatMap((row) => (values.length > 0 ? values : [null]).map((value) => [...row, value]));
        },
        [[]],
      ),
    );
  }

  /** The same counts, made of measures one by one. */
  async function counted(question: Question) {
    const { count, unit, parts, every, filter, asOf, groupBy } = question;
    const periods = periodsOf(question);
    const list = `measures(first: 200, filter: { all: [${filter}, ${parts === "WHOLES" ? "{ isPart: false }" : "{}"}] })`;
    const wanted = [...groupBy, "TARGETS", "COVERS"];
    const dates = "announcedOn inForceFrom inForceUntil";
    const answer = await open.ask(`query ${asOf} { ${list} { totalCount nodes { ${dates} ${selectionOf(model, MEASURE, wanted)} } } }`);
    const statuses: ReadonlyMap<string, string>[] = [];
    for (const { until } of count === "IN_FORCE" ? periods : []) {
      const source = `query ($day: Date!) ${asOf} { ${list} { nodes { id statusOn(date: $day) { status } } } }`;
      const found = (await open.ask(source, { day: until })).measures as { nodes: { id: string; statusOn: { status: string } }[] };
      statuses.push(new Map(found.nodes.map(({ id, statusOn }) => [id, statusOn.status])));
    }
    const { nodes, totalCount } = answer.measures as { nodes: Entry[]; totalCount: number };
    expect(nodes).toHaveLength(totalCount);
    const [first, last] = [daysOf(question.from)[0], daysOf(question.to)[1]];
    const things: Thing[] = [];
    for (const entry of nodes) {
      const edge = UNITS[unit];
      const ends = edge === null ? [null] : new Set(endsOf(entry, edge));
      const date = DATES[count];
      const placed: { period: string; isSure: boolean }[] = [];
      if (date === null) {
        for (const [i, { period }] of periods.entries()) {
          const status = statuses[i]?.get(String(entry.id));
          if (status === "IN_FORCE" || status === "UNKNOWN") placed.push({ period, isSure: status === "IN_FORCE" });
        }
      } else {
        const given = entry[date] as string | null;
        const [from, until] = given === null ? ["", ""] : daysOf(given);
        if (given === null) placed.push({ period: "undated", isSure: true });
        else if (from >= first && until <= last) placed.push({ period: labelOf(given, every), isSure: true });
        else if (from <= last && until >= first) placed.push({ period: "uncertain", isSure: true });
      }
      for (const end of ends) {
        for (const one of placed) things.push({ key: `${entry.id} ${end}`, ...one, groups: groupsOf(question, entry, end) });
      }
    }
    return { periods, things };
  }

  const countsOf = (things: readonly Thing[]): Counts => ({
    count: things.filter(({ isSure }) => isSure).length,
    unknown: things.filter(({ isSure }) => !isSure).length,
  });

  /** The rows of a period, the largest first, and the rest of them as one. */
  function rowsOf({ groupBy, first }: Question, isStock: boolean, period: string, things: readonly Thing[]) {
    const byGroup = new Map<string, { values: readonly (string | null)[]; keys: Map<string, Thing> }>();
    for (const thing of things) {
      for (const values of thing.groups) {
        const group = byGroup.get(JSON.stringify(values)) ?? { values, keys: new Map<string, Thing>() };
        group.keys.set(thing.key, thing);
        byGroup.set(JSON.stringify(values), group);
      }
    }
    const place = (values: readonly (string | null)[]) => values.map((value) => value ?? "~");
    const sorted = [...byGroup.values()]
      .map(({ values, keys }) => ({ values, ...countsOf([...keys.values()]) }))
      .sort((a, b) => {
        const [one, other] = [place(a.values), place(b.values)];
        const at = one.findIndex((value, i) => value !== other[i]);
        return b.count - a.count || b.unknown - a.unknown || ((one[at] ?? "") < (other[at] ?? "") ? -1 : 1);
      });
    const shaped = (
      groups: readonly { by: string | undefined; value: string | null }[],
      combinations: number,
      { count, unknown }: Counts,
    ) => ({
      period,
      groups,
      combinations,
      count,
      unknown: isStock ? unknown : null,
    });
    const shown = sorted.slice(0, first).map((row) =>
      shaped(
        row.values.map((value, i) => ({ by: groupBy[i], value })),
        1,
        row,
      ),
    );
    const rest = sorted.slice(first);
    const sum = (of: keyof Counts) => rest.reduce((all, row) => all + row[of], 0);
    return rest.length > 0 ? [...shown, shaped([], rest.length, { count: sum("count"), unknown: sum("unknown") })] : shown;
  }

  const asked = (q: Question) =>
    `statistics(filter: ${q.filter}, count: ${q.count}, from: "${q.from}", to: "${q.to}", every: ${q.every}, unit: ${q.unit}, parts: ${q.parts})`;

  it.each(seeds(60))("count as counting measures one by one does: seed %i", async (seed) => {
    const question = questionOf(
      randomOf(seed),
      facets.map(({ constant }) => constant),
    );
    const isStock = question.count === "IN_FORCE";
    const { periods, things } = await counted(question);
    open.takeStatements();
    const answer = await open.ask(
      `query ($by: [MeasureFacet!]!) ${question.asOf} { ${asked(question)} {
        count unit parts from to undated uncertain periods { period from until rough count unknown }
        rows(groupBy: $by, first: ${question.first}) { period groups { by value } combinations count unknown } } }`,
      { by: question.groupBy },
    );
    expect(open.takeStatements()).toBe(1);
    const inPeriod = (period: string) => things.filter((thing) => thing.period === period);
    const labels = new Set(periods.map(({ period }) => period));
    const rough = [...new Set(things.map(({ period }) => period))].filter((period) => /^\d{4}$/.test(period) && !labels.has(period));
    const years = rough.map((period) => ({ period, from: `${period}-01-01`, until: `${period}-12-31`, rough: true }));
    const all = [...periods.map((period) => ({ ...period, rough: false })), ...years].sort(
      (a, b) => a.from.localeCompare(b.from) || Number(b.rough) - Number(a.rough),
    );
    const { count, unit, parts } = question;
    expect(answer.statistics, JSON.stringify(question)).toEqual({
      count,
      unit,
      parts,
      from: daysOf(question.from)[0],
      to: daysOf(question.to)[1],
      undated: isStock ? null : inPeriod("undated").length,
      uncertain: isStock ? null : inPeriod("uncertain").length,
      periods: all.map((period) => {
        const { count, unknown } = countsOf(inPeriod(period.period));
        return { ...period, count, unknown: isStock ? unknown : null };
      }),
      rows: all.flatMap(({ period }) => rowsOf(question, isStock, period, inPeriod(period))),
    });
  });

  it.each([
    ['from: "2025", to: "2024"', "{ undated }", "BAD_FILTER"],
    ['from: "2015-01", to: "2025-01", every: MONTH', "{ undated }", "BAD_FILTER"],
    ['from: "2024", to: "2024"', "{ rows(groupBy: []) { count } }", "BAD_FILTER"],
    ['from: "2024", to: "2024"', "{ rows(groupBy: [KIND, KIND]) { count } }", "BAD_FILTER"],
    ['from: "2024", to: "2024"', "{ rows(groupBy: [KIND, EFFECT, FLOW, STATUS]) { count } }", "BAD_FILTER"],
    ['from: "2024", to: "2024"', "{ rows(groupBy: [KIND], first: 101) { count } }", "BAD_PAGE"],
    ['from: "2024", to: "2024"', "{ rows(groupBy: [KIND], first: -1) { count } }", "BAD_PAGE"],
  ])("refuse %s %s with %s", async (span, selection, code) => {
    expect(await open.codes(`{ statistics(count: BEGAN, parts: ALL, ${span}) ${selection} }`)).toEqual([code]);
  });

  it("have 120 periods at the highest, each of them there", async () => {
    const answer = await open.ask(
      '{ statistics(count: BEGAN, parts: ALL, from: "2015-01", to: "2024-12", every: MONTH) { periods { rough } } }',
    );
    const { periods } = answer.statistics as { periods: { rough: boolean }[] };
    expect(periods.filter(({ rough }) => !rough)).toHaveLength(120);
  });

  it("are compiled anew where a variable names other things to group by", async () => {
    const source = `query ($by: [MeasureFacet!]!) { statistics(count: ANNOUNCED, parts: ALL, from: "2018", to: "2018") { rows(groupBy: $by, first: 1) { groups { by } } } }`;
    for (const by of ["KIND", "EFFECT", "TARGETS"]) {
      expect(await open.ask(source, { by: [by] })).toMatchObject({ statistics: { rows: [{ groups: [{ by }] }, {}] } });
    }
  });
});
