import type { Tool } from "../tool.ts";
import { changes } from "./changes.ts";
import { disagreements } from "./disagreements.ts";
import { edges } from "./edges.ts";
import { exposure } from "./exposure.ts";
import { graphql } from "./graphql.ts";
import { measures } from "./measures.ts";
import { node } from "./node.ts";
import { paths } from "./paths.ts";
import { effectiveRate } from "./rate.ts";
import { schema } from "./schema.ts";
import { search } from "./search.ts";
import { status } from "./status.ts";
import { timeline } from "./timeline.ts";

/** The tools whose operations are known beforehand, in the order in which clients list them. */
export const TOOLS: readonly Tool[] = [
  search,
  node,
  edges,
  measures,
  status,
  timeline,
  changes,
  paths,
  exposure,
  effectiveRate,
  disagreements,
  schema,
];

/** The tool that asks anything: not where a server answers registered operations only. */
export const ANYTHING: Tool = graphql;
