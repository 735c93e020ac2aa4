import { useCallback, useMemo } from "react";
import { useAddress, useDays } from "../app/address.ts";
import { dateWords, dayAfter, spanOf, today } from "../app/day.ts";
import { useAnswer } from "../data/use-answer.ts";
import { usePages } from "../data/use-pages.ts";
import { TimelineAnswersDocument, TimelineEntriesDocument } from "../generated/operations.ts";
import { partWords, useShare } from "../share/shared.ts";
import { Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { type AskedTimeline, readAsked, writeAsked } from "./asked.ts";
import { daysOf, type Entry } from "./entries.ts";
import { Filters } from "./filters.tsx";
import { itemsOf } from "./items.ts";
import { lanesOf } from "./lanes.ts";
import { Picture } from "./picture.tsx";
import { TimeLegend } from "./time-legend.tsx";
import { TimeTable } from "./time-table.tsx";
import { useWindow, type Window } from "./use-window.ts";
import "./timeline.css";

/** How many pages of entries are read at most. */
const PAGES = 5;
/** How many entries a page has, as timeline.graphql asks. */
const PAGE = 200;

/** Acts and moments in lanes by actor along time, what answered what, and the table behind. */
export default function Timeline() {
  const { search, set } = useAddress();
  const { on, known } = useDays();
  const asked = useMemo(() => readAsked(search), [search]);
  const span = asked.span;
  // By whole years, so that coming closer asks nothing new, and what is dated by a year is there.
  const variables = {
    actors: asked.actors.length > 0 ? [...asked.actors] : null,
    commodities: asked.commodities.length > 0 ? [...asked.commodities] : null,
    kinds: asked.kinds.length > 0 ? [...asked.kinds] : null,
    from: span?.from.slice(0, 4) ?? null,
    to: span?.to.slice(0, 4) ?? null,
    on,
    known,
  };
  const { pages, waiting, error, warnings } = usePages(TimelineEntriesDocument, variables, {
    endOf: ({ timeline }) => timeline.pageInfo,
    most: PAGES,
  });
  const answers = useAnswer(TimelineAnswersDocument, { ids: [...asked.actors, ...asked.commodities], on, known });
  const entries = useMemo(() => pages.flatMap(({ timeline }) => timeline.nodes), [pages]);
  // By what they say: an answer of another day that calls them alike moves no lane.
  const named = JSON.stringify((answers.data?.nodes ?? []).flatMap((node) => (node ? [[node.id, node.label]] : [])));
  const labels = useMemo(() => new Map<string, string>(JSON.parse(named)), [named]);
  const tell = useCallback((from: string, to: string) => set({ ...writeAsked(asked), from, to }, { replace: true }), [set, asked]);
  const time = useWindow(span ?? extentOf(entries), tell);
  const total = pages[0]?.timeline.totalCount ?? 0;
  useShare({
    title: titleOf(asked, labels),
    asked: { document: TimelineEntriesDocument, variables },
    part: partWords(PAGE, total, "Choose a shorter stretch, actors or kinds for the rest."),
  });
  const bows = answers.data?.relationships;
  return (
    <div className="stack" aria-busy={waiting}>
      <h1>{titleOf(asked, labels)}</h1>
      <Filters asked={asked} labels={labels} />
      {error && <Problem error={error} />}
      <Warnings warnings={[...warnings, ...answers.warnings]} />
      {pages.length === 0 && !error ? (
        <Skeleton height={480} />
      ) : (
        <Shown asked={asked} labels={labels} entries={entries} answers={bows?.nodes ?? []} time={time} />
      )}
      {!waiting && total > entries.length && (
        <p className="note note-warning">
          The first {entries.length.toLocaleString("en")} of {total.toLocaleString("en")} entries are shown. Choose actors, goods or kinds
          to see fewer.
        </p>
      )}
      {bows && bows.totalCount > bows.nodes.length && (
        <p className="small quiet">
          The lines are those of {bows.nodes.length} of {bows.totalCount} answers.
        </p>
      )}
    </div>
  );
}

interface ShownProps {
  readonly asked: AskedTimeline;
  readonly labels: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
  readonly answers: Parameters<typeof Picture>[0]["answers"];
  readonly time: Window;
}

/** The picture, what its shapes mean, and the table of the same stretch. */
function Shown({ asked, labels, entries, answers, time }: ShownProps) {
  const { on } = useDays();
  const { lanes, items } = useMemo(() => {
    const { lanes, laneOf } = lanesOf(
      entries,
      asked.actors.map((id) => ({ id, label: labels.get(id) ?? "" })),
    );
    return { lanes, items: itemsOf(entries, laneOf) };
  }, [entries, asked.actors, labels]);
  const [from, until] = [Math.round(time.from), Math.round(time.until)];
  const seen = useMemo(
    () =>
      entries.filter(({ date }) => {
        const days = daysOf(date);
        return days.until > from && days.from < until;
      }),
    [entries, from, until],
  );
  const words = `${dateWords(dayAfter("1970-01-01", from))} to ${dateWords(dayAfter("1970-01-01", until - 1))}`;
  return (
    <>
      <div className="time-bar no-print">
        <p className="small figures" aria-live="polite">
          {words}: {seen.length} {seen.length === 1 ? "entry" : "entries"}
        </p>
        <ZoomButtons time={time} />
      </div>
      <Picture time={time} lanes={lanes} items={items} answers={answers} on={on} />
      <TimeLegend />
      <TimeTable key={`${from} ${until}`} entries={seen} caption={`What is dated from ${words}`} />
    </>
  );
}

function ZoomButtons({ time: { zoom, pan } }: { readonly time: Window }) {
  const buttons: readonly (readonly [label: string, sign: string, act: () => void])[] = [
    ["Earlier", "←", () => pan(-0.3)],
    ["Later", "→", () => pan(0.3)],
    ["Zoom in", "+", () => zoom(0.5)],
    ["Zoom out", "−", () => zoom(2)],
  ];
  return (
    <div className="row">
      {buttons.map(([label, sign, act]) => (
        <button key={label} type="button" className="button" aria-label={label} title={label} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}

/** Who and what the timeline is of. */
function titleOf({ actors, commodities }: AskedTimeline, labels: ReadonlyMap<string, string>): string {
  const words = [...actors, ...commodities].flatMap((id) => labels.get(id) ?? []);
  if (words.length === 0) return "Timeline";
  const last = words.at(-1) ?? "";
  return words.length === 1 ? `Timeline of ${last}` : `Timeline of ${words.slice(0, -1).join(", ")} and ${last}`;
}

/** From the first to the last of what is found; this year where nothing is. */
function extentOf(entries: readonly Entry[]): { readonly from: string; readonly to: string } {
  const year = today().slice(0, 4);
  const firsts = entries.map(({ date }) => spanOf(date).first).sort();
  const lasts = entries.map(({ date }) => spanOf(date).last).sort();
  return { from: dayAfter(firsts[0] ?? `${year}-01-01`, -7), to: dayAfter(lasts.at(-1) ?? `${year}-12-31`, 7) };
}
