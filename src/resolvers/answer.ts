import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { fieldsOn, Shaped } from "../compile/index.ts";
import type { Model } from "../model/index.ts";
import type { Context, Runs } from "./run.ts";

/** A request that was parsed and validated. */
export interface Question {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Answers a query without graphql-js's walk over the answer, which the root fields have completed already (that walk took a third of the time
 * of a request). Null where graphql-js has to answer: a mutation, introspection, invalid variables, `meta`, or a root field that failed;
 * what has run by then is kept in `context.runs`, so that no statement runs twice and graphql-js only reports the errors.
 */
export async function answer(model: Model, question: Question, context: Context): Promise<Record<string, unknown> | null> {
  const { document, operation } = question;
  const parentType = model.schema.getQueryType();
  if (operation.operation !== "query" || !parentType) return null;
  const { coerced } = getVariableValues(model.schema, operation.variableDefinitions ?? [], question.variables);
  if (!coerced) return null;
  const fragments = fragmentsOf(document);
  const selected = fieldsOn([operation.selectionSet], parentType.name, { fragments, variables: coerced, schema: model.schema });
  const runs: Runs = { answers: new Map(), completions: new Map() };
  context.runs = runs;
  for (const [key, fieldNodes] of selected) {
    const [node] = fieldNodes;
    if (!node || node.name.value === "__typename") continue;
    const definition = parentType.getFields()[node.name.value];
    const resolve = definition?.resolve;
    if (!resolve) return null;
    const info: GraphQLResolveInfo = {
      fieldName: node.name.value,
      fieldNodes,
      returnType: definition.type,
      parentType,
      path: { prev: undefined, key, typename: parentType.name },
      schema: model.schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: coerced,
    };
    const run = async () => resolve(undefined, getArgumentValues(definition, node, coerced), context, info);
    runs.answers.set(node, run());
  }
  const settled = await Promise.allSettled(runs.answers.values());
  if (settled.some(({ status }) => status === "rejected")) return null;
  const data = new Shaped();
  try {
    for (const [key, [node]] of selected) {
      const run = node && runs.answers.get(node);
      const complete = node && runs.completions.get(node);
      // What no statement of the compiler answers has fields of its own to resolve.
      if (run && !complete) return null;
      data[key] = run ? complete?.(await run) : parentType.name;
    }
  } catch {
    // Whatever was thrown, graphql-js walks the same answer: what it meets it reports with its path, and the server with the request's id.
    return null;
  }
  return data;
}

const fragmentsByDocument = new WeakMap<DocumentNode, Readonly<Record<string, FragmentDefinitionNode>>>();

/** The fragments of a document by name, computed once. */
export function fragmentsOf(document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  let fragments = fragmentsByDocument.get(document);
  if (!fragments) {
    fragments = Object.fromEntries(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
    fragmentsByDocument.set(document, fragments);
  }
  return fragments;
}
