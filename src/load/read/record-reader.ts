import { ABOUT, CLAIM, type EdgeField, type Model, type NodeType, type Property, statedProperties } from "../../model/index.ts";
import type { NodeRecord, Place, PropertyValue, Report } from "../record.ts";
import { invisibleNote } from "./characters.ts";
import type { Entry, MapTree, Tree } from "./document.ts";
import type { DraftEdge, Evidence, Reference } from "./draft.ts";
import { article, capitalArticle, didYouMean, nearest, oneOf } from "./hints.ts";
import { readOwnId, readReference } from "./references.ts";
import { isEmpty, noValue, readValue } from "./values.ts";

/** Properties being read, with their places. */
interface Stated {
  readonly properties: Record<string, PropertyValue>;
  readonly places: Map<string, Place>;
}

/** The node that an edge is written in. */
interface Near {
  readonly id: string;
  readonly place: Place;
  readonly evidence: Evidence | null;
}

/** Keys of an edge written as a map that are no properties of it. */
const EDGE_KEYS: readonly string[] = ["to", "claims"];

/** Reads the records of one file; gathers nodes and edges, and reports what has the wrong form. */
export class RecordReader {
  readonly nodes: NodeRecord[] = [];
  readonly edges: DraftEdge[] = [];

  constructor(
    private readonly model: Model,
    private readonly report: Report,
  ) {}

  /** Reads a record of `type`, and whatever is written inside it. Returns its id, empty where that could not be read. */
  record(type: NodeType, tree: Tree, outer: Evidence | null): string {
    if (tree.kind === "map") return this.#map(type, tree, outer, null).id;
    this.report(
      tree.place,
      isEmpty(tree)
        ? `${capitalArticle(type.name)} is missing here.`
        : `${capitalArticle(type.name)} is a map of its fields, starting with \`id:\`.`,
    );
    return "";
  }

  /** Reads the value of an edge field: an id, a map, or a list of these. */
  edge(field: EdgeField, tree: Tree, near: Near): void {
    if (isEmpty(tree)) this.report(tree.place, noValue(field.name));
    else if (tree.kind !== "list") this.#item(field, tree, near);
    else if (field.list) for (const item of tree.items) this.#item(field, item, near);
    else this.report(tree.place, `${field.name} is one ${field.to}, not a list.`);
  }

  /** Reads the properties and claims of an edge that is written as a map; `skip` are the keys read elsewhere. */
  edgeMap(field: EdgeField, tree: MapTree, skip: readonly string[], far: Reference, near: Near): void {
    const stated: Stated = { properties: {}, places: new Map() };
    let claims: Reference[] = [];
    const known = statedProperties(field);
    for (const entry of tree.entries) {
      if (entry.key === "claims" && field.dated) claims = this.#claims(entry.value, stated.places);
      else if (!skip.includes(entry.key)) this.#edgeProperty(field, known, entry, stated);
    }
    this.#push(field, near, far, stated, claims, near.evidence);
  }

