import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type DocumentNode, type OperationDefinitionNode, print } from "graphql";
import { today } from "./app/day.ts";
import { kindOf } from "./data/node-id.ts";
import * as operations from "./generated/operations.ts";
import { STORIES } from "./home/stories.ts";
import { facetOf, filterOf } from "./map/counts.ts";
import { facetsOf, pageOf, readState } from "./measures/state.ts";

/** A question as it is sent. */
export interface Request {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const asked = <Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
): Request => ({ query: print(document), operationName: nameOf(document), variables });

const nameOf = ({ definitions }: DocumentNode): string =>
  definitions.find((one): one is OperationDefinitionNode => one.kind === "OperationDefinition")?.name?.value ?? "";

const DAY = "2025-06-28";
const ACT = "measure:cn-2025-announcement-18";

/** What the views ask when they are opened on a day, null being today: of an act, of a country, and of nothing that the reader has chosen yet. */
function firstAsked(on: string | null): readonly Request[] {
  const days = { on, known: null };
  const day = on ?? today();
  const filter = filterOf(day, false);
  const measures = readState(new URLSearchParams());
  const pair = { from: "2025-01-01", to: DAY, known: null };
  const timeline = { actors: null, commodities: null, kinds: null, from: null, to: null, after: null };
  return [
    asked(operations.HomeDocument, { stories: STORIES.map(({ id }) => id), ...days }),
    asked(operations.WhoActsDocument, { day, filter, ...days }),
    asked(operations.NodePageDocument, { id: ACT, isDated: true, ...days }),
    asked(operations.SearchDocument, { text: "rare", code: "01", isCode: false, ...days }),
    asked(operations.NodeEvidenceDocument, { id: ACT, isDated: true, isSource: false, first: 200, after: null, ...days }),
    asked(operations.MeasuresDocument, { ...pageOf(measures), ...days }),
    asked(operations.MeasuresFacetsDocument, { ...facetsOf(measures), ...days }),
    asked(operations.InForceByCountryDocument, {
      filter,
      by: facetOf("imposed"),
      otherFilter: filter,
      other: day,
      isCompared: false,
      ...days,
    }),
    asked(operations.BlocsDocument, { known: null }),
    asked(operations.GraphAroundDocument, { ids: [ACT], ...days }),
    asked(operations.GraphEdgesDocument, { ids: [ACT], after: null, ...days }),
    asked(operations.NodeSayingsDocument, { id: "firm:ford-motor", ...kindOf("firm:ford-motor"), after: null, ...days }),
    asked(operations.NodeStandingsDocument, { ids: [ACT], ...days }),
    asked(operations.NodeEdgesDocument, { from: null, to: ["country:CN"], types: ["TARGETS"], first: 20, after: null, ...days }),
    asked(operations.NodeEdgesDocument, { from: [ACT], to: null, types: ["TARGETS"], first: 20, after: null, ...days }),
    asked(operations.TimelineEntriesDocument, { ...timeline, ...days }),
    asked(operations.TimelineEntriesDocument, { ...timeline, actors: ["country:CN"], from: "2025", to: "2025", ...days }),
    asked(operations.TimelineAnswersDocument, { ids: ["country:CN"], after: null, ...days }),
    asked(operations.ChangesShownDocument, { from: "2025-05-01", to: DAY, axis: "VALID", kinds: null, about: null, after: null, ...days }),
    asked(operations.TariffsDocument, { importer: "US", exporter: "CN", goods: "850511", ...pair }),
    asked(operations.PickedNamesDocument, { ids: ["country:CN"], known: null }),
  ];
}

/** What the views ask first, those first that readers open first: a database that plans questions can have their plans before anybody asks. */
export const FIRST_ASKED: readonly Request[] = [
  ...new Map([...firstAsked(null), ...firstAsked(DAY)].map((one) => [JSON.stringify(one), one])).values(),
];
