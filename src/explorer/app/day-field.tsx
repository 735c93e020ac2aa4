import type { KeyboardEvent, ReactNode } from "react";
import { dayOf } from "./address.ts";
import { dayAfter, FIRST_DAY, monthsAfter, numberOf, today, yearStarts } from "./day.ts";
import { useMovingDay } from "./use-moving-day.ts";

interface FieldProps {
  readonly name: "on" | "known";
  readonly label: string;
  /** What it means that no day is named. */
  readonly none: string;
  readonly isSmall?: boolean;
  readonly children?: ReactNode;
}

/** One of the two days: a slider, a step either way, a field for any day, and the way back to today. */
export function DayField({ name, label, none, isSmall = false, children }: FieldProps) {
  const { day, move } = useMovingDay(name);
  const moveTo = (next: string) => move(next >= today() ? null : next);
  const shown = day ?? today();
  return (
    <fieldset className={isSmall ? "day day-small" : "day"}>
      <legend className="aloud">{label}</legend>
      <label className="day-label" htmlFor={`day-${name}`}>
        {label}
      </label>
      <Step label="A day earlier" path="M8 2 4 6l4 4" onStep={() => moveTo(dayAfter(shown, -1))} />
      <span className="day-slide">
        <input
          type="range"
          className="day-slider"
          aria-label={label}
          aria-valuetext={day ?? none}
          title="Arrows move by a day, with Shift by a week, Page Up and Page Down by a month"
          min={numberOf(FIRST_DAY)}
          max={numberOf(today())}
          value={numberOf(shown)}
          onChange={({ target }) => moveTo(dayAfter(FIRST_DAY, Number(target.value) - numberOf(FIRST_DAY)))}
          onKeyDown={(event) => {
            const next = byKey(event, shown);
            if (next === null) return;
            event.preventDefault();
            moveTo(next);
          }}
        />
        <Ticks />
      </span>
      <Step label="A day later" path="M4 2l4 4-4 4" isOff={day === null} onStep={() => moveTo(dayAfter(shown, 1))} />
      {children}
      <input
        id={`day-${name}`}
        type="date"
        className="day-text figures"
        value={day ?? ""}
        max={today()}
        onChange={({ target }) => move(dayOf(target.value))}
      />
      {day === null ? (
        <span className="day-none">{none}</span>
      ) : (
        <button type="button" className="button plain day-button" onClick={() => move(null)}>
          Back to today
        </button>
      )}
    </fieldset>
  );
}

/** Where a key leads that the slider itself does not know so. */
function byKey({ key, shiftKey }: KeyboardEvent, day: string): string | null {
  if (key === "PageUp") return monthsAfter(day, 1);
  if (key === "PageDown") return monthsAfter(day, -1);
  if (!shiftKey) return null;
  if (key === "ArrowRight" || key === "ArrowUp") return dayAfter(day, 7);
  return key === "ArrowLeft" || key === "ArrowDown" ? dayAfter(day, -7) : null;
}

interface StepProps {
  readonly label: string;
  readonly path: string;
  readonly isOff?: boolean;
  readonly onStep: () => void;
}

function Step({ label, path, isOff = false, onStep }: StepProps) {
  return (
    <button type="button" className="button plain day-button" aria-label={label} title={label} disabled={isOff} onClick={onStep}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}

const SPAN = () => numberOf(today()) - numberOf(FIRST_DAY);

/** The beginnings of years under the slider; every second one with its figure. */
function Ticks() {
  return (
    <span className="day-ticks" aria-hidden="true">
      {yearStarts(FIRST_DAY, today()).map((start, i) => (
        <span key={start} className="day-tick" style={{ insetInlineStart: `${(100 * (numberOf(start) - numberOf(FIRST_DAY))) / SPAN()}%` }}>
          {i % 2 === 0 ? start.slice(0, 4) : ""}
        </span>
      ))}
    </span>
  );
}
