import { commodity } from "./commodity.ts";
import { country } from "./country.ts";
import { hub } from "./hub.ts";
import { point } from "./point.ts";
import type { Shape } from "./shape.ts";

export * from "./shape.ts";

export const SHAPES: readonly Shape[] = [point, country, commodity, hub];
