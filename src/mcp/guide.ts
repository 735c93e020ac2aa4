/** What an assistant is told of the graph before it asks; the longer text is a resource. */
import { MOST_TOKENS } from "./bounds.ts";

/** Sent with the first answer of a server, for every conversation: short. */
export const INSTRUCTIONS = `A knowledge graph of trade policy: which country, agency or firm did what to which goods, when, with what effect, and who says so. Every edge is dated and rests on claims of sources.
- Name nodes by id (country:CN), code (CN, EU, 850511) or name. A name that may mean several nodes is refused with their ids: choose one, or ask the user.
- Two days: \`on\` is the day of the world, \`known\` the day of knowledge. Every answer says in \`days\` of which it speaks; say so too.
- Cite: rows have \`claims\`, each with its words, certainty and \`source\`; \`sources\` has title, publisher, publishedOn and url of each. Say how sure a claim is (\`certainty\`) where it is not CONFIRMED.
- What the graph does not say is not known: do not fill in. Where sources disagree, tell both sides (\`disagreements\`).
- \`more.after\` goes on where an answer was cut; what is cut within a row ends with {more: n}.
More: the resource trade-graph://guide.`;

/** The resource trade-graph://guide. */
export const GUIDE = `# A guide to the graph for assistants

## What it holds

Nodes: countries and blocs, agencies, firms, people, goods (commodities, by the Harmonized System or by name), markets (what a country imports of goods), measures (tariffs,
export controls, bans, quotas, listings …), agreements, commitments, events, claims and sources. Between them dated edges: a measure IMPOSED_BY an agency, that TARGETS a
country and COVERS goods; an act that ENDS, SUSPENDS, REPLACES, EASES, CAUSES, RESPONDS_TO or RETALIATES_AGAINST another; a firm that USES goods.
It has what was loaded into it, not all trade policy of the world. What it lacks is unknown, not absent: say "the graph has no …".

## Which tool

| the question | the tool |
| --- | --- |
| what is this called, what is its id | search |
| what is known of this one thing, and who says so | node |
| who did it, to whom, on which goods; what ended or answered it | edges |
| which measures: by whom, against whom, on which goods, of which kind, in force on a day | measures |
| was it in force on that day, and why | status |
| what happened, day by day | timeline |
| what changed between two days | changes |
| what joins these two | paths |
| what reaches this firm, country or product | exposure |
| what duty is charged on these goods from there | effective_rate |
| do sources agree | disagreements |
| counts by year, chains of causes, chokepoints, similar measures, anything else | schema, then graphql |

## Names

An id (\`country:CN\`, \`measure:cn-2025-announcement-18\`, \`commodity:hs-850511\`), a country's or bloc's code (\`CN\`, \`CHN\`, \`EU\`), a code of goods of 2 to 10 digits (\`850511\`), or a
name. \`meant\` says which node each was read as. A name that fits several nodes is refused with their ids.

## Days

- \`on\` is the day of the world: what held on it. \`known\` is the day of knowledge: what no source had published by then is left out. "Was it in force in June, as people knew then?" is on: 2025-06-15, known: 2025-06-15.
- Left out, \`on\` means all days (lists) or today (statuses, rates, exposure), and \`known\` all that is known today. \`days\` of each answer says it.
- A day may be as coarse as its source: \`2025-06\` is some day of that month.
- \`since\` is an edge's first day, \`until\` its last; without \`until\` it still holds or nobody says. \`recordedOn\` is the day on which the earliest source for it was published.

## Evidence, and how to cite

- \`claims\` are what a fact rests on: \`says\` in plain words, \`quote\` the source's own, \`certainty\`, \`attributedTo\` (whom the source cites), and \`source\`, an id in \`sources\`.
- certainty: CONFIRMED (the party itself, an official text, or several independent sources), REPORTED, ALLEGED (an interested party or an unnamed source), FORECAST, INFERRED (read from the order of events), UNVERIFIED.
- reliability of a source: OFFICIAL, PRESS, AGGREGATOR.
- Cite as: publisher, "title", publishedOn, url; and the node by its \`page\` on the server (\`/id/<id>\`) or its id. Say of which day the answer is, and as known when.
- A fact without claims is in the record alone: say that no source is given for it.
- Where two claims can't both be right, both stay: \`disagreements\` sets them side by side. Tell both, with the reliability of each; do not pick one in silence.

## What is left out of an answer

- Fields without a value are left out: nobody says, or there is none.
- An answer has ${MOST_TOKENS.toLocaleString("en")} tokens at most. \`total\` is the number of all rows; \`more.after\` goes on behind the last one. A list within a row that was cut ends with \`{more: n}\`, a text with "(n characters more)".
- \`notes\` warn: of ids and codes that the graph lacks, of nodes that were merged, of limits of an analysis.

## Typical mistakes

- A measure that was announced need not be in force: ask \`status\`.
- A tariff on "All goods" hits a product too: \`measures\` counts what lies above the goods (reach ALL) unless told otherwise.
- A package and its parts are one act told twice: do not add them up.
- effective_rate adds up what the graph holds; \`notHeld\` says what is missing (often the ordinary duty), and \`whyNoTotal\` why there is no sum.
`;
