import { useState } from "react";
import { useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { GoodsBelowDocument } from "../generated/operations.ts";
import { Problem, Skeleton } from "../ui/note.tsx";
import { filterOf, type State } from "./state.ts";

interface TreeProps {
  readonly state: State;
  /** The chapters of the Harmonized System that measures act on or below, most first. */
  readonly chapters: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly onToggle: (id: string) => void;
}

/** The Harmonized System to open, chapter by chapter, and the named groups of goods. To choose one is to choose all that lies below it. */
export function GoodsTree({ state, chapters, onToggle }: TreeProps) {
  const sorted = [...chapters].sort((a, b) => (a.value < b.value ? -1 : 1));
  return (
    <ul className="measures-tree">
      <Branch state={state} id={ALL} label="Named groups" isGroup onToggle={onToggle} />
      {sorted.map(({ value, label, count }) => (
        <Branch key={value} state={state} id={value} label={`${codeOf(value)} ${short(label)}`} count={count} onToggle={onToggle} />
      ))}
    </ul>
  );
}

/** What all other goods lie under. */
const ALL = "commodity:all-goods";

const codeOf = (id: string): string => id.replace(/^commodity:hs(\d{4})?-/, "");
/** The names of the nomenclature count things up after their first mark; the whole stands in the title. */
const short = (label: string): string => (label.length > 44 ? `${label.slice(0, 42).replace(/[;, ]+\S*$/, "")} …` : label);

interface BranchProps {
  readonly state: State;
  readonly id: string;
  readonly label: string;
  readonly title?: string;
  readonly count?: number;
  readonly isGroup?: boolean;
  readonly isLeaf?: boolean;
  readonly onToggle: (id: string) => void;
}

function Branch({ state, id, label, title, count, isGroup = false, isLeaf = false, onToggle }: BranchProps) {
  const [isOpen, setOpen] = useState(false);
  const choice = (
    <>
      <span title={title}>{label}</span>
      {count !== undefined && <span className="figures tiny quiet">{count.toLocaleString("en")}</span>}
    </>
  );
  return (
    <li>
      <div className="measures-branch">
        {isLeaf ? (
          <span className="measures-twig" />
        ) : (
          <button
            type="button"
            className="measures-twig"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? "Close" : "Open"} ${label}`}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
          </button>
        )}
        {isGroup ? (
          <span className="measures-choice">{choice}</span>
        ) : (
          <label className="measures-choice">
            <input type="checkbox" checked={state.chosen.covers.includes(id)} onChange={() => onToggle(id)} />
            {choice}
          </label>
        )}
      </div>
      {isOpen && <Below state={state} id={id} onToggle={onToggle} />}
    </li>
  );
}

/** What lies under goods and has measures; what has none is only counted. */
function Below({ state, id, onToggle }: { readonly state: State; readonly id: string; readonly onToggle: (id: string) => void }) {
  const days = useDays();
  const { data, error, again } = useAnswer(GoodsBelowDocument, { id, filter: filterOf(state, "covers"), ...days }, { subject: id });
  if (error) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={2} />;
  const parts = data.node && "parts" in data.node ? data.node.parts : null;
  // Of all goods only the named groups: the chapters of its sections stand beside them.
  const nodes = (parts?.nodes ?? []).filter(({ hsCode }) => id !== ALL || hsCode === null);
  const all = nodes.map((node) => ({ ...node, count: new Set(node.coveredBy.nodes.map((measure) => measure.id)).size }));
  const shown = all.filter(({ count, id: part }) => count > 0 || state.chosen.covers.includes(part));
  const rest = (parts?.totalCount ?? 0) - (parts?.nodes.length ?? 0) + all.length - shown.length;
  return (
    <ul className="measures-tree">
      {shown.map((node) => (
        <Branch
          key={node.id}
          state={state}
          id={node.id}
          label={`${node.hsCode ?? ""} ${short(node.name)}`.trim()}
          title={node.name}
          count={node.count}
          isLeaf={node.parts.totalCount === 0}
          onToggle={onToggle}
        />
      ))}
      {rest > 0 && <li className="tiny quiet">{rest} more without a measure that passes</li>}
    </ul>
  );
}
