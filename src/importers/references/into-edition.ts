import { type Bundle, type Corresponding, codeOfHsId, type EdgeRecord, HS_EDITION, hsIdOf, InputError } from "../../load/index.ts";
import { HS_EDITIONS, type Model, validateScalar } from "../../model/index.ts";
import type { Importer, Notes, Owners } from "../importer.ts";

/** The codes of other editions that correspond to some codes, by the ids of these. */
export type Correspondences = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Corresponding[]>>;

interface Options {
  readonly model: Model;
  readonly owners: Owners;
  readonly correspondences: Correspondences;
  /** The edition of the file's codes, as it was said; undefined where nobody did, so that each code's own is a guess. */
  readonly edition?: string | undefined;
  /** The edition that the codes are to be of. */
  readonly into: string;
}

/** Throws InputError where what an option names is no edition of the Harmonized System. */
export function checkEdition(option: string, edition: string): void {
  const wrong = validateScalar("HsEdition", edition);
  if (wrong !== null) throw new InputError(`--${option} ${edition} ${wrong}.`);
}

/** What a code became: the ids that stand in its place, and whether they stand for the same goods, and nobody guessed. */
interface Followed {
  readonly ids: readonly string[];
  readonly isSame: boolean;
  /** The edition that it was followed from. */
  readonly from: string;
}

/** Edges that hold a nomenclature together. */
const OF_TREES: ReadonlySet<string> = new Set(["PART_OF", "CORRESPONDS_TO"]);

/** Values of an edge that are a sum over its goods: several codes can't each have all of it. */
const SUMS: readonly string[] = ["amount", "share", "value", "quantity", "quota"];

/** There are some 7,000 codes in each edition. */
const MOST_REMEMBERED = 100_000;

/**
 * An importer whose edges lead to codes of one edition: those to codes of others follow the tables of correlations that the graph has, step by step
 * where none joins the two. One code that becomes one with the same goods keeps its certainty; where one becomes several, or a part of one, or its edition
 * is a guess, the edges are INFERRED. Each says in its note what code it was, and all are counted.
 */
export function intoEdition(importer: Importer, options: Options): Importer {
  return async function* (files, notes) {
    const codes = new Codes(options);
    for await (const bundle of importer(files, notes)) {
      await codes.lookUp(bundle);
      yield bundleInto(bundle, codes, options, notes);
    }
  };
}

/** A bundle whose edges lead to codes of the edition, also once it is filled with what it said before. */
function bundleInto(bundle: Bundle, codes: Codes, options: Options, notes: Pick<Notes, "count">): Bundle {
  const { silence } = bundle;
  const filledFrom = (earlier: Bundle) => bundleInto(silence?.filledFrom(earlier) ?? bundle, codes, options, { count: () => undefined });
  return {
    ...bundle,
    edges: edgesInto(bundle, codes, options, notes),
    ...(silence && { silence: { about: silence.about, filledFrom } }),
  };
}

/** What codes become in an edition; looked up in batches, each once. */
class Codes {
  readonly #followed = new Map<string, Followed | null>();

  constructor(private readonly options: Options) {}

  get(id: string): Followed | null {
    return this.#followed.get(id) ?? null;
  }

  async lookUp({ nodes, edges }: Bundle): Promise<void> {
    if (this.#followed.size > MOST_REMEMBERED) this.#followed.clear();
    const defined = new Set(nodes.map(({ id }) => id));
    const ids = new Set(edges.flatMap((edge) => (OF_TREES.has(edge.type) ? [] : codesAt(edge))));
    const open = [...ids].filter((id) => !defined.has(id) && !this.#followed.has(id));
    if (open.length === 0) return;
    const starts = await this.#starts(open);
    const followed = await this.#walk(starts);
    for (const id of open) this.#followed.set(id, followed.get(id) ?? null);
  }

  /** Where the way of each code begins: at itself, or, where it should be of the edition and is not, at the same digits in the edition nearest to that. */
  async #starts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { into, owners } = this.options;
    const own = ids.filter((id) => codeOfHsId(id)?.edition === into);
    const others = new Map(own.map((id) => [id, nearestFirst(into).map((edition) => hsIdOf(codeOfHsId(id)?.hsCode ?? "", edition))]));
    const present = await owners([...own, ...[...others.values()].flat()]);
    const starts = new Map<string, string>();
    for (const id of ids) {
      if (codeOfHsId(id)?.edition !== into) starts.set(id, id);
      else if (!present.has(id)) {
        const other = others.get(id)?.find((candidate) => present.has(candidate));
        if (other !== undefined) starts.set(id, other);
      }
    }
    return starts;
  }

  /** Walks the tables from the starts towards the edition, level by level; those that do not reach it are left out. */
  async #walk(starts: ReadonlyMap<string, string>): Promise<Map<string, Followed>> {
    const { into, correspondences, edition: said } = this.options;
    const found = new Map<string, Followed>();
    let open = new Map([...starts].map(([id, start]) => [id, { at: [start], isSame: said !== undefined && id === start }]));
    // Each step comes nearer, so that there are no more of them than editions.
    while (open.size > 0) {
      const joined = await correspondences([...new Set([...open.values()].flatMap(({ at }) => at))]);
      const next: typeof open = new Map();
      for (const [id, { at, isSame }] of open) {
        const steps = at.map((each) => nearest(each, joined.get(each) ?? [], into));
        const ids = [...new Set(steps.flat().map((step) => step.id))].sort();
        const reached = { at: ids, isSame: isSame && steps.every((step) => step.length === 1 && step[0]?.isSame === true) };
        if (ids.length === 0) continue;
        if (ids.every((each) => codeOfHsId(each)?.edition === into))
          found.set(id, { ids, isSame: reached.isSame, from: codeOfHsId(starts.get(id) ?? "")?.edition ?? "" });
        else next.set(id, reached);
      }
      open = next;
    }
    return found;
  }
}

