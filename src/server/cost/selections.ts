import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isIncluded, type Variables } from "./asked.ts";

/** What the selections of an operation stand for: which fragments they open, and on which types these apply. */
export class Selections {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #variables: Variables;

  constructor(schema: GraphQLSchema, fragments: Readonly<Record<string, FragmentDefinitionNode>>, variables: Variables) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  /** Whether neither @skip nor @include leaves it out. */
  isIncluded(selection: SelectionNode): boolean {
    return isIncluded(selection, this.#variables);
  }

  /** The types that an object of an interface or union may have. */
  possible(type: GraphQLAbstractType): readonly GraphQLObjectType[] {
    return this.#schema.getPossibleTypes(type);
  }

  /** What a spread or an inline fragment opens; undefined where no fragment has the name. */
  fragmentOf(selection: Exclude<SelectionNode, FieldNode>) {
    return selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments[selection.name.value] : selection;
  }

  /** The selections that a spread or an inline fragment gives an object of a type; null where it gives none. */
  openedOn(selection: Exclude<SelectionNode, FieldNode>, type: GraphQLObjectType): SelectionSetNode | null {
    const fragment = this.fragmentOf(selection);
    return fragment && this.#applies(fragment.typeCondition?.name.value, type) ? fragment.selectionSet : null;
  }

  #applies(condition: string | undefined, { name }: GraphQLObjectType): boolean {
    if (condition === undefined || condition === name) return true;
    const type = this.#schema.getType(condition);
    return isAbstractType(type) && this.possible(type).some((possible) => possible.name === name);
  }

  /** The fields that a selection on a type gives by its fragments as well, each field node once. */
  fieldsOn(set: SelectionSetNode, type: GraphQLObjectType, seen: Set<SelectionSetNode> = new Set()): FieldNode[] {
    if (seen.has(set)) return [];
    seen.add(set);
    return set.selections.flatMap((selection): FieldNode[] => {
      if (!this.isIncluded(selection)) return [];
      if (selection.kind === Kind.FIELD) return [selection];
      const opened = this.openedOn(selection, type);
      return opened === null ? [] : this.fieldsOn(opened, type, seen);
    });
  }
}
