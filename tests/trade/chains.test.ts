import { describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { type Drawn, drawn, rowsOf } from "../support/tree.ts";
import { asOf, type Day, type Days, type Link, linksThere, randomDays, randomStory, type Story, storyEngine } from "./story.ts";

const { fill, ask, wiped, takeStatements } = storyEngine();

/** A row as it is compared. */
interface Step {
  readonly depth: number;
  readonly id: string;
  readonly via: string | null;
  readonly parentId: string | null;
  readonly isLast: boolean;
  readonly relief: readonly string[] | null;
}

/** An edge that is there whenever its ends are. */
const ALWAYS: Link = { type: "", from: "", to: "", since: null, until: null, recordedOn: null, key: "" };

const ACTS = ["measure", "event", "agreement"];
/** For each type of edge that leads on: whether forward is along it. */
const ANSWERS = { RESPONDS_TO: false, RETALIATES_AGAINST: false, RAISES: false };
const CAUSAL = { CAUSES: true, RESPONDS_TO: false, RETALIATES_AGAINST: false, IMPLEMENTS: false };

/** All rows in their order, by walking from the start as the schema words it. */
function expected(
  story: Story,
  start: string,
  of: Readonly<Record<string, boolean>>,
  depth: number,
  ways: readonly string[],
  days: Days,
): Step[] {
  const links = linksThere(story, days).filter(({ from, to }) => [from, to].every((id) => ACTS.includes(id.split(":")[0] ?? "")));
  const leading = (near: string, way: string) =>
    links.flatMap((link) => {
      const along = of[link.type];
      if (along === undefined) return [];
      const [begin, end] = along === (way === "FORWARD") ? [link.from, link.to] : [link.to, link.from];
      return begin === near ? [{ far: end, key: link.key }] : [];
    });
  const relief = (id: string) =>
    links
      .filter(({ type, to }) => to === id && ["EASES", "SUSPENDS", "ENDS"].includes(type))
      .sort((a, b) => (`${a.since ?? "~"}\n${a.key}` < `${b.since ?? "~"}\n${b.key}` ? -1 : 1))
      .map(({ key }) => key);
  const there = linksThere({ ...story, links: [{ ...ALWAYS, from: start, to: start }] }, days).length > 0;
  if (!there) return [];
  const itself = { depth: 0, id: start, via: null, parentId: null, relief: relief(start) };
  const steps: Step[] = [{ ...itself, isLast: ways.every((way) => leading(start, way).length === 0) }];
  for (const way of ways) {
    const seen = new Set([start]);
    let frontier = [start];
    for (let level = 1; level <= depth; level++) {
      const found = frontier.flatMap((near) => leading(near, way).map(({ far, key }) => ({ near, far, key })));
      const isLast = (id: string) => leading(id, way).length === 0;
      for (const { near, far, key } of found) {
        const at = way === "BACK" ? -level : level;
        steps.push({ depth: at, id: far, via: key, parentId: near, isLast: isLast(far), relief: relief(far) });
      }
      frontier = [...new Set(found.map(({ far }) => far))].filter((far) => !seen.has(far));
      for (const far of frontier) seen.add(far);
    }
  }
  const order = (step: Step) => `${step.id}\n${step.via}`;
  return steps.sort((a, b) => a.depth - b.depth || (order(a) < order(b) ? -1 : 1));
}

interface Edge {
  readonly type: string;
  readonly since: Day;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

interface Row {
  readonly depth: number;
  readonly node: { readonly id: string };
  readonly via: Edge | null;
  readonly parentId: string | null;
  readonly isLast: boolean;
  readonly relief?: readonly Edge[];
}

const EDGE = "type since from { id } to { id }";
const ROW = `depth node { id } via { ${EDGE} } parentId isLast`;
const keyOf = ({ type, since, from, to }: Edge) => `${from.id}|${type}|${to.id}|${since ?? ""}`;
const stepOf = ({ depth, node, via, parentId, isLast, relief }: Row): Step => {
  return { depth, id: node.id, via: via && keyOf(via), parentId, isLast, relief: relief?.map(keyOf) ?? null };
};

describe("chains of acts", () => {
  const counts = { rungs: 0, deep: 0, relief: 0, causes: 0, several: 0 };

  it.each(seeds(40))("are all edges that lead on, from where they are nearest, random story %i", async (seed) => {
    const random = randomOf(seed + 500);
    const story = randomStory(seed);
    await fill(story);
    for (let round = 0; round < 3; round++) {
      const days = random.pick([{ valid: null, known: null }, randomDays(random)]);
      const depth = random.pick([1, 2, 3, 20]);
      const direction = random.pick([null, "BACK", "FORWARD"]);
      const ways = direction === null ? ["BACK", "FORWARD"] : [direction];
      const args = `depth: ${depth}${direction === null ? "" : `, direction: ${direction}`}`;
      // On a list: one walk for all of them.
      const { measures, events } = await ask<Record<"measures" | "events", { readonly nodes: readonly Chained[] }>>(
        `{ measures { nodes { id escalation(${args}) ${asOf(days)} { ${ROW} relief { ${EDGE} } } causalChain(${args}) ${asOf(days)} { ${ROW} } } }
           events { nodes { id causalChain(${args}) ${asOf(days)} { ${ROW} } } } }`,
      );
      expect(measures.nodes.length + events.nodes.length).toBe(12);
      for (const { id, escalation, causalChain } of [...measures.nodes, ...events.nodes]) {
        const causes = expected(story, id, CAUSAL, depth, ways, days).map((step) => ({ ...step, relief: null }));
        expect(causalChain.map(stepOf), `${id} ${args} ${asOf(days)}`).toEqual(causes);
        const ladder = expected(story, id, ANSWERS, depth, ways, days);
        if (escalation) expect(escalation.map(stepOf), `${id} ${args} ${asOf(days)}`).toEqual(ladder);
        counts.rungs += escalation ? Math.max(0, ladder.length - 1) : 0;
        counts.deep += ladder.filter((step) => Math.abs(step.depth) > 2).length;
        counts.relief += ladder.filter(({ relief }) => relief !== null && relief.length > 0).length;
        counts.causes += Math.max(0, causes.length - 1);
        counts.several += new Set(causes.map((step) => step.id)).size < causes.length ? 1 : 0;
      }
    }
  });

  it.runIf(drawsAll)("are many, deep ones, some eased, and some that meet an act by several ways among them", () => {
    expect(counts.rungs).toBeGreaterThan(500);
    expect(counts.deep).toBeGreaterThan(100);
    expect(counts.relief).toBeGreaterThan(200);
    expect(counts.causes).toBeGreaterThan(500);
    expect(counts.several).toBeGreaterThan(50);
  });

  it("are drawn as a tree in which every row has one place, one step behind its parent, and what follows an act stands once", async () => {
    let again = 0;
    for (const seed of [3, 4, 5]) {
      await wiped();
      await fill(randomStory(seed));
      const { measures } = await ask<{ readonly measures: { readonly nodes: readonly Chained[] } }>(
        `{ measures { nodes { id escalation { ${ROW} } causalChain { ${ROW} } } } }`,
      );
      for (const { id, escalation = [], causalChain } of measures.nodes) {
        for (const rows of [escalation, causalChain]) {
          const tree = drawn(rows);
          if (!tree) throw new Error(`${id} has no row of its own.`);
          expect(tree.row.node.id).toBe(id);
          const keys = (all: readonly Row[]) => all.map(({ depth, via }) => `${depth} ${via && keyOf(via)}`).sort();
          expect(keys(rowsOf(tree))).toEqual(keys(rows));
          const check = ({ row, isAgain, below }: Drawn<Row>) => {
            if (isAgain) expect(below).toEqual([]);
            for (const one of below) {
              expect(one.row.parentId).toBe(row.node.id);
              expect(Math.abs(one.row.depth)).toBe(Math.abs(row.depth) + 1);
              check(one);
            }
            again += isAgain ? 1 : 0;
          };
          check(tree);
        }
      }
    }
    expect(again).toBeGreaterThan(10);
  });

  it("take one statement a level, one to look behind the last, and one for what is selected, for all nodes of an answer together", async () => {
    const ids = ["measure:0", "measure:1", "measure:2", "measure:3"];
    const things = ids.map((id) => ({ id, type: "Measure" as const, date: null, recordedOn: null }));
    const links = ids.slice(1).map((id, i): Link => {
      const to = ids[i] ?? "";
      return {
        type: "RETALIATES_AGAINST",
        from: id,
        to,
        since: null,
        until: null,
        recordedOn: null,
        key: `${id}|RETALIATES_AGAINST|${to}|`,
      };
    });
    await fill({ things, links });
    const statements = async (query: string) => {
      takeStatements();
      await ask(query);
      return takeStatements();
    };
    const chain = "escalation(direction: FORWARD) { node { id } }";
    // The measure, three levels, the fourth that finds nothing, and the rows.
    expect(await statements(`{ measure(id: "0") { ${chain} } }`)).toBe(1 + 4 + 1);
    expect(await statements(`{ measure(id: "3") { ${chain} } }`)).toBe(1 + 1 + 1);
    expect(await statements(`{ measure(id: "0") { escalation(depth: 1, direction: FORWARD) { node { id } } } }`)).toBe(1 + 2 + 1);
    expect(await statements(`{ measures { nodes { ${chain} } } }`)).toBe(1 + 4 + 1);
    expect(await statements(`{ measure(id: "nobody") { ${chain} } }`)).toBe(1);
    // A chain of each act on a chain: one walk more for all of them.
    expect(await statements(`{ measure(id: "0") { escalation(direction: FORWARD) { node { ... on Measure { ${chain} } } } } }`)).toBe(
      1 + 5 + 5,
    );
    // As of a day, one for whether it was there.
    expect(await statements(`{ measure(id: "3") { ${chain.replace(" {", ' @asOf(valid: "2025-01-01") {')} } }`)).toBe(1 + 1 + 1 + 1);
    // Back and forward in the same statements.
    expect(await statements(`{ measure(id: "1") { escalation { node { id } } causalChain { node { id } } } }`)).toBe(1 + 4 + 4);
  });

  it("can't be asked for deeper than 20 steps, nor without any", async () => {
    for (const depth of [0, 21, -1]) {
      await expect(ask(`{ measure(id: "x") { escalation(depth: ${depth}) { depth } } }`)).rejects.toThrow(
        `depth: ${depth} is out of bounds: it may be 1 to 20.`,
      );
    }
  });

  it("of causes follow the edges that the schema marks as causal, and these are the ones that its description names", () => {
    const { edges, schema } = readModel();
    const causal = [...edges.values()].filter(({ cause }) => cause !== null);
    expect(Object.fromEntries(causal.map(({ type, cause }) => [type, cause === "FROM"]))).toEqual(CAUSAL);
    const act = schema.getType("Act");
    const said = act && "getFields" in act ? String(act.getFields().causalChain?.description) : "";
    expect([...new Set(said.match(/\b[A-Z][A-Z_]{5,}\b/g))].sort()).toEqual([...Object.keys(CAUSAL), "ANALYSIS_CUT", "FOLLOWS"].sort());
  });
});

interface Chained {
  readonly id: string;
  readonly escalation?: readonly Row[];
  readonly causalChain: readonly Row[];
}
