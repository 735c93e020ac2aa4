import { type ReactNode, useState } from "react";
import "./found.css";

/** How long after the last letter the question goes out, in milliseconds. */
export const TYPING = 120;

const CODE = /^(?:hs\s*)?(\d{2}(?:\d{2}(?:\d{2})?)?)$/i;

/** The code of the Harmonized System that a text may be, with or without dots and `HS`; undefined where it can be none. */
export const codeIn = (text: string): string | undefined => CODE.exec(text.replaceAll(".", ""))?.[1];

/** What a text finds: the goods of its code first, and once. */
export function codeFirst<Found extends { readonly id: string }>(
  goods: Found | null | undefined,
  hits: readonly { readonly node: Found }[],
): readonly Found[] {
  const byCode = goods ? [goods] : [];
  return [...byCode, ...hits.map(({ node }) => node).filter(({ id }) => id !== goods?.id)];
}

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
  /** The place of the hit that Enter would take. */
  readonly current: number;
  readonly onChoose: (node: Found) => void;
  /** How a hit reads. */
  readonly children: (node: Found) => ReactNode;
}

/** What was found, below a field in which somebody types: the focus stays there, and so do the keys. */
export function Hits<Found extends { readonly id: string }>({ id, label, found, current, onChoose, children }: HitsProps<Found>) {
  return (
    <div id={id} role="listbox" aria-label={label}>
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
