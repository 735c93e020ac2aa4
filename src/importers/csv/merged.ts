import type { StatedField } from "../../load/index.ts";
import type { Notes } from "../importer.ts";

/** What several rows state of one thing, together: lists are added up; of other values that differ the first counts, and each other is counted. */
export function mergedFields(
  all: readonly (readonly StatedField[])[],
  isList: (name: string) => boolean,
  of: string,
  notes: Pick<Notes, "count">,
): StatedField[] {
  const merged = new Map<string, StatedField>();
  for (const field of all.flat()) {
    const known = merged.get(field.name);
    if (known === undefined) merged.set(field.name, field);
    else if (isList(field.name)) merged.set(field.name, { ...known, value: [...new Set([known.value, field.value].flat())] });
    else if (String(known.value) !== String(field.value))
      notes.count(`rows that give ${of} another ${field.name} than an earlier row: the earlier one counts`);
  }
  return [...merged.values()];
}
