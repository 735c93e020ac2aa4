import type { RowDraft, StatedField } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import type { Row } from "../read/table.ts";
import type { References } from "../references/references.ts";
import type { TableKind } from "./kinds.ts";

/** A row, and the draft that it goes into. */
export interface DraftedRow {
  readonly row: Row;
  readonly draft: RowDraft;
}

/** Takes rows into their drafts, what they name looked up at once: codes and names become ids, and what fits nothing is refused in the draft. */
export async function addRows(rows: readonly DraftedRow[], kind: TableKind, references: References, notes: Notes): Promise<void> {
  const read = rows.map(({ row, draft }) => ({ row, draft, fields: kind.fields(row, draft, notes) }));
  const named = read.flatMap(({ fields }) =>
    fields.flatMap(({ name, value }) => {
      const types = kind.references.get(name);
      return types ? [value].flat().map((text) => ({ text, types })) : [];
    }),
  );
  const defined = new Set(rows.flatMap(({ row }) => kind.defines(row) ?? []));
  await references.lookUp(named, (id) => defined.has(id));
  for (const { row, draft, fields } of read) {
    const taken = fields.flatMap((field) => withIds(field, kind.references.get(field.name), references, draft));
    // An end that was refused is not missing.
    const isWhole = kind.needed.every((name) => taken.some((field) => field.name === name) || !fields.some((field) => field.name === name));
    if (isWhole) kind.add(taken, draft, row.place);
  }
}

/** A field with the ids that its codes and names stand for; without what is refused. */
function withIds(field: StatedField, types: readonly string[] | undefined, references: References, draft: RowDraft): StatedField[] {
  if (!types) return [field];
  const idOf = (text: string): string[] => {
    const found = references.get({ text, types });
    if ("problem" in found) draft.refuse(field.place, `${field.name}: ${found.problem}`);
    // A short id is written in full where all short ids are.
    return "problem" in found ? [] : ["id" in found && !found.id.endsWith(`:${text}`) ? found.id : text];
  };
  if (typeof field.value === "string") return idOf(field.value).map((value) => ({ ...field, value }));
  const value = field.value.flatMap(idOf);
  return value.length > 0 ? [{ ...field, value }] : [];
}
