import { describe, expect, it } from "vitest";
import { byThen, DATES, daysOf } from "../support/dates.ts";
import { emptyEngine } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";

const DAYS = ["2024-12-31", "2025-01-01", "2025-03-15", "2025-06-09", "2025-06-30", "2026-02-02"];

interface Node {
  id: string;
  type: "Measure" | "Country" | "Commodity";
  date: string | null;
  recordedOn: string | null;
}
interface Edge {
  from: string;
  to: string;
  type: "TARGETS" | "PART_OF" | "COVERS" | "IMPOSED_BY";
  since: string | null;
  until: string | null;
  recordedOn: string | null;
}
/** A node of an answer, with the lists that were asked of it. */
interface Found {
  id: string;
  [edge: string]: string | { totalCount: number; nodes: Found[] };
}
type Answer = Record<string, { totalCount: number; nodes: Found[] }>;
interface Day {
  valid: string | null;
  known: string | null;
}

// The plain filter: something is there on a day unless its dates exclude that.
const notBefore = (date: string | null, day: string | null) => date === null || day === null || daysOf(date)[1] >= day;
const nodeThere = (node: Node, day: Day) => byThen(node.date, day.valid) && byThen(node.recordedOn, day.known);
const edgeThere = (edge: Edge, day: Day) =>
  byThen(edge.since, day.valid) && notBefore(edge.until, day.valid) && byThen(edge.recordedOn, day.known);

/** Measures, countries and commodities, and edges between them; the same ones for the same draws. */
function randomGraph(random: ReturnType<typeof randomOf>): { nodes: readonly Node[]; edges: readonly Edge[] } {
  const dates = [null, null, ...DATES];
  const date = () => random.pick(dates);
  const nodes: Node[] = [];
  for (let i = 0; i < 8; i++) nodes.push({ id: `measure:m${i}`, type: "Measure", date: date(), recordedOn: date() });
  for (let i = 0; i < 6; i++) nodes.push({ id: `country:C${i}`, type: "Country", date: null, recordedOn: null });
  for (let i = 0; i < 5; i++) nodes.push({ id: `commodity:k${i}`, type: "Commodity", date: null, recordedOn: null });
  const some = (type: Node["type"]) => random.pick(nodes.filter((n) => n.type === type)).id;
  const edges: Edge[] = [];
  const add = (type: Edge["type"], from: string, to: string) => {
    const edge = { type, from, to, since: date(), until: date(), recordedOn: date() };
    if (from !== to && !edges.some((e) => e.type === type && e.from === from && e.to === to && e.since === edge.since)) edges.push(edge);
  };
  for (let i = 0; i < 14; i++) add("TARGETS", some("Measure"), some("Country"));
  for (let i = 0; i < 12; i++) add("COVERS", some("Measure"), some("Commodity"));
  for (let i = 0; i < 10; i++) add("IMPOSED_BY", some("Measure"), some("Country"));
  // Blocs: only from higher to lower numbers, so that no bloc contains itself.
  for (let i = 0; i < 5; i++) add("PART_OF", `country:C${random.below(3) + 3}`, `country:C${random.below(3)}`);
  return { nodes, edges };
}

