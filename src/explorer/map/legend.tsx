import { legendOf } from "./scale.ts";

/** What the shades stand for, in figures. */
export function Legend({ steps, most }: { readonly steps: readonly number[]; readonly most: number }) {
  return (
    <ul className="map-legend" aria-label="Measures by shade">
      <li>
        <Swatch shade={0} />
        none that the graph holds
      </li>
      {legendOf(steps, most).map(({ shade, words }) => (
        <li key={shade} className="figures">
          <Swatch shade={shade} />
          {words}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ shade }: { readonly shade: number }) {
  return (
    <span className="map-swatch" aria-hidden="true">
      <svg viewBox="0 0 20 14" preserveAspectRatio="none">
        <title>Shade</title>
        <rect className={`map-land map-shade-${shade}`} width="20" height="14" />
      </svg>
    </span>
  );
}
