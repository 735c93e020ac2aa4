import { useEffect, useId, useRef, useState } from "react";
import { useAnswer } from "../data/use-answer.ts";
import { SearchDocument, type SearchQuery } from "../generated/operations.ts";
import { codeFirst, codeIn, Hits, TYPING, useChosen } from "../pick/found.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import { pageOf, useDays, useLinkTo } from "./address.ts";
import { dateWords } from "./day.ts";
import "./search-box.css";

type Found = SearchQuery["search"][number]["node"];

/** The box that answers while typing; `/` and Ctrl K or ⌘K lead to it. Arrows choose, Enter opens, Escape closes. One a page: the home page has it large, every other view in its frame. */
export function SearchBox({ onChoose, isLarge = false }: { readonly onChoose: (address: string) => void; readonly isLarge?: boolean }) {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const linkTo = useLinkTo();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), TYPING);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => focusOnKey(input), []);
  const { found, waiting, failed } = useFound(asked);
  const { current, step, first } = useChosen(found.length);
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
          first();
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") choose(found[current]);
          else if (event.key === "Escape") setOpen(false);
          else if (event.key === "ArrowDown") step(1);
          else if (event.key === "ArrowUp") step(-1);
          else return;
          event.preventDefault();
        }}
      />
      <span className="search-key" aria-hidden="true">
        ⌘K
      </span>
      <div className="found search-found" hidden={!isShown}>
        <Hits id={list} label="Found" found={found} current={current} onChoose={choose}>
          {(node) => (
            <>
              <TypeTag type={node.__typename} />
              <span>{node.label}</span>
              <span className="quiet tiny">{asideOf(node)}</span>
            </>
          )}
        </Hits>
        {isShown && found.length === 0 && (
          <p className="found-none small">{failed ?? (waiting ? "Searching …" : `Nothing is called “${asked}”.`)}</p>
        )}
      </div>
    </search>
  );
}

function useFound(text: string): { readonly found: readonly Found[]; readonly waiting: boolean; readonly failed: string | null } {
  const code = codeIn(text);
  const { on, known } = useDays();
  const { data, waiting, error } = useAnswer(
    SearchDocument,
    { text, code: code ?? "01", isCode: code !== undefined, on, known },
    { pause: text === "" },
  );
  if (text === "" || !data) return { found: [], waiting, failed: error ? "The server does not answer." : null };
  return { found: codeFirst<Found>(data.commodity, data.search), waiting, failed: null };
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
