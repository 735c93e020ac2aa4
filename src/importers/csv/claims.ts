import type { PresentNode, RowDraft, StatedField } from "../../load/index.ts";
import { ABOUT } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import type { Evidence } from "./evidence.ts";
import type { NodeRow } from "./records.ts";
import type { Graph } from "./rows.ts";

/** What a row says of a node that something else defines. */
export interface Said {
  readonly record: NodeRow;
  /** Id of the node, in full. */
  readonly id: string;
  readonly fields: readonly StatedField[];
  readonly present: PresentNode;
}

/** The field in which a record names its claims. */
const CLAIMS = "claims";

/**
 * States what a row says of a node of another's as claims of the table's source: of each value, that the claim gives it, and of each edge, that
 * it rests on it. With `fill` only what nobody else says; the rest is counted. What can't be claimed is refused in the draft.
 */
export function addClaims(
  { record, id, fields, present }: Said,
  draft: RowDraft,
  { model }: Pick<Graph, "model">,
  { evidence, restsOn }: { readonly evidence: Evidence | null; readonly restsOn: readonly string[] },
  notes: Pick<Notes, "count">,
): void {
  const { type, policy, place, since } = record;
  const open = fields.filter(({ name }) => {
    if (name === CLAIMS) return false;
    if (policy.there !== "fill" || !present.held.has(name)) return true;
    notes.count(`a ${name} where there is one already: left as it is (--claim states yours beside it)`);
    return false;
  });
  if (open.length === 0) return;
  const given = fields.find(({ name }) => name === CLAIMS);
  const day = since && typeof since.value === "string" ? since.value : null;
  const key = [id, ...(day === null ? [] : [day])].join("-");
  const claims = given
    ? [given.value].flat()
    : evidence
      ? [evidence.claimFor(draft, key, record.identity.written?.text ?? id, place)]
      : restsOn;
  if (claims.length === 0) {
    draft.refuse(place, "Nobody says so: name the source (--source), claims (--rests-on), or a claim in the column claims.");
    return;
  }
  const about = model.edges.get(ABOUT);
  for (const field of open) {
    const edge = type.edges.get(field.name);
    const property = type.properties.get(field.name);
    const stated = (name: string, value: string): StatedField => ({ name, value, place: field.place });
    if (edge) {
      const relationship = model.edges.get(edge.type);
      for (const end of [field.value].flat()) {
        const [from, to] = edge.direction === "IN" ? [end, id] : [id, end];
        const rests: StatedField[] = relationship?.dated ? [{ name: CLAIMS, value: claims, place: field.place }] : [];
        const begins: StatedField[] = relationship?.dated && since ? [since] : [];
        if (relationship) draft.addEdge(relationship, [stated("from", from), stated("to", to), ...begins, ...rests], field.place);
      }
    } else if (property?.contestable && typeof field.value === "string" && about) {
      const text = property.type === "Float" || property.type === "Int" ? canonical(field.value) : field.value;
      for (const claim of claims)
        draft.addEdge(
          about,
          [stated("from", claim), stated("to", id), stated("field", field.name), stated("value", text), ...(since ? [since] : [])],
          field.place,
        );
    } else notes.count(`a ${field.name} of a ${type.name} that something else defines: left out, since no claim gives a list`);
  }
}

/** A number as it is always written; what is none stays, for the checks of all records. */
function canonical(text: string): string {
  return text !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}
