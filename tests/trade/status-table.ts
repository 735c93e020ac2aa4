import { readFileSync } from "node:fs";
import type { Act, Edge, Given, History, Kind } from "./status-worlds.ts";

/** A row of the table of cases in docs/status.md. */
export interface Case {
  readonly history: History;
  readonly day: string;
  readonly status: string;
  /** `X ENDS`; empty where no edge decided. */
  readonly decidedBy: string;
  /** The parts whose status it is. */
  readonly parts: readonly string[];
}

const idOf = (name: string) => `measure:${name.toLowerCase()}`;

/** The rows as they stand on the page. Throws where one can't be read. */
export function casesOfThePage(): (readonly [string, Case])[] {
  const page = readFileSync(new URL("../../docs/status.md", import.meta.url), "utf8");
  const lines = (page.split("## Cases")[1] ?? "").split("\n").filter((line) => line.startsWith("| M"));
  return lines.map((line) => {
    const [, story = "", day = "", status = "", by = ""] = line.split("|").map((cell) => cell.trim());
    const parts = by.startsWith("parts ") ? by.slice(6).split(", ").map(idOf) : [];
    return [line, { history: historyOf(story), day, status, decidedBy: parts.length > 0 ? "" : by, parts }];
  });
}

function historyOf(story: string): History {
  const acts = new Map<string, Act>();
  const edges: Edge[] = [];
  const act = (name: string, more: Partial<Act> = {}) => {
    const id = idOf(name);
    const known = acts.get(id) ?? { id, announcedOn: null, inForceFrom: null, inForceUntil: null };
    acts.set(id, { ...known, ...more });
    return id;
  };
  for (const clause of story.split("; ")) {
    const dateAfter = (word: string): Given => clause.match(new RegExp(`\\b${word} (\\d[\\d-]*)`))?.[1] ?? null;
    const edge = clause.match(/^(\w) (ENDS|REPLACES|SUSPENDS|EXTENDS) (\w)( since [\d-]+)?( until [\d-]+)?$/);
    const given = clause.match(/^(\w)( package)?( part of (\w),?)?((?:,? (?:announced|from|until) [\d-]+)*)$/);
    if (edge) {
      const [, from = "", type, to = ""] = edge;
      edges.push({ type: type as Kind, from: act(from), to: act(to), since: dateAfter("since"), until: dateAfter("until") });
    } else if (given) {
      const [, name = "", isPackage, , whole] = given;
      const dates = { announcedOn: dateAfter("announced"), inForceFrom: dateAfter("from"), inForceUntil: dateAfter("until") };
      act(name, { ...dates, ...(isPackage ? { isPackage: true } : {}), ...(whole ? { partOf: act(whole) } : {}) });
    } else throw new Error(`docs/status.md has a case that can't be read: ${clause}`);
  }
  return { acts: [...acts.values()], edges };
}
