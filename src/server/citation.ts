import { createHash } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from "graphql";
import { CITATION_FORMATS, type CitationFormat, citationIn, graphCited, isCitationFormat, sourceCited } from "../citations/index.ts";
import { type AskedDays, citedSources, daysAsked, MOST_SOURCES } from "../compile/index.ts";
import { within } from "../engine/port.ts";
import { isId, type Model, nodeTypeOf } from "../model/index.ts";
import { type Context, dataState, todayInUtc } from "../resolvers/index.ts";

/** The header that has the citation of an answer which is no JSON: its sentence, in ASCII. */
export const CITATION_HEADER = "trade-graph-citation";

/** Of so many nodes that an answer names the sources are looked up. */
const MOST_NODES = 500;
/** The longest address that is given: beyond, servers and browsers may cut it. */
const LONGEST_ADDRESS = 4_000;

/** `extensions.citation` of an answer to a request that has `citation` among its extensions. */
export interface AnswerCitation {
  readonly format: CitationFormat;
  /** How to cite the answer. */
  readonly citation: string;
  readonly dataVersion: string;
  readonly loadedAt: string | null;
  /** The day on which it was given. */
  readonly accessed: string;
  /** The days of @asOf in the operation, each pair once; empty where there are none. */
  readonly days: readonly AskedDays[];
  /** SHA-256 of the query's text, in hexadecimal: as persisted queries have it. */
  readonly queryDigest: string;
  /** Where the same question is asked again by GET; null where that would be longer than an address may be, or nobody knows the server's address. */
  readonly address: string | null;
  /** What says something of the nodes that the answer names, by id. */
  readonly sources: readonly { readonly id: string; readonly citation: string }[];
  /** What is missing from `sources`, in words; null where nothing is. */
  readonly missing: string | null;
}

/** Cites answers to queries whose request asks for it, as `"extensions": {"citation": "BIBTEX"}`. A form that there is not is refused before anything runs: BAD_USER_INPUT. */
export function cites(model: Model): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ request }) => {
      const wanted = request.extensions?.citation;
      if (wanted === undefined || wanted === null) return;
      return {
        didResolveOperation: async () => {
          if (isCitationFormat(wanted)) return;
          const message = `extensions.citation is a form of citation: ${CITATION_FORMATS.join(", ")}; not ${JSON.stringify(wanted)}.`;
          throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
        },
        willSendResponse: async ({ response, operation, document, source = "", contextValue }) => {
          if (!isCitationFormat(wanted) || !operation || operation.operation !== "query" || !document || response.body.kind !== "single")
            return;
          const { singleResult } = response.body;
          if (!singleResult.data) return;
          const asked = { source, operation, document, variables: request.variables ?? {} };
          const citation = await citationOf(model, wanted, singleResult.data, asked, contextValue);
          singleResult.extensions = { ...singleResult.extensions, citation };
        },
      };
    },
  };
}

interface Asked {
  /** The query's text. */
  readonly source: string;
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

async function citationOf(
  model: Model,
  format: CitationFormat,
  data: unknown,
  asked: Asked,
  { engine, deadline, origin }: Context,
): Promise<AnswerCitation> {
  const days = daysAsked(model.schema, asked.document.definitions, asked.variables);
  const [one = null] = days.length === 1 ? days : [];
  const accessed = todayInUtc();
  const named = [...new Set(idsIn(model, data))];
  const reading = within(engine, deadline);
  const [state, found] = await Promise.all([
    dataState(model, { engine, ...(deadline ? { deadline } : {}) }),
    reading.read(citedSources(named.slice(0, MOST_NODES), one?.known ?? null)),
  ]);
  const sources = found.slice(0, MOST_SOURCES).map((row) => {
    const [id = "", title, publisher, publishedOn, url] = row.map((value) => (typeof value === "string" ? value : null));
    const source = { id: id ?? "", title: title ?? "", publisher: publisher ?? null, publishedOn: publishedOn ?? null, url: url ?? null };
    return { id: source.id, citation: citationIn(format, sourceCited(source, accessed)) };
  });
  const missing = [
    ...(named.length > MOST_NODES
      ? [`The answer names ${named.length.toLocaleString("en")} nodes: sources are those of the first ${MOST_NODES}.`]
      : []),
    ...(found.length > MOST_SOURCES ? [`There are more than ${MOST_SOURCES} sources: these are the first by id.`] : []),
  ].join(" ");
  const address = addressOf(origin, asked);
  return {
    format,
    citation: citationIn(
      format,
      graphCited(
        state,
        { title: titleOf(asked.operation), url: address ?? (origin ? `${origin}/graphql` : null) },
        one ?? { valid: null, known: null },
        accessed,
      ),
    ),
    ...state,
    accessed,
    days,
    queryDigest: createHash("sha256").update(asked.source).digest("hex"),
    address,
    sources,
    missing: missing === "" ? null : missing,
  };
}

/** The ids of nodes anywhere in an answer, under whatever name. */
function* idsIn(model: Model, value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (isId(value) && nodeTypeOf(model, value) !== null) yield value;
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) yield* idsIn(model, part);
  }
}

/** The operation's name, or what it asks for. */
function titleOf({ name, selectionSet }: OperationDefinitionNode): string {
  if (name) return name.value;
  return [...new Set(selectionSet.selections.flatMap((field) => (field.kind === "Field" ? [field.name.value] : [])))].join(", ");
}

/** Where the same question can be asked by GET. */
function addressOf(origin: string | undefined, { source, operation, variables }: Asked): string | null {
  if (!origin || source === "") return null;
  const query = new URLSearchParams({
    query: source,
    ...(operation.name ? { operationName: operation.name.value } : {}),
    ...(Object.keys(variables).length > 0 ? { variables: JSON.stringify(variables) } : {}),
  });
  const address = `${origin}/graphql?${query}`;
  return address.length > LONGEST_ADDRESS ? null : address;
}
