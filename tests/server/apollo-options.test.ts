import type { ApolloServerPlugin } from "@apollo/server";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import type { ApolloOptions } from "../../src/server/index.ts";
import { testNeo4j } from "../support/engine.ts";
import { serve } from "./support.ts";

const QUERY = "{ countries(first: 1) { totalCount } }";

describe.skipIf(testNeo4j())("options of Apollo from who serves the graph themselves", () => {
  const answered = async (apollo: ApolloOptions, query = QUERY, path = "/graphql") => {
    const served = await serve({ apollo });
    try {
      const headers = { "content-type": "application/json" };
      return await served.request(path, { method: "POST", headers, body: JSON.stringify({ query }) });
    } finally {
      await served.close();
    }
  };

  it("runs their plugins after this server's own, which go on: what one adds is there, and so is the cost", async () => {
    const seen: unknown[] = [];
    const plugin: ApolloServerPlugin = {
      requestDidStart: async () => ({
        willSendResponse: async ({ response: { body } }) => {
          if (body.kind !== "single") return;
          seen.push(body.singleResult.extensions);
          body.singleResult.extensions = { ...body.singleResult.extensions, mine: 1 };
        },
      }),
    };
    const { json } = await answered({ plugins: [plugin] });
    expect(json.data).toEqual({ countries: { totalCount: 0 } });
    expect(json.extensions).toMatchObject({ mine: 1, cost: { requested: expect.any(Number) } });
    expect(seen).toMatchObject([{ cost: { requested: expect.any(Number) } }]);
  });

  it("gives their formatError errors that are masked already", async () => {
    const schema = buildSchema("type Query { secret: String }");
    const rootValue = {
      secret: () => {
        throw new Error("the password is 1234");
      },
    };
    const messages: string[] = [];
    const formatError: ApolloOptions["formatError"] = (formatted) => {
      messages.push(formatted.message);
      return { message: "Sorry.", extensions: { code: "SORRY" } };
    };
    const { json } = await answered({ schema, rootValue, formatError }, "{ secret }");
    expect(json.errors).toEqual([{ message: "Sorry.", extensions: { code: "SORRY" } }]);
    expect(messages).toEqual([expect.stringContaining("Something went wrong on our side")]);
  });

  it("answers another schema by its own resolvers, with what is put into their context", async () => {
    const schema = buildSchema("type Query { who: String, engine: String }");
    const rootValue = {
      who: (_: unknown, context: { readonly who: string }) => context.who,
      engine: (_: unknown, context: { readonly engine: { readonly kind: string } }) => context.engine.kind,
    };
    const context = async () => ({ who: "me", engine: "not this" });
    const { json } = await answered({ schema, rootValue, context }, "{ who engine }");
    expect(json).toEqual({ data: { who: "me", engine: "embedded" } });
  });

  it("refuses a request where their context throws, and says only what was meant to be said", async () => {
    const context = async () => {
      throw new Error("the password is 1234");
    };
    const { status, text } = await answered({ context });
    expect(status).toBe(500);
    expect(text).not.toContain("1234");
  });

  it("takes an address that ends in a slash", async () => {
    expect((await answered({}, QUERY, "/graphql/")).json.data).toEqual({ countries: { totalCount: 0 } });
    expect((await answered({}, QUERY, "/graphql/?format=csv")).headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });
});
