import type { Fragment, Name } from "../cypher/fragment.ts";
import type { Context } from "./context.ts";
import type { Selected } from "./selection.ts";
import type { Read, Shape } from "./shape.ts";
import type { Site } from "./site.ts";

/** What a selection on one variable needs: clauses to run once it is bound, columns to return, and how to read them. */
export interface ObjectPlan {
  /** Nested CALLs, each of which binds a name that the columns use. */
  readonly calls: readonly Fragment[];
  /** Expressions, in the order in which `shape` reads them. */
  readonly columns: readonly Fragment[];
  readonly shape: Shape;
}

/** What a computed field adds to the object that has it. */
export interface ObjectParts {
  /** Subqueries to run once the object's node is bound. */
  readonly calls: Fragment[];
  /** Adds a column (once) and returns its index. */
  column(expression: Fragment): number;
  /** Makes a plan part of this object, and returns the function that reads it from this object's columns. */
  nest(plan: ObjectPlan): Shape;
  /** Says how a response key is read from the columns; `types` limits it to objects of these types. */
  reader(key: string, types: readonly string[] | null, read: Read): void;
}

/** What the other conditions of a filter leave: what is dear to find out had better be found out for these nodes alone, before all else. */
export interface Others {
  /** Clauses that bind them, each once, under the name of the filtered node, so that WITH may follow; null where nothing is narrower than all nodes of the type. */
  readonly start: Fragment | null;
  /** Where there is no such start, what holds for them. */
  readonly conditions: readonly Fragment[];
}

/** What a computed field's own filter puts on nodes. */
export interface ComputedFilter {
  /** What holds for a node that passes; of one that does not pass the other conditions it need not be right. */
  readonly condition: Fragment;
  /** Clauses that bind, under a name, each node that passes this and all other conditions, once, and may end with WITH; null where nothing is narrower than all nodes of the type. */
  readonly found: ((node: Name) => Fragment) | null;
}

/** How a field that no property stores is computed by the statement. src/trade registers one for each field that schema/ marks with @computed. */
export interface ComputedField {
  /** Adds what is selected of the field to the object that has it: a node bound to `node`, of one of the types `owners`, of which each has the field. */
  readonly select: (object: ObjectParts, node: Name, owners: readonly [string, ...string[]], field: Selected) => void;
  /** Compiles the field's own filter on a node, beside the filter's other conditions; the site is that filter's. */
  readonly filter?: (context: Context, node: Name, site: Site, others: Others) => ComputedFilter;
  /**
   * Clauses for rows that bind a node and other names: they keep these and drop all else, and bind under one more name the value by which lists are counted: as of the
   * day of @asOf, else today.
   */
  readonly value?: (context: Context, node: Name, others: readonly Name[], into: Name) => Fragment;
}

/** Computed fields by their names. */
export type ComputedFields = Readonly<Record<string, ComputedField>>;
