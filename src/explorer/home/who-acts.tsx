import { useMemo, useState } from "react";
import { useDays } from "../app/address.ts";
import { dateWords, today } from "../app/day.ts";
import { ViewLink } from "../app/link.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { type BlocsShownFragment, WhoActsDocument, type WhoActsQuery } from "../generated/operations.ts";
import { blocsOn } from "../map/blocs.ts";
import { countsOf, filterOf, type Shown, shownOf } from "../map/counts.ts";
import { Picture } from "../map/picture.tsx";
import { stepsOf } from "../map/scale.ts";
import { useWorld } from "../map/use-world.ts";
import { Empty, Problem, Skeleton } from "../ui/note.tsx";
import { Arrows } from "./arrows.tsx";
import "../map/map.css";

/** How many pairs stand beside the map. */
const SHOWN = 6;

/** How many measures one has in force against another. */
export interface Pair {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly count: number;
}

/** Who has restricting measures in force against whom: a small map with its table, which leads to the large one. */
export function WhoActs({ held }: { readonly held: BlocsShownFragment | undefined }) {
  const { on, known } = useDays();
  const asked = on ?? today();
  const world = useWorld();
  const [said, setSaid] = useState<string | null>(null);
  const { data, of, error, again, waiting } = useAnswer(WhoActsDocument, { day: asked, filter: filterOf(asked, false), on, known });
  const day = of?.day ?? asked;
  const pairs = useMemo(() => (data ? pairsOf(data) : []), [data]);
  const isCut = data?.statistics.rows.some(({ combinations }) => combinations > 1) ?? false;
  const shown = useMemo(
    () => (data ? shownOf(countsOf(data.measures), held ? blocsOn(held, day) : []) : new Map<string, Shown>()),
    [data, held, day],
  );
  if (error) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton height={360} />;
  const against = pairs.filter(({ to }) => to !== "");
  const most = Math.max(1, ...[...shown.values()].map(({ count }) => count));
  return (
    <div className="home-acts" aria-busy={waiting}>
      <figure className="map-figure">
        <Picture
          world={world}
          label={`Map of the world: who has restricting measures in force against whom on ${dateWords(day)}`}
          shown={shown}
          steps={stepsOf(most)}
          wordsOf={(count) => `has ${count} restricting measures in force`}
          askedOf={(id) => ({ imposedBy: id, status: "IN_FORCE", effect: "RESTRICTING" })}
          onPoint={setSaid}
        >
          {world && <Arrows world={world} pairs={against} />}
        </Picture>
        <figcaption className="small quiet">
          {said ?? `${data.measures.totalCount.toLocaleString("en")} restricting measures in force on ${dateWords(day)}.`}
          {said === null && isCut && ` Lines join the ${against.length} pairs with most of them.`}
        </figcaption>
      </figure>
      {against.length === 0 ? (
        <Empty>No measure in force on this day names a country as its target.</Empty>
      ) : (
        <Pairs pairs={against} isCut={isCut} />
      )}
    </div>
  );
}

function Pairs({ pairs, isCut }: { readonly pairs: readonly Pair[]; readonly isCut: boolean }) {
  const more = `${isCut ? "more than " : ""}${pairs.length - SHOWN}${isCut ? " other" : " more"} pairs`;
  return (
    <div className="stack">
      <table className="map-table">
        <caption className="aloud">Restricting measures in force, by who imposed them and whom they name</caption>
        <thead>
          <tr>
            <th scope="col">Who, against whom</th>
            <th scope="col" className="map-number">
              Measures
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, SHOWN).map(({ from, fromName, to, toName, count }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">
                {fromName} <span aria-hidden="true">→</span>
                <span className="aloud"> against </span> {toName}
              </th>
              <td>
                <ViewLink
                  to="/measures"
                  asked={{ imposedBy: from, targets: to, status: "IN_FORCE", effect: "RESTRICTING" }}
                  aria-label={`${count} measures of ${fromName} against ${toName}`}
                >
                  {count}
                </ViewLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ViewLink to="/map">{pairs.length > SHOWN ? `The map, and ${more}` : "The map"}</ViewLink>
    </div>
  );
}

/** The pairs of an answer, those that name nobody with no `to`. */
const pairsOf = (answer: WhoActsQuery): readonly Pair[] =>
  answer.statistics.rows
    .filter(({ combinations, count }) => combinations === 1 && count > 0)
    .map(({ groups: [by, target], count }) => ({
      from: by?.value ?? "",
      fromName: by?.label ?? "Nobody named",
      to: target?.value ?? "",
      toName: target?.label ?? "",
      count,
    }));
