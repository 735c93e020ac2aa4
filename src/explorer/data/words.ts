import { LABELS } from "../generated/labels.ts";

/** A value of an enum in the schema's own words: `ENTITY_LISTING` of `MeasureKind` is `Entity listing`. */
export const wordsOf = (enumName: string, value: string): string => LABELS[enumName]?.[value] ?? value;

/** All values of an enum with their words, in the order of the schema. */
export const choicesOf = (enumName: string): readonly (readonly [value: string, words: string])[] => Object.entries(LABELS[enumName] ?? {});
