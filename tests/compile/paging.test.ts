import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EdgeField, isOrderable, names, readModel } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { type Arguments, Evaluator, type Item } from "./evaluate.ts";
import { RandomRequests } from "./random-request.ts";

const model = readModel();
const evaluator = new Evaluator(model);

/** A list to walk: the way to it in an operation, and all that it holds. */
interface Walk {
  readonly name: string;
  /** The operation around the connection's selection. */
  readonly around: (list: string) => string;
  readonly order: string;
  readonly filter: string;
  readonly all: (args: Arguments) => Item[];
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly since: string | null; readonly node: { readonly id: string } }[];
}

function edgeField(type: string, name: string): EdgeField {
  const field = model.edgeFields.get(type)?.get(name);
  if (!field) throw new Error(`${type} has no ${name}.`);
  return field;
}

function rootWalk(type: string): Walk {
  const plural = model.nodes.get(type)?.plural ?? "";
  return {
    name: plural,
    around: (list) => `{ it: ${plural}${list} }`,
    order: names.order(type),
    filter: names.filter(type),
    all: (args) => evaluator.all(type, args),
  };
}

function edgeWalk(id: string, type: string, name: string): Walk {
  const field = edgeField(type, name);
  const [node] = evaluator.all(type, { filter: { id: [id] } });
  if (!node) throw new Error(`There is no ${id}.`);
  return {
    name: `${name} of ${id}`,
    around: (list) => `{ node(id: "${id}") { ... on ${type} { it: ${name}${list} } } }`,
    order: names.edgeOrder(field.to, field.propertiesType),
    filter: names.filter(field.to),
    all: (args) => evaluator.ends(node.node, field, args),
  };
}

const MANY = edgeWalk("country:CN", "Country", "targetedBy");
const WALKS = [
  rootWalk("Measure"),
  rootWalk("Firm"),
  MANY,
  edgeWalk("country:CN", "Country", "firms"),
  edgeWalk("event:call", "Event", "participants"),
];

/** Every order by one field, each way, and some by two: ties and missing values in all of them. */
function ordersOf(walk: Walk): { field: string; direction: string }[][] {
  const field = model.schema.getType(`${walk.order}Field`);
  if (!field || !("getValues" in field)) throw new Error(`There is no ${walk.order}Field.`);
  const constants = field.getValues().map((v) => v.name);
  const single = constants.flatMap((name) => ["ASC", "DESC"].map((direction) => [{ field: name, direction }]));
  const pairs = constants.slice(1).map((name, i) => [
    { field: name, direction: i % 2 === 0 ? "DESC" : "ASC" },
    { field: constants[i] ?? "ID", direction: i % 3 === 0 ? "ASC" : "DESC" },
  ]);
  return [[], ...single, ...pairs];
}

const seen = (item: Item) => [item.node.id, item.edge?.properties.since ?? null];
const placed = ({ node, since }: Page["edges"][number]) => [node.id, since];

describe("pages of a list", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  async function page(walk: Walk, args: Arguments): Promise<Page> {
    const source = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [${walk.order}!], $filter: ${walk.filter})
      ${walk.around(`(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor since node { id } } }`)}`;
    const answer = await open.ask(source, args);
    const { it } = (answer.node ?? answer) as { it: Page };
    expect([it.pageInfo.startCursor, it.pageInfo.endCursor]).toEqual([it.edges[0]?.cursor ?? null, it.edges.at(-1)?.cursor ?? null]);
    return it;
  }

  describe.each(WALKS)("$name", (walk) => {
    it.each(ordersOf(walk))(`pages of ${walk.name} visit everything once, forward and backward, ordered by %j %j`, async (...steps) => {
      const orderBy = steps.filter((step) => step !== undefined);
      const all = walk.all({ orderBy });
      const size = Math.max(2, Math.ceil(all.length / 3));
      const forward: unknown[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const it: Page = await page(walk, { orderBy, first: size, ...(after === null ? {} : { after }) });
        expect(it.totalCount).toBe(all.length);
        expect(it.pageInfo.hasPreviousPage).toBe(after !== null);
        forward.push(...it.edges.map(placed));
        expect(it.pageInfo.hasNextPage).toBe(forward.length < all.length);
        after = it.pageInfo.endCursor;
        more = it.pageInfo.hasNextPage;
      }
      expect(forward).toEqual(all.map(seen));
      const backward: unknown[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const it: Page = await page(walk, { orderBy, last: size, ...(before === null ? {} : { before }) });
        expect(it.totalCount).toBe(all.length);
        expect(it.pageInfo.hasNextPage).toBe(before !== null);
        backward.unshift(...it.edges.map(placed));
        expect(it.pageInfo.hasPreviousPage).toBe(backward.length < all.length);
        before = it.pageInfo.startCursor;
        more = it.pageInfo.hasPreviousPage;
      }
      expect(backward).toEqual(all.map(seen));
    });

    it(`pages of ${walk.name} begin and end at any two of their cursors`, async () => {
      const random = new RandomRequests(model, walk.name.length);
      for (let round = 0; round < 12; round += 1) {
        const orderBy = ordersOf(walk)[random.below(ordersOf(walk).length)] ?? [];
        const all = walk.all({ orderBy });
        const { edges } = await page(walk, { orderBy, first: 200 });
        const from = random.below(all.length);
        const to = from + 1 + random.below(all.length - from);
        const within = all.slice(from + 1, to).map(seen);
        const size = random.below(all.length);
        const bounds = { orderBy, after: edges[from]?.cursor, ...(to < all.length ? { before: edges[to]?.cursor } : {}) };
        const first = await page(walk, { ...bounds, first: size });
        expect(first.edges.map(placed)).toEqual(within.slice(0, size));
        expect(first.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: within.length > size });
        const last = await page(walk, { ...bounds, last: size });
        expect(last.edges.map(placed)).toEqual(size === 0 ? [] : within.slice(-size));
        expect(last.pageInfo).toMatchObject({ hasPreviousPage: within.length > size, hasNextPage: to < all.length });
      }
    });

    it(`a page of ${walk.name} holds 20 where the request does not say, and none where it asks for none`, async () => {
      const all = walk.all({}).map(seen);
      expect((await page(walk, {})).edges.map(placed)).toEqual(all.slice(0, 20));
      const none = await page(walk, { first: 0 });
      expect(none).toMatchObject({
        totalCount: all.length,
        edges: [],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
      });
    });
  });

  it("pages of a filtered list continue where the page before them ended", async () => {
    const filter = { kind: ["TARIFF", "BAN"] };
    const all = MANY.all({ filter }).map(seen);
    const first = await page(MANY, { filter, first: 2 });
    const rest = await page(MANY, { filter, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(placed)).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  it("pages go through names in any script in the order of their characters, not of their UTF-16 units", async () => {
    const countries = rootWalk("Country");
    const orderBy = [{ field: "NAME", direction: "ASC" }];
    const found: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const it: Page = await page(countries, { orderBy, first: 1, ...(after === null ? {} : { after }) });
      found.push(...it.edges.map((e) => e.node.id));
      after = it.pageInfo.endCursor;
      more = it.pageInfo.hasNextPage;
    }
    expect(found.slice(-2)).toEqual(["country:FA", "country:AX"]);
    expect(found).toEqual(countries.all({ orderBy }).map((item) => item.node.id));
  });

  it("a list can be ordered by every property that is one value", () => {
    const properties = [...(model.properties.get("Measure")?.values() ?? [])].filter(isOrderable);
    expect(ordersOf(rootWalk("Measure")).filter((steps) => steps.length === 1)).toHaveLength(2 * properties.length);
  });
});
