import { mkdirSync, writeFileSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { printSchema } from "graphql";
import { seedJsonSchema } from "./src/load/index.ts";
import { readModel } from "./src/model/index.ts";

/** What follows from schema/: the schema as clients see it, the JSON Schema of seed files, TypeScript types, and typed documents. */
const model = readModel();
mkdirSync("src/generated", { recursive: true });
writeFileSync("src/generated/schema.graphql", `${printSchema(model.schema)}\n`);
writeFileSync("src/generated/seed.schema.json", `${JSON.stringify(seedJsonSchema(model))}\n`);

const scalars = { Date: "string", PartialDate: "string", HsCode: "string", CountryCode: "string", URL: "string" };

const config: CodegenConfig = {
  schema: "src/generated/schema.graphql",
  documents: ["tests/operations/*.graphql", "src/server/page/examples/*.graphql"],
  ignoreNoDocuments: true,
  silent: true,
  config: { scalars, useTypeImports: true },
  generates: {
    "src/generated/types.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: { enumsAsTypes: true, contextType: "../resolvers/run.ts#Context" },
    },
    "src/generated/operations.ts": { plugins: ["typescript-operations", "typed-document-node"] },
  },
};

export default config;
