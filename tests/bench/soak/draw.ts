import type { Model } from "../../../src/model/index.ts";
import { operationOf } from "../../compile/expected.ts";
import { RandomRequests } from "../../compile/random-request.ts";
import { RandomSelections } from "../../server/random-selection.ts";
import { randomOf } from "../../support/random.ts";

/** An operation as it is sent. */
export interface Drawn {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Of so many operations one is anything of the schema, one measures with several statuses each, and a few are lists with filters and lists in them. */
export const USUAL = 64;

/**
 * An operation at random, the same for the same seed. Of `each`, one is anything of the schema, one measures with several statuses each, which are the dearest
 * to plan, and one in sixteen a list with filters, orders and lists in it; all others are pages, as most of what is asked.
 */
export function drawn(model: Model, seed: number, each: number): Drawn {
  if (seed % each === 0) return { source: new RandomSelections(model, seed).next(), variables: {} };
  if (seed % each === 1) return { source: statuses(model, seed), variables: {} };
  if (seed % 16 !== 2) return { source: page(model, seed), variables: {} };
  const random = new RandomRequests(model, seed);
  return operationOf(model, random.next(), random.chance(0.5));
}

/** A page of nodes of some type, with some of their fields, and a list in each with some of its nodes' fields. */
function page(model: Model, seed: number): string {
  const random = randomOf(seed);
  const type = random.pick([...model.nodes.values()].filter(({ edges }) => [...edges.values()].some(({ list }) => list)));
  const plain = (name: string) => {
    const properties = [...(model.properties.get(name)?.values() ?? [])].filter(({ kind }) => kind !== "value");
    return ["id", ...properties.flatMap((property) => (random.below(3) === 0 && property.name !== "id" ? [property.name] : []))].join(" ");
  };
  const edge = random.pick([...type.edges.values()].filter(({ list }) => list));
  return `{ ${type.plural}(first: 5) { nodes { ${plain(type.name)} ${edge.name}(first: 3) { nodes { ${plain(edge.to)} } } } } }`;
}

/** Fields of a measure that lead to measures. */
const ON = ["retaliatesAgainst", "retaliatedBy", "replaces", "replacedBy", "suspendedBy", "parts", "extends"];

/** A page of measures with some of their fields and up to four statuses, and as many of measures that these lead to. */
function statuses(model: Model, seed: number): string {
  const random = randomOf(seed);
  const type = model.nodes.get("Measure");
  const plain = [...(type?.properties.values() ?? [])]
    .filter(({ kind, name }) => kind !== "value" && name !== "id")
    .map(({ name }) => name);
  const leads = ON.filter((name) => type?.edges.has(name));
  const some = () => plain.filter(() => random.below(4) === 0).join(" ");
  const asked = (most: number) =>
    Array.from({ length: 1 + random.below(most) }, (_, i) => {
      const known = random.below(2) === 0 ? ', known: "2025-07-01"' : "";
      const said = random.pick(["status", "status decidedBy { type since }", "decidedBy { node { title } }"]);
      return `s${i}: statusOn(date: "2025-0${1 + random.below(9)}-15"${known}) { ${said} }`;
    }).join(" ");
  const below = leads
    .filter(() => random.below(leads.length) === 0)
    .map((name) => `${name}(first: 3) { nodes { id ${some()} ${asked(2)} } }`);
  return `{ measures(first: 5) { nodes { id ${some()} ${asked(4)} ${below.join(" ")} } } }`;
}
