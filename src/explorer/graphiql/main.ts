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
    "../../../tests/operations/goods/explorer-line.graphql",
    "../../../tests/operations/deals/each-side-undertook.graphql",
    "../../../tests/operations/evidence/article-contradicted.graphql",
    "../../../tests/operations/goods/chapter-to-measures.graphql",
    "../../../tests/operations/goods/disruptions-by-cause.graphql",
    "../../../tests/operations/goods/who-can-license.graphql",
  ],
  { query: "?raw", import: "default", eager: true },
);
/** Explorer's line comes first, then the others by name. */
const place = (file: string) => (file.includes("explorer-line") ? "" : file.slice(file.lastIndexOf("/")));
const tabs = Object.keys(operations)
  .sort((a, b) => (place(a) < place(b) ? -1 : 1))
  .map((file) => ({ query: operations[file] ?? "" }));

/** `?query=` opens the page with that question alone, `&variables=` with its variables. */
const given = new URLSearchParams(window.location.search);
const query = given.get("query");
const opened = query === null ? { defaultTabs: tabs } : { initialQuery: query, initialVariables: given.get("variables") ?? "" };

const root = document.getElementById("page");
if (root) {
  createRoot(root).render(
    createElement(
      GraphiQL,
      { fetcher: createGraphiQLFetcher({ url: "/graphql" }), ...opened, defaultEditorToolsVisibility: false },
      createElement(
        GraphiQL.Logo,
        null,
        createElement("a", { href: "/schema.graphql", title: "The schema as text" }, "trade-graph"),
        " · ",
        createElement("a", { href: "/docs", title: "The documentation" }, "Docs"),
      ),
    ),
  );
}
