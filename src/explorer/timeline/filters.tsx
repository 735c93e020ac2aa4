import { useAddress } from "../app/address.ts";
import { choicesOf } from "../data/words.ts";
import type { TimelineKind } from "../generated/operations.ts";
import { SeveralPicker } from "../pick/several.tsx";
import { type AskedTimeline, writeAsked } from "./asked.ts";

/** Whose acts, on which goods, of which kinds. */
export function Filters({ asked, labels }: { readonly asked: AskedTimeline; readonly labels: ReadonlyMap<string, string> }) {
  const { set } = useAddress();
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, label: labels.get(id) ?? id }));
  const change = (changes: Partial<AskedTimeline>) => set(writeAsked({ ...asked, ...changes }));
  return (
    <div className="time-filters no-print">
      <SeveralPicker
        label="Actors"
        placeholder="Country, agency, firm …"
        types={["COUNTRY", "AGENCY", "FIRM", "PERSON"]}
        picked={named(asked.actors)}
        onChange={(actors) => change({ actors })}
      />
      <SeveralPicker
        label="Goods"
        placeholder="Magnets, HS 8505 …"
        types={["COMMODITY"]}
        picked={named(asked.commodities)}
        onChange={(commodities) => change({ commodities })}
      />
      <Kinds kinds={asked.kinds} onChange={(kinds) => change({ kinds })} />
    </div>
  );
}

function Kinds({
  kinds,
  onChange,
}: {
  readonly kinds: readonly TimelineKind[];
  readonly onChange: (kinds: readonly TimelineKind[]) => void;
}) {
  const choices = choicesOf("TimelineKind") as readonly (readonly [TimelineKind, string])[];
  return (
    <details className="time-kinds">
      <summary className="button">{kinds.length === 0 ? "All kinds" : `${kinds.length} of ${choices.length} kinds`}</summary>
      <fieldset className="time-kinds-list">
        <legend className="aloud">Kinds of entries</legend>
        {choices.map(([kind, words]) => (
          <label key={kind} className="time-kind">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ target }) => onChange(target.checked ? [...kinds, kind] : kinds.filter((other) => other !== kind))}
            />
            {words}
          </label>
        ))}
        {kinds.length > 0 && (
          <button type="button" className="button" onClick={() => onChange([])}>
            All kinds
          </button>
        )}
      </fieldset>
    </details>
  );
}
