import { type ReactNode, useState } from "react";
import "./hits.css";

/** Which of so many hits is chosen, -1 where there are none; arrows go round. */
export function useChosen(count: number): { readonly current: number; readonly step: (by: number) => void; readonly first: () => void } {
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, count - 1);
  return { current, step: (by) => setChosen((current + by + count) % Math.max(count, 1)), first: () => setChosen(0) };
}

interface HitsProps<Found> {
  /** The list's id; that of a hit has its place behind it. */
  readonly id: string;
  readonly label: string;
  readonly found: readonly Found[];
  /** The place of the hit that Enter would take, -1 where there is none. */
  readonly current: number;
  /** Whether these are of a text before the one that stands in the field. */
  readonly isAwaited: boolean;
  readonly onChoose: (node: Found) => void;
  /** How a hit reads. */
  readonly children: (node: Found) => ReactNode;
}

/** What was found, below a field in which somebody types: the focus stays there, and so do the keys. */
export function Hits<Found extends { readonly id: string }>({
  id,
  label,
  found,
  current,
  isAwaited,
  onChoose,
  children,
}: HitsProps<Found>) {
  return (
    <div id={id} role="listbox" aria-label={label} aria-busy={isAwaited}>
      {found.map((node, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        <div
          key={node.id}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          className="found-hit"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(node)}
        >
          {children(node)}
        </div>
      ))}
    </div>
  );
}
