import { type Bundle, edgeRecordsOf, type NodeRecord, nodeRecordOf, type Place, problemAt, type Values } from "../../load/index.ts";
import { DATED, type Model, nodeTypeOf, type Property } from "../../model/index.ts";
import type { Importer, Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { Gatherer } from "./gatherer.ts";
import { type Described, describedIn, type Said } from "./rdf.ts";

type Value = Values[string];

const OWN = "urn:trade-graph:";
const TG = `${OWN}schema:`;
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const CLAIMS = "http://www.w3.org/ns/prov#wasDerivedFrom";

/**
 * Linked data that our own export wrote, as Turtle, N-Triples or N-Quads: it comes back without loss, bundle by bundle, also where another program has read and
 * written it, as long as the statements about a thing stand together. What stands beside in the words of others, and the plain links, follow from the rest and are
 * passed over; statements about anything else have no place, and are counted.
 */
export function turtle(model: Model): Importer {
  return async function* (files, notes) {
    for (const file of files) {
      const place = { file: nameOf(file), line: 1, column: 1 };
      const reader = new GraphReader(model, place, notes);
      const all = describedIn(file, notes);
      let next = await all.next();
      for (; !next.done; next = await all.next()) yield* reader.take(next.value);
      yield* reader.end(next.value === false);
    }
  };
}

/** Puts things together into records, and these into their bundles. */
export class GraphReader {
  readonly #gatherer: Gatherer;
  /** Small objects of nodes, as JSON, by their IRIs, until their nodes come. */
  readonly #parts = new Map<string, Described>();
  /** Nodes that came before their small objects. */
  #early: Described[] = [];
  #taken = 0;

  constructor(
    private readonly model: Model,
    private readonly place: Place,
    private readonly notes: Notes,
  ) {
    this.#gatherer = new Gatherer(place, notes);
  }

  *take(thing: Described): Generator<Bundle> {
    const { iri, objects } = thing;
    if (iri.startsWith(`${OWN}part:`)) this.#parts.set(iri, thing);
    else if (iri.startsWith(`${OWN}bundle:`))
      yield* this.#gatherer.expect(decoded(iri.slice(`${OWN}bundle:`.length)), Number(texts(objects, "records")[0]));
    else if (objects.has(`${RDF}subject`) && objects.has(`${TG}bundle`)) yield* this.#edge(thing);
    else if (objects.has(`${TG}bundle`)) yield* this.#node(thing, false);
    else if (!iri.startsWith(OWN)) this.notes.count("a thing that no export of ours describes (it has no tg:bundle): left out");
  }

  /** At the end of a file. */
  *end(brokeOff: boolean): Generator<Bundle> {
    for (const thing of this.#early) yield* this.#node(thing, true);
    yield* this.#gatherer.rest(brokeOff);
    if (this.#taken === 0)
      this.notes.reject(
        problemAt(
          this.place,
          "It holds nothing that our own export wrote (no thing has a tg:bundle): make a table of what you need (SPARQL's SELECT gives CSV), and load it by npm run import -- csv.",
        ),
      );
  }

  *#node(thing: Described, isLate: boolean): Generator<Bundle> {
    const { iri, objects } = thing;
    const id = idOf(iri);
    const type = nodeTypeOf(this.model, id);
    if (!type) return this.notes.reject(problemAt(this.place, `"${id}" is no id of a node here.`));
    const named = [...type.properties.values()].flatMap(({ name, kind }) => (kind === "value" ? (objects.get(`${TG}${name}`) ?? []) : []));
    if (!isLate && named.some((part) => "iri" in part && !this.#parts.has(part.iri))) {
      this.#early.push(thing);
      return;
    }
    this.#taken += 1;
    const [bundle = ""] = texts(objects, "bundle");
    const stated = texts(objects, "stated")[0];
    const values = { ...this.#values(type.properties.values(), objects), ...(stated === undefined ? {} : { stated }) };
    const record: NodeRecord | null = nodeRecordOf(this.model, id, values, this.place);
    if (record) yield* this.#gatherer.add(bundle, record);
  }

  *#edge({ iri, objects }: Described): Generator<Bundle> {
    this.#taken += 1;
    const end = (name: string) => iris(objects, `${RDF}${name}`)[0] ?? "";
    const type = end("predicate").slice(TG.length);
    const known = this.model.edges.get(type);
    if (!known) return this.notes.reject(problemAt(this.place, `${iri}: "${type}" is no type of edge here.`));
    const values = {
      ...this.#values([...(known.dated ? DATED.values() : []), ...known.properties.values()], objects),
      bundles: texts(objects, "bundle"),
      claims: iris(objects, CLAIMS).map(idOf),
      stated: texts(objects, "stated"),
    };
    const ends = { type, from: idOf(end("subject")), to: idOf(end("object")) };
    for (const [bundle, record] of edgeRecordsOf(this.model, ends, values, this.place)) yield* this.#gatherer.add(bundle, record);
  }

  #values(properties: Iterable<Property>, objects: Described["objects"]): Record<string, Value> {
    const values: Record<string, Value> = {};
    for (const property of properties) {
      const found = objects.get(`${TG}${property.name}`);
      if (!found) continue;
      const all = found.map((object) => this.#valueOf(property, object));
      values[property.name] = property.list ? (all as string[]) : (all[0] ?? null);
    }
    return values;
  }

  #valueOf(property: Property, object: Said): Value {
    if ("iri" in object) {
      const part = property.kind === "value" ? this.#parts.get(object.iri) : undefined;
      if (!part) return object.iri;
      this.#parts.delete(object.iri);
      return JSON.stringify(this.#values(property.fields.values(), part.objects), [...property.fields.keys()]);
    }
    if (object.datatype.endsWith("#decimal")) return Number(object.text);
    return object.datatype.endsWith("#boolean") ? object.text === "true" : object.text;
  }
}

function texts(objects: Described["objects"], name: string): string[] {
  return (objects.get(`${TG}${name}`) ?? []).flatMap((object) => ("text" in object ? [object.text] : []));
}

function iris(objects: Described["objects"], predicate: string): string[] {
  return (objects.get(predicate) ?? []).flatMap((object) => ("iri" in object ? [object.iri] : []));
}

/** The id of a node by its IRI. */
function idOf(iri: string): string {
  const [, prefix = "", key = ""] = /^urn:trade-graph:([^:]+):(.*)$/s.exec(iri) ?? [];
  return prefix === "" ? iri : `${prefix}:${decoded(key)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
