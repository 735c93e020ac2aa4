/** Parameters in one map, so that Neo4j's plan of a statement holds for values of all sizes. */
import { LRUCache } from "lru-cache";
import type { Statement, Value } from "../port.ts";

/** The parameter that holds the others. */
const HELD = "held";
/** A quoted text or name, in which nothing is a parameter, or a parameter. */
const TOKEN = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\$(\w+)/g;
/** How many characters of rewritten statements are kept; the longest has 30,000. */
const MOST_TEXT = 5_000_000;

/**
 * Rewrites statements so that texts, lists and null come in one map, `$held.ids` for `$ids`. Neo4j keys its cache of plans by the statement, the
 * types of its parameters, and by how long each text and list is (none, one, up to 10, up to 100 …): with three lists and two texts, one shape was
 * planned up to a hundred times, for a second each. Of what is in a map it looks at neither. Numbers stay as they are: they have no size, and the planner reckons with LIMIT.
 */
export class Holding {
  /** By the statement as it was: what it became, where these of its parameters were left as they are and those are held; none that lack one. */
  readonly #texts = new LRUCache<string, { readonly left: string; readonly names: readonly string[]; readonly text: string }>({
    maxSize: MOST_TEXT,
    sizeCalculation: ({ text }, from) => text.length + from.length,
  });

  /** The same statement with its parameters held. */
  hold({ text, params }: Statement): Statement {
    const held: Record<string, Value> = {};
    const left: Record<string, Value> = {};
    for (const name in params) {
      const value = params[name];
      if (value !== undefined) (typeof value === "number" || typeof value === "bigint" ? left : held)[name] = value;
    }
    return { text: this.#rewritten(text, held, Object.keys(left).join()), params: { ...left, [HELD]: held } };
  }

  #rewritten(text: string, held: Readonly<Record<string, Value>>, left: string): string {
    const kept = this.#texts.get(text);
    // A parameter that is a number in one request and null in the next makes another statement; of a map, one that is missing would be null.
    if (kept?.left === left && kept.names.every((name) => name in held)) return kept.text;
    const names = new Set<string>();
    let isWhole = true;
    const rewritten = text.replace(TOKEN, (token, name?: string) => {
      if (name === undefined) return token;
      if (name in held) names.add(name);
      else isWhole &&= left.split(",").includes(name);
      return name in held ? `$${HELD}.${name}` : token;
    });
    if (isWhole) this.#texts.set(text, { left, names: [...names], text: rewritten });
    return rewritten;
  }
}
