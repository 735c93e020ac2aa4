import type { ComponentType } from "react";

/** A view: where it stands, what it is called, whether the frame's menu has it, and how it is loaded. To add one: a folder, and a line here. */
export interface View {
  /** A pattern of wouter. */
  readonly route: string;
  /** The page's title; empty for the home page. */
  readonly title: string;
  /** Its word in the menu; absent where other views lead to it. */
  readonly menu?: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

export const VIEWS: readonly View[] = [
  { route: "/", title: "", load: () => import("../home/home.tsx") },
  { route: "/id/*", title: "Node", load: () => import("../node/node.tsx") },
  { route: "/map", title: "Map", menu: "Map", load: () => import("../map/map.tsx") },
  { route: "/measures", title: "Measures", menu: "Measures", load: () => import("../measures/measures.tsx") },
  { route: "/timeline", title: "Timeline", menu: "Timeline", load: () => import("../timeline/timeline.tsx") },
  { route: "/tariffs", title: "Tariffs", menu: "Tariffs", load: () => import("../tariffs/tariffs.tsx") },
  { route: "/questions/:question?", title: "Questions", menu: "Questions", load: () => import("../questions/questions.tsx") },
  { route: "/graph", title: "Graph", load: () => import("../graph/graph.tsx") },
  { route: "/changes", title: "What changed", load: () => import("../changes/changes.tsx") },
];
