import { DATED, type EdgeField, type Model, type Property } from "../../src/model/index.ts";

/** What the world of the benchmark holds: the peer gets no types beside these, so that its schema is no larger than it must be. */
const TYPES = ["Agency", "Claim", "Commodity", "Country", "Firm", "Measure", "Source"] as const;
const EDGES = ["ABOUT", "COVERS", "HEADQUARTERED_IN", "IMPOSED_BY", "PART_OF", "RETALIATES_AGAINST", "STATED_IN", "TARGETS"] as const;
const INTERFACES = ["Subject", "Entity", "Actor", "Authority"] as const;
/** Made by our loader for full-text search; the peer's index reads it. */
const SEARCHED = "searchText";

const isKept = (names: readonly string[], name: string) => names.includes(name);

/**
 * Type definitions for @neo4j/graphql that describe the graph as our loader stores it: labels, relationship types and properties. Dates stay
 * texts, since that is what is stored; enums are enums.
 */
export function peerTypes(model: Model): string {
  const enums = new Set<string>();
  const edgeTypes = new Map<string, string>();
  const property = ({ name, type, kind, list, required }: Property) => {
    if (kind === "enum") enums.add(type);
    const plain = kind === "enum" || ["ID", "String", "Float", "Int", "Boolean"].includes(type) ? type : "String";
    return `  ${name}: ${list ? `[${plain}!]` : plain}${required ? "!" : ""}`;
  };
  const edge = (field: EdgeField) => {
    const properties = propertiesOf(field);
    const name = `${field.type.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Edge`;
    if (properties.length > 0) edgeTypes.set(name, properties.map(property).join("\n"));
    const written = properties.length > 0 ? `, properties: "${name}"` : "";
    return `  ${field.name}: [${endOf(field)}!]! @relationship(type: "${field.type}", direction: ${field.direction}${written})`;
  };

  const types = TYPES.map((name) => {
    const node = model.nodes.get(name);
    if (!node) throw new Error(`The model has no type ${name}.`);
    const above = INTERFACES.filter((i) => model.possible.get(i)?.includes(name));
    const fields = [...node.properties.values()].filter(({ kind }) => kind !== "value").map(property);
    const edges = [...node.edges.values()].filter(isAsked).map(edge);
    const searched = node.search.length > 0 || node.names.length > 0 ? [`  ${SEARCHED}: String`] : [];
    const fulltext =
      name === "Measure"
        ? ` @fulltext(indexes: [{ indexName: "bench_${SEARCHED}", queryName: "searchMeasures", fields: ["${SEARCHED}"] }])`
        : "";
    const says = above.length > 0 ? ` implements ${above.join(" & ")}` : "";
    return `type ${name}${says} @node(labels: ["${name}"])${fulltext} {\n${[...fields, ...searched, ...edges].join("\n")}\n}`;
  });
  const interfaces = INTERFACES.map((name) => {
    const shared = [...(model.properties.get(name)?.values() ?? [])].filter(({ kind }) => kind !== "value");
    return `interface ${name} {\n${shared.map(property).join("\n")}\n}`;
  });
  const written = [...edgeTypes].map(([name, fields]) => `type ${name} @relationshipProperties {\n${fields}\n}`);
  const listed = [...enums].map((name) => `enum ${name} {\n  ${(model.enums.get(name) ?? []).join("\n  ")}\n}`);
  return [...types, ...interfaces, ...written, ...listed].join("\n\n");
}

/** What a field leads to: where the peer gets no such interface, the one of its types that the world has. */
function endOf({ to, targets }: EdgeField): string {
  const [only] = targets.filter((target) => isKept(TYPES, target));
  return isKept([...TYPES, ...INTERFACES], to) ? to : (only ?? to);
}

function isAsked(field: EdgeField): boolean {
  return isKept(EDGES, field.type) && field.targets.some((target) => isKept(TYPES, target));
}

/** What edges of a field's type store that a shape may ask for. */
function propertiesOf({ dated, properties }: EdgeField): Property[] {
  return [...(dated ? DATED.values() : []), ...properties.values()];
}
