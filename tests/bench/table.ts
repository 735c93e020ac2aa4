import type { Figures } from "./measure.ts";
import type { Outcome } from "./outcome.ts";

/** An outcome as a table for a terminal: times in milliseconds, and each side's throughput as a multiple of the peer's. */
export function table({ size, nodes, edges, shapes }: Outcome): string {
  const head = ["shape", "side", "p50", "p95", "/s", "× peer", "bytes", "cold"];
  const rows = shapes.flatMap(({ shape, figures }) => {
    const peer = figures.find(({ side }) => side === "neo4j-graphql");
    return figures.map((f, i) => [i === 0 ? shape : "", ...cells(f, peer)]);
  });
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  return [`\n${size}: ${nodes} nodes, ${edges} edges`, line(head), ...rows.map(line)].join("\n");
}

function cells({ side, p50, p95, throughput, bytes, cold }: Figures, peer: Figures | undefined): string[] {
  const times = peer ? (throughput / peer.throughput).toFixed(2) : "";
  return [side, p50.toFixed(2), p95.toFixed(2), throughput.toFixed(0), times, bytes?.toFixed(0) ?? "", cold.toFixed(1)];
}
