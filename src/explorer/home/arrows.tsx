import type { World } from "../map/world.ts";
import type { Pair } from "./who-acts.tsx";

/** Where the line of a bloc without a land of its own begins and ends: that of the seat of its bodies. */
const SEATS: Readonly<Record<string, string>> = { "country:EU": "country:BE" };

/** Lines from who acts to whom it acts against, as wide as there are measures. They say nothing that the table beside does not. */
export function Arrows({ world, pairs }: { readonly world: World; readonly pairs: readonly Pair[] }) {
  const most = Math.max(1, ...pairs.map(({ count }) => count));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines take no focus
    <g aria-hidden="true">
      {pairs.map((pair) => {
        const [from, to] = [pair.from, pair.to].map((id) => world.byId.get(SEATS[id] ?? id)?.middle);
        if (!from || !to) return null;
        return (
          <g key={`${pair.from} ${pair.to}`}>
            <path className="home-arrow" d={bow(from, to)} strokeWidth={0.8 + (3.2 * pair.count) / most} />
            <circle className="home-arrow-end" cx={to[0]} cy={to[1]} r={2.2 + (2 * pair.count) / most} />
          </g>
        );
      })}
    </g>
  );
}

/** A bow that lies to the left of its way, so that two ways between the same two lie apart. */
function bow([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): string {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const [cx, cy] = [(x0 + x1) / 2 + dy * 0.22, (y0 + y1) / 2 - dx * 0.22];
  return `M${x0.toFixed(1)},${y0.toFixed(1)}Q${cx.toFixed(1)},${Math.max(-10, Math.min(450, cy)).toFixed(1)} ${x1.toFixed(1)},${y1.toFixed(1)}`;
}
