import type { Bounds } from "./bounds.ts";

/**
 * Pieces of Cypher that know their names. A statement is put together from them by the tagged template `cypher`; what a subquery has to import,
 * and what a WITH has to carry on, follows from the names that its pieces use. Only names, parameters, words and other pieces come into a
 * piece: a value never does, it travels as a parameter.
 */
export class Fragment {
  constructor(
    /** The Cypher itself. */
    readonly text: string,
    /** Names that it mentions, those that it binds itself included. */
    readonly uses: readonly Name[] = [],
    /** Names that it binds. */
    readonly binds: readonly Name[] = [],
  ) {}
}

/** A variable of a statement; no two of one statement are spelt alike. */
export class Name extends Fragment {
  override readonly uses: readonly Name[] = [this];
  constructor(
    text: string,
    /** Names a set: bound before everything else, and there for the whole statement. */
    readonly isSet: boolean,
  ) {
    super(text);
  }
}

/** A parameter: `$p3`. */
export class Parameter extends Fragment {
  constructor(readonly name: string) {
    super(`$${name}`);
  }
}

/** A property as it is stored, which engines look up by their indexes; what computes something of it is none. */
export class Stored extends Fragment {
  constructor(
    of: Fragment,
    /** Its name. */
    readonly property: string,
  ) {
    super(`${of.text}.${word(property).text}`, of.uses, of.binds);
  }
}

/** A condition, and what is known of it. */
export class Condition extends Fragment {
  constructor(
    { text, uses, binds }: Fragment,
    /** Compares a stored property with a bound; holds where a value is absent; or anything else. */
    readonly kind: "bound" | "absence" | "other",
    /** What a date lies between that it holds for; null where it says nothing of that. */
    readonly bounds: Bounds | null = null,
  ) {
    super(text, uses, binds);
  }
}

/** Nothing at all. */
export const EMPTY = new Fragment("");

/** A piece of Cypher: `` cypher`MATCH (${bind(node)}:Measure)` ``. Empty pieces leave no trace. */
export function cypher(strings: TemplateStringsArray, ...parts: readonly Fragment[]): Fragment {
  let text = strings[0] ?? "";
  for (let i = 0; i < parts.length; i++) text += (parts[i]?.text ?? "") + (strings[i + 1] ?? "");
  return new Fragment(text, namesOf(parts, "uses"), namesOf(parts, "binds"));
}

/** Pieces one after the other, the empty ones left out. */
export function join(parts: readonly Fragment[], separator = " "): Fragment {
  let text = "";
  for (const part of parts) if (part.text !== "") text += text === "" ? part.text : separator + part.text;
  return new Fragment(text, namesOf(parts, "uses"), namesOf(parts, "binds"));
}

const NONE: readonly Name[] = [];

/** The names of some pieces, each once, in their order. */
function namesOf(parts: readonly Fragment[], which: "uses" | "binds"): readonly Name[] {
  let names = NONE;
  let own: Name[] | null = null;
  for (const part of parts) {
    const more = part[which];
    if (more.length === 0 || more === names) continue;
    if (names.length === 0) {
      names = more;
      continue;
    }
    for (const name of more) {
      if (names.includes(name)) continue;
      own ??= [...names];
      own.push(name);
      names = own;
    }
  }
  return names;
}

/** The names of some pieces that none of them binds. */
function freeNames(parts: readonly Fragment[]): readonly Name[] {
  const binds = namesOf(parts, "binds");
  return namesOf(parts, "uses").filter((name) => !binds.includes(name));
}

/** The place where a name is bound: in a pattern, behind AS. */
export function bind(name: Name): Fragment {
  return new Fragment(name.text, name.uses, name.uses);
}

const WORD = /^[\w|]*$/;

/** A word that is no variable: a label, a relationship type, a property, several of them with `|`. Throws where it is anything else. */
export function word(text: string): Fragment {
  if (!WORD.test(text)) throw new Error(`${text} is no word of a statement.`);
  return new Fragment(text);
}

/** A text of the model's own, in quotes. Throws where it would end its quotes: what comes from a request is a parameter. */
export function quoted(text: string): Fragment {
  if (/['\\]/.test(text)) throw new Error(`${text} can't stand in quotes: make it a parameter.`);
  return new Fragment(`'${text}'`);
}

/** A whole number of our own. */
export function number(value: number): Fragment {
  return new Fragment(String(Math.trunc(value)));
}

/** A property of a node or an edge, as it is stored. */
export function stored(of: Fragment, property: string): Stored {
  return new Stored(of, property);
}

/** A WHERE of conditions that must all hold, with a space before it; empty where there are none. */
export function where(conditions: readonly Fragment[]): Fragment {
  return conditions.length > 0 ? cypher` WHERE ${join(conditions, " AND ")}` : EMPTY;
}

/** The sets that some pieces use, in the order in which they are used. */
export function setsOf(parts: readonly Fragment[]): readonly Name[] {
  return freeNames(parts).filter(({ isSet }) => isSet);
}

/**
 * `CALL (…) { … }`: runs a body for each row, imports what the body uses, sets last, and binds what it returns. What it is to import beside, or
 * before all else, is named by `first`.
 */
export function call(body: Fragment, returns: readonly Name[], first: readonly Name[] = []): Fragment {
  const free = freeNames([...first, body]);
  const scope = [...free.filter(({ isSet }) => !isSet), ...free.filter(({ isSet }) => isSet)];
  return new Fragment(`CALL (${scope.map(({ text }) => text).join(", ")}) { ${body.text} }`, scope, returns);
}

/** A subquery that collects a list of columns for each row that its body leaves: `CALL (…) { … RETURN collect([…]) AS c0 }`. */
export function collect(body: readonly Fragment[], columns: readonly Fragment[], into: Name): Fragment {
  return call(cypher`${join(body)} RETURN collect([${join(columns, ", ")}]) AS ${bind(into)}`, [into]);
}

/** How many subqueries stand in a row before they are parted. Questions have fewer, but for those that programs write. */
const IN_A_ROW = 16;

/**
 * Subqueries that run one after the other. The embedded engine plans 128 steps in a row and refuses more: 120 lists side by side. Long rows are
 * parted into subqueries that run some of them each, and are few themselves.
 */
export function inTurn(calls: readonly Fragment[]): readonly Fragment[] {
  if (calls.length <= IN_A_ROW) return calls;
  const parts: Fragment[] = [];
  for (let at = 0; at < calls.length; at += IN_A_ROW) {
    const some = join(calls.slice(at, at + IN_A_ROW));
    parts.push(call(cypher`${some} RETURN ${join(some.binds, ", ")}`, some.binds));
  }
  return inTurn(parts);
}

/** What a WITH carries on: some names, and the sets that later pieces use. */
export function carry(names: readonly Fragment[], later: readonly Fragment[]): Fragment {
  return join([...names, ...setsOf(later)], ", ");
}
