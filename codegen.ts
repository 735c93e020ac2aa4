import { mkdirSync, writeFileSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { isAbstractType, isEnumType, printSchema } from "graphql";
import { writeDictionary } from "./scripts/dictionary.ts";
import { THEMES } from "./scripts/questions.ts";
import { mappingJsonSchema } from "./src/importers/index.ts";
import { seedJsonSchema } from "./src/load/index.ts";
import { labelOfValue, readModel } from "./src/model/index.ts";
import { goldenOperations } from "./tests/support/golden.ts";

/**
 * What follows from schema/. In git, because a change of theirs is worth reading: the schema as clients see it, the types that its interfaces stand for, the JSON
 * Schemas of seed files and of mapping files, and the data dictionary of docs/. Not in git: what the tests, the explorer and the tools of assistants take from them, TypeScript types, typed documents and words.
 */
const CONTRACT = "api/schema.graphql";
const SEED_SCHEMA = "seed/schema.json";
const MAPPING_SCHEMA = "api/mapping.schema.json";
const POSSIBLE_TYPES = "api/possible-types.json";
const EXPLORER = "src/explorer/generated";
const MCP = "src/mcp/generated";

/** As wide as the lines of the sources. */
const LINE_WIDTH = 140;

/** JSON with what fits in a line on one line, so that a changed field is a changed line. */
function printJson(value: unknown, indent = ""): string {
  const line = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + line.length < LINE_WIDTH) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => printJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

const model = readModel();
writeFileSync(CONTRACT, `${printSchema(model.schema)}\n`);
writeFileSync(SEED_SCHEMA, `${printJson(seedJsonSchema(model))}\n`);
writeFileSync(MAPPING_SCHEMA, `${printJson(mappingJsonSchema(model))}\n`);
/** What each interface and union stands for: clients' caches read it (docs/frontend.md). */
const possibleTypes = Object.values(model.schema.getTypeMap())
  .filter(isAbstractType)
  .map((type) => [type.name, model.schema.getPossibleTypes(type).map(({ name }) => name)] as const);
writeFileSync(POSSIBLE_TYPES, `${printJson(Object.fromEntries(possibleTypes))}\n`);
writeDictionary(model);

/** What the explorer calls the values of enums, so that it need not ask; those that only order and count lists are none of its words. */
const labels = Object.fromEntries(
  [...model.enums]
    .filter(([name]) => !/(Facet|OrderField)$/.test(name))
    .map(([name, values]) => [name, Object.fromEntries([...values].map((value) => [value, labelOfValue(model, name, value)]))]),
);
mkdirSync(EXPLORER, { recursive: true });
writeFileSync(
  `${EXPLORER}/labels.ts`,
  `export const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(labels)};\n`,
);

/** The golden questions by theme, so that the explorer lists them without loading each. */
const questions = goldenOperations().map(({ theme, name, question }) => ({ theme, name, question }));
writeFileSync(
  `${EXPLORER}/questions.ts`,
  `/** The folders of tests/operations with their titles, in order. */
export const THEMES: Readonly<Record<string, string>> = ${JSON.stringify(THEMES)};

/** Every golden question: its file's name, its theme and its words. */
export const QUESTIONS: readonly { readonly theme: string; readonly name: string; readonly question: string }[] = ${JSON.stringify(questions)};
`,
);

/** What the tools of assistants take: the values of some enums; and the golden questions as they stand in their files. */
const VALUES = [
  "ChangeKind",
  "MeasureEffect",
  "MeasureKind",
  "MeasureStatus",
  "NodeType",
  "Reach",
  "RelationshipType",
  "TimelineKind",
  "TradeFlow",
];
const valuesOf = (name: string): readonly string[] => {
  const type = model.schema.getType(name);
  if (!isEnumType(type)) throw new Error(`codegen.ts: ${name} is no enum.`);
  return type.getValues().map((value) => value.name);
};
mkdirSync(MCP, { recursive: true });
writeFileSync(
  `${MCP}/values.ts`,
  VALUES.map((name) => `/** The values of ${name}. */\nexport const ${name} = ${JSON.stringify(valuesOf(name))} as const;\n`).join("\n"),
);
const golden = goldenOperations().map(({ theme, name, question, source }) => ({ theme: THEMES[theme], name, question, source }));
writeFileSync(
  `${MCP}/questions.ts`,
  `/** Every golden question: its theme, its file's name, its words and its query. */
export const QUESTIONS: readonly { readonly theme: string; readonly name: string; readonly question: string; readonly source: string }[] = ${JSON.stringify(golden, null, 1)};
`,
);

const scalars = {
  Date: "string",
  PartialDate: "string",
  DateTime: "string",
  HsCode: "string",
  HsEdition: "string",
  CountryCode: "string",
  URL: "string",
};

const config: CodegenConfig = {
  schema: CONTRACT,
  silent: true,
  config: { scalars, useTypeImports: true },
  generates: {
    "tests/generated/types.ts": { plugins: ["typescript"], config: { enumsAsTypes: true, immutableTypes: true, skipTypename: true } },
    "tests/generated/operations.ts": {
      documents: "tests/operations/**/*.graphql",
      plugins: ["typescript-operations", "typed-document-node"],
    },
    [`${EXPLORER}/operations.ts`]: {
      documents: "src/explorer/**/*.graphql",
      plugins: ["typescript-operations", "typed-document-node"],
    },
    [`${MCP}/operations.ts`]: {
      documents: "src/mcp/**/*.graphql",
      plugins: ["typescript-operations", "typed-document-node"],
    },
  },
};

export default config;