/** Those of a code's correspondences that lead to an edition the furthest, and not beyond it; itself where it is of that. */
function nearest(id: string, all: readonly Corresponding[], into: string): readonly Corresponding[] {
  const own = codeOfHsId(id)?.edition ?? "";
  if (own === into) return [{ id, edition: own, isSame: true }];
  const between = all.filter(({ edition }) => (own < into ? edition > own && edition <= into : edition < own && edition >= into));
  const [best] = between
    .map(({ edition }) => edition)
    .sort((a, b) => Math.abs(Number(a) - Number(into)) - Math.abs(Number(b) - Number(into)));
  return between.filter(({ edition }) => edition === best);
}

/** The other editions, those nearest to one first, and of two equally near the newer. */
export function nearestFirst(edition: string): string[] {
  const distance = (other: string) => Math.abs(Number(other) - Number(edition));
  return HS_EDITIONS.filter((other) => other !== edition).sort((a, b) => distance(a) - distance(b) || Number(b) - Number(a));
}

/** The ids of codes of digits that an edge names: at its ends, and in the field of an edge that a claim is about. */
function codesAt({ from, to, properties: { field } }: EdgeRecord): string[] {
  const within = typeof field === "string" ? (/\((commodity:[^)]+)\)/.exec(field)?.[1] ?? "") : "";
  return [from, to, within].filter((id) => /^\d{2,6}$/.test(codeOfHsId(id)?.hsCode ?? ""));
}

/** The edges of a bundle, each code in the edition; what becomes the same edge twice stands once. */
function edgesInto({ edges }: Bundle, codes: Codes, options: Options, notes: Pick<Notes, "count">): readonly EdgeRecord[] {
  if (!edges.some((edge) => !OF_TREES.has(edge.type) && codesAt(edge).length > 0)) return edges;
  const made = new Map<string, EdgeRecord>();
  for (const edge of edges) {
    for (const each of OF_TREES.has(edge.type) ? [edge] : followed(edge, codes, options, notes)) {
      const { since = "", field = "", value = "" } = each.properties;
      const key = [each.type, each.from, each.to, since, field, value].join("|");
      const before = made.get(key);
      if (!before) made.set(key, each);
      else if (each !== edge || codesAt(edge).length > 0)
        notes.count(`two codes that became one of ${options.into}: what is said of the first counts`);
    }
  }
  return [...made.values()];
}

/** An edge with what its codes became, or itself where they stay. */
function followed(edge: EdgeRecord, codes: Codes, { into, model }: Options, notes: Pick<Notes, "count">): readonly EdgeRecord[] {
  let all: readonly EdgeRecord[] = [edge];
  for (const id of codesAt(edge)) {
    const found = codes.get(id);
    const edition = codeOfHsId(id)?.edition ?? HS_EDITION;
    if (!found) {
      if (edition !== into)
        notes.count(`a code of ${edition} that no table in the graph leads from to ${into}: it stays (${tables(edition, into)})`);
      continue;
    }
    if (found.ids.length > 1 && SUMS.some((name) => edge.properties[name] !== undefined)) {
      notes.count(
        `a code of ${found.from} with an amount, which became several of ${into}: it stays, since no table says how much each has`,
      );
      continue;
    }
    notes.count(kindOf(found, into));
    const code = codeOfHsId(id)?.hsCode ?? "";
    const isDated = model.edges.get(edge.type)?.dated === true;
    all = all.flatMap((each) => found.ids.map((other) => renamed(each, id, other, isDated ? said(each, code, found) : each.properties)));
  }
  return all;
}

/** What an edge says once its code followed a table. */
function said({ properties }: EdgeRecord, code: string, { from, isSame }: Followed): EdgeRecord["properties"] {
  const was = `${code} of the edition of ${from}`;
  const note = typeof properties.note === "string" ? `${properties.note} (${was})` : was;
  // What nobody has verified is no surer for that.
  const isLower = !isSame && properties.certainty !== "UNVERIFIED";
  return { ...properties, note, ...(isLower ? { certainty: "INFERRED" } : {}) };
}

function renamed(edge: EdgeRecord, id: string, other: string, properties: EdgeRecord["properties"]): EdgeRecord {
  const { field } = properties;
  return {
    ...edge,
    from: edge.from === id ? other : edge.from,
    to: edge.to === id ? other : edge.to,
    properties: typeof field === "string" ? { ...properties, field: field.replace(`(${id})`, `(${other})`) } : properties,
  };
}

function kindOf({ ids, isSame, from }: Followed, into: string): string {
  if (isSame) return `a code of ${from} that followed the tables to the one of ${into} with the same goods`;
  return ids.length > 1
    ? `a code of ${from} that became several of ${into}: INFERRED`
    : `a code of ${from} that became one of ${into}, which has other goods too or whose edition nobody said: INFERRED`;
}

function tables(edition: string, into: string): string {
  return `npm run import -- hs-correlations FILE brings one, of ${[edition, into].sort().join(" and ")}`;
}
