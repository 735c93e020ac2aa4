import { type GraphQLResolveInfo, graphqlSync } from "graphql";
import { Compiler, type Root } from "../../src/compile/index.ts";
import { type Model, readModel } from "../../src/model/index.ts";
import { ANALYSES, COMPUTED, ROWS } from "../../src/trade/index.ts";
import { randomOf } from "../support/random.ts";
import { type Parameters, SHAPES, type Shape } from "./shapes/index.ts";
import { sizeOf } from "./sizes.ts";
import { median } from "./statistics.ts";

/** How long the compiler takes for a shape's selection, in milliseconds. */
export interface CompileTimes {
  readonly shape: string;
  /** A selection that was compiled before. */
  readonly cached: number;
  /** One that was not. */
  readonly cold: number;
}

const ROUNDS = 300;
const WARM_ROUNDS = 50;

/** Times the compiler alone: no parsing, no database. */
export function compileTimes(): CompileTimes[] {
  const compiler = new Compiler(readModel(), COMPUTED, () => "2025-12-01");
  const asked = SHAPES.map((shape) => ({ shape, parameters: shape.parameters(sizeOf("small"), randomOf(7)) }));
  for (const { shape, parameters } of asked) for (let i = 0; i < WARM_ROUNDS; i++) timed(compiler, shape, parameters);
  return asked.map(({ shape, parameters }) => {
    const rounds = Array.from({ length: ROUNDS }, () => timed(compiler, shape, parameters));
    return { shape: shape.name, cached: median(rounds.map(({ cached }) => cached)), cold: median(rounds.map(({ cold }) => cold)) };
  });
}

/** Compiles a freshly parsed operation, then again. */
function timed(compiler: Compiler, shape: Shape, parameters: Parameters): { cached: number; cold: number } {
  const { info, name } = infoOf(compiler.model, shape, parameters);
  const root = rootOf(compiler.model, name);
  const start = performance.now();
  compiler.compile(root, info, true);
  const middle = performance.now();
  compiler.compile(root, info, true);
  return { cold: middle - start, cached: performance.now() - middle };
}

/** What graphql-js hands to the resolver of the operation's only field. */
function infoOf(model: Model, shape: Shape, parameters: Parameters): { info: GraphQLResolveInfo; name: string } {
  const taken: GraphQLResolveInfo[] = [];
  const { errors } = graphqlSync({
    schema: model.schema,
    source: shape.ours,
    variableValues: parameters,
    fieldResolver: (_source, _args, _context, info) => {
      taken.push(info);
      return null;
    },
  });
  const [info] = taken;
  if (!info) throw new Error(`${shape.name} can't be executed: ${errors?.map(({ message }) => message).join("; ")}`);
  return { info, name: info.fieldName };
}

/** The root field of a name, as src/resolvers gives it to the compiler. */
function rootOf(model: Model, name: string): Root {
  if (name === "search") return { kind: "search" };
  const [rows, analysis] = [ROWS[name], ANALYSES[name]];
  if (rows) return { kind: "rows", rows };
  if (analysis) return { kind: "gathered", analysis };
  const types = [...model.nodes.values()];
  const lookup = model.lookups.find(({ field }) => field === name);
  if (lookup) return { kind: "one", type: model.nodes.get(lookup.type) ?? null, by: lookup.by, argument: lookup.argument };
  const list = types.find(({ plural }) => plural === name);
  if (list) return { kind: "list", type: list };
  const type = types.find(({ singular }) => singular === name);
  if (type) return { kind: "one", type, by: ["id"], argument: "id" };
  throw new Error(`No shape asks for the root field ${name}.`);
}
