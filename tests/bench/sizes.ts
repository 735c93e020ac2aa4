/** The graphs that are measured. Degrees are averages; every figure is fixed by the seed. */
export interface Size {
  readonly name: string;
  readonly measures: number;
  readonly countries: number;
  readonly agencies: number;
  readonly firms: number;
  /** Subheadings of the Harmonized System; a fifth as many headings lie above them. */
  readonly subheadings: number;
  /** Countries and firms a measure targets, and commodities it covers: from 1 up to twice this, less 1. */
  readonly targets: number;
  readonly covers: number;
  /** How many measures target the hub country. */
  readonly hub: number;
  /** One claim, with an edge to each measure it is about, for so many measures; null: one claim for so many, about none of them. */
  readonly claims: "each" | "shared";
  /** Whether some countries, agencies and goods have more than their share, as in the world; without it, degrees are equal. */
  readonly skewed: boolean;
}

const world = { countries: 200, agencies: 600, firms: 3_000, subheadings: 5_600, claims: "each", skewed: true } as const;

/** A graph of the growth series: the same degree everywhere but at the hub, whose degree grows with the graph. */
function growth(measures: number): Size {
  return {
    name: `growth-${measures / 1000}k`,
    measures,
    countries: measures / 50,
    agencies: measures / 20,
    firms: measures / 20,
    subheadings: measures / 10,
    targets: 1,
    covers: 1.5,
    hub: measures / 10,
    claims: "shared",
    skewed: false,
  };
}

export const SIZES: readonly Size[] = [
  {
    ...world,
    name: "quick",
    measures: 5_000,
    countries: 100,
    agencies: 250,
    firms: 500,
    subheadings: 1_500,
    targets: 2,
    covers: 3,
    hub: 2_000,
  },
  { ...world, name: "small", measures: 60_000, targets: 2, covers: 3, hub: 11_000 },
  { ...world, name: "large", measures: 75_000, targets: 11.5, covers: 40, hub: 46_000 },
  growth(10_000),
  growth(100_000),
  growth(1_000_000),
];

/** The size of a name. Throws for a name that is none. */
export function sizeOf(name: string): Size {
  const size = SIZES.find((s) => s.name === name);
  if (!size) throw new Error(`There is no size ${name}; there are ${SIZES.map((s) => s.name).join(", ")}.`);
  return size;
}
