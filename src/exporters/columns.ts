import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { at, hasNoColumn } from "./table.ts";

/** A query whose answer becomes a table. */
export interface Question {
  readonly document: DocumentNode;
  /** Which of several operations is meant. */
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * The columns of a query's answer, in the order of its selection: the same whatever the answer holds, so that pages of one query fit under one
 * header, and a list that is empty takes no column away. Null where the document has no such operation.
 */
export function columnsOf({ document, operationName, variables: given }: Question): string[] | null {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const operation = operationName ? operations.find((d) => d.name?.value === operationName) : operations[0];
  if (!operation) return null;
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  const variables = { ...Object.fromEntries(defaults), ...given };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);
  const columns = new Set<string>();

  const fieldsOf = (set: SelectionSetNode): FieldNode[] =>
    set.selections.filter(isAsked).flatMap((selection): FieldNode[] => {
      if (selection.kind === Kind.FIELD) return [selection];
      const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return spread ? fieldsOf(spread.selectionSet) : [];
    });
  const isAsked = (selection: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
  const walk = (sets: readonly SelectionSetNode[], path: string): void => {
    const fields = new Map<string, FieldNode[]>();
    for (const field of sets.flatMap(fieldsOf)) {
      const key = field.alias?.value ?? field.name.value;
      fields.set(key, [...(fields.get(key) ?? []), field]);
    }
    for (const [key, same] of fields) {
      if (hasNoColumn(key, fields)) continue;
      const below = same.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) walk(below, at(path, key));
      else columns.add(at(path, key));
    }
  };
  walk([operation.selectionSet], "");
  return [...columns];
}
