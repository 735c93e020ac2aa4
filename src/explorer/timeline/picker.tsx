import { useEffect, useId, useState } from "react";
import { useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { type NodeType, PickDocument, type PickQuery } from "../generated/operations.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import "./picker.css";

/** How long after the last letter the question goes out, in milliseconds. */
const PAUSE = 150;
const CODE = /^(?:hs\s*)?(\d{2}(?:\d{2}(?:\d{2})?)?)$/i;

/** What is chosen, with what to call it. */
export interface Picked {
  readonly id: string;
  readonly label: string;
}

interface PickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly types: readonly NodeType[];
  readonly picked: readonly Picked[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Chooses several nodes by searching: arrows choose, Enter takes, Escape closes; each that is taken can be taken out. */
export function Picker({ label, placeholder, types, picked, onChange }: PickerProps) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const { nodes, waiting } = useFound(asked, types);
  const found = nodes.filter((node) => picked.every((other) => other.id !== node.id));
  const isShown = isOpen && asked !== "" && found.length > 0;
  const current = Math.min(chosen, found.length - 1);
  const take = (node: { readonly id: string } | undefined) => {
    if (!node) return;
    onChange([...picked.map((one) => one.id), node.id]);
    setText("");
    setAsked("");
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Enter") take(found[current]);
    else if (event.key === "Escape") setOpen(false);
    else if (event.key === "ArrowDown") setChosen((current + 1) % Math.max(found.length, 1));
    else if (event.key === "ArrowUp") setChosen((current + found.length - 1) % Math.max(found.length, 1));
    else return;
    event.preventDefault();
  };
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <div className="picker-box">
        <Chips label={label} picked={picked} onChange={onChange} />
        <input
          id={id}
          className="picker-text"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isShown ? `${id}-${current}` : undefined}
          placeholder={placeholder}
          autoComplete="off"
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={({ target }) => {
            setText(target.value);
            setChosen(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Hits id={id} label={label} found={found} current={current} isShown={isShown} onTake={take} />
      {isOpen && asked !== "" && found.length === 0 && !waiting && <p className="picker-found picker-none">Nothing is called “{asked}”.</p>}
    </div>
  );
}

/** What is taken, each a button that takes it out. */
function Chips({ label, picked, onChange }: Pick<PickerProps, "label" | "picked" | "onChange">) {
  return picked.map((one) => (
    <button
      key={one.id}
      type="button"
      className="picker-chip"
      aria-label={`Take ${one.label} out of ${label.toLowerCase()}`}
      title="Take out"
      onClick={() => onChange(picked.filter((other) => other.id !== one.id).map((other) => other.id))}
    >
      {one.label} <span aria-hidden="true">×</span>
    </button>
  ));
}

interface HitsProps {
  readonly id: string;
  readonly label: string;
  readonly found: readonly Found[];
  readonly current: number;
  readonly isShown: boolean;
  readonly onTake: (node: Found) => void;
}

/** What was found for the letters. */
function Hits({ id, label, found, current, isShown, onTake }: HitsProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={`Found for ${label.toLowerCase()}`} className="picker-found" hidden={!isShown}>
      {found.map((node, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
        <div
          key={node.id}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          className="picker-hit"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(node)}
        >
          <TypeTag type={node.__typename} isShort />
          <span>{node.label}</span>
          <span className="quiet tiny">{"hsCode" in node && node.hsCode ? `HS ${node.hsCode}` : ""}</span>
        </div>
      ))}
    </div>
  );
}

type Found = PickQuery["search"][number]["node"] | NonNullable<PickQuery["commodity"]>;

function useFound(text: string, types: readonly NodeType[]): { readonly nodes: readonly Found[]; readonly waiting: boolean } {
  const code = types.includes("COMMODITY") ? CODE.exec(text.replaceAll(".", ""))?.[1] : undefined;
  const { on, known } = useDays();
  const { data, waiting } = useAnswer(
    PickDocument,
    { text, types: [...types], code: code ?? "01", isCode: code !== undefined, on, known },
    { pause: text === "" },
  );
  if (text === "" || !data) return { nodes: [], waiting };
  const byCode = data.commodity ? [data.commodity] : [];
  const others = data.search.map(({ node }) => node).filter(({ id }) => byCode.every((goods) => goods.id !== id));
  return { nodes: [...byCode, ...others], waiting };
}
