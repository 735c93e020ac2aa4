import { wordsOf } from "../data/words.ts";
import type { MeasureStatus } from "../generated/operations.ts";
import "./status.css";

/** What a reader has to tell apart; the finer words are the statuses' own. */
export type Standing = "in-force" | "coming" | "suspended" | "over" | "unknown";

const STANDINGS: Readonly<Record<MeasureStatus, Standing>> = {
  IN_FORCE: "in-force",
  ANNOUNCED: "coming",
  SCHEDULED: "coming",
  POSTPONED: "coming",
  SUSPENDED: "suspended",
  EXPIRED: "over",
  REVOKED: "over",
  REPLACED: "over",
  NEVER_IN_FORCE: "over",
  NOT_YET_ANNOUNCED: "unknown",
  UNKNOWN: "unknown",
};

/** Which colour and pattern a status has. */
export const standingOf = (status: MeasureStatus): Standing => STANDINGS[status];

/** A status in words. */
export const statusWords = (status: MeasureStatus): string => wordsOf("MeasureStatus", status);

/** A status as colour, pattern and word: none of the three alone. */
export function StatusChip({ status }: { readonly status: MeasureStatus }) {
  return (
    <span className={`status status-${standingOf(status)}`}>
      <span className="status-swatch" aria-hidden="true" />
      {statusWords(status)}
    </span>
  );
}

/** What the colours and patterns stand for. */
export function StatusLegend() {
  const shown: readonly (readonly [Standing, string])[] = [
    ["in-force", "In force"],
    ["coming", "Announced, scheduled or postponed"],
    ["suspended", "Suspended"],
    ["over", "Over"],
    ["unknown", "Not known"],
  ];
  return (
    <ul className="status-legend" aria-label="Colours of status">
      {shown.map(([standing, words]) => (
        <li key={standing} className={`status status-${standing}`}>
          <span className="status-swatch" aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}
