import { describe } from "vitest";
import { openTestEngine, testNeo4j } from "../support/engine.ts";
import { contract } from "./contract.ts";
import { searchContract } from "./search-contract.ts";

describe(`the ${testNeo4j() ? "Neo4j" : "embedded"} engine`, () => {
  describe("Cypher", () => contract(openTestEngine));
  describe("search", () => searchContract(openTestEngine));
});
