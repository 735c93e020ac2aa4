import type { GraphQLFieldResolver } from "graphql";
import { type Compiler, DEFAULT_PAGE, typesOf } from "../compile/index.ts";
import { requestError } from "../model/index.ts";
import type { SearchArguments } from "./arguments.ts";
import { type Context, runRoot } from "./run.ts";

/** The longest text that is searched for, in characters. */
const MAX_TEXT = 1000;

/** search: the engine's full-text clause, continued by the selection. */
export function searchFields(compiler: Compiler): Record<string, GraphQLFieldResolver<unknown, Context>> {
  return {
    search: (_source, args, context, info) => {
      const { text, types, first } = args as SearchArguments;
      // Characters, not UTF-16 units, of which some take two.
      const length = text.length > MAX_TEXT ? Array.from(text).length : text.length;
      if (length > MAX_TEXT) throw requestError("BAD_SEARCH", `Search for ${MAX_TEXT} characters at most; these are ${length}.`);
      return runRoot(compiler, { kind: "search" }, context, info, async (compiled, params) => {
        const source = await context.engine.search(
          text,
          // What the day leaves out is known in the statement alone: cut there.
          compiled.leavesOut ? null : (first ?? DEFAULT_PAGE),
          types ? typesOf(compiler.model, types).map((type) => type.name) : undefined,
          context.deadline,
        );
        return { text: compiled.textAfter(source.clause), params: { ...params, ...source.params }, cutAt: source.cutAt };
      });
    },
  };
}
