import { caseOf } from "../world.ts";
import type { Shape } from "./shape.ts";

export const search: Shape = {
  name: "search",
  title: "measures by a word of their title, 20 at most",
  // Lower case, as the index holds it: the peers have no analyser in between.
  parameters: (size, { below }) => ({ text: caseOf(size, below(size.measures)).toLowerCase() }),
  ordered: ["answer"],
  ranked: "this project ranks hits itself, and finds words with typing errors too; each hit of the others has to be among its own",
  ours: `query Search($text: String!) {
  answer: search(text: $text, types: [MEASURE], first: 20) { node { id ... on Measure { title } } }
}`,
  peer: `query Search($text: String!) {
  answer: searchMeasures(phrase: $text, first: 20) { edges { node { id title } } }
}`,
  dataloader: `query Search($text: String!) {
  answer: search(text: $text, first: 20) { id title }
}`,
  idiomatic: `CALL db.index.fulltext.queryNodes('bench_searchText', $text) YIELD node, score
WHERE node:Measure
WITH node, score ORDER BY score DESC, node.id LIMIT 20
RETURN collect(node {.id, .title}) AS answer`,
  best: `CALL db.index.fulltext.queryNodes('bench_searchText', $text) YIELD node, score
WHERE node:Measure
WITH node, score ORDER BY score DESC, node.id LIMIT 20
RETURN collect({id: node.id, title: node.title}) AS answer`,
};
