import { type Bundle, type Place, RecordSession, type StatedField } from "../load/index.ts";
import { ABOUT } from "../model/index.ts";
import { addClaims } from "./csv/claims.ts";
import { Evidence } from "./csv/evidence.ts";
import type { Graph } from "./csv/rows.ts";
import type { Notes } from "./importer.ts";

/** A register that speaks of nodes that others define. */
export interface Register {
  /** What its bundles and claims are named after, and who makes them. */
  readonly name: string;
  /** Its source, by the source's fields. */
  readonly source: Readonly<Record<string, string>>;
  /** How sure it is of what it says of a node that it identifies. */
  readonly certainty: string;
}

/** An edge from the node that a register speaks of, or to it. */
export interface SaidEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Its days and what its type has beside them. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a register says of a node that is there. */
export interface Saying {
  /** Name of its bundle: the same in every run. */
  readonly key: string;
  readonly type: string;
  readonly id: string;
  /** Values by field, one each; of edge fields the ids at their ends. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly edges: readonly SaidEdge[];
  /** What the claim says in words, and about which field: other names with their languages, since no claim gives a list. Null where nothing needs words. */
  readonly words: { readonly text: string; readonly field: string; readonly value?: string } | null;
  /** Where in the register. */
  readonly locator: string;
  /** Whether it was found by a name alone: then all is INFERRED. */
  readonly isInferred: boolean;
  readonly place: Place;
}

/** Where the values of a register go beside those of others. */
export type BesideOthers = "fill" | "claim";

/**
 * What a register says of nodes that others define, as bundles: their records stay as they are, and each value is a claim of the register's
 * source. With `fill` only what nobody else says; the rest is counted.
 */
export class Beside {
  readonly #session: RecordSession;
  readonly #sure: Evidence;
  readonly #inferred: Evidence;

  constructor(
    private readonly graph: Graph,
    private readonly register: Register,
    private readonly there: BesideOthers,
    private readonly notes: Notes,
  ) {
    const { name, source, certainty } = register;
    const place = { file: name, line: 1, column: 1 };
    const fields = Object.entries(source).map(([field, value]): StatedField => ({ name: field, value, place }));
    const spec = { id: name, fields, place };
    this.#session = new RecordSession(graph.model, graph.owners);
    this.#sure = new Evidence(graph.model, { ...spec, certainty }, name);
    this.#inferred = new Evidence(graph.model, { ...spec, certainty: "INFERRED" }, name);
  }

  /** The register itself as a bundle. */
  async source(place: Place): Promise<readonly Bundle[]> {
    const draft = this.#session.draft(this.#sure.sourceBundle, place);
    this.#sure.addSource(draft);
    return this.#valid([draft]);
  }

  /** A bundle for each node of which it says anything that is to be kept. Throws EngineError. */
  async bundles(all: readonly Saying[]): Promise<readonly Bundle[]> {
    const asked = all.map(({ id, key }) => ({ id, bundle: key }));
    const names = new Set(all.flatMap(({ fields }) => Object.keys(fields)));
    const present = asked.length === 0 ? new Map() : await this.graph.nodes(asked, [...names]);
    const drafts = all.flatMap((one) => {
      const there = present.get(one.id);
      return there ? this.#draft(one, there) : [];
    });
    return this.#valid(drafts);
  }

  #draft(one: Saying, present: Parameters<typeof addClaims>[0]["present"]) {
    const { model } = this.graph;
    const type = model.nodes.get(one.type);
    const about = model.edges.get(ABOUT);
    if (!type || !about) return [];
    const { place, id, edges } = one;
    const field = (name: string, value: string | readonly string[]): StatedField => ({ name, value, place });
    const fields = Object.entries(one.fields).filter(([name]) => {
      if (this.there === "claim" || !present.held.has(name)) return true;
      this.notes.count(`a ${name} where there is one already: left as it is (--claim states this one beside it)`);
      return false;
    });
    if (fields.length === 0 && edges.length === 0 && one.words === null) return [];
    const draft = this.#session.draft(one.key, place);
    const evidence = one.isInferred ? this.#inferred : this.#sure;
    const claim = evidence.claimFor(draft, one.key.replace(`${this.register.name}-`, ""), one.locator, place, one.words?.text);
    if (one.words !== null) {
      const { field: said, value } = one.words;
      draft.addEdge(
        about,
        [field("from", claim), field("to", id), field("field", said), ...(value === undefined ? [] : [field("value", value)])],
        place,
      );
    }
    addClaims(
      {
        record: {
          ...{ kind: "node", type, fields: [], links: [], problems: [], place, key: one.key, merges: false, since: null },
          policy: { there: "claim", addsNew: false },
          identity: { written: { text: one.locator, place }, mayBeCode: false, match: [] },
        },
        ...{ id, present },
        fields: [...fields.map(([name, value]) => field(name, value)), field("claims", [claim])],
      },
      draft,
      this.graph,
      { evidence, restsOn: [] },
      this.notes,
    );
    for (const { type: name, from, to, values } of edges) {
      const edge = model.edges.get(name);
      const said = Object.entries(values).map(([key, value]) => field(key, value));
      if (edge) draft.addEdge(edge, [field("from", from), field("to", to), ...said, field("claims", [claim])], place);
    }
    return [draft];
  }

  async #valid(drafts: Parameters<RecordSession["resolve"]>[0]): Promise<readonly Bundle[]> {
    const all = await this.#session.resolve(drafts);
    for (const { problems } of all) for (const [i, problem] of problems.entries()) this.notes.reject(problem, i === 0 ? 1 : 0);
    return all.flatMap(({ bundle, problems }) => (problems.length === 0 ? [{ ...bundle, origin: this.register.name }] : []));
  }
}
