import { memo, useState } from "react";
import { useAddress, useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { type FacetShownFragment, MeasuresFacetsDocument, type MeasuresFacetsQuery } from "../generated/operations.ts";
import { useNames } from "../pick/names.ts";
import { Picker } from "../pick/picker.tsx";
import { Skeleton } from "../ui/note.tsx";
import { useMedia } from "../ui/use-media.ts";
import { GoodsTree } from "./goods-tree.tsx";
import { FROM_START, facetsOf, GROUPS, type Group, type State } from "./state.ts";
import { valueWords } from "./words.ts";

/** How many values of a group are shown before the reader asks for all. */
const FEW = 6;

/** Where the groups are a sheet that opens, as in measures.css. */
const IS_SHEET = "(max-width: 860px)";

/** What the table can be narrowed by, with how many measures each value would leave. On a narrow screen it is a sheet that opens: nothing is counted before it does. */
export const Facets = memo(function Facets({ state }: { readonly state: State }) {
  const [isOpen, setOpen] = useState(false);
  const isFolded = useMedia(IS_SHEET) && !isOpen;
  const { data, error } = useAnswer(MeasuresFacetsDocument, { ...facetsOf(state), ...useDays() }, { pause: isFolded });
  const count = GROUPS.reduce((sum, { name }) => sum + state.chosen[name].length, state.text === "" ? 0 : 1);
  return (
    <search className="measures-facets no-print" aria-label="Narrow the table">
      <button
        type="button"
        className="button measures-fold"
        aria-expanded={isOpen}
        aria-controls="measures-groups"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "Show the table" : count === 0 ? "Narrow the table" : `Narrow the table (${count} chosen)`}
      </button>
      <div id="measures-groups" className={isOpen ? "measures-groups measures-open" : "measures-groups"}>
        <Words key={state.text} text={state.text} />
        {data === undefined
          ? !isFolded && !error && <Skeleton lines={20} />
          : GROUPS.map((group) => <GroupOf key={group.name} group={group} state={state} facet={facetOf(data, group)} />)}
      </div>
    </search>
  );
});

/** The counts of a group: its own list's where something of it is chosen, else those of the table. */
function facetOf(data: MeasuresFacetsQuery, { name, facet }: Group): FacetShownFragment | undefined {
  return data[name]?.facets[0] ?? data.measures.facets.find(({ by }) => by === facet);
}

function Words({ text }: { readonly text: string }) {
  const { set } = useAddress();
  const [typed, setTyped] = useState(text);
  return (
    <form
      className="field measures-words"
      onSubmit={(event) => {
        event.preventDefault();
        set({ ...FROM_START, text: typed.trim() });
      }}
    >
      <label htmlFor="measures-text">Words in title, summary or legal reference</label>
      <span className="measures-line">
        <input id="measures-text" className="text" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <button type="submit" className="button">
          Find
        </button>
      </span>
    </form>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly state: State;
  readonly facet: FacetShownFragment | undefined;
}

function GroupOf({ group, state, facet }: GroupProps) {
  const { set } = useAddress();
  const [isWhole, setWhole] = useState(false);
  const chosen = state.chosen[group.name];
  const values = facet?.values ?? [];
  const labels = new Map(values.map(({ value, label }) => [value, label]));
  const strangers = chosen.filter((value) => !labels.has(value));
  const nameOf = useNames(group.ofNodes ? strangers : []);
  const sorted = group.name === "year" ? [...values].sort((a, b) => (a.value < b.value ? 1 : -1)) : values;
  const shown = sorted.filter(({ value }, i) => isWhole || i < FEW || chosen.includes(value));
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    set({ ...FROM_START, [group.name]: next.join(",") });
  };
  const isGoods = group.name === "covers";
  return (
    <fieldset className="measures-group">
      <legend>{group.title}</legend>
      {isGoods ? (
        <GoodsTree state={state} chapters={values} onToggle={toggle} />
      ) : (
        <ul>
          {shown.map(({ value, label, count }) => (
            <Choice key={value} label={label} count={count} checked={chosen.includes(value)} onToggle={() => toggle(value)} />
          ))}
        </ul>
      )}
      <ul>
        {strangers
          .filter((value) => !isGoods || !value.startsWith("commodity:hs"))
          .map((value) => (
            <Choice key={value} label={valueWords(group.name, value, nameOf)} checked onToggle={() => toggle(value)} />
          ))}
      </ul>
      {!isGoods && sorted.length > shown.length + (isWhole ? 1 : 0) && (
        <button type="button" className="button plain measures-more" onClick={() => setWhole(true)}>
          {facet && facet.others > 0 ? `The ${sorted.length} with most measures` : `All ${sorted.length}`}
        </button>
      )}
      {group.ofNodes && (
        <Picker
          label={isGoods ? "Goods by name or code" : `${group.title}: by name`}
          isQuiet
          placeholder={isGoods ? "Goods by name or HS code …" : "Another, by name …"}
          types={
            group.name === "covers"
              ? ["COMMODITY"]
              : group.name === "imposedBy"
                ? ["COUNTRY", "AGENCY"]
                : ["COUNTRY", "FIRM", "AGENCY", "PERSON"]
          }
          onChoose={({ id }) => chosen.includes(id) || toggle(id)}
        />
      )}
      {facet && facet.others > 0 && (
        <p className="tiny quiet">
          Counted are the {values.length} with most measures.{group.ofNodes && " Others are found by name."}
        </p>
      )}
      {facet && facet.none > 0 && !isGoods && <p className="tiny quiet">{facet.none.toLocaleString("en")} without</p>}
    </fieldset>
  );
}

/** One value that can be chosen; without a count where it is not known. */
export function Choice(props: {
  readonly label: string;
  readonly count?: number;
  readonly checked: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <li>
      <label className="measures-choice">
        <input type="checkbox" checked={props.checked} onChange={props.onToggle} />
        <span>{props.label}</span>
        {props.count !== undefined && <span className="figures tiny quiet">{props.count.toLocaleString("en")}</span>}
      </label>
    </li>
  );
}
