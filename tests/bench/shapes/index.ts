import { asOf } from "./as-of.ts";
import { chapter } from "./chapter.ts";
import { commodity } from "./commodity.ts";
import { country } from "./country.ts";
import { deep } from "./deep.ts";
import { filtered } from "./filtered.ts";
import { hub } from "./hub.ts";
import { point } from "./point.ts";
import { search } from "./search.ts";
import type { Shape } from "./shape.ts";

export * from "./shape.ts";

export const SHAPES: readonly Shape[] = [point, country, commodity, hub, deep, filtered, search, asOf, chapter];
