import { useEffect, useId, useRef, useState } from "react";
import { useAnswer } from "../data/use-answer.ts";
import { SearchDocument, type SearchQuery } from "../generated/operations.ts";
import { Combobox } from "../pick/combobox.tsx";
import { codeFirst, codeIn, type Finding, findingOf } from "../pick/finding.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import { pageOf, useDays, useLinkTo } from "./address.ts";
import { dateWords } from "./day.ts";
import "./search-box.css";

type Found = SearchQuery["search"][number]["node"];

/** The box that answers while typing; `/` and Ctrl K or ⌘K lead to it. One a page: the home page has it large, every other view in its frame. */
export function SearchBox({ onChoose, isLarge = false }: { readonly onChoose: (address: string) => void; readonly isLarge?: boolean }) {
  const [asked, ask] = useState("");
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const linkTo = useLinkTo();
  useEffect(() => focusOnKey(box), []);
  return (
    <search ref={box} className={isLarge ? "search search-large" : "search"}>
      <Combobox
        id={id}
        listLabel="Found"
        finding={useFound(asked)}
        none={(text) => `Nothing is called “${text}”.`}
        isKept
        input={{
          type: "search",
          className: "text search-text",
          placeholder: "A firm, a measure, HS 8505, “rare earth” …",
          "aria-label": "Search a firm, a measure, a product code",
        }}
        onAsk={ask}
        onChoose={(node: Found) => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          onChoose(linkTo(pageOf(node.id)));
        }}
      >
        {(node) => (
          <>
            <TypeTag type={node.__typename} />
            <span>{node.label}</span>
            <span className="quiet tiny">{asideOf(node)}</span>
          </>
        )}
      </Combobox>
      <span className="search-key" aria-hidden="true">
        ⌘K
      </span>
    </search>
  );
}

function useFound(text: string): Finding<Found> {
  const code = codeIn(text);
  const { on, known } = useDays();
  const answer = useAnswer(SearchDocument, { text, code: code ?? "01", isCode: code !== undefined, on, known }, { pause: text === "" });
  return findingOf(text, answer, ({ commodity, search }) => codeFirst<Found>(commodity, search));
}

/** What tells apart nodes of one name. */
function asideOf(node: Found): string {
  if ("date" in node && node.date) return dateWords(node.date);
  if ("publisher" in node && node.publisher) return node.publisher;
  return "hsCode" in node && node.hsCode ? `HS ${node.hsCode}` : "";
}

function focusOnKey(box: React.RefObject<HTMLElement | null>): () => void {
  const listen = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
    const isKey = (event.key === "k" && (event.metaKey || event.ctrlKey)) || (event.key === "/" && !isTyping);
    if (!isKey) return;
    event.preventDefault();
    box.current?.querySelector("input")?.focus();
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}
