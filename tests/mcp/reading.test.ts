import { isEnumType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_TOKENS, tokensOf } from "../../src/mcp/bounds.ts";
import { typesOf } from "../../src/mcp/dictionary.ts";
import * as values from "../../src/mcp/generated/values.ts";
import { readModel } from "../../src/model/index.ts";
import { type Served, serve } from "../server/support.ts";
import { goldenOperations } from "../support/golden.ts";
import { type Assistant, connect } from "./support.ts";

const { schema } = readModel();

describe("what assistants read beside tools", { timeout: 60_000 }, () => {
  let served: Served;
  let assistant: Assistant;
  beforeAll(async () => {
    served = await serve();
    assistant = await connect(served.address);
  });
  afterAll(async () => {
    await assistant?.close();
    await served?.close();
  });
  const read = async (path: string): Promise<string> => {
    const { contents } = await assistant.client.readResource({ uri: `trade-graph://${path}` });
    const [content] = contents;
    const text = content && "text" in content ? content.text : "";
    expect(tokensOf(text), path).toBeLessThanOrEqual(MOST_TOKENS);
    return text;
  };

  it("the guide, the dictionary and the questions are listed, and each fits", async () => {
    const { resources } = await assistant.client.listResources();
    expect(resources.map(({ uri }) => uri).sort()).toEqual(["trade-graph://dictionary", "trade-graph://guide", "trade-graph://questions"]);
    expect(await read("guide")).toContain("how to cite");
    expect(await read("questions")).toContain("known-in-a-week");
  });

  it("every type of the schema is a piece of the dictionary that fits, in parts where it is long, with all of its fields and values", async () => {
    const types = typesOf(schema);
    expect(types.length).toBeGreaterThan(150);
    for (const type of types) {
      let text = await read(`dictionary/${type.name}`);
      for (let part = 2; text.includes(`dictionary/${type.name}.${part}`); part++) text += await read(`dictionary/${type.name}.${part}`);
      const members =
        "getFields" in type ? Object.keys(type.getFields()) : isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
      for (const member of members) expect(text, type.name).toMatch(new RegExp(`^- \`${member}\\b`, "m"));
    }
    await expect(read("dictionary/Colour")).rejects.toThrow(/no category or type Colour/);
  });

  it("every golden question is there with its query", async () => {
    for (const { name, question, source } of goldenOperations()) {
      const text = await read(`questions/${name}`);
      expect(text).toContain(question);
      expect(text).toContain(source.slice(source.indexOf("\n") + 1).trim());
    }
    await expect(read("questions/none")).rejects.toThrow(/There is no question none/);
  });

  it("each prompt names tools that there are, and carries its arguments", async () => {
    const { tools } = await assistant.client.listTools();
    const { prompts } = await assistant.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["what-hits-a-product", "brief-on-a-measure", "who-contradicts-whom", "what-changed"]);
    for (const { name, arguments: given = [] } of prompts) {
      const args = Object.fromEntries(given.map((one) => [one.name, one.name.endsWith("n") ? "2025-06-05" : `the-${one.name}`]));
      const { messages } = await assistant.client.getPrompt({ name, arguments: args });
      const [message] = messages;
      const text = message?.content.type === "text" ? message.content.text : "";
      for (const value of Object.values(args)) expect(text).toContain(value);
      const named = [...text.matchAll(/`([a-z_]+)`/g)].map(([, tool]) => tool);
      expect(named.length).toBeGreaterThan(0);
      expect([...tools.map((tool) => tool.name), "sources", "days"]).toEqual(expect.arrayContaining(named));
    }
  });

  it("completes names of types and of questions", async () => {
    const { completion } = await assistant.client.complete({
      ref: { type: "ref/resource", uri: "trade-graph://dictionary/{name}" },
      argument: { name: "name", value: "meas" },
    });
    expect(completion.values).toContain("MeasureFilter");
  });

  it("what tools take for values are the schema's", () => {
    for (const [name, given] of Object.entries(values)) {
      const type = schema.getType(name);
      expect([name, isEnumType(type) && type.getValues().map((value) => value.name)]).toEqual([name, [...given]]);
    }
  });
});
