import type { FieldNode, GraphQLResolveInfo, OperationDefinitionNode } from "graphql";
import type { Row, Value } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { type Complete, completeOf } from "./request/complete.ts";
import { Context } from "./request/context.ts";
import { signatureOf } from "./request/signature.ts";
import { compileRoot, type Root } from "./select/root.ts";
import { within } from "./where/as-of.ts";

export { DEFAULT_PAGE, MAX_PAGE } from "./page/page.ts";
export type { Complete } from "./request/complete.ts";
export { fieldsOn } from "./request/selection.ts";
export { Flawed } from "./request/shape.ts";
export { type Root, SEARCH_SLOT, typesOf } from "./select/root.ts";
export type { RowsOf } from "./select/rows.ts";

/** A root field compiled for one shape of variables. */
export interface Compiled {
  /** One Cypher statement, the same for every request of this shape. */
  readonly text: string;
  /** Reads the statement's parameters from a request's variables. Throws request errors (BAD_PAGE, BAD_CURSOR, …). */
  readonly bind: (variables: Readonly<Record<string, unknown>>) => Record<string, Value>;
  /** Turns the statement's rows into the field's value, by response keys. */
  readonly shape: (rows: readonly Row[], parameters: Readonly<Record<string, Value>>) => unknown;
  /** Makes of that value just what the client gets. Throws Flawed where the graph lacks what the schema promises. */
  readonly complete: Complete;
}

/** Shapes of variables kept for one operation; a client that sends more is compiled anew. */
const SHAPES = 64;

/**
 * Compiled fields by the parsed operation, which the server keeps while it is in use, and the field node. Both: operations of one
 * document may share a field through a fragment, and each may select more on it.
 */
const compiled = new WeakMap<OperationDefinitionNode, Map<FieldNode, Map<string, Compiled>>>();

/** What of a resolver's `info` compiling needs. */
export type Info = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "operation" | "schema" | "variableValues">;

/** Compiles a root field's whole selection into one statement, or takes it from the cache. */
export function compile(model: Model, root: Root, info: Info): Compiled {
  const [first] = info.fieldNodes;
  if (!first) throw new Error("A root field without nodes was asked for.");
  const fields = compiled.get(info.operation) ?? new Map<FieldNode, Map<string, Compiled>>();
  compiled.set(info.operation, fields);
  const shapes = fields.get(first) ?? new Map<string, Compiled>();
  fields.set(first, shapes);
  const signature = signatureOf(info.operation, info.variableValues, info.schema);
  const known = shapes.get(signature);
  if (known) return known;
  const context = within(new Context(model, info), [info.operation]);
  const plan = compileRoot(context, root, info.fieldNodes);
  const { type } = context.fieldOf("Query", first.name.value);
  const fresh: Compiled = {
    text: plan.text,
    bind: context.binder(),
    shape: plan.shape,
    complete: completeOf(context, type, info.fieldNodes),
  };
  if (shapes.size >= SHAPES) shapes.clear();
  shapes.set(signature, fresh);
  return fresh;
}
