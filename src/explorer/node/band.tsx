import { useDays } from "../app/address.ts";
import { dateWords, dayAfter, numberOf, today } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { StatusChip, standingOf, statusWords } from "../ui/status.tsx";
import "./band.css";
import { type Scale, scaleOf, ticksOf } from "./band-scale.ts";
import type { PageNode, Span } from "./facts.ts";

type Measure = PageNode & { readonly __typename: "Measure" };

/** Where a measure stood along time: a bar, flags for the acts that decided, a line at the day that the page is as of, and the same as a table. */
export function StatusBand({ measure }: { readonly measure: Measure }) {
  const { on } = useDays();
  const shown = measure.statuses.filter(({ status }) => status !== "NOT_YET_ANNOUNCED");
  if (shown.length === 0) return null;
  const day = on ?? today();
  const scale = scaleOf(shown, day);
  return (
    <section className="node-part band" aria-label="Status along time">
      <h2 className="aloud">Status along time</h2>
      <Sentence measure={measure} day={on} />
      <figure className="band-figure">
        <div className="band-plot" aria-hidden="true">
          <Flags spans={shown} scale={scale} />
          <div className="band-bar">
            {shown.map((span) => (
              <Segment key={`${span.from}`} span={span} scale={scale} />
            ))}
            <span className="band-day" style={{ left: `${scale(day)}%` }} />
          </div>
          <div className="band-axis">
            {ticksOf(scale).map(({ day: tick, label }) => (
              <span key={tick} className="band-tick" style={{ left: `${scale(tick)}%` }}>
                {label}
              </span>
            ))}
          </div>
        </div>
        <details className="band-table">
          <summary>As a table</summary>
          <SpanTable spans={shown} />
        </details>
      </figure>
    </section>
  );
}

/** Where it stands, and what decided that. */
function Sentence({ measure, day }: { readonly measure: Measure; readonly day: string | null }) {
  const { status, decidedBy, fromParts } = measure.statusOn;
  return (
    <p className="band-sentence">
      <StatusChip status={status} />
      <span className="quiet"> {day ? `on ${dateWords(day)}` : "today"}</span>
      {decidedBy && (
        <span>
          , {ACTS[decidedBy.type]} <NodeLink id={decidedBy.node.id}>{decidedBy.node.label}</NodeLink>
          {decidedBy.since && ` (${dateWords(decidedBy.since)}${decidedBy.until ? ` to ${dateWords(decidedBy.until)}` : ""})`}
        </span>
      )}
      {fromParts.length > 0 && <span>, as {fromParts.length === 1 ? "its part is" : `${fromParts.length} of its parts are`}</span>}
    </p>
  );
}

const ACTS = { ENDS: "ended by", REPLACES: "replaced by", SUSPENDS: "put on hold by", EXTENDS: "prolonged by" } as const;

function Segment({ span, scale }: { readonly span: Span; readonly scale: Scale }) {
  const [left, right] = edgesOf(span, scale);
  const isOpen = span.until === null;
  // A month or a year may be any of its days: until it is over, the status is not told.
  const isSoft = span.status === "UNKNOWN" && !isOpen;
  return (
    <span
      className={`band-span band-${standingOf(span.status)}${isOpen ? " band-open" : ""}${isSoft ? " band-soft" : ""}`}
      style={{ left: `${left}%`, width: `${right - left}%` }}
      title={`${statusWords(span.status)}, ${daysOf(span)}`}
    >
      {right - left > 9 && <span className="band-word">{statusWords(span.status)}</span>}
    </span>
  );
}

const edgesOf = ({ from, until }: Span, scale: Scale): readonly [number, number] => [
  from === null ? 0 : scale(from),
  until === null ? 100 : scale(dayAfter(until, 1)),
];

/** The acts that decided, numbered as in the table; of flags too near to each other the later one stands lower. */
function Flags({ spans, scale }: { readonly spans: readonly Span[]; readonly scale: Scale }) {
  const decided = spans.flatMap((span, i) => (span.decidedBy && span.from ? [{ i, span, at: scale(span.from) }] : []));
  return (
    <div className="band-flags">
      {decided.map(({ i, span, at }, n) => (
        <span
          key={`${span.from}`}
          className={`band-flag${n > 0 && at - (decided[n - 1]?.at ?? 0) < 2.5 && n % 2 === 1 ? " band-flag-up" : ""}`}
          style={{ left: `${at}%` }}
          title={span.decidedBy?.node.label}
        >
          {i + 1}
        </span>
      ))}
    </div>
  );
}

function SpanTable({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Days</th>
          <th scope="col">Status</th>
          <th scope="col">Decided by</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span, i) => (
          <tr key={`${span.from}`}>
            <td>{i + 1}</td>
            <td>{daysOf(span)}</td>
            <td>
              <StatusChip status={span.status} />
            </td>
            <td>
              {span.decidedBy ? (
                <>
                  {ACTS[span.decidedBy.type]} <NodeLink id={span.decidedBy.node.id}>{span.decidedBy.node.label}</NodeLink>
                </>
              ) : (
                "its own dates"
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function daysOf({ from, until }: Span): string {
  if (from && until) return numberOf(from) === numberOf(until) ? dateWords(from) : `${dateWords(from)} to ${dateWords(until)}`;
  if (from) return `since ${dateWords(from)}`;
  return until ? `until ${dateWords(until)}` : "always";
}
