import { useMemo, useState } from "react";
import { useAddress, useDays, withoutDays } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { fileNameOf, saveFile } from "../data/files.ts";
import { useAnswer } from "../data/use-answer.ts";
import { MeasuresDocument, type MeasuresQuery, MeasuresTableDocument } from "../generated/operations.ts";
import { partWords, useShare } from "../share/shared.ts";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { Chosen } from "./chosen.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { csvOf, MOST, ROWS, tableOf } from "./csv.ts";
import { Facets } from "./facets.tsx";
import { FROM_START, PAGE, pageOf, readState, type State } from "./state.ts";
import { Table } from "./table.tsx";
import "./measures.css";

/** All measures, narrowed by what the reader chooses, as a table with pages and as a file. */
export default function Measures() {
  const { search } = useAddress();
  const days = useDays();
  const asked = withoutDays(search);
  const state = useMemo(() => readState(new URLSearchParams(asked)), [asked]);
  const { data, error, waiting, warnings, again } = useAnswer(MeasuresDocument, { ...pageOf(state), ...days });
  const total = data?.measures.totalCount;
  useShare({
    title: titleOf(days.on),
    asked: { document: MeasuresTableDocument, variables: tableOf(state, days) },
    part: partWords(ROWS, total, "“CSV of just this”, above the table, has more."),
  });
  return (
    <div className="measures">
      <header className="measures-head">
        <h1>Measures</h1>
        <p className="quiet" aria-live="polite">
          {total === undefined ? (error ? "Not counted" : "Counting …") : countWords(total, state)}
          {days.on === null ? ", as they stand today" : `, as they stood on ${dateWords(days.on)}`}
        </p>
      </header>
      <Facets state={state} />
      <div className="measures-main" aria-busy={waiting}>
        <Chosen state={state} />
        {error && <Problem error={error} again={again} />}
        {error && <FirstPage state={state} />}
        <Warnings warnings={warnings} />
        {data === undefined ? (
          !error && <Skeleton lines={16} />
        ) : (
          <>
            <Tools state={state} total={data.measures.totalCount} />
            {data.measures.nodes.length === 0 ? <NothingPasses state={state} /> : <Table state={state} rows={data.measures.nodes} />}
            <Pages state={state} measures={data.measures} />
          </>
        )}
      </div>
    </div>
  );
}

const titleOf = (on: string | null): string => (on === null ? "Measures" : `Measures as of ${dateWords(on)}`);

function countWords(total: number, { chosen, text }: State): string {
  const isNarrowed = text !== "" || Object.values(chosen).some((values) => values.length > 0);
  const noun = total === 1 ? "measure" : "measures";
  return isNarrowed ? `${total.toLocaleString("en")} ${noun} ${total === 1 ? "passes" : "pass"}` : `${total.toLocaleString("en")} ${noun}`;
}

function NothingPasses({ state }: { readonly state: State }) {
  const count = Object.values(state.chosen).flat().length + (state.text === "" ? 0 : 1);
  return (
    <div className="stack">
      <Empty>
        {count === 0
          ? "There was no measure on this day that the graph knows of."
          : "No measure has all that is chosen. Take one choice back, or another day above."}
      </Empty>
      <FirstPage state={state} />
    </div>
  );
}

/** The way back from a page that is none of this list, as where a link's filter was changed by hand. */
function FirstPage({ state }: { readonly state: State }) {
  const { set } = useAddress();
  if (state.after === null && state.before === null) return null;
  return (
    <div>
      <button type="button" className="button" onClick={() => set(FROM_START)}>
        To the first page
      </button>
    </div>
  );
}

/** Which columns, and the file of just this. */
function Tools({ state, total }: { readonly state: State; readonly total: number }) {
  const days = useDays();
  const [said, setSaid] = useState("");
  const save = async () => {
    setSaid("Making the file …");
    try {
      saveFile(`${fileNameOf(titleOf(days.on))}.csv`, "text/csv", await csvOf(tableOf(state, days), total));
      setSaid(
        total > MOST
          ? `The file has the first ${MOST.toLocaleString("en")} measures. For all, narrow them in steps.`
          : "The file is saved.",
      );
    } catch (error) {
      setSaid(`There is no file: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <div className="measures-tools row no-print">
      <ColumnChooser state={state} />
      <button type="button" className="button" disabled={total === 0} onClick={save}>
        CSV of just this
      </button>
      <span className="small quiet" role="status">
        {said || (total > MOST ? `the first ${MOST.toLocaleString("en")}` : "")}
      </span>
    </div>
  );
}

/** Where the page stands, and the ways to those beside it. */
function Pages({ state, measures }: { readonly state: State; readonly measures: MeasuresQuery["measures"] }) {
  const { set } = useAddress();
  const { pageInfo, totalCount } = measures;
  const pages = Math.ceil(totalCount / PAGE);
  if (pages <= 1 && !pageInfo.hasPreviousPage) return null;
  const go = (changes: Readonly<Record<string, string | undefined>>) => {
    set({ ...FROM_START, ...changes });
    document.querySelector(".measures-tools")?.scrollIntoView({ block: "start" });
  };
  const numberOf = (page: number) => (page > 1 ? String(page) : undefined);
  return (
    <nav className="measures-pages row" aria-label="Pages">
      <button
        type="button"
        className="button"
        disabled={state.page <= 1}
        onClick={() => go(state.page === 2 ? {} : { before: pageInfo.startCursor ?? undefined, page: numberOf(state.page - 1) })}
      >
        Page before
      </button>
      <span className="small figures">
        Page {state.page} of {pages}
      </span>
      <button
        type="button"
        className="button"
        disabled={state.page >= pages || pageInfo.endCursor === null}
        onClick={() => go({ after: pageInfo.endCursor ?? undefined, page: numberOf(state.page + 1) })}
      >
        Next page
      </button>
    </nav>
  );
}
