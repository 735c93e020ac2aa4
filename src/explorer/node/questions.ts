import type { PageNode } from "./facts.ts";

/** A golden question that fits a node: in words, its name among tests/operations, and what it is asked with. */
export interface Question {
  readonly words: string;
  readonly slug: string;
  readonly asked: Readonly<Record<string, string>>;
}

type Of = (id: string) => Question;
const of =
  (words: string, slug: string, ...variables: readonly string[]): Of =>
  (id) => ({ words, slug, asked: Object.fromEntries(variables.map((variable) => [variable, id])) });

/** By type of node: the questions that can be asked with its id alone. */
export const QUESTIONS: Readonly<Record<PageNode["__typename"], readonly Of[]>> = {
  Measure: [
    of("What retaliates against it, and what did it answer?", "retaliation-against", "measure"),
    of("Its ladder of escalation, as one list", "ladder-of-the-reciprocal-tariff", "measure"),
    of("On what kinds of source does it rest?", "sources-of-a-measure", "measure"),
    of("What suspends it, until when, and by which agreement?", "what-suspends", "measure"),
    of("Which disruptions did it cause?", "disruptions-by-cause", "cause"),
    of("Which measures of others hit the same goods?", "bans-like-namibias", "ban"),
    of("Who supports and who opposes it?", "who-supports-and-opposes", "quotas"),
  ],
  Agreement: [
    of("Who agreed what, and which sentences say so?", "deal-who-agreed", "deal"),
    of("Who confirmed it, when, and on whose word?", "deal-who-confirmed", "deal"),
    of("What was undertaken, and was it kept?", "scorecard", "framework"),
    of("Which of its edges rest on a single unofficial source?", "single-unofficial-source", "of"),
    of("Where do sources disagree on it?", "where-sources-disagree", "about"),
  ],
  Commitment: [of("Where do sources disagree on it?", "where-sources-disagree", "about")],
  Event: [
    of("What brought it about, back to the first cause?", "explorer-line-first-cause", "stop"),
    of("What brought it about, and whom did it touch?", "explorer-line", "stop"),
    of("Where do sources disagree on it?", "where-sources-disagree", "about"),
  ],
  Firm: [
    of("Which measures reach it, and by which edges?", "what-reaches-ford", "firm"),
    of("What touched it, what caused that, and what eased the cause?", "exposure-of-ford", "firm"),
    of("Which licensing rules hit what it uses?", "what-hits-fords-inputs", "firm"),
    of("What happened to it, day by day?", "timeline-of-ford", "actors"),
  ],
  Market: [],
  Country: [
    of("What happened to it, day by day?", "timeline-of-ford", "actors"),
    (id) => ({
      words: "What did it impose in 2025, its agencies included, and what became of each?",
      slug: "us-controls-of-may",
      asked: { by: id, from: "2025", to: "2025" },
    }),
    (id) =>
      id === "country:US"
        ? { words: "Which measures have hit China’s trade with it since April 2025?", slug: "hits-trade-from-china", asked: {} }
        : {
            words: "Which measures have hit its exports to the United States since April 2025?",
            slug: "hits-trade-from-china",
            asked: { from: id },
          },
  ],
  Agency: [
    of("What happened to it, day by day?", "timeline-of-ford", "actors"),
    of("What joins it with Ford Motor?", "from-ford-to-mofcom", "agency"),
  ],
  Person: [of("What happened to them, day by day?", "timeline-of-ford", "actors")],
  Commodity: [
    of("Who makes and uses it, and which measures sit on that way?", "the-way-of-magnets", "goods"),
    of("China’s controls on it, and who eased them", "rare-earth-controls", "goods"),
  ],
  Source: [
    of("Each of its claims, with what it is about", "article-claims", "article"),
    of("Which of its claims do other sources contradict?", "article-contradicted", "article"),
    of("What does it rest on unnamed sources?", "alleged-in-the-article", "article"),
  ],
  Claim: [],
};

/** The questions that fit a node, filled in. */
export function questionsOf(node: PageNode): readonly Question[] {
  const byId = QUESTIONS[node.__typename].map((ask) => ask(node.id));
  if (node.__typename === "Country" && node.iso2)
    byId.unshift({ words: "What is aimed at it, or touched it?", slug: "what-hits-germany", asked: { code: node.iso2 } });
  if (node.__typename === "Commodity" && node.hsCode && node.hsEdition === "2022")
    byId.push({ words: "What does the United States charge on it from China?", slug: "us-rate-on-china", asked: { goods: node.hsCode } });
  return byId;
}
