import { basename } from "node:path";
import { type Bundle, type EdgeRecord, type Place, type Properties, problemAt } from "../../load/index.ts";
import { type EdgeType, isId, type Model, type NodeType, nodeTypeOf, type Property, statedProperties } from "../../model/index.ts";
import { bundleName } from "../csv/bundle-name.ts";
import type { Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { sourceBundle } from "../statements.ts";
import type { Element } from "./sax.ts";
import { valuesOf } from "./stored.ts";

/** What is said of a graph that others made. */
export interface ForeignOptions {
  readonly model: Model;
  /** The node type of nodes that name none. */
  readonly as?: string | undefined;
  /** The edge type of edges that name none. */
  readonly edges?: string | undefined;
  /** Ids of the claims that edges rest on; when left out, a claim and a source are made for the file. */
  readonly restsOn?: readonly string[] | undefined;
}

/** Attributes that say the type of a node or an edge, the first that names one. */
const TYPES = ["type", "label", "kind", "relation", "relationship", "category"] as const;

/** Names that programs add for themselves: they are no data. */
const OWN = /^(label|type|id|name|source|target|weight|viz:.*|x|y|z|r|g|b|size|color|colour|interval|timeset)$/i;

/**
 * Nodes and edges of graphs that others made. A node's type is its attribute `type` (or another of TYPES), else `as`; its id, where it is none of ours, is kept as
 * an alias; its name is its label. Attributes named like fields are fields. An edge's type is what one of its attributes or its label says in any spelling
 * (`imposed by`), else `edges`. What has no place is counted, what lacks a type is rejected. Each is a bundle of its own.
 */
export class Foreign {
  /** Ids here by ids of the file: an edge may come long after its nodes. */
  readonly #ids = new Map<string, string>();
  readonly #file: string;
  #claim: string | null = null;

  constructor(
    private readonly options: ForeignOptions,
    private readonly path: string,
    private readonly notes: Notes,
  ) {
    this.#file = basename(path === "-" ? "standard-input" : path).replace(/(\.(graphml|gexf|xml|gz))+$/i, "");
  }

  *take(element: Element): Generator<Bundle> {
    if (element.kind === "node") yield* this.#node(element);
    else yield* this.#edge(element);
  }

  *#node({ attributes, data, place }: Element): Generator<Bundle> {
    const { model, as } = this.options;
    const own = attributes.id ?? "";
    const type = nodeTypeOf(model, own) ?? this.#typeNamed(data) ?? (as === undefined ? null : (model.nodes.get(as) ?? null));
    if (!type)
      return this.notes.reject(
        problemAt(place, `Node "${own}" names no node type: give it an attribute type (Firm, Country …), or say --as Firm.`),
      );
    const id = isId(own) && nodeTypeOf(model, own) ? own : `${type.prefix}:${bundleName(own)}`;
    this.#ids.set(own, id);
    const properties = this.#properties(type.properties.values(), data, (name) => isOfType(name) && this.#typeOf(data.get(name)) === type);
    const name = type.names[0];
    const label = attributes.label ?? data.get("label") ?? data.get("name") ?? own;
    const aliases =
      id === own || !type.properties.has("aliases")
        ? {}
        : { aliases: [...new Set([...((properties.aliases as string[] | undefined) ?? []), own])] };
    const record = {
      type: type.name,
      id,
      properties: { ...(name === undefined ? {} : { [name]: label }), ...properties, ...aliases },
      place,
    };
    yield { name: bundleName(`graph-${this.#file}-${own}`), origin: this.#origin(), nodes: [record], edges: [], place };
  }

  *#edge({ attributes, data, place }: Element): Generator<Bundle> {
    const { model, edges, restsOn } = this.options;
    const words = [attributes.label, ...saidTypes(data), attributes.type, edges];
    const type = words.map((word) => edgeTypeOf(model, word)).find((known) => known);
    const [source = "", target = ""] = [attributes.source, attributes.target];
    if (!type)
      return this.notes.reject(
        problemAt(
          place,
          `The edge from "${source}" to "${target}" names no edge type: give it an attribute type (SUBSIDIARY_OF …), or say --edges SUBSIDIARY_OF.`,
        ),
      );
    const [from, to] = [source, target].map((end) => this.#ids.get(end) ?? end) as [string, string];
    const missing = [from, to].find((end) => !isId(end));
    if (missing !== undefined)
      return this.notes.reject(problemAt(place, `The edge leads to "${missing}", which is no node before it in the file.`));
    const days = new Map([
      ...data,
      ...(attributes.start ? [["since", attributes.start] as const] : []),
      ...(attributes.end ? [["until", attributes.end] as const] : []),
    ]);
    const properties = this.#properties(
      statedProperties(type).values(),
      days,
      (name) => isOfType(name) && edgeTypeOf(model, days.get(name)) === type,
    );
    if (restsOn === undefined && this.#claim === null) yield this.#evidence(place);
    const claims = type.dated ? (restsOn ?? [this.#claim ?? ""]) : [];
    const record: EdgeRecord = { type: type.type, from, to, properties, claims, place };
    const name = bundleName(`graph-${this.#file}-${type.type}-${source}-${target}-${String(properties.since ?? "")}`);
    yield { name, origin: this.#origin(), nodes: [], edges: [record], place };
  }

  /** The file as a source, and what it says as a claim: nobody is known who says it. */
  #evidence(place: Place): Bundle {
    const name = bundleName(`graph-${this.#file}`);
    this.#claim = `claim:${name}`;
    this.notes.count(
      `${nameOf(this.path)}: edges rest on a claim made for the file, ${this.#claim}, of an aggregator: --rests-on names another`,
    );
    const what = basename(this.path);
    return sourceBundle(
      {
        name,
        origin: this.#origin(),
        source: { title: what, reliability: "AGGREGATOR" },
        claim: { certainty: "UNVERIFIED", statement: `What the file ${what} says.` },
      },
      place,
    );
  }

  /** What attributes say that are named like fields, in any spelling; others are counted, those that say the type or are a program's own passed over. */
  #properties(known: Iterable<Property>, data: ReadonlyMap<string, string>, isType: (name: string) => boolean): Properties {
    const all = [...known].filter(({ name, derived, kind }) => name !== "id" && !derived && kind !== "value");
    const byName = new Map(all.map((property) => [property.name.toLowerCase(), property]));
    const read = new Map<string, string>();
    for (const [name, text] of data) {
      const property = byName.get(name.toLowerCase().replace(/[\s_-]/g, ""));
      if (property && text !== "" && !isType(name)) read.set(property.name, text);
      else if (!property && !OWN.test(name) && !isType(name)) this.notes.count(`the attribute ${name} has no place here: left out`);
    }
    return valuesOf(all, read) as Properties;
  }

  #typeNamed(data: ReadonlyMap<string, string>): NodeType | null {
    return (
      saidTypes(data)
        .map((word) => this.#typeOf(word))
        .find((type) => type !== null) ?? null
    );
  }

  #typeOf(word: string | undefined): NodeType | null {
    return [...this.options.model.nodes.values()].find(({ name }) => name.toLowerCase() === word?.trim().toLowerCase()) ?? null;
  }

  #origin(): string {
    return `graph ${this.#file}`;
  }
}

function isOfType(name: string): boolean {
  return TYPES.some((known) => known === name.toLowerCase());
}

/** What attributes say that may be a type, in the order of TYPES. */
function saidTypes(data: ReadonlyMap<string, string>): (string | undefined)[] {
  return TYPES.flatMap((known) => [...data].flatMap(([name, text]) => (name.toLowerCase() === known ? [text] : [])));
}

/** `Subsidiary of` as SUBSIDIARY_OF. */
function edgeTypeOf(model: Model, word: string | undefined): EdgeType | undefined {
  return model.edges.get(
    (word ?? "")
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, "_"),
  );
}
