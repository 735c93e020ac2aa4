import type { EdgeField } from "../../model/index.ts";
import type { NodeRecord, Place, Places, Problem, Properties } from "../record.ts";

/** An id as a file writes it, in full or short. */
export interface Reference {
  readonly text: string;
  /** The node types it may belong to. */
  readonly types: readonly string[];
  /** The key it stands under, for messages. */
  readonly field: string;
  readonly place: Place;
}

/** The claims that what is written inside a record rests on, unless it names its own. Filled while the record is read. */
export interface Evidence {
  readonly claims: Reference[];
  /** That of the record around this one, used when this one has none. */
  readonly outer: Evidence | null;
}

/** An edge as a file writes it, its ids not yet looked up. */
export interface DraftEdge {
  /** The field it is written in, which says its type and direction. */
  readonly field: EdgeField;
  /** Id in full of the node that has the field; empty where it could not be read. */
  readonly near: string;
  readonly nearPlace: Place;
  readonly far: Reference;
  readonly properties: Properties;
  readonly places: Places;
  /** Its own claims. */
  readonly claims: readonly Reference[];
  readonly evidence: Evidence | null;
  readonly place: Place;
}

/** A file that was read, before its short ids are looked up. */
export interface Draft {
  readonly name: string;
  readonly place: Place;
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly DraftEdge[];
  readonly restsOn: readonly Reference[];
  readonly problems: readonly Problem[];
  /** False where the file is no YAML, so that nobody knows what else it defines. */
  readonly readable: boolean;
}
