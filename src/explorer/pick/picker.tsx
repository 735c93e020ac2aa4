import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { type NodeType, PickDocument, type PickedFragment } from "../generated/operations.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import { codeFirst, codeIn, Hits, TYPING, useChosen } from "./found.tsx";
import "./picker.css";

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
  const id = useId();
  const list = `${id}-list`;
  const input = useRef<HTMLInputElement>(null);
  // What is typed takes the place of the name that is shown, also of one that came after the field was entered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another text to be selected
  useLayoutEffect(() => {
    if (text === null && document.activeElement === input.current) input.current?.select();
  }, [text, shown]);
  const { found, isNewest, said } = useFound(text?.trim() ?? "", types);
  const fitting = accepts ? found.filter(accepts) : found;
  const { current, step, first } = useChosen(fitting.length);
  const isOpen = text !== null && text.trim() !== "";
  const choose = (node: Choice | undefined) => {
    if (!node) return;
    setText(null);
    onChoose(node);
  };
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
        ref={input}
        role="combobox"
        className="text picker-text"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && fitting.length > 0 ? `${list}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text ?? shown}
        onFocus={({ target }) => target.select()}
        onBlur={() => setText(null)}
        onChange={({ target }) => {
          setText(target.value);
          first();
        }}
        onKeyDown={(event) => {
          if (!isOpen || !pressed(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className="found picker-found" hidden={!isOpen}>
        <Hits id={list} label={`${label}: found`} found={fitting} current={current} onChoose={choose}>
          {(node) => (
            <>
              {types?.length !== 1 && <TypeTag type={node.__typename} isShort />}
              <span>{node.label}</span>
              <span className="quiet tiny">{asideOf(node)}</span>
            </>
          )}
        </Hits>
        {isOpen && fitting.length === 0 && <p className="found-none">{said ?? `Nothing of the kind is called “${text?.trim()}”.`}</p>}
      </div>
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
    const timer = setTimeout(() => setAsked(text), TYPING);
    return () => clearTimeout(timer);
  }, [text]);
  const code = types?.includes("COMMODITY") === false ? undefined : codeIn(asked);
  const { data, waiting, error } = useAnswer(
    PickDocument,
    { text: asked, types: types ? [...types] : null, code: code ?? "01", isCode: code !== undefined, known },
    { pause: asked === "" },
  );
  if (text === "" || asked === "" || !data)
    return { found: [], isNewest: false, said: error ? "The server does not answer." : "Searching …" };
  const isNewest = !waiting && asked === text;
  return { found: codeFirst<Choice>(data.commodity, data.search), isNewest, said: isNewest ? null : "Searching …" };
}

function asideOf(node: Choice): string {
  if (node.__typename === "Commodity" && node.hsCode) return `HS ${node.hsCode}`;
  return node.__typename === "Country" && node.code ? node.code : "";
}
