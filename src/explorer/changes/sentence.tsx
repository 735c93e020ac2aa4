import type { ReactNode } from "react";
import { NodeLink } from "../app/link.tsx";
import { fieldWords, valueWords } from "../data/field-words.ts";
import { plainWords } from "../data/words.ts";
import type { ChangesShownQuery, MeasureStatus } from "../generated/operations.ts";
import { StatusChip } from "../ui/status.tsx";

/** One change, as the server tells it. */
export type Change = ChangesShownQuery["changes"]["nodes"][number];

/** What a change says, as the rest of a sentence that begins with its node. */
export function Sentence({ change }: { readonly change: Change }) {
  const { relationship, field, before, after, kind, node } = change;
  if (relationship) return <EdgeSentence change={change} edge={relationship} />;
  if (field === "statusOn" && before && after) {
    return (
      <Turned what="Status">
        <StatusChip status={before as MeasureStatus} />
        <StatusChip status={after as MeasureStatus} />
      </Turned>
    );
  }
  if (field) {
    return (
      <Turned what={fieldWords(field)}>
        <b>{wordsOfValue(node.__typename, field, before)}</b>
        <b>{wordsOfValue(node.__typename, field, after)}</b>
      </Turned>
    );
  }
  return kind === "ENDED" ? (
    <>is no longer there</>
  ) : (
    <>
      <b>new</b>: {node.__typename.toLowerCase()}
    </>
  );
}

function EdgeSentence({ change, edge }: { readonly change: Change; readonly edge: NonNullable<Change["relationship"]> }) {
  const { kind, field, before, after } = change;
  const to = <NodeLink id={edge.to.id}>{edge.to.label}</NodeLink>;
  if (field) {
    return (
      <>
        {edgeWords(edge.type)} {to}:{" "}
        <Turned what={fieldWords(field)}>
          <b>{wordsOfValue("", field, before)}</b>
          <b>{wordsOfValue("", field, after)}</b>
        </Turned>
      </>
    );
  }
  return (
    <>
      <b>{kind === "ADDED" ? "new" : "no longer"}</b>: {edgeWords(edge.type)} {to}
    </>
  );
}

/** From one value to another. */
function Turned({ what, children: [before, after] }: { readonly what: string; readonly children: readonly [ReactNode, ReactNode] }) {
  return (
    <span className="change-turned">
      {what}: {before} <span aria-hidden="true">→</span>
      <span className="aloud"> then </span> {after}
    </span>
  );
}

/** An edge's type in words, from where it begins: `suspends`. */
export const edgeWords = (type: string): string => EDGE_WORDS[type] ?? plainWords(type);

const EDGE_WORDS: Readonly<Record<string, string>> = {
  COMMITS: "commits to",
  CONCERNS: "deals with",
  STATED_IN: "is stated in",
  ABOUT: "is about",
  FOLLOWS: "comes after",
  IMPLEMENTS: "carries out",
  PARTICIPATES_IN: "takes part in",
  PART_OF: "is part of",
};

/** A value in words; of a field that had none, or has none any more, that. */
const wordsOfValue = (type: string, field: string, value: string | null): string => valueWords(value, { type, field }) ?? value ?? "none";
