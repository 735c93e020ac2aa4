import type { GraphQLFieldResolver } from "graphql";
import { DEFAULT_PAGE, SEARCH_SLOT, typesOf } from "../compile/index.ts";
import { type Model, requestError } from "../model/index.ts";
import type { SearchArguments } from "./arguments.ts";
import { type Context, runRoot } from "./run.ts";

/** The longest text that is searched for, in characters. */
const MAX_TEXT = 1000;

/** search: the engine's full-text clause, continued by the selection. */
export function searchFields(model: Model): Record<string, GraphQLFieldResolver<unknown, Context>> {
  return {
    search: (_source, args, context, info) => {
      const { text, types, first } = args as SearchArguments;
      // Characters, not UTF-16 units, of which some take two.
      const length = text.length > MAX_TEXT ? Array.from(text).length : text.length;
      if (length > MAX_TEXT) throw requestError("BAD_SEARCH", `Search for ${MAX_TEXT} characters at most; these are ${length}.`);
      return runRoot(model, { kind: "search" }, context, info, async (statement) => {
        const source = await context.engine.search(
          text,
          first ?? DEFAULT_PAGE,
          types ? typesOf(model, types).map((type) => type.name) : undefined,
        );
        return { text: statement.text.replace(SEARCH_SLOT, () => source.clause), params: { ...statement.params, ...source.params } };
      });
    },
  };
}
