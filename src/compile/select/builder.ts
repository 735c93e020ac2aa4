import type { Value } from "../../engine/port.ts";
import { cypher, type Fragment, join, type Name } from "../cypher/fragment.ts";
import type { ObjectParts, ObjectPlan } from "../request/computed.ts";
import type { Context } from "../request/context.ts";
import { type Read, type Shape, Shaped, TYPE } from "../request/shape.ts";

export type { ObjectPlan } from "../request/computed.ts";

/** How one response key is read from the columns. */
interface Reader {
  readonly key: string;
  readonly types: readonly string[] | null;
  readonly read: Read;
}

/** Collects calls, columns and readers of one object. */
export class ObjectBuilder implements ObjectParts {
  readonly calls: Fragment[] = [];
  readonly columns: Fragment[] = [];
  readonly #readers: Reader[] = [];

  /** Adds a column (once) and returns its index. */
  column(expression: Fragment): number {
    const known = this.columns.findIndex(({ text }) => text === expression.text);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  /** Makes a plan part of this object, and returns the function that reads it from this object's columns. */
  nest(plan: ObjectPlan): Shape {
    this.calls.push(...plan.calls);
    const columns = plan.columns.map((c) => this.column(c));
    return (row, parameters) =>
      plan.shape(
        columns.map((c) => row[c] ?? null),
        parameters,
      );
  }

  /** Says how a response key is read; `types` limits it to objects of these types. */
  reader(key: string, types: readonly string[] | null, read: Read): void {
    this.#readers.push({ key, types, read });
  }

  /** Reads plain objects; with `typeOf`, each object says its type and has only the keys of its type. */
  plan(typeOf: ((columns: readonly Value[]) => string) | null): ObjectPlan {
    const readers = this.#readers;
    const shape: Shape = (columns, parameters) => {
      const shaped = new Shaped();
      const type = typeOf?.(columns);
      if (type !== undefined) shaped[TYPE] = type;
      for (const { key, types, read } of readers) {
        if (types === null || type === undefined || types.includes(type)) shaped[key] = read(columns, parameters);
      }
      return shaped;
    };
    return { calls: this.calls, columns: this.columns, shape };
  }
}

/** A node that is bound, and what it may be. */
export interface Place {
  readonly node: Name;
  /** Its type as the schema gives it: a node type or an interface. */
  readonly type: string;
  /** The node types that it may have. */
  readonly targets: readonly string[];
}

/** A place for a node of a type, or of any type (`Node`). */
export function placeOf({ model }: Context, node: Name, type: string): Place {
  return { node, type, targets: type === "Node" ? [...model.nodes.keys()] : (model.possible.get(type) ?? [type]) };
}

/** The columns of an object as one list. */
export function listOf({ columns }: Pick<ObjectPlan, "columns">): Fragment {
  return cypher`[${join(columns, ", ")}]`;
}
