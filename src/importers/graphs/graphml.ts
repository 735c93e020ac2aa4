import { type Bundle, edgeRecordsOf, nodeRecordOf, problemAt, splitList } from "../../load/index.ts";
import { DATED, type Model, nodeTypeOf } from "../../model/index.ts";
import type { Importer, Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { Foreign, type ForeignOptions } from "./foreign.ts";
import { Gatherer } from "./gatherer.ts";
import { type Element, elementsOf } from "./sax.ts";
import { valuesOf } from "./stored.ts";

/**
 * GraphML and GEXF. What our own export wrote comes back without loss, bundle by bundle, also where another program has read and written it; anyone
 * else's nodes and edges are taken by the rules of foreign.ts, each as a bundle of its own.
 */
export function xmlGraph(options: ForeignOptions): Importer {
  return async function* (files, notes) {
    for (const file of files) {
      const gatherer = new Gatherer({ file: nameOf(file), line: 1, column: 1 }, notes);
      const foreign = new Foreign(options, file, notes);
      const elements = elementsOf(file, notes);
      let next = await elements.next();
      for (; !next.done; next = await elements.next()) {
        const element = next.value;
        if (element.kind === "instruction") {
          const said = instructionOf(element.body);
          if (said) yield* gatherer.expect(said.bundle, said.records);
        } else if (isOurs(element)) yield* ours(options.model, element, gatherer, notes);
        else yield* foreign.take(element);
      }
      yield* gatherer.rest(next.value === false);
    }
  };
}

function instructionOf(body: string): { bundle: string; records: number } | null {
  try {
    const { bundle, records } = JSON.parse(body) as { bundle?: unknown; records?: unknown };
    return typeof bundle === "string" && typeof records === "number" ? { bundle, records } : null;
  } catch {
    return null;
  }
}

function isOurs({ kind, data }: Element): boolean {
  return data.has(kind === "node" ? "bundle" : "bundles") && data.has("type");
}

function* ours(model: Model, element: Element, gatherer: Gatherer, notes: Notes): Generator<Bundle> {
  const { kind, attributes, data, place } = element;
  if (kind === "node") {
    const id = attributes.id ?? "";
    const type = nodeTypeOf(model, id);
    const values = { ...valuesOf(type?.properties.values() ?? [], data), ...stated(data.get("stated")) };
    const record = nodeRecordOf(model, id, values, place);
    if (record) yield* gatherer.add(data.get("bundle") ?? "", record);
    else notes.reject(problemAt(place, `"${id}" is no id of a node here.`));
    return;
  }
  const ends = { type: data.get("type") ?? "", from: attributes.source ?? "", to: attributes.target ?? "" };
  const known = model.edges.get(ends.type);
  if (!known) return notes.reject(problemAt(place, `"${ends.type}" is no type of edge here.`));
  const values = {
    ...valuesOf([...(known.dated ? DATED.values() : []), ...known.properties.values()], data),
    bundles: splitList(data.get("bundles") ?? ""),
    claims: splitList(data.get("claims") ?? ""),
    stated: splitList(data.get("stated") ?? ""),
  };
  for (const [bundle, record] of edgeRecordsOf(model, ends, values, place)) yield* gatherer.add(bundle, record);
}

function stated(text: string | undefined): { stated?: string } {
  return text === undefined ? {} : { stated: text };
}
