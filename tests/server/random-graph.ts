import type { GraphEngine, Value } from "../../src/engine/port.ts";
import { DISPUTED, type EdgeField, type Model, type NodeType, type Property } from "../../src/model/index.ts";
import { EFFECTS } from "../../src/trade/status/index.ts";
import { randomOf } from "../support/random.ts";

type Random = ReturnType<typeof randomOf>;

/** How many nodes each type has. */
const NODES = 6;
/** Wholes and their parts. */
const HIERARCHY = "PART_OF";
const CLAIM_IDS = Array.from({ length: NODES }, (_, i) => `claim:${i}`);

/** The ids of a type's nodes. */
export function idsOf(type: NodeType): string[] {
  return Array.from({ length: NODES }, (_, i) => `${type.prefix}:${i}`);
}

/** A value that a property may have. */
function anyValue(model: Model, random: Random, { type, kind, list, fields }: Property): Value {
  const one = (): Value => {
    if (kind === "enum") return random.pick(model.enums.get(type) ?? []);
    if (kind === "value") {
      const inner = [...fields.values()].map((field) => [field.name, anyValue(model, random, field)]);
      return JSON.stringify(Object.fromEntries(inner));
    }
    if (type === "Float" || type === "Int") return random.below(100);
    if (type === "Boolean") return random.below(2) === 0;
    if (type === "PartialDate" || type === "Date") return random.pick(["2025", "2025-04", "2025-04-09"]);
    return `text ${random.below(1_000)}`;
  };
  return list ? Array.from({ length: random.below(4) }, one) : one();
}

/** Writes a graph of all node and edge types: a few nodes of each, with edges between all that may be joined, from none to all of them. */
export async function writeRandomGraph(engine: GraphEngine, model: Model, seed: number): Promise<void> {
  const random = randomOf(seed);
  await engine.write(async (transaction) => {
    for (const type of model.nodes.values()) {
      for (const id of idsOf(type)) {
        const stored = [...type.properties.values()].filter((p) => p.name !== "id" && (p.required || random.below(2) === 0));
        const values = Object.fromEntries(stored.map((p) => [p.name, anyValue(model, random, p)]));
        await transaction.run({
          text: `CREATE (n:Node:${type.name}) SET n += $values`,
          params: { values: { ...values, id, [DISPUTED]: true } },
        });
      }
    }
    for (const type of model.nodes.values()) {
      for (const field of type.edges.values()) {
        if (field.direction === "IN") continue;
        for (const from of idsOf(type)) {
          const ends = endsOf(model, random, field, from);
          const values = field.dated ? { claims: CLAIM_IDS.slice(0, random.below(3)) } : {};
          const text = `MATCH (a:Node {id: $from}) UNWIND $ends AS end MATCH (b:Node {id: end}) CREATE (a)-[r:${field.type}]->(b) SET r += $values`;
          await transaction.run({ text, params: { from, ends, values } });
        }
      }
    }
  });
}

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf(":") + 1));

/** What a node's edges of a field lead to: one where the field gives one, else often few and sometimes all. */
function endsOf(model: Model, random: Random, field: EdgeField, from: string): string[] {
  const ends = field.targets.flatMap((target) => {
    const type = model.nodes.get(target);
    return type ? idsOf(type) : [];
  });
  // No whole is part of its own part: the loader refuses that, and all ways round such circles are very many.
  const all = field.type === HIERARCHY ? ends.filter((end) => numberOf(end) > numberOf(from)) : ends;
  if (all.length === 0) return [];
  // Acts that act on each other in circles, each with dozens of such edges, take the law of status seconds, and no graph has them: here each acts on later ones only.
  if (EFFECTS.some((type) => type === field.type)) {
    const later = all.filter((end) => numberOf(end) > numberOf(from));
    return random.below(3) === 0 && later.length > 0 ? [random.pick(later)] : [];
  }
  if (!field.list) return field.required || random.below(2) === 0 ? [random.pick(all)] : [];
  return random.below(6) === 0 ? all : Array.from({ length: random.below(3) }, () => random.pick(all));
}
