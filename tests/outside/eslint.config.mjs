import plugin from "@graphql-eslint/eslint-plugin";

const { "flat/schema-all": all, "flat/schema-relay": relay } = plugin.configs;

/** Every schema rule there is; schema-rules.test.ts names those that this schema does not follow. */
export default [
  {
    files: ["**/*.graphql"],
    plugins: { "@graphql-eslint": plugin },
    languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema: "api/schema.graphql" } } },
    rules: {
      ...all.rules,
      ...relay.rules,
      // Rows, as those of a timeline, are no nodes. Aliases and codes are lists of texts; what is linked by dated edges is a connection.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      // Loads are a mutation.
      "@graphql-eslint/no-root-type": ["error", { disallow: ["subscription"] }],
    },
  },
];
