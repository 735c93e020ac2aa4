import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { world } from "../support/world.ts";

interface Group {
  readonly type: string;
  readonly direction: string;
  readonly label: string;
  readonly field: string;
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly label: string }[];
}

const GROUP = "type direction label field totalCount nodes { id label }";

/** What the fields of a type that list edges give, as text of a selection. */
function fieldsOf(model: Model, type: string): string {
  return [...(model.edgeFields.get(type)?.values() ?? [])]
    .map(({ name, list }) => (list ? `${name}(first: 200) { totalCount nodes { id label } }` : `${name} { id label }`))
    .join(" ");
}

describe("neighbours", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  const neighboursOf = async (id: string, args = "", asOf = "") => {
    const { node } = (await open.ask(`{ node(id: "${id}") ${asOf} { neighbours${args} { ${GROUP} } } }`)) as {
      node: { neighbours: Group[] } | null;
    };
    return node?.neighbours ?? [];
  };

  const types = [...new Set(world.nodes.map(({ type }) => type))];
  it.each(types)("are what the fields of a %s list, in their order, as of any day", async (type) => {
    const ids = world.nodes.filter((node) => node.type === type).map(({ properties }) => String(properties.id));
    const fields = fieldsOf(open.model, type);
    let groups = 0;
    for (const asOf of ["", '@asOf(valid: "2025-06-10")', '@asOf(valid: "2025-04-10", known: "2025-04-12")']) {
      for (const id of ids.slice(0, 4)) {
        const { node } = (await open.ask(`query { node(id: "${id}") ${asOf} { ... on ${type} { ${fields} } } }`)) as {
          node: Record<string, { totalCount: number; nodes: Group["nodes"] } | Group["nodes"][number] | null> | null;
        };
        const expected = Object.entries(node ?? {}).flatMap(([field, value]) => {
          if (value === null) return [];
          const { totalCount, nodes } = "nodes" in value ? value : { totalCount: 1, nodes: [value] };
          const byId = [...new Map(nodes.map((node) => [node.id, node])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
          return totalCount > 0 ? [{ field, totalCount, nodes: byId.slice(0, 20) }] : [];
        });
        const shown = (await neighboursOf(id, "(first: 20)", asOf)).map(({ field, totalCount, nodes }) => ({ field, totalCount, nodes }));
        expect(shown, `${id} ${asOf}`).toEqual(expected);
        groups += expected.length;
      }
    }
    expect(groups).toBeGreaterThan(0);
  });

  it("take one statement, read from either end", async () => {
    open.takeStatements();
    const groups = await neighboursOf("measure:m01");
    expect(open.takeStatements()).toBe(1);
    for (const { label, field } of groups) expect(label).toBe(field.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`));
    const [first] = groups.flatMap(({ type, nodes }) => nodes.slice(0, 1).map(({ id }) => ({ type, id })));
    if (!first) throw new Error("The measure has no neighbour.");
    const back = await neighboursOf(first.id, `(types: [${first.type}], first: 20)`);
    expect(back.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toContain("measure:m01");
    expect(back.map(({ type }) => type)).toEqual(back.map(() => first.type));
  });

  it("count without nodes, show as many as asked for, and refuse more than a group shows", async () => {
    const [one] = world.nodes.filter(({ type }) => type === "Country").map(({ properties }) => String(properties.id));
    const all = await neighboursOf(one ?? "", "(first: 20)");
    const two = await neighboursOf(one ?? "", "(first: 2)");
    expect(two.map(({ nodes }) => nodes)).toEqual(all.map(({ nodes }) => nodes.slice(0, 2)));
    const none = await neighboursOf(one ?? "", "(first: 0)");
    expect(none.map(({ totalCount, nodes }) => [totalCount, nodes])).toEqual(all.map(({ totalCount }) => [totalCount, []]));
    expect(await open.codes(`{ node(id: "${one}") { neighbours(first: 21) { field nodes { id } } } }`)).toEqual(["BAD_PAGE"]);
    expect(await open.codes(`{ node(id: "${one}") { neighbours(first: -1) { field } } }`)).toEqual(["BAD_PAGE"]);
    expect(await neighboursOf(one ?? "", "(types: [])")).toEqual([]);
  });
});

describe("label, page and the labels of enums", () => {
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it("name every node whatever its type", async () => {
    for (let at = 0; at < world.nodes.length; at += 200) {
      const some = world.nodes.slice(at, at + 200);
      const ids = some.map(({ properties }) => properties.id);
      const { nodes } = await open.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id label page } }", { ids });
      expect(nodes).toEqual(
        some.map(({ properties: { id, name, title, statement, quote } }) => ({
          id,
          label: name ?? title ?? statement ?? quote ?? id,
          page: `/id/${String(id)}`,
        })),
      );
    }
  });

  it("say what it was called then, as known on a day", async () => {
    const step = (recordedOn: string, title: string) => ["title", "", recordedOn, title].join("\u241f");
    const history = [step("2025-01-01", "First name"), step("2025-06-01", "Second name")];
    await open.write((transaction) =>
      transaction.run({
        text: "MATCH (n:Node {id: 'measure:m01'}) SET n.history = $history, n.title = 'Second name'",
        params: { history },
      }),
    );
    const source = '{ node(id: "measure:m01") { before: label @asOf(known: "2025-05-31") now: label @asOf(known: "2025-06-01") label } }';
    expect(await open.ask(source)).toEqual({ node: { before: "First name", now: "Second name", label: "Second name" } });
  });

  it("come without a statement for the values of enums, in the words of people", async () => {
    open.takeStatements();
    const { enumLabels } = (await open.ask(
      '{ enumLabels(names: ["MeasureKind", "MastChapter", "RateUnit"]) { name values { value label description } } }',
    )) as {
      enumLabels: { name: string; values: { value: string; label: string; description: string | null }[] }[];
    };
    expect(open.takeStatements()).toBe(0);
    expect(enumLabels.map(({ name }) => name)).toEqual(["MastChapter", "MeasureKind", "RateUnit"]);
    const labels = new Map(enumLabels.flatMap(({ name, values }) => values.map(({ value, label }) => [`${name}.${value}`, label])));
    expect(labels.get("MeasureKind.ENTITY_LISTING")).toBe("Entity listing");
    expect(labels.get("MastChapter.A")).toBe("A: sanitary and phytosanitary measures");
    expect(labels.get("RateUnit.USD_PER_TON")).toBe("USD per ton");
    const all = (await open.ask("{ enumLabels { name values { value label description } } }")) as { enumLabels: typeof enumLabels };
    expect(all.enumLabels.map(({ name }) => name)).toContain("EdgeType");
    for (const { name, values } of all.enumLabels)
      for (const { value, label, description } of values)
        expect([label.length > 0, label.includes("_"), description === null || description === ""], `${name}.${value}`).toEqual([
          true,
          false,
          false,
        ]);
    expect(await open.codes('{ enumLabels(names: ["MeasureKinds"]) { name } }')).toEqual(["BAD_FILTER"]);
  });
});
