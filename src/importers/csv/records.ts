import type { Place, StatedField } from "../../load/index.ts";
import type { EdgeType, NodeType, Property } from "../../model/index.ts";

/** What becomes of a row's record where the graph has its node or edge already, from another bundle. */
export type WhenThere =
  /** It is stated as any record is: the loader takes it where this table made it, and refuses it where another did. */
  | "state"
  /** Its values become claims of the table's source, where nobody else gives that field a value. */
  | "fill"
  /** Its values become claims of the table's source, beside what others say. */
  | "claim"
  /** It is left out; what it says otherwise than the graph is counted. */
  | "skip";

/** What becomes of records, by whether the graph has them. */
export interface Policy {
  readonly there: WhenThere;
  /** Whether a node that the graph lacks is added; else its row is left out, and refused. */
  readonly addsNew: boolean;
}

/** Which node a row means. */
export interface Identity {
  /** Its id, in full or short; null where the row gives none. */
  readonly written: { readonly text: string; readonly place: Place } | null;
  /** Whether a code or the exact name of a node may stand where the id is written. */
  readonly mayBeCode: boolean;
  /** Properties whose values find a node that is there, the first that does counts. */
  readonly match: readonly Property[];
}

/** What can't be read of a record. */
export interface CellProblem {
  readonly place: Place;
  readonly message: string;
}

/** A field that leads to another record of the same row. */
export interface Link {
  readonly name: string;
  readonly to: NodeRow;
  readonly place: Place;
}

interface Stated {
  /** What it states, as it is written; a node's without its id. */
  readonly fields: readonly StatedField[];
  readonly links: readonly Link[];
  readonly problems: readonly CellProblem[];
  readonly place: Place;
  /** What its bundle is named after, where each record is one; its own id or ends when null. */
  readonly key: string | null;
  readonly policy: Policy;
  /** Whether several rows may state it together, as rows of a wide table do. */
  readonly merges: boolean;
}

/** A node that a row states, before codes and names are looked up. */
export interface NodeRow extends Stated {
  readonly kind: "node";
  readonly type: NodeType;
  readonly identity: Identity;
  /** The day from which the values hold that it claims; null where it does not say. */
  readonly since: StatedField | null;
}

/** An edge that a row states; its ends are the fields or links `from` and `to`. */
export interface EdgeRow extends Stated {
  readonly kind: "edge";
  readonly type: EdgeType;
}

export type RowRecord = NodeRow | EdgeRow;

/** The node types that a field of a record may lead to; null where it holds a value. */
export function targetsOf({ kind, type }: RowRecord, name: string): readonly string[] | null {
  if (kind === "node") return type.edges.get(name)?.targets ?? null;
  const end = name === "from" ? 0 : name === "to" ? 1 : null;
  return end === null ? null : [...new Set([...type.pairs].flatMap((pair) => pair.split(">")[end] ?? []))];
}
