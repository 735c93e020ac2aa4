import type { Model } from "../../model/index.ts";
import { counting, type Importer } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { readObjects } from "../read/objects.ts";
import type { Described, Said } from "./rdf.ts";
import { GraphReader } from "./turtle.ts";

const OWN = "urn:trade-graph:";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** The names that our own context gives to words of others. */
const NAMES: Readonly<Record<string, string>> = {
  from: `${RDF}subject`,
  to: `${RDF}object`,
  relationshipType: `${RDF}predicate`,
  claims: "http://www.w3.org/ns/prov#wasDerivedFrom",
};

/** JSON-LD as our own export writes it, in its own context, a thing at a time; it comes back without loss, as Turtle does. */
export function jsonld(model: Model): Importer {
  return async function* (files, notes) {
    for (const file of files) {
      const reader = new GraphReader(model, { file: nameOf(file), line: 1, column: 1 }, notes);
      const counted = counting(notes);
      for await (const { value } of readObjects(file, counted)) {
        const thing = describedBy(value as Readonly<Record<string, unknown>>);
        if (thing) yield* reader.take(thing);
      }
      yield* reader.end(counted.problems() > 0);
    }
  };
}

function describedBy({ id, type: _, ...others }: Readonly<Record<string, unknown>>): Described | null {
  if (typeof id !== "string") return null;
  const objects = new Map<string, Said[]>();
  for (const [name, value] of Object.entries(others)) {
    const isLink = name in NAMES;
    const predicate = NAMES[name] ?? `${OWN}schema:${name.replace(/^tg:/, "")}`;
    objects.set(
      predicate,
      [value].flat().map((one) => saidBy(one, isLink, name === "relationshipType")),
    );
  }
  return { iri: full(id), objects };
}

function saidBy(value: unknown, isLink: boolean, isName: boolean): Said {
  if (typeof value === "object" && value !== null) {
    const { id, "@value": text, "@type": type } = value as Readonly<Record<string, unknown>>;
    return typeof id === "string" ? { iri: full(id) } : { text: String(text), datatype: String(type ?? "").replace(/^xsd:/, "#") };
  }
  if (isName) return { iri: `${OWN}schema:${String(value)}` };
  return isLink ? { iri: full(String(value)) } : { text: String(value), datatype: "" };
}

/** An IRI of ours in full: prefixes of others come to nothing here. */
function full(iri: string): string {
  return iri.startsWith("urn:") || /^https?:/.test(iri) ? iri : `${OWN}${iri}`;
}
