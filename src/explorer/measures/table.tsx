import { memo, type ReactNode } from "react";
import { useAddress } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { rateWords, wordsOf } from "../data/words.ts";
import type { MeasureRowFragment } from "../generated/operations.ts";
import { StatusChip } from "../ui/status.tsx";
import { COLUMNS, type Column, type ColumnName } from "./columns.ts";
import { FROM_START, type State } from "./state.ts";

/** The measures of a page. The table scrolls inside its own box where it is wider than the page. */
export const Table = memo(function Table({ state, rows }: { readonly state: State; readonly rows: readonly MeasureRowFragment[] }) {
  const columns = COLUMNS.filter(({ name }) => name === "title" || state.columns.includes(name));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="measures-box" aria-label="Table of measures" tabIndex={0}>
      <table className="measures-table">
        <caption className="aloud">Measures, one a row</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.name} column={column} sort={state.sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ name }) =>
                name === "title" ? (
                  <th key={name} scope="row" className="measures-title">
                    <NodeLink id={row.id}>{row.title}</NodeLink>
                  </th>
                ) : (
                  <td key={name} className={`measures-${name}`}>
                    {CELLS[name](row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

function Head({ column, sort }: { readonly column: Column; readonly sort: State["sort"] }) {
  const { set } = useAddress();
  if (column.order === undefined) return <th scope="col">{column.title}</th>;
  const isSorted = sort.column === column.name;
  const direction = !isSorted ? undefined : sort.descending ? "descending" : "ascending";
  // Days begin with the newest, words with A.
  const isDescending = isSorted ? !sort.descending : ["announced", "from", "until", "rate"].includes(column.name);
  const next = `${isDescending ? "-" : ""}${column.name}`;
  return (
    <th scope="col" aria-sort={direction ?? "none"}>
      <button
        type="button"
        className="measures-sort"
        onClick={() => set({ ...FROM_START, sort: next === "-announced" ? undefined : next })}
      >
        {column.title}
        <span aria-hidden="true" className="measures-arrow">
          {direction === "descending" ? "↓" : direction === "ascending" ? "↑" : "↕"}
        </span>
      </button>
    </th>
  );
}

const NONE = <span className="quiet">–</span>;
const day = (date: string | null | undefined): ReactNode => (date ? <span className="measures-day">{dateWords(date)}</span> : NONE);

const CELLS: Readonly<Record<Exclude<ColumnName, "title">, (row: MeasureRowFragment) => ReactNode>> = {
  status: ({ statusOn }) => <StatusChip status={statusOn.status} />,
  kind: ({ kind }) => wordsOf("MeasureKind", kind),
  effect: ({ effect }) => wordsOf("MeasureEffect", effect),
  flow: ({ flow }) => (flow ? wordsOf("TradeFlow", flow) : NONE),
  announced: ({ announcedOn }) => day(announcedOn),
  from: ({ inForceFrom }) => day(inForceFrom),
  until: ({ inForceUntil }) => day(inForceUntil),
  rate: ({ rate, rateUnit }) => rateWords(rate, rateUnit) || NONE,
  imposedBy: ({ imposedBy }) => <Names nodes={imposedBy.nodes} total={imposedBy.totalCount} />,
  targets: ({ targets }) => <Names nodes={targets.nodes} total={targets.totalCount} />,
  covers: ({ covers }) => (
    <Names
      nodes={covers.nodes.map(({ id, label, hsCode }) => ({ id, label: shortly(label), ...(hsCode ? { code: hsCode } : {}) }))}
      total={covers.totalCount}
    />
  ),
  reference: ({ legalReference }) => legalReference ?? NONE,
};

/** The name of goods up to where the nomenclature begins to count things up. */
const shortly = (label: string): string => {
  const first = label.split(/[;,]/)[0] ?? label;
  return first.length < 12 && label.length > first.length ? `${label.slice(0, 40).replace(/[;, ]+\S*$/, "")} …` : first;
};

function Names({ nodes, total }: { readonly nodes: readonly { id: string; label: string; code?: string }[]; readonly total: number }) {
  if (total === 0) return NONE;
  return (
    <ul className="measures-names">
      {nodes.map(({ id, label, code }) => (
        <li key={id}>
          <NodeLink id={id} title={code ? `HS ${code}` : undefined}>
            {label}
          </NodeLink>
        </li>
      ))}
      {total > nodes.length && <li className="quiet">and {total - nodes.length} more</li>}
    </ul>
  );
}
