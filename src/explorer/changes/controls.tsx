import { dayOf, useAddress } from "../app/address.ts";
import { dayAfter, numberOf } from "../app/day.ts";
import { wordsOf } from "../data/words.ts";
import { type AskedChanges, KINDS } from "./asked.ts";

/** The two days, whose days they are, and which changes count. */
export function Controls({ asked }: { readonly asked: AskedChanges }) {
  const { set } = useAddress();
  const { from, to, axis, kinds } = asked;
  const days = Math.max(1, numberOf(to) - numberOf(from));
  // Another span begins at its first page.
  const change = (changes: Readonly<Record<string, string | undefined>>) => set({ after: undefined, ...changes });
  const move = (by: number) => change({ from: dayAfter(from, by), to: dayAfter(to, by) });
  return (
    <div className="change-bar no-print">
      <div className="row change-days">
        <label className="field">
          After
          <input type="date" value={from} max={to} onChange={({ target }) => dayOf(target.value) && change({ from: target.value, to })} />
        </label>
        <label className="field">
          Up to and on
          <input type="date" value={to} min={from} onChange={({ target }) => dayOf(target.value) && change({ from, to: target.value })} />
        </label>
        <button type="button" className="button" onClick={() => move(-days)}>
          {daysWords(days)} earlier
        </button>
        <button type="button" className="button" onClick={() => move(days)}>
          {daysWords(days)} later
        </button>
      </div>
      <fieldset className="change-choice">
        <legend className="small">Days</legend>
        <button type="button" className="button" aria-pressed={axis === "VALID"} onClick={() => change({ axis: undefined })}>
          In the world
        </button>
        <button type="button" className="button" aria-pressed={axis === "RECORDED"} onClick={() => change({ axis: "RECORDED" })}>
          When it became known
        </button>
      </fieldset>
      <fieldset className="change-choice">
        <legend className="small">Changes</legend>
        <button type="button" className="button" aria-pressed={kinds.length === 0} onClick={() => change({ kinds: undefined })}>
          All
        </button>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            aria-pressed={kinds.includes(kind)}
            onClick={() => change({ kinds: (kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]).join(",") })}
          >
            {wordsOf("ChangeKind", kind)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

const daysWords = (days: number): string => (days === 1 ? "A day" : days === 7 ? "A week" : `${days} days`);
