import { useEffect, useId, useRef, useState } from "react";
import { useAnswer } from "../data/use-answer.ts";
import { SearchDocument, type SearchQuery } from "../generated/operations.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import { pageOf, useDays, useLinkTo } from "./address.ts";
import { dateWords } from "./day.ts";
import "./search-box.css";

/** How long after the last letter the question goes out, in milliseconds. */
const PAUSE = 120;

type Found = SearchQuery["search"][number]["node"];

/** The box that answers while typing; `/` and Ctrl K or ⌘K lead to it. Arrows choose, Enter opens, Escape closes. One a page: the home page has it large, every other view in its frame. */
export function SearchBox({ onChoose, isLarge = false }: { readonly onChoose: (address: string) => void; readonly isLarge?: boolean }) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const linkTo = useLinkTo();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => focusOnKey(input), []);
  const { found, waiting, failed } = useFound(asked);
  const current = Math.min(chosen, found.length - 1);
  const choose = (node: Found | undefined) => {
    if (!node) return;
    setOpen(false);
    setText("");
    input.current?.blur();
    onChoose(linkTo(pageOf(node.id)));
  };
  const isShown = isOpen && asked !== "";
  return (
    <search className={isLarge ? "search search-large" : "search"}>
      <input
        ref={input}
        type="search"
        className="text search-text"
        role="combobox"
        aria-label="Search a firm, a measure, a product code"
        aria-expanded={isShown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found.length > 0 ? `${list}-${current}` : undefined}
        placeholder="A firm, a measure, HS 8505, “rare earth” …"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") choose(found[current]);
          else if (event.key === "Escape") setOpen(false);
          else if (event.key === "ArrowDown") setChosen((current + 1) % Math.max(found.length, 1));
          else if (event.key === "ArrowUp") setChosen((current + found.length - 1) % Math.max(found.length, 1));
          else return;
          event.preventDefault();
        }}
      />
      <span className="search-key" aria-hidden="true">
        ⌘K
      </span>
      <div className="search-found" hidden={!isShown}>
        <div id={list} role="listbox" aria-label="Found">
          {found.map((node, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
            <div
              key={node.id}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === current}
              className="search-hit"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(node)}
            >
              <TypeTag type={node.__typename} />
              <span className="search-label">{node.label}</span>
              <span className="quiet tiny">{asideOf(node)}</span>
            </div>
          ))}
        </div>
        {isShown && found.length === 0 && (
          <p className="search-none">{failed ?? (waiting ? "Searching …" : `Nothing is called “${asked}”.`)}</p>
        )}
      </div>
    </search>
  );
}

const CODE = /^(?:hs\s*)?(\d{2}(?:\d{2}(?:\d{2})?)?)$/i;

function useFound(text: string): { readonly found: readonly Found[]; readonly waiting: boolean; readonly failed: string | null } {
  const code = CODE.exec(text.replaceAll(".", ""))?.[1];
  const { on, known } = useDays();
  const { data, waiting, error } = useAnswer(
    SearchDocument,
    { text, code: code ?? "01", isCode: code !== undefined, on, known },
    { pause: text === "" },
  );
  if (text === "" || !data) return { found: [], waiting, failed: error ? "The server does not answer." : null };
  const byCode = data.commodity ? [data.commodity] : [];
  const others = data.search.map(({ node }) => node).filter(({ id }) => byCode.every((goods) => goods.id !== id));
  return { found: [...byCode, ...others], waiting, failed: null };
}

/** What tells apart nodes of one name. */
function asideOf(node: Found): string {
  if ("date" in node && node.date) return dateWords(node.date);
  if ("publisher" in node && node.publisher) return node.publisher;
  return "hsCode" in node && node.hsCode ? `HS ${node.hsCode}` : "";
}

function focusOnKey(input: React.RefObject<HTMLInputElement | null>): () => void {
  const listen = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
    const isKey = (event.key === "k" && (event.metaKey || event.ctrlKey)) || (event.key === "/" && !isTyping);
    if (!isKey) return;
    event.preventDefault();
    input.current?.focus();
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}
