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

  /** Names that what stands around it has to bind, in the order in which they are used. */
  get free(): readonly Name[] {
    return this.uses.filter((name) => !this.binds.includes(name));
  }
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
export class Stored extends Fragment {}

/** A condition, and what is known of it. */
export class Condition extends Fragment {
  constructor(
    { text, uses, binds }: Fragment,
    /** Compares a stored property with a bound; holds where a value is absent; or anything else. */
    readonly kind: "bound" | "absence" | "other",
  ) {
    super(text, uses, binds);
  }
}

/** Nothing at all. */
export const EMPTY = new Fragment("");

/** A piece of Cypher: `` cypher`MATCH (${bind(node)}:Measure)` ``. Empty pieces leave no trace. */
export function cypher(strings: TemplateStringsArray, ...parts: readonly Fragment[]): Fragment {
  let text = strings[0] ?? "";
  for (let i = 0; i < parts.length; i++) text += `${parts[i]?.text ?? ""}${strings[i + 1] ?? ""}`;
  return compose(text, parts);
}

/** Pieces one after the other, the empty ones left out. */
export function join(parts: readonly Fragment[], separator = " "): Fragment {
  const some = parts.filter(({ text }) => text !== "");
  return compose(some.map(({ text }) => text).join(separator), some);
}

function compose(text: string, parts: readonly Fragment[]): Fragment {
  const uses: Name[] = [];
  const binds: Name[] = [];
  for (const part of parts) {
    for (const name of part.uses) if (!uses.includes(name)) uses.push(name);
    for (const name of part.binds) if (!binds.includes(name)) binds.push(name);
  }
  return new Fragment(text, uses, binds);
}

/** The place where a name is bound: in a pattern, behind AS. */
export function bind(name: Name): Fragment {
  return new Fragment(name.text, name.uses, name.uses);
}

/** A word that is no variable: a label, a relationship type, a property, several of them with `|`. Throws where it is anything else. */
export function word(text: string): Fragment {
  if (!/^[\w|]*$/.test(text)) throw new Error(`${text} is no word of a statement.`);
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
  const { text, uses, binds } = cypher`${of}.${word(property)}`;
  return new Stored(text, uses, binds);
}

/** A WHERE of conditions that must all hold, with a space before it; empty where there are none. */
export function where(conditions: readonly Fragment[]): Fragment {
  return conditions.length > 0 ? cypher` WHERE ${join(conditions, " AND ")}` : EMPTY;
}

/** The sets that some pieces use, in the order in which they are used. */
export function setsOf(parts: readonly Fragment[]): readonly Name[] {
  return join(parts).free.filter(({ isSet }) => isSet);
}

/**
 * `CALL (…) { … }`: runs a body for each row, imports what the body uses, sets last, and binds what it returns. What it is to import beside, or
 * before all else, is named by `first`.
 */
export function call(body: Fragment, returns: readonly Name[], first: readonly Name[] = []): Fragment {
  const { free } = join([...first, body]);
  const scope = [...free.filter(({ isSet }) => !isSet), ...free.filter(({ isSet }) => isSet)];
  return new Fragment(`CALL (${scope.map(({ text }) => text).join(", ")}) { ${body.text} }`, scope, returns);
}

/** A subquery that collects a list of columns for each row that its body leaves: `CALL (…) { … RETURN collect([…]) AS c0 }`. */
export function collect(body: readonly Fragment[], columns: readonly Fragment[], into: Name): Fragment {
  return call(cypher`${join(body)} RETURN collect([${join(columns, ", ")}]) AS ${bind(into)}`, [into]);
}

/** What a WITH carries on: some names, and the sets that later pieces use. */
export function carry(names: readonly Fragment[], later: readonly Fragment[]): Fragment {
  return join([...names, ...setsOf(later)], ", ");
}
