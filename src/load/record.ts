import { ABOUT, edgePropertyOf } from "../model/index.ts";

/** The neutral form of data on its way into the graph: importers and seed files yield it, `load.ts` and `stream/` check and write it. */

/** Where something is written: line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a record, where, and what to do about it. */
export interface Problem extends Place {
  readonly message: string;
  /** Where an id fits nothing: what was written. What it may have been meant for is added to the message once all is read (`withSuggestions`). */
  readonly meant?: Meant;
}

/** What stands where an id should, and the node types that it may lead to. */
export interface Meant {
  readonly text: string;
  readonly types: readonly string[];
}

/** Takes what is wrong with a record, and where; of an id that fits nothing, what it may have been meant for. */
export type Report = (place: Place, message: string, meant?: Meant) => void;

/** A single value as a record states it. */
export type Scalar = string | number | boolean;

/** A small object of a @value type, such as one of an event's figures. */
export type ValueObject = Readonly<Record<string, Scalar>>;

/** The value of a property as a record states it. */
export type PropertyValue = Scalar | readonly Scalar[] | readonly ValueObject[];

/** Properties as stated, by name; a property that nothing is said about is left out. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/**
 * Places of single properties, by path: `announcedOn`, `aliases.0`, `figures.1.value`, `claims.0`. A name that stands here and not among
 * the properties was written but could not be read, and has been reported.
 */
export type Places = ReadonlyMap<string, Place>;

/** A node to be stored. */
export interface NodeRecord {
  /** Node type of the model, `Measure`. */
  readonly type: string;
  /** In full, `measure:cn-2025-announcement-18`. */
  readonly id: string;
  readonly properties: Properties;
  readonly place: Place;
  readonly places?: Places | undefined;
}

/** An edge to be stored, in the direction of its relationship. */
export interface EdgeRecord {
  /** Relationship type, `TARGETS`. */
  readonly type: string;
  /** Ids in full. */
  readonly from: string;
  readonly to: string;
  /** since, until, certainty and note where they are stated, and what its @properties type names. */
  readonly properties: Properties;
  /** Ids in full of the claims it rests on; empty means: on what the bundle rests on. Undated edges have none. */
  readonly claims: readonly string[];
  readonly place: Place;
  readonly places?: Places | undefined;
  /** It follows from another record, where its problems are reported; a second one like it is no problem. */
  readonly implied?: true | undefined;
}

/** The ids that an edge names beside those of its ends: the claims it rests on, and where it says what an edge's own value is, where that leads. */
export function namedBeside({ type, properties, claims }: Pick<EdgeRecord, "type" | "properties" | "claims">): readonly string[] {
  const { field } = properties;
  const ofEdge = type === ABOUT && typeof field === "string" ? edgePropertyOf(field) : null;
  return ofEdge ? [...claims, ofEdge.end] : claims;
}

/** A record that lacks keys says nothing about them: what an earlier one said in the same bundle stays. */
export interface Silence {
  /** The keys that it lacks. */
  readonly about: readonly string[];
  /** The bundle with what it said before filled in, where its record says nothing; of what `earlier` is silent about as well, it stays silent. */
  filledFrom(earlier: Bundle): Bundle;
}

/** The unit of loading: after a load the graph holds just what its bundle says. */
export interface Bundle {
  /** Unique; lower case. */
  readonly name: string;
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
  /** Ids in full of the claims that dated edges without claims of their own rest on. */
  readonly restsOn?: readonly string[] | undefined;
  /**
   * What makes it, in words: `csv Firm /data/firms.csv`. Two that make bundles of one name are told apart by it, so that neither takes what the
   * other made. Left out by seed files, whose names are unique by themselves.
   */
  readonly origin?: string | undefined;
  /** How many records of its file it holds; one when left out. */
  readonly records?: number | undefined;
  /** What its record says nothing about; nothing when left out: then all that it does not say is not so. */
  readonly silence?: Silence | undefined;
  /** Where the bundle is named. */
  readonly place: Place;
}

/** The place of a property, or of the nearest thing around it that has one. */
export function placeOf(record: { readonly place: Place; readonly places?: Places | undefined }, path: string): Place {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const place = record.places?.get(at);
    if (place) return place;
  }
  return record.place;
}

/** A problem at a place. */
export function problemAt({ file, line, column }: Place, message: string, meant?: Meant): Problem {
  return { file, line, column, message, ...(meant ? { meant } : {}) };
}

/** `seed/x.yaml:12:5: message`, as editors and terminals link it. */
export function formatProblem(problem: Problem): string {
  return `${formatPlace(problem)}: ${problem.message}`;
}

/** `seed/x.yaml:12:5`. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
