import { useEffect, useState } from "react";
import { dayOf, useAddress, useDays } from "./address.ts";
import { dayAfter, FIRST_DAY, numberOf, today } from "./day.ts";
import { ViewLink } from "./link.tsx";
import "./day-bar.css";

/** How long a step takes while the days run, in milliseconds, and how many days it is. */
const PACE = 400;
const STEP = 7;

/** The day of the world and the day of knowledge, for every view. */
export function DayBar() {
  const { set } = useAddress();
  const { on, known } = useDays();
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    if (!plays) return;
    const timer = setTimeout(() => {
      const next = dayAfter(on ?? FIRST_DAY, STEP);
      if (next >= today()) {
        setPlays(false);
        set({ on: undefined }, { replace: true });
      } else set({ on: next }, { replace: true });
    }, PACE);
    return () => clearTimeout(timer);
  }, [plays, on, set]);
  return (
    <div className="days">
      <DaySlider name="on" label="As it stood on" none="today, with all that came before" day={on}>
        <button
          type="button"
          className="button plain"
          aria-pressed={plays}
          aria-label={plays ? "Stop" : "Let the days run, week by week"}
          title={plays ? "Stop" : "Let the days run, week by week"}
          onClick={() => setPlays(!plays)}
        >
          <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="currentColor">
            <path d={plays ? "M3 2h3v10H3zM8 2h3v10H8z" : "M3 1.5 12 7l-9 5.5z"} />
          </svg>
        </button>
      </DaySlider>
      <DaySlider name="known" label="As known on" none="today" day={known} />
      <ViewLink to="/changes" asked={{ from: on ?? dayAfter(today(), -30), to: today() }} className="button plain">
        What changed since
      </ViewLink>
    </div>
  );
}

interface SliderProps {
  readonly name: "on" | "known";
  readonly label: string;
  /** What it means that no day is named. */
  readonly none: string;
  readonly day: string | null;
  readonly children?: React.ReactNode;
}

function DaySlider({ name, label, none, day, children }: SliderProps) {
  const { set } = useAddress();
  const last = numberOf(today());
  const change = (text: string | null) => set({ [name]: text ?? undefined }, { replace: true });
  return (
    <fieldset className="day">
      <legend className="aloud">{label}</legend>
      <label className="day-label" htmlFor={`day-${name}`}>
        {label}
      </label>
      <input
        type="range"
        className="day-slider"
        aria-label={label}
        aria-valuetext={day ?? none}
        min={numberOf(FIRST_DAY)}
        max={last}
        value={numberOf(day ?? today())}
        onChange={({ target }) => {
          const days = Number(target.value);
          change(days >= last ? null : dayAfter(FIRST_DAY, days - numberOf(FIRST_DAY)));
        }}
      />
      <input
        id={`day-${name}`}
        type="date"
        className="day-text figures"
        value={day ?? ""}
        max={today()}
        onChange={({ target }) => change(dayOf(target.value))}
      />
      {day === null ? (
        <span className="day-none">{none}</span>
      ) : (
        <button type="button" className="button plain" onClick={() => change(null)}>
          Back to today
        </button>
      )}
      {children}
    </fieldset>
  );
}
