import type { Asked } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { NodeLink, ViewLink } from "../app/link.tsx";
import { Empty } from "../ui/note.tsx";
import type { Count, Counts } from "./counts.ts";

/** A day and its counts. */
export interface CountedDay {
  readonly day: string;
  readonly counts: Counts;
  readonly askedOf: (id: string) => Asked;
}

/** The counts behind the map, most first: a column for each day. */
export function CountsTable({
  caption,
  none,
  days,
}: {
  readonly caption: string;
  readonly none: string;
  readonly days: readonly CountedDay[];
}) {
  const rows = rowsOf(days.map(({ counts }) => counts.rows));
  const cut = days.map(({ counts }) => counts.cut);
  if (rows.length === 0)
    return <Empty>The graph holds no such measure in force on this day. Choose another day above, or all effects.</Empty>;
  return (
    <div className="stack">
      <table className="map-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Country or bloc</th>
            {days.map(({ day }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same day may be compared with itself
              <th key={i} scope="col" className="map-number">
                {dateWords(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, counts }) => (
            <tr key={id}>
              <th scope="row">
                <NodeLink id={id}>{name}</NodeLink>
              </th>
              {days.map((day, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same day may be compared with itself
                <Figure key={i} id={id} name={name} count={counts[i] ?? 0} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot hidden={days.every(({ counts }) => counts.none === 0)}>
          <tr>
            <th scope="row">{none}</th>
            {days.map(({ counts }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same day may be compared with itself
              <td key={i}>{counts.none}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      {cut.some((count) => count > 0) && (
        <p className="small quiet">
          Those with the most are shown; the others have {cut.join(" and ")} together. The measures view lists them.
        </p>
      )}
    </div>
  );
}

/** A count, which leads to the measures behind it. */
function Figure({
  id,
  name,
  count,
  day,
}: {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly day: CountedDay;
}) {
  if (count === 0) return <td>0</td>;
  return (
    <td>
      <ViewLink to="/measures" asked={day.askedOf(id)} aria-label={`${count} measures of ${name} on ${dateWords(day.day)}`}>
        {count}
      </ViewLink>
    </td>
  );
}

/** All who have a count on any of the days, with their counts day by day. */
function rowsOf(
  days: readonly (readonly Count[])[],
): readonly { readonly id: string; readonly name: string; readonly counts: readonly number[] }[] {
  const names = new Map(days.flat().map(({ id, name }) => [id, name]));
  const counts = days.map((rows) => new Map(rows.map(({ id, count }) => [id, count])));
  return [...names]
    .map(([id, name]) => ({ id, name, counts: counts.map((day) => day.get(id) ?? 0) }))
    .sort((a, b) => Math.max(...b.counts) - Math.max(...a.counts) || a.name.localeCompare(b.name));
}