describe("answers as of a day", () => {
  const { ask, write } = emptyEngine();

  const fill = (nodes: readonly Node[], edges: readonly Edge[]) =>
    write(
      nodes.map(({ id, type, date, recordedOn }) => ({ id, type, values: { date, announcedOn: date, recordedOn } })),
      edges.map(({ type, from, to, ...dates }) => ({ type, from, to, values: { ...dates, claims: [], bundles: [] } })),
    );

  it.each([...Array(25).keys()])("lists and counts as of a day are those of a plain filter, random graph %i", async (seed) => {
    const random = randomOf(seed);
    const { nodes, edges } = randomGraph(random);
    await fill(nodes, edges);

    const byId = new Map(nodes.map((n) => [n.id, n]));
    for (const day of Array.from(
      { length: 6 },
      (): Day => ({ valid: random.pick([null, ...DAYS]), known: random.pick([null, ...DAYS]) }),
    )) {
      const there = (edge: Edge, far: string) => edgeThere(edge, day) && nodeThere(byId.get(far) as Node, day);
      const ends = (type: Edge["type"], near: string, out: boolean) =>
        edges
          .flatMap((e) => {
            const [from, far] = out ? [e.from, e.to] : [e.to, e.from];
            return e.type === type && from === near && there(e, far) ? [far] : [];
          })
          .sort();
      const anywhere = nodes
        .filter((n) => nodeThere(n, day))
        .map((n) => n.id)
        .sort();
      // A bloc's id means its members as well; a path of memberships counts while every step of it does.
      const under = (id: string): string[] => [
        id,
        ...edges.flatMap((e) => (e.type === "PART_OF" && e.to === id && edgeThere(e, day) ? under(e.from) : [])),
      ];
      const bloc = `country:C${random.below(3)}`;
      const members = new Set(under(bloc));

      const asOf = [day.valid ? `valid: "${day.valid}"` : "", day.known ? `known: "${day.known}"` : ""].filter((a) => a !== "").join(", ");
      const list = (name: string, inner = "") => `${name} { totalCount nodes { id ${inner} } }`;
      const answer = await ask<Answer>(`query ${asOf === "" ? "" : `@asOf(${asOf})`} {
        ${list("measures", `${list("targets", list("targetedBy"))} ${list("covers")} ${list("imposedBy")}`)}
        ${list("countries", list("targetedBy"))}
        targeting: ${list(`measures(filter: {targets: ["${bloc}"]${day.valid === null ? ", reach: EXACT" : ""}})`)}
        reached: ${list(`measures(filter: {coversWhere: {node: {coveredBy: ["measure:m1"]}}})`)}
      }`);

      const measures = anywhere.filter((id) => id.startsWith("measure:"));
      const ids = (found: Found | undefined, edge: string) =>
        ((found?.[edge] as { nodes: Found[] } | undefined)?.nodes ?? []).map((n) => n.id).sort();
      expect(answer.measures?.nodes.map((n) => n.id)).toEqual(measures);
      for (const found of answer.measures?.nodes ?? []) {
        expect(ids(found, "targets")).toEqual(ends("TARGETS", found.id, true));
        expect(ids(found, "covers")).toEqual(ends("COVERS", found.id, true));
        expect(ids(found, "imposedBy")).toEqual(ends("IMPOSED_BY", found.id, true));
        for (const target of (found.targets as { nodes: Found[] }).nodes)
          expect(ids(target, "targetedBy")).toEqual(ends("TARGETS", target.id, false));
      }
      for (const found of answer.countries?.nodes ?? []) expect(ids(found, "targetedBy")).toEqual(ends("TARGETS", found.id, false));
      const targeted = day.valid === null ? new Set([bloc]) : members;
      expect(answer.targeting?.nodes.map((n) => n.id)).toEqual(
        measures.filter((m) => ends("TARGETS", m, true).some((c) => targeted.has(c))),
      );
      const alike = ends("COVERS", "measure:m1", true);
      const reached = nodeThere(byId.get("measure:m1") as Node, day) ? alike : [];
      expect(answer.reached?.nodes.map((n) => n.id)).toEqual(
        measures.filter((m) => ends("COVERS", m, true).some((k) => reached.includes(k))),
      );
      countsAgree(answer);
    }
  });

  it.each([...Array(12).keys()])("fields that changed have their values as of a day, random graph %i", async (seed) => {
    const random = randomOf(seed + 1000);
    const steps = (values: readonly (string | number)[], dated: boolean) =>
      Array.from({ length: random.below(4) }, () => ({
        since: dated ? random.pick(DAYS) : "",
        known: random.pick(["", ...DAYS]),
        value: random.pick(values),
      })).sort((a, b) => (a.since + a.known < b.since + b.known ? -1 : 1));
    const measures = Array.from({ length: 8 }, (_, i) => ({ id: `measure:m${i}`, rate: 10 * i, steps: steps([5, 12.5, 100], false) }));
    const states = ["IN_PRINCIPLE", "REACHED", "ENDED"];
    const pacts = Array.from({ length: 8 }, (_, i) => ({ id: `agreement:a${i}`, status: "ANNOUNCED", steps: steps(states, true) }));
    const history = (field: string, of: (typeof measures | typeof pacts)[number]) =>
      of.steps.length > 0 ? { history: of.steps.map((s) => [field, s.since, s.known, s.value].join("␟")) } : {};
    await write([
      ...measures.map((m) => ({ id: m.id, type: "Measure", values: { rate: m.rate, ...history("rate", m) } })),
      ...pacts.map((a) => ({ id: a.id, type: "Agreement", values: { status: a.status, ...history("status", a) } })),
    ]);
    for (const valid of [null, ...DAYS]) {
      for (const known of [null, random.pick(DAYS)]) {
        const rates = measures.map(({ id, rate, steps }) => ({
          id,
          rate: known === null || steps.length === 0 ? rate : (steps.filter((s) => s.known <= known).at(-1)?.value ?? null),
        }));
        const statuses = pacts.map(({ id, status, steps }) => {
          const reached = steps.filter((s) => (valid === null || s.since <= valid) && (known === null || s.known <= known));
          // On a day before all that was said of it, what was known first is the nearest: the schema promises a status.
          const nearest = valid !== null && known !== null ? steps.find((s) => s.known <= known) : undefined;
          return { id, status: valid === null && known === null ? status : ((reached.at(-1) ?? nearest)?.value ?? status) };
        });
        const asOf = [valid ? `valid: "${valid}"` : "", known ? `known: "${known}"` : ""].filter((a) => a !== "").join(", ");
        const answer = await ask<Answer>(`query ${asOf === "" ? "" : `@asOf(${asOf})`} {
          measures { totalCount nodes { id rate } }
          high: measures(filter: {rate: {min: 20}}) { totalCount nodes { id rate } }
          agreements { totalCount nodes { id status } }
          ordered: agreements(filter: {not: {status: [ENDED]}}, orderBy: [{field: STATUS, direction: DESC}]) { totalCount nodes { id status } }
        }`);
        expect(answer.measures?.nodes).toEqual(rates);
        expect(answer.high?.nodes).toEqual(rates.filter(({ rate }) => Number(rate) >= 20));
        expect(answer.agreements?.nodes).toEqual(statuses);
        expect(answer.ordered?.nodes).toEqual(
          statuses
            .filter(({ status }) => status !== "ENDED")
            .sort((a, b) => (a.status === b.status ? (a.id < b.id ? -1 : 1) : a.status < b.status ? 1 : -1)),
        );
        countsAgree(answer);
      }
    }
  });
});

/** Wherever an answer has a count, it is that of the list beside it (all lists here fit on one page). */
function countsAgree(answer: unknown): void {
  if (Array.isArray(answer)) for (const item of answer) countsAgree(item);
  else if (answer !== null && typeof answer === "object") {
    if ("totalCount" in answer && "nodes" in answer) expect(answer.totalCount).toBe((answer.nodes as unknown[]).length);
    for (const inner of Object.values(answer)) countsAgree(inner);
  }
}
