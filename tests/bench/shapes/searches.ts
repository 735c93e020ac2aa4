import { dayOf } from "../days.ts";
import { caseOf, titleOf } from "../world.ts";
import type { Shape } from "./shape.ts";

const RANKED = "this project ranks hits itself; each hit of the others has to be among its own";

/** The statement of a search by `text`, with conditions on the hits. */
const statement = (text: string, conditions = "") => `CALL db.index.fulltext.queryNodes('bench_searchText', ${text}) YIELD node, score
WHERE node:Measure${conditions}
WITH node, score ORDER BY score DESC, node.id LIMIT 20
RETURN collect(node {.id, .title}) AS answer`;

const peer = `query Search($lucene: String!) {
  answer: searchMeasures(phrase: $lucene, first: 20) { edges { node { id title } } }
}`;

const ours = `query Search($text: String!) {
  answer: search(text: $text, types: [MEASURE], first: 20) { node { id ... on Measure { title } } }
}`;

/** Words as Lucene's query that wants all of them, as the index holds them. */
const allOf = (text: string) =>
  text
    .split(" ")
    .map((word) => `+${word}`)
    .join(" ");

export const searchCommon: Shape = {
  name: "search-common",
  title: "measures by one common and one rare word of their title",
  parameters: (size, { below }) => {
    const i = below(size.measures);
    const [kind = ""] = titleOf(size, i).toLowerCase().split(" ");
    const text = `${kind} ${caseOf(size, i).toLowerCase()}`;
    return { text, lucene: allOf(text) };
  },
  ordered: ["answer"],
  ranked: RANKED,
  ours,
  peer,
  idiomatic: statement("$lucene"),
};

export const searchMisspelt: Shape = {
  name: "search-misspelt",
  title: "measures by a word of their title with one wrong letter",
  parameters: (size, { below }) => {
    const word = caseOf(size, below(size.measures)).toLowerCase();
    const at = 2 + below(word.length - 3);
    const text = `${word.slice(0, at)}${word[at] === "x" ? "q" : "x"}${word.slice(at + 1)}`;
    return { text, lucene: `${text}~1` };
  },
  ordered: ["answer"],
  ranked: RANKED,
  ours,
  peer,
  idiomatic: statement("$lucene"),
};

export const searchAsOf: Shape = {
  name: "search-as-of",
  title: "measures by a word of their title, of those that were there on a day",
  parameters: (size, { below }) => ({ text: caseOf(size, below(size.measures)).toLowerCase(), day: dayOf(4_500 + below(1_500)) }),
  ordered: ["answer"],
  ranked: RANKED,
  ours: `query Search($text: String!, $day: Date!) {
  answer: search(text: $text, types: [MEASURE], first: 20) @asOf(valid: $day) { node { id ... on Measure { title } } }
}`,
  idiomatic: statement("$text", " AND node.announcedOn <= $day"),
};