  #item(field: EdgeField, tree: Tree, near: Near): void {
    if (tree.kind === "map" && tree.entries.some((e) => e.key === "id")) {
      this.#inPlace(field, tree, near);
    } else if (tree.kind === "map") {
      const to = tree.entries.find((e) => e.key === "to");
      if (!to) {
        this.report(tree.place, `${field.name} needs \`to:\`, the id at the other end, or \`id:\`, for a new record.`);
        return;
      }
      const far = readReference(field.name, field.targets, to.value, this.model, this.report);
      if (far) this.edgeMap(field, tree, EDGE_KEYS, far, near);
      if (far && field.type === ABOUT && field.direction === "IN" && !tree.entries.some((e) => e.key === "field"))
        near.evidence?.claims.push(far);
    } else {
      const far = readReference(field.name, field.targets, tree, this.model, this.report);
      if (!far) return;
      if (field.type === ABOUT && field.direction === "IN") near.evidence?.claims.push(far);
      this.#push(field, near, far, { properties: {}, places: new Map() }, [], near.evidence);
    }
  }

  /** A map with `id` is a new record of the type at the other end; its keys are that record's, then the edge's. */
  #inPlace(field: EdgeField, tree: MapTree, near: Near): void {
    const type = this.model.nodes.get(field.to);
    if (!type) {
      this.report(
        tree.place,
        `${field.name} may lead to ${article(oneOf(field.targets))}: define the record in its own section, and write \`to:\` here.`,
      );
      return;
    }
    const stated: Stated = { properties: {}, places: new Map() };
    const { id, idPlace, evidence } = this.#map(type, tree, near.evidence, { field, stated });
    const far: Reference = { text: id, types: [type.name], field: field.name, place: idPlace };
    if (id === "") return;
    if (field.type === ABOUT && field.direction === "IN" && !stated.places.has("field")) near.evidence?.claims.push(far);
    this.#push(field, near, far, stated, [], evidence);
  }

  /** Reads a map as a record. `edge` takes the keys that the type does not know, where the record stands in an edge. */
  #map(type: NodeType, tree: MapTree, outer: Evidence | null, edge: { field: EdgeField; stated: Stated } | null) {
    const evidence: Evidence = { claims: [], outer };
    const idEntry = tree.entries.find((e) => e.key === "id");
    const idPlace = idEntry?.value.place ?? tree.place;
    const id = idEntry ? readOwnId(type, idEntry.value, this.model, this.report) : "";
    if (!idEntry) this.report(tree.place, `${capitalArticle(type.name)} needs an \`id:\`.`);
    const own: Stated = { properties: {}, places: new Map() };
    const known = edge ? statedProperties(edge.field) : new Map<string, Property>();
    for (const entry of tree.entries) {
      const { key, value } = entry;
      const property = type.properties.get(key);
      const field = type.edges.get(key);
      if (key === "id") continue;
      if (property) this.#property(property, entry, own);
      else if (field) {
        own.places.set(key, value.place);
        this.edge(field, value, { id, place: idPlace, evidence });
      } else if (edge && known.has(key)) this.#edgeProperty(edge.field, known, entry, edge.stated);
      else {
        const names = ["id", ...fieldNames(type), ...known.keys()];
        const hint = didYouMean(key, names);
        // What it was meant for is there, and needs no second report.
        const [meant] = nearest(key, names);
        if (meant !== undefined && !own.places.has(meant)) own.places.set(meant, entry.place);
        this.report(
          entry.place,
          key === "to"
            ? "Write `id:` for a new record, or `to:` for one defined elsewhere, not both."
            : entry.isBare
              ? afterComma(entry, tree)
              : `${type.name} has no field "${key}".${invisibleNote(key) || hint}`,
        );
      }
    }
    if (id !== "") this.nodes.push({ type: type.name, id, properties: own.properties, place: tree.place, places: own.places });
    return { id, idPlace, evidence };
  }

  #property(property: Property, { key, place, value }: Entry, stated: Stated): void {
    if (property.derived) {
      this.report(place, `${key} is computed by the loader: leave it out.`);
      return;
    }
    const read = readValue(property, value, stated.places, this.report);
    if (read !== null) stated.properties[key] = read;
  }

  #edgeProperty(field: EdgeField, known: ReadonlyMap<string, Property>, entry: Entry, stated: Stated): void {
    const property = known.get(entry.key);
    if (property) this.#property(property, entry, stated);
    else if (entry.key === "recordedOn" && field.dated) this.report(entry.place, "recordedOn is computed by the loader: leave it out.");
    else {
      const hint = didYouMean(entry.key, [...known.keys(), ...(field.dated ? EDGE_KEYS : ["to"])]);
      const undated = field.dated ? "" : " It is part of the evidence, and has neither dates nor claims.";
      this.report(
        entry.place,
        entry.isBare
          ? afterComma(entry)
          : `The edge ${field.name} has no field "${entry.key}".${invisibleNote(entry.key) || hint || undated}`,
      );
    }
  }

  /** The claims an edge names: ids, or new records in place. */
  #claims(tree: Tree, places: Map<string, Place>): Reference[] {
    const type = this.model.nodes.get(CLAIM);
    places.set("claims", tree.place);
    if (isEmpty(tree) || !type) {
      this.report(tree.place, noValue("claims"));
      return [];
    }
    const references: Reference[] = [];
    for (const item of tree.kind === "list" ? tree.items : [tree]) {
      const reference =
        item.kind === "map" ? this.#claimInPlace(type, item) : readReference("claims", [CLAIM], item, this.model, this.report);
      if (!reference) continue;
      places.set(`claims.${references.length}`, reference.place);
      references.push(reference);
    }
    return references;
  }

  #claimInPlace(type: NodeType, tree: MapTree): Reference | null {
    const { id, idPlace } = this.#map(type, tree, null, null);
    return id === "" ? null : { text: id, types: [CLAIM], field: "claims", place: idPlace };
  }

  #push(field: EdgeField, near: Near, far: Reference, stated: Stated, claims: readonly Reference[], evidence: Evidence | null): void {
    this.edges.push({ field, near: near.id, nearPlace: near.place, far, ...stated, claims, evidence, place: far.place });
  }
}

/** The names of what a seed file may state of a type. */
export function fieldNames(node: NodeType): string[] {
  return [...[...node.properties.values()].filter((p) => !p.derived).map((p) => p.name), ...node.edges.keys()];
}

/** What to report of a key without a colon, which is the rest of a text that a comma cut. */
function afterComma(entry: Entry, within?: MapTree): string {
  const before = within?.entries[within.entries.indexOf(entry) - 1];
  const whole = before?.value.kind === "scalar" ? ` ${before.key}: "${before.value.text}, ${entry.key}"` : "";
  return `"${entry.key}" is no field: a comma ends a text within {…}. Quote the text${whole === "" ? "." : `:${whole}.`}`;
}
