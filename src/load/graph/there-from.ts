import { HISTORY_STEP, type NodeType, THERE_FROM } from "../../model/index.ts";
import { earliest } from "./claim-support.ts";
import { textOrNull, textsOf, type Values } from "./values.ts";

/** A day by which an act was there, and since when that is known: empty where always. */
export interface Implied {
  readonly day: string;
  readonly known: string;
}

/** From when on an act is there, as it is stored: the day, and a step of its history for each day on which other things were known. */
export interface ThereFrom {
  /** Null where nothing implies a day, and for types that are always there. */
  readonly day: string | null;
  readonly history: readonly string[];
}

/** Whether nodes of a type are there from a day on. */
export function hasBeginning(type: NodeType): boolean {
  return type.properties.get(THERE_FROM)?.derived === true;
}

/** Whether what is implied may count for a node, given how it is stored: where it has no day that dates it, or had none at what was known. */
export function needsImplied(type: NodeType, values: Values): boolean {
  return hasBeginning(type) && (type.date === null || values[type.date] === undefined || stepsOf(values, type.date).length > 0);
}

/**
 * From when on a node is there (schema: Act.thereFrom): the day that dates it, else the earliest of the days by which it was there: those of
 * `@node(begins:)`, and those that its edges, claims and sources imply. `values` are those of its fields with their history, `recordedOn`
 * is since when the node itself is known.
 */
export function thereFrom(type: NodeType, values: Values, recordedOn: string | null, implied: () => readonly Implied[]): ThereFrom {
  if (!hasBeginning(type)) return { day: null, history: [] };
  if (type.date !== null && !needsImplied(type, values)) return { day: textOrNull(values[type.date]), history: [] };
  const days = implied();
  const fields = [...(type.date === null ? [] : [type.date]), ...type.begins];
  const changes = [...days.map(({ known }) => known), ...fields.flatMap((name) => stepsOf(values, name).map(({ known }) => known))];
  const steps: Implied[] = [];
  for (const known of [...new Set(["", ...changes])].sort()) {
    const day = dayAsKnown(type, values, days, known);
    if (day !== null && day !== steps.at(-1)?.day) steps.push({ day, known });
  }
  const first = recordedOn ?? "";
  // What was over before the node was known is no history; what is left needs none where it holds as long as that.
  const since = steps.filter((_, i) => (steps[i + 1]?.known ?? "~") > first);
  const isAlways = since.length <= 1 && (since[0]?.known ?? "") <= first;
  const history = isAlways ? [] : since.map(({ day, known }) => [THERE_FROM, "", known, day].join(HISTORY_STEP));
  return { day: steps.at(-1)?.day ?? null, history };
}

/** The same at what was known on a day. */
function dayAsKnown(type: NodeType, values: Values, implied: readonly Implied[], known: string): string | null {
  const date = type.date === null ? null : valueAsKnown(values, type.date, known);
  if (date !== null) return date;
  const days = implied.filter((one) => one.known <= known).map(({ day }) => day);
  return earliest([...type.begins.map((name) => valueAsKnown(values, name, known)), ...days]);
}

/** The value of a field at what was known on a day: of one without history, what is stored. */
function valueAsKnown(values: Values, field: string, known: string): string | null {
  const steps = stepsOf(values, field);
  if (steps.length === 0) return textOrNull(values[field]);
  return steps.findLast((step) => step.known <= known)?.day ?? null;
}

/** The steps of a field in a node's history. */
function stepsOf(values: Values, field: string): Implied[] {
  return textsOf(values.history)
    .map((line) => line.split(HISTORY_STEP))
    .flatMap(([name, , known = "", day = ""]) => (name === field ? [{ day, known }] : []));
}
