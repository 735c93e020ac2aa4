import { describe, expectTypeOf, it } from "vitest";
import type { LoadArguments, LoadPayload, MetaCitationArguments, NodesArguments, SearchArguments } from "../../src/resolvers/arguments.ts";
import type * as schema from "../generated/types.ts";

/** Types alone: `npm run types` fails where one of these does not hold. */
describe("the resolvers' own types and the schema's", () => {
  it("nodes reads the arguments that the schema declares", () => {
    expectTypeOf<NodesArguments>().toExtend<schema.QueryNodesArgs>();
    expectTypeOf<schema.QueryNodesArgs>().toExtend<NodesArguments>();
  });

  it("meta's citation reads the arguments that the schema declares", () => {
    expectTypeOf<keyof MetaCitationArguments>().toEqualTypeOf<keyof schema.MetaCitationArgs>();
    // Where a client leaves it out, graphql-js hands over the schema's default.
    expectTypeOf<schema.MetaCitationArgs & Pick<MetaCitationArguments, "format">>().toExtend<MetaCitationArguments>();
    expectTypeOf<MetaCitationArguments["format"]>().toEqualTypeOf<schema.CitationFormat>();
  });

  it("search reads the arguments that the schema declares", () => {
    expectTypeOf<keyof SearchArguments>().toEqualTypeOf<keyof schema.QuerySearchArgs>();
    expectTypeOf<schema.QuerySearchArgs>().toExtend<SearchArguments>();
  });

  it("load reads the arguments that the schema declares", () => {
    expectTypeOf<keyof LoadArguments["input"]>().toEqualTypeOf<keyof schema.LoadInput>();
    expectTypeOf<LoadArguments>().toExtend<schema.MutationLoadArgs>();
    expectTypeOf<schema.LoadInput["files"]>().toExtend<LoadArguments["input"]["files"]>();
  });

  it("load answers with the fields that the schema declares", () => {
    expectTypeOf<LoadPayload>().toExtend<schema.LoadPayload>();
    expectTypeOf<schema.LoadPayload>().toExtend<LoadPayload>();
  });
});
