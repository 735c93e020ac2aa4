import { dayOf, useAddress } from "../app/address.ts";
import { dayAfter, today } from "../app/day.ts";
import type { Bloc } from "./blocs.ts";
import type { Side } from "./counts.ts";

interface ControlsProps {
  readonly side: Side;
  readonly all: boolean;
  /** The day that is compared; null where none is. */
  readonly other: string | null;
  readonly blocs: readonly Bloc[];
}

/** What is counted, and beside which day. */
export function Controls({ side, all, other, blocs }: ControlsProps) {
  const { get, set } = useAddress();
  return (
    <div className="map-bar no-print">
      <fieldset className="map-choice">
        <legend className="aloud">Count measures by</legend>
        <Choice isChosen={side === "imposed"} onChoose={() => set({ by: undefined })}>
          Who imposed
        </Choice>
        <Choice isChosen={side === "targeted"} onChoose={() => set({ by: "targeted" })}>
          Who is targeted
        </Choice>
      </fieldset>
      <fieldset className="map-choice">
        <legend className="aloud">Effect of the measures</legend>
        <Choice isChosen={!all} onChoose={() => set({ effects: undefined })}>
          Restricting
        </Choice>
        <Choice isChosen={all} onChoose={() => set({ effects: "all" })}>
          All effects
        </Choice>
      </fieldset>
      <label className="field">
        Outline a bloc
        <select value={get("bloc") ?? ""} onChange={({ target }) => set({ bloc: target.value || undefined })}>
          <option value="">None</option>
          {blocs.map(({ id, name, members }) => (
            <option key={id} value={id}>
              {name} ({members.size})
            </option>
          ))}
        </select>
      </label>
      {other === null ? (
        <button type="button" className="button" onClick={() => set({ compare: dayAfter(get("on") ?? today(), -365) })}>
          Compare with another day
        </button>
      ) : (
        <div className="row">
          <label className="field">
            Compared with
            <input
              type="date"
              value={other}
              max={today()}
              onChange={({ target }) => dayOf(target.value) && set({ compare: target.value })}
            />
          </label>
          <button type="button" className="button plain" onClick={() => set({ compare: undefined })}>
            One day only
          </button>
        </div>
      )}
    </div>
  );
}

function Choice({
  isChosen,
  onChoose,
  children,
}: {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}) {
  return (
    <button type="button" className="button" aria-pressed={isChosen} onClick={onChoose}>
      {children}
    </button>
  );
}
