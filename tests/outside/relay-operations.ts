import { type GraphQLField, type GraphQLSchema, getNamedType, isInterfaceType, isObjectType, isRequiredArgument } from "graphql";

/** What Relay is asked to compile for one field that gives a connection. */
export interface PagedField {
  /** `Country.firms`. */
  readonly field: string;
  /** The file that the compiler makes of it. */
  readonly artifact: string;
  /** A fragment that pages both ways. */
  readonly text: string;
}

/** How the compiler wants names to begin: as the file is called in which they stand. */
export const MODULE = "Paged";

const isConnection = ({ type }: GraphQLField<unknown, unknown>) => getNamedType(type).name.endsWith("Connection");

/**
 * A fragment for each field of the schema that gives a connection, on types and interfaces alike, which Relay can fetch again where its owner has an id
 * or is the root. What a field must be given is given as a variable.
 */
export function pagedFields(schema: GraphQLSchema): PagedField[] {
  const owners = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return owners.flatMap((owner) => {
    const isRoot = owner === schema.getQueryType();
    const isNode = owner.getInterfaces().some(({ name }) => name === "Node");
    return Object.values(owner.getFields())
      .filter(isConnection)
      .map((field) => {
        const name = `${MODULE}_${owner.name}_${field.name}`;
        const query = `${MODULE}${owner.name}${field.name}Query`;
        const required = field.args.filter(isRequiredArgument);
        const given = [
          'first: { type: "Int", defaultValue: 20 }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" }',
          ...required.map((argument) => `${argument.name}: { type: "${argument.type}" }`),
        ];
        const sent = ["first", "after", "last", "before", ...required.map((argument) => argument.name)].map((arg) => `${arg}: $${arg}`);
        const refetch = isRoot || isNode ? ` @refetchable(queryName: "${query}")` : "";
        return {
          field: `${owner.name}.${field.name}`,
          artifact: refetch ? query : name,
          text: `fragment ${name} on ${owner.name} @argumentDefinitions(${given.join(", ")})${refetch} {
  ${field.name}(${sent.join(", ")}) @connection(key: "${name}_${field.name}") { edges { node { __typename } } }
}`,
        };
      });
  });
}
