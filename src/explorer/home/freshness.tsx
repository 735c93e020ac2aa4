import type { HomeQuery } from "../generated/operations.ts";

/** Types of nodes in words, most telling first. */
const WORDS: readonly (readonly [type: string, one: string, many: string])[] = [
  ["MEASURE", "measure", "measures"],
  ["EVENT", "event", "events"],
  ["AGREEMENT", "agreement", "agreements"],
  ["COMMITMENT", "commitment", "commitments"],
  ["CLAIM", "claim", "claims"],
  ["SOURCE", "source", "sources"],
];

/** What the graph holds and since when, in a sentence. */
export function Freshness({ meta }: { readonly meta: HomeQuery["meta"] }) {
  const counts = new Map<string, number>(meta.counts.map(({ type, nodes }) => [type, nodes]));
  const parts = WORDS.map(([type, one, many]) => {
    const count = counts.get(type) ?? 0;
    return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
  });
  return (
    <p className="quiet small figures">
      {parts.slice(0, -1).join(", ")} and {parts.at(-1)}, from {meta.bundles.toLocaleString("en")}{" "}
      {meta.bundles === 1 ? "bundle" : "bundles"} of data
      {meta.loadedAt ? `, last changed on ${momentWords(meta.loadedAt)}.` : "."}
    </p>
  );
}

const momentWords = (moment: string): string =>
  `${new Date(moment).toLocaleString("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" })} UTC`;
