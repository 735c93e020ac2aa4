import type { Model } from "../../model/index.ts";
import { named, PREFIXES, type Resource, type Resources, type Term } from "./terms.ts";

/** Resources as Turtle (https://www.w3.org/TR/turtle/). */
export async function* turtle(model: Model, resources: Resources): AsyncGenerator<string> {
  const prefixes = new Map<string, string>([
    ...Object.entries(PREFIXES).map(([prefix, iri]) => [iri, prefix] as const),
    ...[...model.nodes.values()].map((node) => [`urn:trade-graph:${node.prefix}:`, node.prefix] as const),
  ]);
  yield `${[...prefixes].map(([iri, prefix]) => `@prefix ${prefix}: <${iri}> .`).join("\n")}\n`;
  for await (const all of resources) yield all.map((resource) => blockOf(resource, prefixes)).join("");
}

/** Resources as N-Quads (https://www.w3.org/TR/n-quads/), a statement a line, all in the default graph: N-Triples as well. */
export async function* nquads(_model: Model, resources: Resources): AsyncGenerator<string> {
  const none = new Map<string, string>();
  for await (const all of resources)
    yield all
      .flatMap(({ iri, statements }) => statements.map(([predicate, object]) => `<${iri}> <${predicate}> ${written(object, none)} .\n`))
      .join("");
}

/** A resource and its statements, those of one predicate together. */
function blockOf({ iri, statements }: Resource, prefixes: ReadonlyMap<string, string>): string {
  const byPredicate = new Map<string, string[]>();
  for (const [predicate, object] of statements) {
    const objects = byPredicate.get(predicate) ?? [];
    objects.push(written(object, prefixes));
    byPredicate.set(predicate, objects);
  }
  if (byPredicate.size === 0) return "";
  const lines = [...byPredicate].map(([predicate, objects]) => {
    const verb = predicate === named("rdf:type") ? "a" : reference(predicate, prefixes);
    return `${verb} ${objects.join(", ")}`;
  });
  return `\n${reference(iri, prefixes)} ${lines.join(" ;\n  ")} .\n`;
}

function written(term: Term, prefixes: ReadonlyMap<string, string>): string {
  if ("iri" in term) return reference(term.iri, prefixes);
  const quoted = `"${term.text.replace(ESCAPED, escapeOf)}"`;
  if (term.language !== undefined) return `${quoted}@${term.language}`;
  return term.datatype === undefined ? quoted : `${quoted}^^${reference(term.datatype, prefixes)}`;
}

/** `measure:cn-2025-probe`, where that needs no escapes; else the IRI in full. */
function reference(iri: string, prefixes: ReadonlyMap<string, string>): string {
  const [, namespace = "", local = ""] = /^(.*[/#:])([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)$/s.exec(iri) ?? [];
  const prefix = prefixes.get(namespace);
  return prefix === undefined ? `<${iri}>` : `${prefix}:${local}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped.
const ESCAPED = /["\\\u0000-\u001f\u007f]/g;
const SHORT: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeOf(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
