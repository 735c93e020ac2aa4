import type { Fragment, Name } from "../cypher/fragment.ts";
import type { Context } from "../request/context.ts";
import type { Selected } from "../request/selection.ts";
import type { Site } from "../request/site.ts";
import type { ObjectBuilder } from "./object.ts";

/** How a field that no property stores is computed by the statement. src/trade registers one for each field that schema/ marks with @computed. */
export interface ComputedField {
  /** Adds what is selected of the field to the object that has it: a node bound to `node`, of the type `owner`. */
  readonly select: (builder: ObjectBuilder, node: Name, owner: string, field: Selected) => void;
  /** The condition that the field's own filter puts on a node; the site is that filter's. */
  readonly filter?: (context: Context, node: Name, site: Site) => Fragment;
}

/** Computed fields by their names. */
export type ComputedFields = Readonly<Record<string, ComputedField>>;
