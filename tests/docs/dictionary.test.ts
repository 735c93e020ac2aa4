import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedExamples } from "../../scripts/dictionary/examples.ts";
import { readModel } from "../../src/model/index.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const model = readModel();
const examples = seedExamples(model);
const types = [...model.nodes.values()].map(({ name }) => name);

describe("the data dictionary", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded.close());

  it.each(types)("the example of each field of %s is what the graph answers for that node", async (name) => {
    const type = model.nodes.get(name);
    for (const property of type?.properties.values() ?? []) {
      const example = examples.ofNode(name, property.name);
      // What a record says of a field that changes as things go on is its first value.
      if (example === null || property.kind === "value" || property.latest) continue;
      const { body } = await seeded.send(`{ node(id: "${example.id}") { ... on ${name} { ${property.name} } } }`);
      const value = (body.data as { node: Record<string, unknown> } | undefined)?.node?.[property.name];
      expect({ id: example.id, field: property.name, value: String(Array.isArray(value) ? value[0] : value) }).toEqual({
        id: example.id,
        field: property.name,
        value: typeof value === "number" ? String(Number(example.value)) : example.value,
      });
    }
  });

  it("each field that may be null says what null means", () => {
    const silent = [...model.nodes.values()].flatMap((type) =>
      [...type.properties.values()].flatMap((p) =>
        p.required || p.list || /null|whole/i.test(p.description) ? [] : [`${type.name}.${p.name}`],
      ),
    );
    expect(silent).toEqual([]);
  });
});
