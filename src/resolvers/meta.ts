import { createHash } from "node:crypto";
import { type GraphQLFieldResolver, type GraphQLSchema, printSchema } from "graphql";
import { type Figure, type Figures, fieldsOn, figuresStatement, requireNoDay } from "../compile/index.ts";
import { until } from "../engine/port.ts";
import { type Model, names } from "../model/index.ts";
import { releaseOf } from "../root.ts";
import type { Context } from "./run.ts";

/** The type of `meta`, as schema/meta.graphql calls it. */
const META = "Meta";

/** What each field of `meta` says, and the figure that it is read from; its description is in schema/meta.graphql. */
const FIELDS: Readonly<Record<string, { readonly figure: Figure; readonly value: (figures: Figures) => unknown }>> = {
  dataVersion: { figure: "writes", value: ({ writes }) => (writes?.last ? `${writes.count}-${writes.last.id}` : "0") },
  loadedAt: { figure: "writes", value: ({ writes }) => writes?.last?.at ?? null },
  bundles: { figure: "bundles", value: ({ bundles }) => bundles },
  counts: {
    figure: "counts",
    value: ({ counts }) => counts?.map(([type, nodes]) => ({ type: names.constant(type), nodes })),
  },
  undatedSources: { figure: "undatedSources", value: (figures) => figures.undatedSources },
};

/** meta: what the graph says of itself as a whole, by one statement that reads what is selected. Throws BAD_AS_OF and EngineError. */
export function metaField(model: Model): GraphQLFieldResolver<unknown, Context> {
  let version: string | null = null;
  return async (_source, _args, { engine, deadline }, { fieldNodes, fragments, variableValues, schema }) => {
    requireNoDay(fieldNodes, "meta tells of the graph as it is today");
    const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selected = [...fieldsOn(sets, META, { fragments, variables: variableValues, schema }).values()].flatMap(
      ([node]) => node?.name.value ?? [],
    );
    const figures = new Set(selected.flatMap((name) => FIELDS[name]?.figure ?? []));
    const read = await figuresOf(model, figures, { engine, ...(deadline ? { deadline } : {}) });
    return {
      ...Object.fromEntries(Object.entries(FIELDS).map(([name, { value }]) => [name, value(read)])),
      engine: () => until(deadline, engine.version()),
      schemaVersion: () => {
        version ??= schemaVersion(schema);
        return version;
      },
    };
  };
}

/** Some figures of the graph, by one statement; none where none are asked for. */
async function figuresOf(model: Model, asked: ReadonlySet<Figure>, { engine, deadline }: Context): Promise<Figures> {
  if (asked.size === 0) return {};
  const { statement, read } = figuresStatement(model, asked);
  const [row] = await engine.read(statement, deadline);
  return read(row);
}

/** The release, and a digest of the schema as text: `0.1.0+8f14e45fceea`. */
function schemaVersion(schema: GraphQLSchema): string {
  const digest = createHash("sha256")
    .update(`${printSchema(schema)}\n`)
    .digest("hex");
  return `${releaseOf()}+${digest.slice(0, 12)}`;
}
