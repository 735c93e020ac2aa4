import { memo, useMemo, useRef, useState } from "react";
import { type Asked, dayOf, useAddress, useDays } from "../app/address.ts";
import { dateWords, dayAfter, today } from "../app/day.ts";
import { useAhead } from "../data/use-ahead.ts";
import { useAnswer } from "../data/use-answer.ts";
import {
  BlocsDocument,
  type BlocsShownFragment,
  InForceByCountryDocument,
  type InForceByCountryQuery,
  type InForceByCountryQueryVariables,
} from "../generated/operations.ts";
import { useShare } from "../share/shared.ts";
import { Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { type Bloc, blocsOn } from "./blocs.ts";
import { Controls } from "./controls.tsx";
import { type Counted, countsOf, facetOf, filterOf, type Side, shownOf, sideOf } from "./counts.ts";
import { type CountedDay, CountsTable } from "./counts-table.tsx";
import { Legend } from "./legend.tsx";
import { Picture } from "./picture.tsx";
import { stepsOf } from "./scale.ts";
import { useWorld } from "./use-world.ts";
import "./map.css";

/** The world on a day: who has imposed how many measures that are in force, or at whom how many are aimed. */
export default function WorldMap() {
  const { get } = useAddress();
  const { on, known } = useDays();
  const [side, all, other]: [Side, boolean, string | null] = [
    get("by") === "targeted" ? "targeted" : "imposed",
    get("effects") === "all",
    dayOf(get("compare")),
  ];
  const day = on ?? today();
  const asOf = (day: string, on: string | null) => ({
    filter: filterOf(day, all),
    by: facetOf(side),
    on,
    known,
    otherFilter: filterOf(other ?? day, all),
    other: other ?? day,
    isCompared: other !== null,
  });
  const variables = asOf(day, on);
  const answer = useAnswer(InForceByCountryDocument, variables);
  // Who has moved the day may move it on by the arrows.
  const opened = useRef(on);
  const beside = on === null || on === opened.current ? [] : [dayAfter(on, 1), dayAfter(on, -1)];
  useAhead(
    InForceByCountryDocument,
    beside.filter((day) => day < today()).map((day) => asOf(day, day)),
  );
  const blocs = useAnswer(BlocsDocument, { known });
  const title = `Measures in force on ${dateWords(day)}, by ${side === "imposed" ? "who imposed them" : "whom they target"}`;
  useShare({ title, asked: { document: InForceByCountryDocument, variables } });
  const held = blocs.data?.countries;
  const { data, of } = answer;
  const days = useMemo(() => (data && of ? shownDays(data, of, held) : []), [data, of, held]);
  const error = answer.error ?? blocs.error;
  return (
    <div className="stack" aria-busy={answer.waiting}>
      <h1>Who acts against whom</h1>
      <Controls side={side} all={all} other={other} blocs={days[0]?.blocs ?? []} />
      {error && <Problem error={error} again={answer.again} />}
      <Warnings warnings={answer.warnings} />
      {days.length > 0 ? (
        <Shown side={of ? sideOf(of.by) : side} all={!of?.filter.effect} days={days} chosen={get("bloc")} />
      ) : (
        <Skeleton height={440} />
      )}
    </div>
  );
}

type ShownDay = CountedDay & { readonly blocs: readonly Bloc[] };

/** The days of an answer, which are named by what was asked for it: while another day or side is awaited, the figures stay, under their own. */
function shownDays(
  answer: InForceByCountryQuery,
  asked: InForceByCountryQueryVariables,
  held: BlocsShownFragment | undefined,
): readonly ShownDay[] {
  const side = sideOf(asked.by);
  const shown = (day: string, on: string | null | undefined, counted: Counted): ShownDay => ({
    day,
    counts: countsOf(counted),
    blocs: held ? blocsOn(held, day) : [],
    askedOf: (id: string): Asked => ({
      [side === "imposed" ? "imposedBy" : "targets"]: id,
      status: "IN_FORCE",
      effect: asked.filter.effect ? "RESTRICTING" : undefined,
      on: on ?? undefined,
    }),
  });
  const first = shown(asked.on ?? today(), asked.on, answer.measures);
  return answer.others && asked.other ? [first, shown(asked.other, asked.other, answer.others)] : [first];
}

interface ShownProps {
  readonly side: Side;
  readonly all: boolean;
  readonly days: readonly ShownDay[];
  readonly chosen: string | null;
}

/** A map for each day, and the table beside: drawn where an answer is there, and not as one is awaited. */
const Shown = memo(function Shown({ side, all, days, chosen }: ShownProps) {
  const world = useWorld();
  const [said, setSaid] = useState<string | null>(null);
  const most = Math.max(1, ...days.flatMap(({ counts }) => counts.rows.map(({ count }) => count)));
  const steps = stepsOf(most);
  const kind = all ? "measures" : "restricting measures";
  const wordsOf = (count: number) =>
    side === "imposed" ? `imposed ${count} ${kind} in force` : `is named as a target by ${count} ${kind} in force`;
  const drawn = days[0];
  const off = world && drawn ? drawn.counts.rows.filter(({ id }) => !world.byId.has(id)) : [];
  return (
    <div className="map-parts">
      <div className="stack">
        <div className={days.length > 1 ? "map-days map-two" : "map-days"}>
          {days.map(({ day, counts, askedOf, blocs }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same day may be compared with itself
            <figure key={i} className="map-figure">
              <figcaption className="small">
                <b>{dateWords(day)}</b> · {counts.total} {kind} in force
              </figcaption>
              <Picture
                world={world}
                label={`Map of the world on ${dateWords(day)}; the table has its figures`}
                shown={shownOf(counts, blocs)}
                steps={steps}
                wordsOf={wordsOf}
                askedOf={askedOf}
                outlined={blocs.find(({ id }) => id === chosen)?.members}
                onPoint={setSaid}
              />
            </figure>
          ))}
        </div>
        <p className="map-said" aria-hidden="true">
          {said ?? <span className="quiet">Point at a country for its figure; choose it to list its measures.</span>}
        </p>
        <Legend steps={steps} most={most} />
        <p className="small quiet">
          Members of a customs union are shaded by the union’s count.
          {off.length > 0 && ` Not drawn at this scale, or a bloc: ${off.map(({ name, count }) => `${name} (${count})`).join(", ")}.`}
        </p>
      </div>
      <CountsTable
        caption={side === "imposed" ? "Imposed by" : "Aimed at"}
        none={side === "imposed" ? "By nobody the graph names" : "Naming nobody"}
        days={days}
      />
    </div>
  );
});
