import { graphql, type OperationDefinitionNode, parse } from "graphql";
import { getVariableValues } from "graphql/execution/index.js";
import { type Compiled, Compiler, type Info, type Root } from "../../src/compile/index.ts";
import type { GraphEngine, Statement } from "../../src/engine/port.ts";
import { readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { COMPUTED } from "../../src/trade/index.ts";

/** The model that the statements are compiled from. */
export const model = readModel();
const schema = executableSchema(model);

export type Variables = Readonly<Record<string, unknown>>;

/** A hit, without which a search runs no statement. */
const HIT = { searchHits: [["country:CN", 3.5]] };

/** No database: `read` keeps the statement, which is all that is looked at, and the slot of a search stays as it is. */
const nowhere: Pick<GraphEngine, "search"> = { search: async () => ({ clause: "/*search*/", params: HIT }) };

/** The statements that an operation runs on an engine of some kind, in the order of its root fields. Throws the client's error where it runs none. */
export async function statementsOf(
  source: string,
  variableValues: Variables = {},
  engine: Pick<GraphEngine, "search"> = nowhere,
  kind: GraphEngine["kind"] = "neo4j",
): Promise<Statement[]> {
  const read: Statement[] = [];
  const recording = {
    kind,
    search: async (text: string, limit: number) => ({ ...(await engine.search(text, limit)), params: HIT }),
    read: async (statement: Statement) => {
      read.push(statement);
      return [];
    },
  };
  const { errors } = await graphql({ schema, source, variableValues, contextValue: { engine: recording } });
  if (read.length === 0) throw errors?.[0] ?? new Error("The operation ran no statement.");
  return read;
}

/** The only statement of an operation with one root field. */
export async function statementOf(source: string, variables?: Variables, engine?: Pick<GraphEngine, "search">): Promise<Statement> {
  const [only, ...more] = await statementsOf(source, variables, engine);
  if (!only || more.length > 0) throw new Error("The operation has more than one root field.");
  return only;
}

/** Compiles the list `measures` of an operation that is parsed once, as the server does, for one request's variables after another. */
export function measuresOf(source: string, mostText?: number): (variables: Variables, operationName?: string) => Compiled {
  const document = parse(source);
  const operations = document.definitions.filter((d) => d.kind === "OperationDefinition");
  const fragments = Object.fromEntries(document.definitions.flatMap((d) => (d.kind === "FragmentDefinition" ? [[d.name.value, d]] : [])));
  const type = model.nodes.get("Measure");
  if (!type) throw new Error("The schema has no Measure.");
  const root: Root = { kind: "list", type };
  const compiler = new Compiler(model, COMPUTED, () => "2025-12-01", mostText);
  const rootFields = (set: OperationDefinitionNode["selectionSet"]): Info["fieldNodes"][number][] =>
    set.selections.flatMap((s) => {
      if (s.kind === "Field") return s.name.value === "measures" ? [s] : [];
      const fragment = s.kind === "FragmentSpread" ? fragments[s.name.value] : s;
      return fragment ? rootFields(fragment.selectionSet) : [];
    });
  return (variables, operationName) => {
    const operation = operations.find((o) => operationName === undefined || o.name?.value === operationName);
    if (!operation) throw new Error("There is no such operation.");
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (errors) throw errors[0];
    return compiler.compile(
      root,
      {
        fieldNodes: rootFields(operation.selectionSet),
        fragments,
        operation,
        schema,
        variableValues: coerced,
      },
      true,
    );
  };
}
