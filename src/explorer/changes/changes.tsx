import { useAddress, useDays } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { NodeLink, ViewLink } from "../app/link.tsx";
import { fieldWords } from "../data/field-words.ts";
import { groupBy } from "../data/group-by.ts";
import { useAnswer } from "../data/use-answer.ts";
import type { EvidenceOf } from "../evidence/reference.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { ChangesShownDocument, type ChangesShownQuery } from "../generated/operations.ts";
import { partWords, useShare } from "../share/shared.ts";
import { Mark, surenessOfClaims } from "../ui/mark.tsx";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { TypeTag } from "../ui/type-tag.tsx";
import { type AskedChanges, readAsked } from "./asked.ts";
import { Controls } from "./controls.tsx";
import { type Change, edgeWords, Sentence } from "./sentence.tsx";
import "./changes.css";

/** What changed between two days, in the world or in what is known of it. */
export default function Changes() {
  const { search, get } = useAddress();
  const days = useDays();
  const { on, known } = days;
  const asked = readAsked(search, days);
  const variables = {
    from: asked.from,
    to: asked.to,
    axis: asked.axis,
    kinds: asked.kinds.length > 0 ? [...asked.kinds] : null,
    about: asked.about.length > 0 ? [...asked.about] : null,
    after: get("after"),
    on,
    known,
  };
  const { data, error, again, waiting, warnings } = useAnswer(ChangesShownDocument, variables);
  const title = titleOf(asked);
  useShare({
    title,
    asked: { document: ChangesShownDocument, variables },
    part: data && partWords(data.changes.nodes.length, data.changes.totalCount, "It is this page’s; the next page has its own."),
  });
  return (
    <div className="stack" aria-busy={waiting}>
      <h1>{title}</h1>
      <Controls asked={asked} />
      {error && <Problem error={error} again={again} />}
      <Warnings warnings={warnings} />
      {data ? <Listed changes={data.changes} asked={asked} /> : !error && <Skeleton lines={12} />}
    </div>
  );
}

const titleOf = ({ from, to, axis }: AskedChanges): string =>
  `${axis === "RECORDED" ? "What became known" : "What changed"} from ${dateWords(from)} to ${dateWords(to)}`;

function Listed({ changes, asked }: { readonly changes: ChangesShownQuery["changes"]; readonly asked: AskedChanges }) {
  const { get } = useAddress();
  const { totalCount, nodes, pageInfo } = changes;
  if (totalCount === 0) {
    return <Empty>Nothing that the graph holds changed between these days. Take an earlier first day, or all kinds of changes.</Empty>;
  }
  const groups = [...groupBy(nodes, ({ node }) => node.id).values()];
  const same = {
    from: asked.from,
    to: asked.to,
    axis: asked.axis === "RECORDED" ? "RECORDED" : undefined,
    kinds: asked.kinds.join(","),
    about: asked.about.join(","),
  };
  return (
    <>
      <p className="small figures">
        {totalCount.toLocaleString("en")} {totalCount === 1 ? "change" : "changes"}
        {nodes.length < totalCount &&
          `, of which this page has ${nodes.length}, at ${groups.length} ${groups.length === 1 ? "node" : "nodes"}`}
      </p>
      <ul className="change-groups">
        {groups.map((group) => (
          <Group key={group[0]?.node.id} changes={group} />
        ))}
      </ul>
      <nav aria-label="Pages" className="row no-print">
        {get("after") !== null && (
          <ViewLink to="/changes" asked={same} className="button">
            First page
          </ViewLink>
        )}
        {pageInfo.hasNextPage && (
          <ViewLink to="/changes" asked={{ ...same, after: pageInfo.endCursor ?? undefined }} className="button">
            Next page
          </ViewLink>
        )}
      </nav>
    </>
  );
}

/** All changes of one node. */
function Group({ changes }: { readonly changes: readonly Change[] }) {
  const node = changes[0]?.node;
  if (!node) return null;
  return (
    <li className="change-group">
      <h2 className="change-node">
        <TypeTag type={node.__typename} isShort /> <NodeLink id={node.id}>{node.label}</NodeLink>
      </h2>
      <ul className="change-list">
        {changes.map((change) => (
          <Row key={keyOf(change)} change={change} />
        ))}
      </ul>
    </li>
  );
}

function Row({ change }: { readonly change: Change }) {
  const { open } = useEvidence();
  return (
    <li className="change-row" data-field={change.field ?? undefined}>
      <span className="change-day figures quiet">
        {change.field === "statusOn" && "by "}
        {dateWords(change.date)}
      </span>
      <span>
        <Sentence change={change} />
      </span>
      <Mark sureness={surenessOfClaims(change.claims)} about={aboutOf(change)} onOpen={() => open(evidenceOf(change))} />
    </li>
  );
}

const keyOf = ({ kind, date, field, relationship: edge }: Change): string =>
  [kind, date, field, edge?.type, edge?.to.id, edge?.since].join("|");

const aboutOf = ({ node, field, relationship: edge }: Change): string =>
  [node.label, edge && `${edgeWords(edge.type)} ${edge.to.label}`, field && fieldWords(field)].filter(Boolean).join(", ");

/** What a change rests on: its edge, its field, or its node as a whole, which is also what a status does. */
function evidenceOf({ node, field, relationship: edge }: Change): EvidenceOf {
  if (edge) return { of: "edge", from: edge.from.id, type: edge.type, to: edge.to.id, since: edge.since };
  return field && field !== "statusOn" ? { of: "field", id: node.id, field } : { of: "node", id: node.id };
}
