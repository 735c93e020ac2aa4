import type { ReactNode } from "react";
import { dateWords, spanWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { rateWords, wordsOf } from "../data/words.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { Mark, surenessOf } from "../ui/mark.tsx";
import { formulaOf, type Layer, type Life, livesOf, type Row, whyWords } from "./layers.ts";

/** The layers, each with when it counted and what it rests on; below, those that never did, and why. */
export function LayerTable({ rows }: { readonly rows: readonly Row[] }) {
  const lives = livesOf(rows);
  const counted = lives.filter((life) => life.counted.length > 0);
  const others = lives.filter((life) => life.counted.length === 0);
  return (
    <section className="stack" aria-labelledby="tariffs-layers">
      <h2 id="tariffs-layers">The layers</h2>
      {counted.length > 0 && (
        <Box label="Layers that counted">
          <Lives lives={counted} last="Counted" cell={(life) => life.counted.map(({ from, until }) => spanWords(from, until)).join("; ")} />
        </Box>
      )}
      {others.length > 0 && (
        <details>
          <summary>Looked at, and not counted at any time: {others.length}</summary>
          <Box label="Layers that did not count">
            <Lives lives={others} last="Why not" cell={(life) => whyNot(life)} />
          </Box>
        </details>
      )}
    </section>
  );
}

function whyNot({ layer, states }: Life): string {
  const words = states.map((state) => wordsOf("LayerState", state));
  if (layer.inFavourOf) words.push(`in favour of: ${layer.inFavourOf.title}`);
  return words.join("; ");
}

interface LivesProps {
  readonly lives: readonly Life[];
  readonly last: string;
  readonly cell: (life: Life) => ReactNode;
}

function Lives({ lives, last, cell }: LivesProps) {
  return (
    <table className="tariffs-table">
      <thead>
        <tr>
          <th scope="col">Act</th>
          <th scope="col">Rate</th>
          <th scope="col">{last}</th>
        </tr>
      </thead>
      <tbody>
        {lives.map((life) => (
          <tr key={life.layer.measure.id}>
            <th scope="row">
              <NodeLink id={life.layer.measure.id}>{life.layer.measure.title}</NodeLink> <Evidence layer={life.layer} />
            </th>
            <td className="figures">{life.layer.duty ?? (rateWords(life.layer.rate, life.layer.rateUnit) || "not held")}</td>
            <td>{cell(life)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What says that a layer is on these goods. */
function Evidence({ layer }: { readonly layer: Layer }) {
  const { open } = useEvidence();
  const edge = layer.edges.find(({ type }) => type === "COVERS");
  if (!edge) return null;
  const { id, title } = layer.measure;
  return (
    <Mark
      sureness={surenessOf(edge.certainty, edge.official)}
      about={`${title}, on these goods`}
      onOpen={() => open({ of: "edge", from: id, type: edge.type, to: edge.node.id, since: edge.since })}
    />
  );
}

/** The same as the picture: a row for each time in which the same layers add up. */
export function RowTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <section className="stack" aria-labelledby="tariffs-rows">
      <h2 id="tariffs-rows">The rate along time</h2>
      <Box label="Table of the rate">
        <table className="tariffs-table">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Until</th>
              <th scope="col">Rate</th>
              <th scope="col">Sum of</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.from}>
                <th scope="row" className="tariffs-date">
                  {dateWords(row.from)}
                </th>
                <td className="tariffs-date">{dateWords(row.until)}</td>
                <td className="figures">{row.total === null ? "no total" : rateWords(row.total, "PERCENT")}</td>
                <td className="figures">
                  {formulaOf(row)}
                  {row.whyNoTotal.length > 0 && <span className="quiet">: {whyWords(row)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </section>
  );
}

function Box({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="tariffs-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
