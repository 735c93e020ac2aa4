import { createHash } from "node:crypto";
import { type GraphQLFieldResolver, type GraphQLSchema, printSchema } from "graphql";
import { citationIn, graphCited } from "../citations/index.ts";
import { type Figure, type Figures, fieldsOn, figuresStatement, requireNoDay } from "../compile/index.ts";
import { until } from "../engine/port.ts";
import { type Model, names } from "../model/index.ts";
import { releaseOf } from "../root.ts";
import type { MetaCitationArguments } from "./arguments.ts";
import type { Context } from "./run.ts";

/** The type of `meta`, as schema/meta.graphql calls it. */
const META = "Meta";

/** What each field of `meta` says, and the figure that it is read from; its description is in schema/meta.graphql. */
const FIELDS: Readonly<Record<string, { readonly figure: Figure; readonly value: (figures: Figures, here: Here) => unknown }>> = {
  dataVersion: { figure: "writes", value: (figures) => stateOf(figures).dataVersion },
  loadedAt: { figure: "writes", value: (figures) => stateOf(figures).loadedAt },
  bundles: { figure: "bundles", value: ({ bundles }) => bundles },
  counts: {
    figure: "counts",
    value: ({ counts }) => counts?.map(([type, nodes]) => ({ type: names.constant(type), nodes })),
  },
  undatedSources: { figure: "undatedSources", value: (figures) => figures.undatedSources },
  citation: { figure: "writes", value: (figures, here) => (args: MetaCitationArguments) => citationOfGraph(stateOf(figures), args, here) },
};

/** Where and when an answer is given. */
interface Here {
  /** The address of the server, without a slash at its end; undefined where there is no server. */
  readonly origin: string | undefined;
  /** `2025-06-05`. */
  readonly today: string;
}

/** How to cite the graph, or what is named of it. */
function citationOfGraph(state: DataState, { format, title, url, valid, known }: MetaCitationArguments, { origin, today }: Here): string {
  const page = { title: title ?? null, url: url ?? (origin === undefined ? null : `${origin}/`) };
  return citationIn(format, graphCited(state, page, { valid: valid ?? null, known: known ?? null }, today));
}

/** The state of the data, as `meta` tells it. */
export interface DataState {
  readonly dataVersion: string;
  readonly loadedAt: string | null;
}

/** Reads the state of the data. Throws EngineError. */
export async function dataState(model: Model, reading: Pick<Context, "engine" | "deadline">): Promise<DataState> {
  return stateOf(await figuresOf(model, new Set(["writes"]), reading));
}

const stateOf = ({ writes }: Figures): DataState => ({
  dataVersion: writes?.last ? `${writes.count}-${writes.last.id}` : "0",
  loadedAt: writes?.last?.at ?? null,
});

/** meta: what the graph says of itself as a whole, by one statement that reads what is selected. Throws BAD_AS_OF and EngineError. */
export function metaField(model: Model, today: () => string): GraphQLFieldResolver<unknown, Context> {
  let version: string | null = null;
  return async (_source, _args, { engine, deadline, origin }, { fieldNodes, fragments, variableValues, schema }) => {
    requireNoDay(fieldNodes, "meta tells of the graph as it is today");
    const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selected = [...fieldsOn(sets, META, { fragments, variables: variableValues, schema }).values()].flatMap(
      ([node]) => node?.name.value ?? [],
    );
    const figures = new Set(selected.flatMap((name) => FIELDS[name]?.figure ?? []));
    const read = await figuresOf(model, figures, { engine, ...(deadline ? { deadline } : {}) });
    return {
      ...Object.fromEntries(Object.entries(FIELDS).map(([name, { value }]) => [name, value(read, { origin, today: today() })])),
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
