import { useEffect, useId, useState } from "react";
import { useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { type NodeType, PickDocument, type PickedFragment } from "../generated/operations.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import "./picker.css";

/** How long after the last letter the question goes out, in milliseconds. */
const PAUSE = 120;
const CODE = /^(?:hs\s*)?(\d{2}(?:\d{2}(?:\d{2})?)?)$/i;

/** A node that was found or chosen. */
export type Choice = PickedFragment;

interface Props {
  readonly label: string;
  /** Types of nodes to choose from; all where it is left out. */
  readonly types?: readonly NodeType[];
  /** What stands in the field while nobody types: the name of what is chosen. */
  readonly shown?: string;
  readonly placeholder?: string;
  /** Whether the label is only heard. */
  readonly isQuiet?: boolean;
  /** Which of what is found may be chosen; all where it is left out. */
  readonly accepts?: (node: Choice) => boolean;
  readonly onChoose: (node: Choice) => void;
}

/** A field that finds a node while its name or code is typed. Arrows choose, Enter takes, Escape gives up. */
export function Picker({ label, types, shown = "", placeholder, isQuiet = false, accepts, onChoose }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const { found, isNewest, said } = useFound(text?.trim() ?? "", types);
  const fitting = accepts ? found.filter(accepts) : found;
  const current = Math.min(chosen, fitting.length - 1);
  const isOpen = text !== null && text.trim() !== "";
  const choose = (node: Choice | undefined) => {
    if (!node) return;
    setText(null);
    onChoose(node);
  };
  const step = (by: number) => setChosen((current + by + fitting.length) % Math.max(fitting.length, 1));
  /** Does what a key says; false where it says nothing here. */
  const pressed = (key: string): boolean => {
    // What stands there for a text before this one is none that the reader means.
    if (key === "Enter") isNewest && choose(fitting[current]);
    else if (key === "Escape") setText(null);
    else if (key === "ArrowDown") step(1);
    else if (key === "ArrowUp") step(-1);
    else return false;
    return true;
  };
  return (
    <div className="picker field">
      <label htmlFor={id} className={isQuiet ? "aloud" : undefined}>
        {label}
      </label>
      <input
        id={id}
        role="combobox"
        className="text picker-text"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && fitting.length > 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text ?? shown}
        onFocus={({ target }) => target.select()}
        onBlur={() => setText(null)}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (!isOpen || !pressed(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className="picker-found" hidden={!isOpen}>
        <Found id={id} label={label} found={fitting} current={current} withTypes={types?.length !== 1} onChoose={choose} />
        {isOpen && fitting.length === 0 && <p className="picker-none">{said ?? `Nothing of the kind is called “${text?.trim()}”.`}</p>}
      </div>
    </div>
  );
}

interface FoundProps {
  /** The field's id, from which those of its list follow. */
  readonly id: string;
  readonly label: string;
  readonly found: readonly Choice[];
  readonly current: number;
  readonly withTypes: boolean;
  readonly onChoose: (node: Choice) => void;
}

function Found({ id, label, found, current, withTypes, onChoose }: FoundProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={`${label}: found`}>
      {found.map((node, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        <div
          key={node.id}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          className="picker-hit"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(node)}
        >
          {withTypes && <TypeTag type={node.__typename} isShort />}
          <span>{node.label}</span>
          <span className="quiet tiny">{asideOf(node)}</span>
        </div>
      ))}
    </div>
  );
}

/** What is found for a text, by code first; `isNewest`: for this text, not for one before it; `said` where there is nothing to show for now. */
function useFound(
  text: string,
  types: readonly NodeType[] | undefined,
): { readonly found: readonly Choice[]; readonly isNewest: boolean; readonly said: string | null } {
  const [asked, setAsked] = useState("");
  const { known } = useDays();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const code = types?.includes("COMMODITY") === false ? undefined : CODE.exec(asked.replaceAll(".", ""))?.[1];
  const { data, waiting, error } = useAnswer(
    PickDocument,
    { text: asked, types: types ? [...types] : null, code: code ?? "01", isCode: code !== undefined, known },
    { pause: asked === "" },
  );
  if (text === "" || asked === "" || !data)
    return { found: [], isNewest: false, said: error ? "The server does not answer." : "Searching …" };
  const byCode = data.commodity ? [data.commodity] : [];
  const others = data.search.map(({ node }) => node).filter(({ id }) => byCode.every((goods) => goods.id !== id));
  const isNewest = !waiting && asked === text;
  return { found: [...byCode, ...others], isNewest, said: isNewest ? null : "Searching …" };
}

function asideOf(node: Choice): string {
  if (node.__typename === "Commodity" && node.hsCode) return `HS ${node.hsCode}`;
  return node.__typename === "Country" && node.code ? node.code : "";
}
