import type { Outcome } from "../outcome.ts";
import type { SideName } from "../shapes/index.ts";
import { type AtShape, commonIn, meanOf, ratios } from "./goals.ts";

const BARS: readonly { side: SideName; label: string; tone: string }[] = [
  { side: "ours-embedded", label: "trade-graph, embedded", tone: "embedded" },
  { side: "ours-neo4j", label: "trade-graph on Neo4j", tone: "neo4j" },
  { side: "dataloader", label: "DataLoader on Neo4j", tone: "loader" },
];

const WIDTH = 760;
const LEFT = 150;
const RIGHT = 60;
const BAR = 11;
const GROUP = BAR * BARS.length + 14;
const TOP = 74;

/** Text and lines take the colours of the reader's theme; the bars' own are legible on both. */
const STYLE = `text { font: 12px system-ui, sans-serif; fill: #1f2328 } .quiet { fill: #59636e } .grid { stroke: #d1d9e0 } .one { stroke: #59636e }
.embedded { fill: #1a7f37 } .neo4j { fill: #0969da } .loader { fill: #9a6700 } .title { font-weight: 600; font-size: 14px }
@media (prefers-color-scheme: dark) { text { fill: #f0f6fc } .quiet { fill: #9198a1 } .grid { stroke: #3d444d } .one { stroke: #9198a1 }
.embedded { fill: #3fb950 } .neo4j { fill: #4493f8 } .loader { fill: #d29922 } }`;

/** Requests a second as multiples of the peer's, a group of bars for each shape, on a logarithmic scale: equal factors have equal lengths. */
export function chart(outcome: Outcome): string {
  const { edges } = outcome;
  const shapes = commonIn(outcome);
  const groups = [
    ...shapes.map(({ shape }) => ({
      name: shape,
      values: BARS.map(
        ({ side }) =>
          ratios(
            shapes.filter((s) => s.shape === shape),
            side,
            "neo4j-graphql",
            "throughput",
          )[0]?.measured.value ?? null,
      ),
    })),
    {
      name: "geometric mean",
      values: BARS.map(({ side }) => meanValue(ratios(shapes, side, "neo4j-graphql", "throughput"))),
    },
  ];
  const values = groups.flatMap((group) => group.values).filter((value) => value !== null);
  const [least, most] = [Math.min(0.5, ...values), Math.max(10, ...values)];
  const x = (value: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(value / least)) / Math.log(most / least);
  const height = TOP + groups.length * GROUP + 12;
  const ticks = [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500].filter((tick) => tick >= least && tick <= most);
  const grid = ticks.map(
    (tick) =>
      `<line x1="${n(x(tick))}" x2="${n(x(tick))}" y1="${TOP - 8}" y2="${height - 12}" class="${tick === 1 ? "one" : "grid"}"/><text x="${n(x(tick))}" y="${TOP - 14}" text-anchor="middle" class="quiet">${tick}×</text>`,
  );
  const legend = BARS.map(
    ({ label, tone }, i) =>
      `<rect x="${LEFT + i * 190}" y="32" width="11" height="11" class="${tone}"/><text x="${LEFT + i * 190 + 17}" y="42">${label}</text>`,
  );
  const bars = groups.map((group, i) => {
    const top = TOP + i * GROUP;
    const drawn = group.values.map((value, j) => (value === null ? "" : bar(value, top + j * BAR, x, BARS[j]?.tone ?? "")));
    return `<text x="${LEFT - 10}" y="${top + (BAR * BARS.length) / 2 + 4}" text-anchor="end">${group.name}</text>${drawn.join("")}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>Requests a second, as multiples of @neo4j/graphql's</title>
<style>${STYLE}</style>
<text x="${LEFT}" y="18" class="title">Requests a second, × @neo4j/graphql (${edges.toLocaleString("en-US")} edges, 16 connections)</text>
${[...legend, ...grid, ...bars].join("\n")}
</svg>
`;
}

function bar(value: number, y: number, x: (value: number) => number, tone: string): string {
  const [from, to] = [x(1), x(value)].sort((a, b) => a - b);
  const written = `${value.toFixed(value >= 10 ? 0 : value >= 1 ? 1 : 2)}×`;
  return `<rect x="${n(from ?? 0)}" y="${y}" width="${n(Math.max((to ?? 0) - (from ?? 0), 1))}" height="${BAR - 2}" class="${tone}"/><text x="${n(Math.max(x(value), x(1)) + 5)}" y="${y + BAR - 2}" style="font-size: 10px">${written}</text>`;
}

function meanValue(found: readonly AtShape[]): number | null {
  return found.length > 0 ? meanOf(found).value : null;
}

const n = (value: number) => value.toFixed(1);
