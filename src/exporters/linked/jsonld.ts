import type { Model } from "../../model/index.ts";
import { named, PREFIXES, type Resource, type Resources, type Term, VOCABULARY } from "./terms.ts";

/** What JSON-LD calls predicates that have a shorter name here. */
const NAMES: Readonly<Record<string, string>> = {
  [named("rdf:type")]: "type",
  [named("rdf:subject")]: "from",
  [named("rdf:object")]: "to",
  [named("rdf:predicate")]: "relationshipType",
  [named("prov:wasDerivedFrom")]: "claims",
};

/** Resources as one JSON-LD document (https://www.w3.org/TR/json-ld11/), a resource a line. */
export async function* jsonld(model: Model, resources: Resources): AsyncGenerator<string> {
  const prefixes = {
    ...PREFIXES,
    ...Object.fromEntries([...model.nodes.values()].map(({ prefix }) => [prefix, `urn:trade-graph:${prefix}:`])),
    relationship: "urn:trade-graph:relationship:",
  };
  const links = Object.fromEntries([...model.edges.keys()].map((name) => [name, { "@type": "@id" }]));
  const own = Object.fromEntries(
    Object.entries(NAMES).map(([iri, name]) =>
      name === "type" ? [name, "@type"] : [name, { "@id": iri, "@type": name === "relationshipType" ? "@vocab" : "@id" }],
    ),
  );
  yield `{"@context":${JSON.stringify({ "@version": 1.1, "@vocab": VOCABULARY, id: "@id", ...prefixes, ...links, ...own })},"@graph":[`;
  const short = shortener(new Map(Object.entries(prefixes).map(([prefix, iri]) => [iri, prefix])));
  const coerced = new Set([...Object.keys(links), ...Object.values(NAMES)]);
  let first = true;
  for await (const all of resources)
    for (const resource of all) {
      if (resource.statements.length === 0) continue;
      yield `${first ? "" : ","}\n${JSON.stringify(objectOf(resource, short, coerced))}`;
      first = false;
    }
  yield "\n]}\n";
}

/** Shortens an IRI by a prefix, or, as a name of the vocabulary, to its bare name. */
type Shorten = (iri: string, isName: boolean) => string;

function shortener(prefixes: ReadonlyMap<string, string>): Shorten {
  const taken = new Set([...prefixes.values(), ...Object.values(NAMES), "id"]);
  return (iri, isName) => {
    if (isName && iri.startsWith(VOCABULARY) && !taken.has(iri.slice(VOCABULARY.length))) return iri.slice(VOCABULARY.length);
    const [, namespace = "", local = ""] = /^(.*?[/#](?=[^/#]*$)|urn:trade-graph:[a-z]+:)(.+)$/s.exec(iri) ?? [];
    const prefix = prefixes.get(namespace);
    return prefix === undefined ? iri : `${prefix}:${local}`;
  };
}

function objectOf({ iri, statements }: Resource, short: Shorten, coerced: ReadonlySet<string>): Record<string, unknown> {
  const values = new Map<string, unknown[]>();
  for (const [predicate, term] of statements) {
    const name = NAMES[predicate] ?? short(predicate, true);
    const all = values.get(name) ?? [];
    all.push(jsonOf(term, name, short, coerced));
    values.set(name, all);
  }
  return { id: short(iri, false), ...Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all])) };
}

function jsonOf(term: Term, name: string, short: Shorten, coerced: ReadonlySet<string>): unknown {
  if ("iri" in term) {
    const isName = name === "type" || name === "relationshipType";
    return coerced.has(name) ? short(term.iri, isName) : { id: short(term.iri, false) };
  }
  if (term.language !== undefined) return { "@value": term.text, "@language": term.language };
  return term.datatype === undefined ? term.text : { "@value": term.text, "@type": short(term.datatype, false) };
}
