import { wordsOf } from "../data/words.ts";
import type { GroupName } from "./state.ts";

const ENUMS: Partial<Readonly<Record<GroupName, string>>> = { status: "MeasureStatus", kind: "MeasureKind", effect: "MeasureEffect" };

/** A value of a group in words. */
export function valueWords(group: GroupName, value: string, nameOf: (id: string) => string): string {
  const enumName = ENUMS[group];
  if (enumName !== undefined) return wordsOf(enumName, value);
  return group === "year" ? value : nameOf(value);
}
