import { asOf } from "./as-of.ts";
import { changes } from "./changes.ts";
import { chapter } from "./chapter.ts";
import { commodity } from "./commodity.ts";
import { country } from "./country.ts";
import { deep } from "./deep.ts";
import { disagreements } from "./disagreements.ts";
import { exposure } from "./exposure.ts";
import { facets } from "./facets.ts";
import { filtered } from "./filtered.ts";
import { hits } from "./hits.ts";
import { hub } from "./hub.ts";
import { inForce } from "./in-force.ts";
import { neighbours } from "./neighbours.ts";
import { paths } from "./paths.ts";
import { point } from "./point.ts";
import { relationships } from "./relationships.ts";
import { search } from "./search.ts";
import { searchAsOf, searchCommon, searchMisspelt } from "./searches.ts";
import type { Shape } from "./shape.ts";
import { stock } from "./stock.ts";
import { timeline } from "./timeline.ts";

export * from "./shape.ts";

/** The questions that every side answers: only these are in means and in the chart. */
export const COMMON: readonly Shape[] = [point, country, commodity, hub, deep, filtered, search, asOf, chapter];

/** Those that have a table of their own, beside statements written by hand: the others have little or nothing to ask them with. */
export const BESIDE: readonly Shape[] = [
  neighbours,
  facets,
  exposure,
  paths,
  timeline,
  changes,
  relationships,
  disagreements,
  inForce,
  stock,
  hits,
  searchCommon,
  searchMisspelt,
  searchAsOf,
];

export const SHAPES: readonly Shape[] = [...COMMON, ...BESIDE];
