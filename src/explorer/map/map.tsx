import { useMemo, useState } from "react";
import { type Asked, dayOf, useAddress, useDays } from "../app/address.ts";
import { dateWords, today } from "../app/day.ts";
import { useAnswer } from "../data/use-answer.ts";
import { BlocsDocument, InForceByCountryDocument } from "../generated/operations.ts";
import { useShare } from "../share/shared.ts";
import { Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { type Bloc, blocsOn } from "./blocs.ts";
import { Controls } from "./controls.tsx";
import { countsOf, filterOf, type Side, shownOf } from "./counts.ts";
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
  const variables = {
    filter: filterOf(day, all),
    on,
    known,
    otherFilter: filterOf(other ?? day, all),
    other: other ?? day,
    isCompared: other !== null,
  };
  const answer = useAnswer(InForceByCountryDocument, variables, { subject: other === null ? "one" : "two" });
  const blocs = useAnswer(BlocsDocument, { known });
  const title = `Measures in force on ${dateWords(day)}, by ${side === "imposed" ? "who imposed them" : "whom they target"}`;
  useShare({ title, asked: { document: InForceByCountryDocument, variables } });
  const held = blocs.data?.countries;
  const ofDays = useMemo(() => [day, other ?? day].map((of) => (held ? blocsOn(held, of) : [])), [held, day, other]);
  const askedOf = (of: string | null, id: string): Asked => ({
    [side === "imposed" ? "imposedBy" : "targets"]: id,
    status: "IN_FORCE",
    effect: all ? undefined : "RESTRICTING",
    on: of ?? undefined,
  });
  const error = answer.error ?? blocs.error;
  const days: (CountedDay & { blocs: readonly Bloc[] })[] = answer.data
    ? [
        { day, counts: countsOf(answer.data.measures, side), askedOf: (id: string) => askedOf(on, id), blocs: ofDays[0] ?? [] },
        ...(other !== null && answer.data.others
          ? [
              {
                day: other,
                counts: countsOf(answer.data.others, side),
                askedOf: (id: string) => askedOf(other, id),
                blocs: ofDays[1] ?? [],
              },
            ]
          : []),
      ]
    : [];
  return (
    <div className="stack" aria-busy={answer.waiting}>
      <h1>Who acts against whom</h1>
      <Controls side={side} all={all} other={other} blocs={ofDays[0] ?? []} />
      {error && <Problem error={error} again={answer.again} />}
      <Warnings warnings={answer.warnings} />
      {days.length > 0 ? <Counted side={side} all={all} days={days} chosen={get("bloc")} /> : <Skeleton height={440} />}
    </div>
  );
}

interface CountedProps {
  readonly side: Side;
  readonly all: boolean;
  readonly days: readonly (CountedDay & { readonly blocs: readonly Bloc[] })[];
  readonly chosen: string | null;
}

/** A map for each day, and the table beside. */
function Counted({ side, all, days, chosen }: CountedProps) {
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
}
