import { type Model, prefixOf } from "../../model/index.ts";
import type { NodeRecord, Problem, PropertyValue } from "../record.ts";
import { nearest, oneOf } from "./hints.ts";

/** A node that an id may have been meant for. */
export interface Named {
  readonly id: string;
  /** What it is called: names, aliases, codes. */
  readonly names: readonly string[];
}

/** Hints cost a comparison with every id; a file with thousands of dangling ids needs no thousand hints. */
const MOST_HINTS = 100;
/** More nodes of one name help nobody. */
const MOST_OPTIONS = 3;

/** A record with its names. */
export function namedRecord(model: Model, { type, id, properties }: NodeRecord): Named {
  return { id, names: (model.nodes.get(type)?.names ?? []).flatMap((name) => textsIn(properties[name])) };
}

function textsIn(value: PropertyValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");
}

/**
 * The problems, those with an id that fits nothing with the node that it may have been meant for: one whose key differs in case alone
 * (`country:jp`), one of that name or code (`Japan`, `country:JPN`), else the nearest by spelling. Looked for only here, where something is wrong.
 */
export function withSuggestions(problems: readonly Problem[], model: Model, named: Iterable<Named>): Problem[] {
  const suggestions = new Suggestions(named);
  return problems.map(({ meant, ...problem }) => {
    if (!meant) return problem;
    const prefixes = meant.types.flatMap((type) => model.nodes.get(type)?.prefix ?? []);
    return { ...problem, message: `${problem.message}${suggestions.hint(meant.text, prefixes)}` };
  });
}

class Suggestions {
  readonly #ids = new Set<string>();
  readonly #byName = new Map<string, Set<string>>();
  #hints = 0;

  constructor(named: Iterable<Named>) {
    for (const { id, names } of named) {
      this.#ids.add(id);
      for (const name of names) {
        const ids = this.#byName.get(folded(name)) ?? new Set();
        this.#byName.set(folded(name), ids.add(id));
      }
    }
  }

  /** ` Did you mean …?` with its leading space, or nothing. `text` is an id, in full or short, or a name in its place. */
  hint(text: string, prefixes: readonly string[]): string {
    if (this.#hints >= MOST_HINTS) return "";
    this.#hints += 1;
    const found = this.#meant(text, prefixes).slice(0, MOST_OPTIONS);
    return found.length === 0 ? "" : ` Did you mean ${oneOf(found.map((id) => `"${id}"`))}?`;
  }

  #meant(text: string, prefixes: readonly string[]): string[] {
    const fits = (id: string) => prefixes.includes(prefixOf(id)) && id !== text;
    const ids = [...this.#ids].filter(fits);
    const key = text.includes(":") ? keyOf(text) : text;
    const alike = ids.filter((id) => folded(keyOf(id)) === folded(key));
    if (alike.length > 0) return alike;
    const called = [...(this.#byName.get(folded(key)) ?? [])].filter(fits);
    if (called.length > 0) return called;
    const keys = new Map(ids.map((id) => [keyOf(id), id]));
    const [near] = nearest(key, keys.keys());
    if (near !== undefined) return [keys.get(near) ?? ""];
    const names = [...this.#byName].flatMap(([name, of]) => ([...of].some(fits) ? [name] : []));
    const [nearName] = folded(key).length < 4 ? [] : nearest(folded(key), names);
    return [...(this.#byName.get(nearName ?? "") ?? [])].filter(fits);
  }
}

function keyOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Without regard to case, forms of one letter, and whether words are joined by spaces, hyphens or dots. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._-]+/g, " ")
    .trim();
}
