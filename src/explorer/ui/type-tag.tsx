import "./type-tag.css";

/** The types of nodes that a reader meets, with the shape that stands for each. All are drawn in a square of 16. */
const SHAPES: Readonly<Record<string, string>> = {
  Country: "M3 2v13M3 3h10l-2 3 2 3H3",
  Agency: "M2 14h12M3 14V7m3 7V7m4 7V7m3 7V7M1.5 6 8 2l6.5 4z",
  Firm: "M3 14V3h6v11m0-7h4v7M1 14h14M5 6h2M5 9h2",
  Person: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14.5c0-3 2.5-5 5.5-5s5.5 2 5.5 5",
  Commodity: "M2 5 8 2l6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6",
  Market: "M2 6h12v8H2zM1 6l2-4h10l2 4M6 14v-4h4v4",
  Measure: "M4 2h8v12H4zM6 5h4M6 8h4M6 11h2",
  Agreement: "M1.5 6 5 4l3 2 3-2 3.5 2M1.5 6v5l3 2M14.5 6v5l-3 2M4.5 13l3.5-3 3.5 3",
  Commitment: "M2 8.5 6 12.5 14 4",
  Event: "M2 4h12v10H2zM2 7h12M5 2v3M11 2v3",
  Source: "M3 2h7l3 3v9H3zM10 2v3h3M5 8h6M5 11h6",
  Claim: "M2 3h12v8H7l-3 3v-3H2z",
};

/** A node's type as shape and word. `isShort`: the shape alone, with the word for who hears the page. */
export function TypeTag({ type, isShort = false }: { readonly type: string; readonly isShort?: boolean }) {
  return (
    <span className="type-tag" title={isShort ? type : undefined}>
      <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
        <path
          d={SHAPES[type] ?? "M8 2v12M2 8h12"}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className={isShort ? "aloud" : undefined}>{type}</span>
    </span>
  );
}

/** The shape of a type as the path of an SVG of 16 by 16, for pictures. */
export const shapeOf = (type: string): string => SHAPES[type] ?? "";
