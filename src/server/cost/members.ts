import {
  type ASTNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  visit,
} from "graphql";
import type { Variables } from "./asked.ts";
import { MAX_MEMBERS, MAX_VALUES } from "./prices.ts";

/** How many levels values may have: filters stop at far fewer, and what reads them goes down level by level. */
const MOST_LEVELS = 64;

/** Refuses lists in arguments that have too many members, and values that are nested too deep, wherever they stand in an operation or its fragments. Throws BAD_USER_INPUT. */
export function requireShortLiterals(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): void {
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, { enter: requireShortAt });
  }
}

function requireShortAt(node: ASTNode): void {
  if (node.kind === Kind.FIELD) {
    for (const { name, value } of node.arguments ?? []) requireShort(value, `${node.name.value}(${name.value})`, 1, node);
  } else if (node.kind === Kind.VARIABLE_DEFINITION && node.defaultValue) {
    requireShort(node.defaultValue, `$${node.variable.name.value}`, 1, node);
  }
}

function requireShort(value: ValueNode, place: string, level: number, node: ASTNode): void {
  if (value.kind !== Kind.LIST && value.kind !== Kind.OBJECT) return;
  if (level > MOST_LEVELS) throw tooDeep(place, node);
  if (value.kind === Kind.LIST) {
    if (value.values.length > MAX_MEMBERS) throw tooMany(place, value.values.length, node);
    for (const [i, member] of value.values.entries()) requireShort(member, `${place}[${i}]`, level + 1, node);
  } else for (const field of value.fields) requireShort(field.value, `${place}.${field.name.value}`, level + 1, node);
}

/** Refuses lists in variables that have too many members, at any depth, values that are nested too deep, and too many of them. Throws BAD_USER_INPUT. */
export function requireShortVariables(variables: Variables): void {
  const seen = { values: 0 };
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value === "object" && value !== null) requireShortValue(value, `$${name}`, 1, seen);
  }
}

function requireShortValue(value: object, place: string, level: number, seen: { values: number }): void {
  if (level > MOST_LEVELS) throw tooDeep(place);
  if (Array.isArray(value) && value.length > MAX_MEMBERS) throw tooMany(place, value.length);
  for (const [key, inner] of Object.entries(value)) {
    seen.values += 1;
    if (seen.values > MAX_VALUES) {
      throw new GraphQLError(
        `The variables have more than ${MAX_VALUES.toLocaleString("en")} values, those inside lists and filters counted. Ask in several steps.`,
        { extensions: { code: "BAD_USER_INPUT" } },
      );
    }
    if (typeof inner === "object" && inner !== null) {
      requireShortValue(inner, Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`, level + 1, seen);
    }
  }
}

function tooDeep(place: string, node?: ASTNode): GraphQLError {
  const shown = place.length > 100 ? `${place.slice(0, 99)}…` : place;
  return new GraphQLError(`${shown} is nested deeper than ${MOST_LEVELS} levels. Write it flatter.`, {
    extensions: { code: "BAD_USER_INPUT" },
    ...(node ? { nodes: [node] } : {}),
  });
}

function tooMany(place: string, members: number, node?: ASTNode): GraphQLError {
  return new GraphQLError(
    `The list at ${place} has ${members.toLocaleString("en")} members; ${MAX_MEMBERS} is the limit. Ask in several steps.`,
    { extensions: { code: "BAD_USER_INPUT" }, ...(node ? { nodes: [node] } : {}) },
  );
}
