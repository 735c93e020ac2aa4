import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Bundle, type EdgeRecord, InputError, type NodeRecord, type Place } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import { keyOf } from "../keys.ts";
import { bareEdge, stated } from "../statements.ts";

/** What makes the bundles of FollowTheMoney's entities: their names are the entities' ids, so that a newer file goes on with an older one's. */
export const ORIGIN = "ftm";

const text = z.string().nullish();
const DATASET = z.looseObject({
  name: z.string(),
  title: text,
  url: text,
  license: text,
  licence: text,
  publisher: z.looseObject({ name: text, name_en: text, url: text }).nullish(),
});
const INDEX = z.union([z.looseObject({ datasets: z.array(DATASET) }), DATASET]);

type Described = z.infer<typeof DATASET>;

/** The dataset of entities that name none. */
const UNNAMED = "unnamed";

/** A claim of an entity's dataset: its records, and its id. */
export interface Claimed {
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
  readonly ids: readonly string[];
}

/** The datasets of entities as sources; what an index says of them is what they are called, by whom they are published, and under what terms. */
export class Datasets {
  readonly #given = new Set<string>();

  constructor(
    private readonly known: ReadonlyMap<string, Described>,
    /** The terms of the collection where a dataset has none of its own. */
    private readonly licence: string | null,
  ) {}

  /** Reads a dataset's `index.json`, or a catalogue of several. Throws InputError where it is none. */
  static async read(path: string | undefined): Promise<Datasets> {
    if (path === undefined) return new Datasets(new Map(), null);
    const fail = (reason: string, cause?: unknown) => new InputError(`--index ${path}: ${reason}`, { cause });
    const content = await readFile(path, "utf8").catch((error: unknown) => {
      throw fail("There is no such file, or it can't be read.", error);
    });
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch (error) {
      throw fail("It is no JSON.", error);
    }
    const { data, success } = INDEX.safeParse(value);
    if (!success)
      throw fail(
        'It must describe a dataset ({"name": …, "title": …}) or several ({"datasets": […]}), as the index.json beside the entities does.',
      );
    // A collection names its datasets, a catalogue describes them.
    const described = Array.isArray(data.datasets) ? data.datasets.flatMap((one) => DATASET.safeParse(one).data ?? []) : [];
    const whole = DATASET.safeParse(value).data;
    return new Datasets(
      new Map([...described, ...(whole ? [whole] : [])].map((one) => [one.name, one])),
      whole?.license ?? whole?.licence ?? null,
    );
  }

  /** The sources of some datasets that no bundle of this run has yet, a bundle each. */
  *bundles(names: readonly string[], place: Place): Generator<Bundle> {
    for (const name of names.length > 0 ? names : [UNNAMED]) {
      if (this.#given.has(name)) continue;
      this.#given.add(name);
      const found = this.known.get(name);
      const url = [found?.url, found?.publisher?.url].find((one) => one != null && validateScalar("URL", one) === null);
      const properties = stated({
        title: this.titleOf(name),
        publisher: found?.publisher?.name_en ?? found?.publisher?.name,
        url,
        licence: found?.license ?? found?.licence ?? (found ? this.licence : null),
        reliability: "AGGREGATOR",
      });
      yield {
        name: `ftm-dataset-${keyOf(name)}`,
        origin: ORIGIN,
        nodes: [{ type: "Source", id: sourceOf(name), properties, place }],
        edges: [],
        place,
      };
    }
  }

  /** What a dataset is called. */
  titleOf(name: string): string {
    return this.known.get(name)?.title ?? (name === UNNAMED ? "FollowTheMoney entities of no named dataset" : name);
  }

  /** A claim of each of some datasets: what it says, and about what, if that is to be noted. */
  claims(
    key: string,
    datasets: readonly string[],
    says: {
      readonly statement: (title: string) => string;
      readonly locator: string;
      readonly about?: Readonly<Record<string, string>> & { readonly id: string };
    },
    place: Place,
  ): Claimed {
    const names = datasets.length > 0 ? datasets : [UNNAMED];
    const claims = names.map((dataset) => ({ dataset, id: `claim:ftm-${key}.${keyOf(dataset)}` }));
    const { id: about, ...properties } = says.about ?? { id: null };
    return {
      nodes: claims.map(({ dataset, id }) => ({
        ...{ type: "Claim", id, place },
        properties: { statement: says.statement(this.titleOf(dataset)), certainty: "REPORTED", locator: says.locator },
      })),
      edges: claims.flatMap(({ dataset, id }) => [
        bareEdge("STATED_IN", id, sourceOf(dataset), place),
        ...(about === null ? [] : [{ type: "ABOUT", from: id, to: about, properties, claims: [], place }]),
      ]),
      ids: claims.map(({ id }) => id),
    };
  }
}

function sourceOf(dataset: string): string {
  return `source:ftm-${keyOf(dataset)}`;
}
