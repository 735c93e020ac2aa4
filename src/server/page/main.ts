import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./page.css";

/** One tab for each of these golden operations: what the page shows is what the tests hold. */
const operations = import.meta.glob<string>(
  [
    "../../../tests/operations/explorer-line.graphql",
    "../../../tests/operations/each-side-undertook.graphql",
    "../../../tests/operations/article-contradicted.graphql",
    "../../../tests/operations/chapter-to-measures.graphql",
    "../../../tests/operations/disruptions-by-cause.graphql",
    "../../../tests/operations/who-can-license.graphql",
  ],
  { query: "?raw", import: "default", eager: true },
);
const first = (file: string) => (file.includes("explorer-line") ? 0 : 1);
const tabs = Object.keys(operations)
  .sort((a, b) => first(a) - first(b))
  .map((file) => ({ query: operations[file] ?? "" }));

const root = document.getElementById("page");
if (root) {
  createRoot(root).render(
    createElement(
      GraphiQL,
      { fetcher: createGraphiQLFetcher({ url: "/graphql" }), defaultTabs: tabs, defaultEditorToolsVisibility: false },
      createElement(GraphiQL.Logo, null, createElement("a", { href: "/schema.graphql", title: "The schema as text" }, "trade-graph")),
    ),
  );
}
