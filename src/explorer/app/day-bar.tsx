import { useEffect, useState } from "react";
import { useMedia } from "../ui/use-media.ts";
import { useAddress, useDays } from "./address.ts";
import { dateWords, dayAfter, monthsAfter, today } from "./day.ts";
import { DayField } from "./day-field.tsx";
import { ViewLink } from "./link.tsx";
import "./day-bar.css";

/** How long a step takes while the days run, in milliseconds, how many days it is, and how many months back they begin where no day is chosen. */
const PACE = 400;
const STEP = 7;
const BACK = 24;

/** The day of the world and the day of knowledge, for every view. On a narrow screen one line, which opens. */
export function DayBar() {
  const { on, known } = useDays();
  const [isOpen, setOpen] = useState(false);
  const play = usePlay();
  return (
    <section aria-label="Days" className={isOpen ? "days days-open" : "days"}>
      <button type="button" className="days-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          As it stood <b>{on === null ? "today" : `on ${dateWords(on)}`}</b>, as known{" "}
          <b>{known === null ? "today" : `on ${dateWords(known)}`}</b>
        </span>
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
          <path d={isOpen ? "M2 8l4-4 4 4" : "M2 4l4 4 4-4"} fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
      <div className="days-body">
        <DayField name="on" label="As it stood on" none="today, and before">
          <button type="button" className="button plain day-button" aria-label={play.label} title={play.label} onClick={play.toggle}>
            <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="currentColor">
              <path d={play.plays ? "M3 2h3v10H3zM8 2h3v10H8z" : "M3 1.5 12 7l-9 5.5z"} />
            </svg>
          </button>
        </DayField>
        <DayField name="known" label="As known on" none="today" isSmall />
        <ViewLink to="/changes" asked={{ from: dayAfter(on ?? today(), -30), to: on ?? today() }} className="button plain">
          What changed
        </ViewLink>
      </div>
    </section>
  );
}

/** The day a step later; undefined is today. Where no day is chosen, the days begin some months back. */
function nextOf(on: string | null): string | undefined {
  const next = on === null ? monthsAfter(today(), -BACK) : dayAfter(on, STEP);
  return next >= today() ? undefined : next;
}

/** Lets the days run until today, or until it is stopped; for who wants nothing to move, a step each time. */
function usePlay(): { readonly plays: boolean; readonly label: string; readonly toggle: () => void } {
  const { set } = useAddress();
  const { on } = useDays();
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const [isWanted, setWanted] = useState(false);
  const plays = isWanted && !isStill;
  useEffect(() => {
    if (!plays) return;
    const timer = setTimeout(
      () => {
        const next = nextOf(on);
        if (next === undefined) setWanted(false);
        set({ on: next }, { replace: true });
      },
      on === null ? 0 : PACE,
    );
    return () => clearTimeout(timer);
  }, [plays, on, set]);
  if (isStill)
    return { plays, label: on === null ? "Two years back" : "A week later", toggle: () => set({ on: nextOf(on) }, { replace: true }) };
  return { plays, label: plays ? "Stop" : "Let the days run, week by week", toggle: () => setWanted(!plays) };
}
