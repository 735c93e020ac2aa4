import { describe, expect, it } from "vitest";
import { byThen, daysOf } from "../support/dates.ts";
import { randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { DAYS, type Day, type Link, randomWorld, type World, worldEngine } from "./world.ts";

const REACHES = ["EXACT", "BELOW", "ABOVE", "ALL"] as const;
type Reach = (typeof REACHES)[number];

/** The day whose state and the day whose knowledge are asked for, and the day that an argument `on` gives. */
interface Asked {
  readonly valid: Day;
  readonly known: Day;
  readonly on: Day;
}

const mayHold = ({ since, until }: Link, date: Day) =>
  date === null || ((since === null || daysOf(since)[0] <= daysOf(date)[1]) && (until === null || daysOf(until)[1] >= daysOf(date)[0]));

/** A random world whose countries and commodities lie three levels high, with memberships of all sorts of dates. */
function world(seed: number): World {
  const random = randomWorld(seed);
  const pick = randomOf(seed + 900);
  const day = () => pick.pick([null, "2025", "2025-03", "2025-03-15", "2025-06-10", "2026-01-01", null]);
  const steps = [
    ["country:C3", "country:C1"],
    ["country:C2", "country:C1"],
    ["country:C1", "country:C0"],
    ["commodity:k3", "commodity:k1"],
    ["commodity:k2", "commodity:k1"],
    ["commodity:k1", "commodity:k0"],
  ] as const;
  const hierarchies = steps.map(([from, to]): Link => {
    const since = day();
    const dates = { since, until: pick.below(3) === 0 ? day() : null, recordedOn: day() };
    return { type: "PART_OF", from, to, ...dates, claims: [], evidence: [], key: `${from}|PART_OF|${to}|${since ?? ""}` };
  });
  return { ...random, links: [...random.links.filter(({ type }) => type !== "PART_OF"), ...hierarchies] };
}

/** Whether one id stands for another: by steps that were known, and held on the day that counts. */
function standsFor({ links }: World, named: string, id: string, reach: Reach, known: Day, day: Day): boolean {
  const steps = links.filter((l) => l.type === "PART_OF" && byThen(l.recordedOn, known) && mayHold(l, day));
  const climbs = (from: string, to: string): boolean => steps.some((l) => l.from === from && (l.to === to || climbs(l.to, to)));
  const [down, up] = [reach === "BELOW" || reach === "ALL", reach === "ABOVE" || reach === "ALL"];
  return named === id || (down && climbs(id, named)) || (up && climbs(named, id));
}

/** The edges of a type to which an id leads from measures, as `measure via` in order; the id itself is no `via`. */
function expected(graph: World, type: string, named: string, reach: Reach, { valid, known, on }: Asked): string[] {
  const dates = new Map(graph.things.map((thing) => [thing.id, thing]));
  return graph.links
    .filter((link) => {
      const measure = dates.get(link.from);
      if (link.type !== type || !measure) return false;
      const isThere = byThen(measure.date, valid) && byThen(measure.recordedOn, known);
      const edgeThere = mayHold(link, valid) && mayHold(link, on) && byThen(link.recordedOn, known);
      return isThere && edgeThere && standsFor(graph, named, link.to, reach, known, on ?? valid ?? measure.date);
    })
    .map((link) => ({ from: link.from, by: [link.from, link.since ?? "", link.to].join(" "), via: link.to === named ? "" : link.to }))
    .sort((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ from, via }) => `${from} ${via}`);
}

/** A node with its list for each reach. */
interface Found extends Readonly<Record<Reach, { readonly totalCount: number; readonly edges: readonly Edge[] }>> {
  readonly id: string;
}

interface Edge {
  readonly via: { readonly id: string } | null;
  readonly node: { readonly id: string };
}

type Answer = Readonly<Record<string, { readonly nodes: readonly Found[] }>>;

function nodesOf(answer: Answer, key: string): readonly Found[] {
  const list = answer[key];
  if (!list) throw new Error(`The answer has no ${key}.`);
  return list.nodes;
}

describe("reach as of a day", () => {
  const { fill, ask } = worldEngine();

  it.each(seeds(10))("is what looking at all steps and edges gives, random graph %i", async (seed) => {
    const graph = world(seed);
    const random = randomOf(seed + 41);
    await fill(graph);
    const none = { valid: null, known: null, on: null };
    const some = Array.from({ length: 5 }, () => ({
      valid: random.pick([null, ...DAYS]),
      known: random.pick([null, ...DAYS]),
      on: random.pick([null, null, ...DAYS]),
    }));
    for (const asked of [none, ...some]) {
      const days = (["valid", "known"] as const).flatMap((name) => (asked[name] ? [`${name}: "${asked[name]}"`] : []));
      const on = asked.on ? `, on: "${asked.on}"` : "";
      const lists = (field: string) =>
        REACHES.map((reach) => `${reach}: ${field}(reach: ${reach}, first: 200${on}) { totalCount edges { via { id } node { id } } }`);
      const filters = ["country:C1", "country:C0", "country:C3"].flatMap((id) =>
        REACHES.map((reach) => `${id.slice(-2)}${reach}: measures(filter: {targets: ["${id}"], reach: ${reach}${on}}) { nodes { id } }`),
      );
      const answer = await ask<Answer>(`query ${days.length > 0 ? `@asOf(${days.join(", ")})` : ""} {
        countries { nodes { id ${lists("targetedBy").join(" ")} } } commodities { nodes { id ${lists("coveredBy").join(" ")} } } ${filters.join(" ")} }`);
      for (const [list, type] of [
        ["countries", "TARGETS"],
        ["commodities", "COVERS"],
      ] as const) {
        for (const found of nodesOf(answer, list)) {
          for (const reach of REACHES) {
            const edges = found[reach].edges.map((e) => `${e.node.id} ${e.via?.id ?? ""}`);
            expect(edges, `${found.id} ${reach} ${JSON.stringify(asked)}`).toEqual(expected(graph, type, found.id, reach, asked));
            expect(found[reach].totalCount).toBe(edges.length);
          }
        }
      }
      // A filter's own `on` is of memberships alone: of the edge it says nothing.
      for (const id of ["country:C1", "country:C0", "country:C3"]) {
        for (const reach of REACHES) {
          const ids = nodesOf(answer, `${id.slice(-2)}${reach}`).map((n) => n.id);
          expect(ids, `${id} ${reach} ${JSON.stringify(asked)}`).toEqual(filtered(graph, id, reach, asked));
        }
      }
    }
  });
});

/** The measures that target what an id stands for. */
function filtered(graph: World, named: string, reach: Reach, { valid, known, on }: Asked): string[] {
  return graph.things
    .filter((measure) => measure.type === "Measure" && byThen(measure.date, valid) && byThen(measure.recordedOn, known))
    .filter((measure) =>
      graph.links.some(
        (link) =>
          link.type === "TARGETS" &&
          link.from === measure.id &&
          mayHold(link, valid) &&
          byThen(link.recordedOn, known) &&
          standsFor(graph, named, link.to, reach, known, on ?? valid ?? measure.date),
      ),
    )
    .map(({ id }) => id)
    .sort();
}
