import { ESLint, type Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { testNeo4j } from "../support/engine.ts";

/** Rules that this schema does not follow, each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  alphabetize: "members stand in the order in which they are read: what a thing is, then when, then what it is linked to",
  "strict-id-in-types": "nodes have ids; rows, values and payloads are nothing that could be asked for again",
  "require-nullable-result-in-root": "lists, connections and meta are never null: where one can't be answered, nothing is",
  "require-field-of-type-query-in-mutation-result": "a payload says what the load did; what the graph says then is another question",
};

const SCHEMA = "api/schema.graphql";
const PREFIX = "@graphql-eslint/";
const isLeftOut = (rule: string | null) => LEFT_OUT[rule?.replace(PREFIX, "") ?? ""] !== undefined;

describe.skipIf(testNeo4j())("the served schema, by all schema rules of @graphql-eslint", () => {
  const eslint = new ESLint({ overrideConfigFile: "tests/outside/eslint.config.mjs" });
  let found: readonly Linter.LintMessage[];
  beforeAll(async () => {
    const [result] = await eslint.lintFiles([SCHEMA]);
    found = result?.messages ?? [];
  });

  it("are more than thirty rules", async () => {
    const { rules = {} }: Linter.Config = await eslint.calculateConfigForFile(SCHEMA);
    expect(Object.keys(rules).length).toBeGreaterThan(30);
  });

  it("are followed, but for those that are left out by name", () => {
    const faults = found.filter(({ ruleId }) => !isLeftOut(ruleId));
    expect(faults.map(({ ruleId, line, message }) => `${SCHEMA}:${line} ${ruleId}: ${message}`)).toEqual([]);
  });

  it.each(Object.keys(LEFT_OUT))("would find something by %s, so that it is left out for a reason", (name) => {
    expect(found.filter(({ ruleId }) => ruleId === `${PREFIX}${name}`)).not.toEqual([]);
  });
});
