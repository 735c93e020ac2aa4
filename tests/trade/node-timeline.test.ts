import { describe, expect, it } from "vitest";
import { emptyEngine, type Listed, type NewEdge, type NewNode } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { type Asked, ENTRY, expected, type Found, linesOf, text } from "./timeline-plain.ts";
import { DAYS, randomWorld, type Thing, type World, worldEngine } from "./world.ts";

interface Nodes {
  readonly nodes: readonly ({ readonly id: string; readonly timeline: Listed<Found> } | null)[];
}

const ENTRIES = `totalCount pageInfo { hasNextPage endCursor } nodes { ${ENTRY} }`;

/** What a node's timeline lists, as its description words it. */
function scopeOf(world: World, { id, type }: Thing): Asked {
  if (type === "Country") return { actors: [id] };
  if (type === "Commodity") return { commodities: [id] };
  if (type === "Claim") return { spoken: world.about.filter(({ claim }) => claim === id).map(({ to }) => to) };
  return { measures: [id] };
}

describe("timeline of a node", () => {
  const { fill, ask } = worldEngine();

  let entries = 0;
  const types = new Set<string>();

  it.each(seeds(12, 1))("is what looking at all nodes and edges gives, of every node at once, random graph %i", async (seed) => {
    const random = randomOf(seed + 771);
    const world = randomWorld(seed);
    await fill(world);
    const ids = world.things.map(({ id }) => id);
    const questions: Asked[] = [
      {},
      { kinds: ["ANNOUNCED", "SUSPENDED", "ENDED", "STATEMENT"], direction: "DESC" },
      { from: random.pick(["2025", "2025-03", "2025-06-10"]), to: random.pick(["2025-06", "2025-12-31", "2026"]) },
    ];
    // Neo4j plans each of these statements for a second: what they mean is tried on the embedded engine.
    for (const asked of drawsAll ? questions : questions.slice(0, 1)) {
      for (const known of [null, random.pick(DAYS)]) {
        const valid = random.pick([null, random.pick(DAYS)]);
        const given = [...(valid ? [`valid: "${valid}"`] : []), ...(known ? [`known: "${known}"`] : [])];
        const asOf = given.length > 0 ? `@asOf(${given.join(", ")})` : "";
        const { nodes } = await ask<Nodes>(
          `query ($ids: [ID!]!, $kinds: [TimelineKind!], $from: PartialDate, $to: PartialDate, $direction: SortDirection! = ASC) ${asOf} {
            nodes(ids: $ids) { id timeline(first: 200, kinds: $kinds, from: $from, to: $to, direction: $direction) { ${ENTRIES} } } }`,
          { ids, ...asked },
        );
        for (const [i, thing] of world.things.entries()) {
          const found = nodes[i];
          if (!found) continue;
          const wanted = expected(world, { ...asked, ...scopeOf(world, thing) }, known, valid);
          expect(linesOf(found.timeline.nodes), `${thing.id} ${asOf}`).toEqual(wanted.map(text));
          expect(found.timeline.totalCount).toBe(wanted.length);
          entries += wanted.length;
          if (wanted.length > 0) types.add(thing.type);
        }
      }
    }
  });

  it.runIf(drawsAll)("are many, of every type", () => {
    expect(entries).toBeGreaterThan(5000);
    expect([...types].sort()).toEqual(["Agreement", "Claim", "Commitment", "Commodity", "Country", "Event", "Measure"]);
  });

  it("is that of the root field, whatever it stands for, and the same in pages", async () => {
    const world = randomWorld(3);
    await fill(world);
    for (const reach of drawsAll ? ["EXACT", "BELOW", "ABOVE", "ALL"] : ["ALL"]) {
      for (const { id, type } of world.things.filter((thing) => thing.type === "Country" || thing.type === "Commodity")) {
        const argument = type === "Country" ? "actors" : "commodities";
        const both = await ask<{ node: { timeline: Listed<Found> }; timeline: Listed<Found> }>(
          `{ node(id: "${id}") { timeline(first: 200, reach: ${reach}) { ${ENTRIES} } } timeline(first: 200, ${argument}: ["${id}"], reach: ${reach}) { ${ENTRIES} } }`,
        );
        expect(linesOf(both.node.timeline.nodes), `${id} ${reach}`).toEqual(linesOf(both.timeline.nodes));
      }
    }
    const all =
      (await ask<Nodes>(`{ nodes(ids: ["country:C0"]) { id timeline(first: 200) { ${ENTRIES} } } }`)).nodes[0]?.timeline.nodes ?? [];
    expect(all.length).toBeGreaterThan(7);
    const pages: Found[] = [];
    for (let after: string | null = null; ; ) {
      const page: Listed<Found> | undefined = (
        await ask<Nodes>(`query ($after: String) { nodes(ids: ["country:C0"]) { id timeline(first: 3, after: $after) { ${ENTRIES} } } }`, {
          after,
        })
      ).nodes[0]?.timeline;
      pages.push(...(page?.nodes ?? []));
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(linesOf(pages)).toEqual(linesOf(all));
  });
});

describe("timeline of a source, an agency, a firm, a person", () => {
  const { write, ask, takeStatements } = emptyEngine();

  const measure = (key: string, date: string, recordedOn: string): NewNode => ({
    id: `measure:${key}`,
    type: "Measure",
    values: { title: key, kind: "TARIFF", date, announcedOn: date, recordedOn },
  });
  const named = (type: string, id: string): NewNode => ({ id, type, values: { name: id } });
  const edge = (from: string, type: string, to: string, values: NewEdge["values"] = {}): NewEdge => ({ from, type, to, values });

  /** A source with a claim on each of two measures, of which the second ends the first. */
  const fill = () =>
    write(
      [
        measure("first", "2025-01-02", "2025-01-03"),
        measure("second", "2025-05-01", "2025-05-02"),
        measure("other", "2025-03-01", "2025-03-01"),
        { id: "source:s", type: "Source", values: { title: "s", publishedOn: "2025-01-03" } },
        { id: "claim:early", type: "Claim", values: { certainty: "REPORTED", recordedOn: "2025-01-03" } },
        { id: "claim:late", type: "Claim", values: { certainty: "REPORTED", recordedOn: "2025-06-01" } },
        ...[
          ["Agency", "agency:a"],
          ["Agency", "agency:b"],
          ["Country", "country:US"],
          ["Firm", "firm:f"],
          ["Person", "person:p"],
        ].map(([type = "", id = ""]) => named(type, id)),
      ],
      [
        edge("claim:early", "STATED_IN", "source:s"),
        edge("claim:late", "STATED_IN", "source:s"),
        edge("claim:early", "ABOUT", "measure:first"),
        edge("claim:late", "ABOUT", "measure:second"),
        edge("claim:late", "ABOUT", "firm:f"),
        edge("measure:second", "ENDS", "measure:first", { since: "2025-05-01", recordedOn: "2025-05-02" }),
        edge("measure:other", "AMENDS", "measure:second", { since: "2025-03-01" }),
        edge("measure:first", "IMPOSED_BY", "agency:b"),
        edge("measure:second", "TARGETS", "firm:f"),
        edge("measure:other", "EXEMPTS", "firm:f"),
        edge("person:p", "SUPPORTS", "measure:other"),
        edge("person:p", "OPPOSES", "measure:first"),
        edge("measure:second", "TARGETS", "person:p", { until: "2025-04-01" }),
        edge("agency:b", "PART_OF", "agency:a"),
        edge("agency:a", "PART_OF", "country:US"),
      ],
    );

  const linesAround = async (id: string, args = "", asOf = "") => {
    const { node } = await ask<{ node: { timeline: Listed<Found> } }>(
      `query ${asOf} { node(id: "${id}") { timeline${args} { ${ENTRIES} } } }`,
    );
    return node.timeline.nodes.map(({ date, kind, node, by }) => [date, kind, node.id, ...(by ? [by.id] : [])].join(" "));
  };

  const FIRST = ["2025-01-02 ANNOUNCED measure:first", "2025-05-01 ENDED measure:first measure:second"];
  const SECOND = ["2025-03-01 AMENDED measure:second measure:other", "2025-05-01 ANNOUNCED measure:second"];
  const BOTH = [FIRST[0], SECOND[0], SECOND[1], FIRST[1]];

  it("has the acts that claims of the source are about, those of claims that were known", async () => {
    await fill();
    expect(await linesAround("source:s")).toEqual(BOTH);
    expect(await linesAround("claim:early")).toEqual(FIRST);
    expect(await linesAround("source:s", "", '@asOf(known: "2025-05-31")')).toEqual(FIRST);
    expect(await linesAround("source:s", "", '@asOf(known: "2025-02-01")')).toEqual([FIRST[0]]);
    expect(await linesAround("source:s", '(from: "2025-04")')).toEqual([SECOND[1], FIRST[1]]);
  });

  it("has what was done by it and to it, what lies below it included, not what spares it or what it has an opinion on", async () => {
    await fill();
    for (const id of ["agency:b", "agency:a", "country:US"]) expect(await linesAround(id), id).toEqual(FIRST);
    expect(await linesAround("agency:a", "(reach: EXACT)")).toEqual([]);
    expect(await linesAround("agency:b", "(reach: ABOVE)")).toEqual(FIRST);
    expect(await linesAround("firm:f")).toEqual(SECOND);
    // Aimed at until April: what came later is none of the person's.
    expect(await linesAround("person:p")).toEqual([SECOND[0]]);
  });

  it("is one statement for all nodes of a page, whatever their types", async () => {
    await fill();
    takeStatements();
    const { nodes } = await ask<Nodes>(
      `{ nodes(ids: ["source:s", "firm:f", "country:US", "measure:first", "claim:early"]) { id timeline(first: 1) { ${ENTRIES} } } }`,
    );
    expect(takeStatements()).toBe(1);
    expect(nodes.map((node) => node?.timeline.totalCount)).toEqual([4, 2, 2, 3, 2]);
  });

  it("is read below as of the day of its own field, with filters there", async () => {
    await fill();
    const { node } = await ask<{ node: { timeline: { nodes: { node: { targets: { totalCount: number } } }[] } } }>(
      `{ node(id: "firm:f") { timeline(first: 1) @asOf(known: "2026-01-01") { nodes { node { ... on Measure {
        targets(filter: { type: [FIRM, AGENCY], any: [{ id: ["firm:f"] }] }) { totalCount } exempts(filter: { participatesIn: ["event:none"] }) { totalCount } } } } } } }`,
    );
    expect(node.timeline.nodes.map(({ node }) => node.targets.totalCount)).toEqual([1]);
  });
});
