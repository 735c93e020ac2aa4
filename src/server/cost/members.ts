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

/** Refuses lists in arguments that have too many members, wherever they stand in an operation or its fragments. Throws BAD_USER_INPUT. */
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
    for (const { name, value } of node.arguments ?? []) requireShort(value, `${node.name.value}(${name.value})`, node);
  } else if (node.kind === Kind.VARIABLE_DEFINITION && node.defaultValue) {
    requireShort(node.defaultValue, `$${node.variable.name.value}`, node);
  }
}

function requireShort(value: ValueNode, place: string, node: ASTNode): void {
  if (value.kind === Kind.LIST) {
    if (value.values.length > MAX_MEMBERS) throw tooMany(place, value.values.length, node);
    for (const [i, member] of value.values.entries()) requireShort(member, `${place}[${i}]`, node);
  } else if (value.kind === Kind.OBJECT) {
    for (const field of value.fields) requireShort(field.value, `${place}.${field.name.value}`, node);
  }
}

/** How many levels values of variables may have: filters stop at far fewer, and what reads them goes down level by level. */
const MOST_LEVELS = 64;

/** Refuses lists in variables that have too many members, at any depth, values that are nested too deep, and too many of them. Throws BAD_USER_INPUT. */
export function requireShortVariables(variables: Variables): void {
  const seen = { values: 0 };
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value === "object" && value !== null) requireShortValue(value, `$${name}`, 1, seen);
  }
}

function requireShortValue(value: object, place: string, level: number, seen: { values: number }): void {
  if (level > MOST_LEVELS) {
    throw new GraphQLError(`${place.slice(0, 100)} is nested deeper than ${MOST_LEVELS} levels. Write it flatter.`, {
      extensions: { code: "BAD_USER_INPUT" },
    });
  }
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

function tooMany(place: string, members: number, node?: ASTNode): GraphQLError {
  return new GraphQLError(
    `The list at ${place} has ${members.toLocaleString("en")} members; ${MAX_MEMBERS} is the limit. Ask in several steps.`,
    { extensions: { code: "BAD_USER_INPUT" }, ...(node ? { nodes: [node] } : {}) },
  );
}
