import type { MeasureOrderField } from "../generated/operations.ts";

/** A column beside the title, under its name in the address. */
export type ColumnName =
  | "title"
  | "status"
  | "kind"
  | "effect"
  | "flow"
  | "announced"
  | "from"
  | "until"
  | "rate"
  | "imposedBy"
  | "targets"
  | "covers"
  | "reference";

/** A column of the table. */
export interface Column {
  readonly name: ColumnName;
  readonly title: string;
  /** What the list is ordered by; absent where it can't be. */
  readonly order?: MeasureOrderField;
}

/** All columns, in the order of the table. The title is always there. */
export const COLUMNS: readonly Column[] = [
  { name: "title", title: "Measure", order: "TITLE" },
  { name: "status", title: "Status" },
  { name: "kind", title: "Instrument", order: "KIND" },
  { name: "effect", title: "Effect", order: "EFFECT" },
  { name: "flow", title: "Flow", order: "FLOW" },
  { name: "announced", title: "Announced", order: "ANNOUNCED_ON" },
  { name: "from", title: "In force from", order: "IN_FORCE_FROM" },
  { name: "until", title: "Until", order: "IN_FORCE_UNTIL" },
  { name: "rate", title: "Rate", order: "RATE" },
  { name: "imposedBy", title: "Imposed by" },
  { name: "targets", title: "Aimed at" },
  { name: "covers", title: "Goods" },
  { name: "reference", title: "Legal reference", order: "LEGAL_REFERENCE" },
];

/** What is shown unless the reader chooses. */
export const USUAL: readonly ColumnName[] = ["status", "kind", "announced", "imposedBy", "targets", "covers"];
