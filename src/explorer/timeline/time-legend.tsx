import type { Look } from "./items.ts";
import { Dot } from "./things.tsx";

const LOOKS: readonly (readonly [Look, string])[] = [
  ["coming", "announced"],
  ["in-force", "in force"],
  ["suspended", "suspended"],
  ["over", "ended, replaced or expired"],
  ["changed", "eased, amended or extended"],
  ["deal", "agreed or pledged"],
  ["said", "other events"],
];
const BOWS: readonly (readonly [type: string, words: string])[] = [
  ["retaliates-against", "retaliates"],
  ["responds-to", "responds"],
  ["raises", "raises"],
];

/** What the shapes and the bows stand for. */
export function TimeLegend() {
  return (
    <ul className="time-legend" aria-label="Shapes and lines">
      {LOOKS.map(([look, words]) => (
        <li key={look}>
          <svg aria-hidden="true" width="16" height="16" className={`time-thing time-${look}`}>
            <Dot look={look} x={8} y={8} />
          </svg>
          {words}
        </li>
      ))}
      {BOWS.map(([type, words]) => (
        <li key={type}>
          <svg aria-hidden="true" width="28" height="12">
            <path className={`time-arc time-arc-on time-arc-${type}`} d="M0 6H28" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
