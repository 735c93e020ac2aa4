import { type Bundle, problemAt } from "../../load/index.ts";
import { type Importer, type Notes, UNNOTED } from "../importer.ts";
import { inBatches } from "../read/batches.ts";
import { isJson, named, type Reread, withReread } from "../read/reread.ts";
import { Parties, type PartyLookUp } from "../references/parties.ts";
import { StatedEdges } from "../stated-edges.ts";
import { Authorities } from "./authorities.ts";
import { Datasets } from "./datasets.ts";
import { type Entity, readEntities } from "./entity.ts";
import { LinkBundles } from "./links.ts";
import { ListingBundles } from "./listings.ts";
import { PartyBundles } from "./parties.ts";
import { LINKS, PARTIES } from "./schemas.ts";
import { Survey } from "./survey.ts";

interface Options extends PartyLookUp {
  /** Path of the `index.json` that describes the datasets; without it they are called by their names. */
  readonly index?: string | undefined;
}

/** So many entities are looked up in the graph at once. */
const AT_ONCE = 2_000;

/** Entities that are taken in while others are read, or with which they are joined. */
const TAKEN: ReadonlySet<string> = new Set([...Object.keys(PARTIES), ...Object.keys(LINKS), "Sanction", "Position", "Address"]);

/**
 * Entities of FollowTheMoney, one a line, as OpenSanctions publishes them (`entities.ftm.json`, and `targets.nested.json`, in which they stand within
 * one another). Entities stand in no order, so each file is read three times: to see what each id is, for the firms, people and bodies, and for what
 * joins them, whose ends the graph has by then. Standard input is copied to a file first. Throws InputError where nothing can be read.
 */
export function ftm(options: Options): Importer {
  return async function* (files, notes) {
    const datasets = await Datasets.read(options.index);
    yield* withReread(files, (all) => bundlesOf(all, datasets, options, notes));
  };
}

async function* bundlesOf(given: readonly Reread[], datasets: Datasets, options: Options, notes: Notes): AsyncGenerator<Bundle> {
  const files = await jsonAmong(given, notes);
  const survey = new Survey(notes);
  for await (const entity of entities(files, notes)) {
    survey.see(entity);
    if (!TAKEN.has(entity.schema)) notes.count(`${entity.schema}: no place in the graph: left out`);
  }
  const parties = new PartyBundles(new Parties(options), survey, datasets, notes);
  const again = { ...UNNOTED, read: (bytes: number) => notes.read?.(bytes) };
  yield* partyBundles(entities(files, again), parties);
  const stated = new StatedEdges(notes);
  const links = new LinkBundles(survey, datasets, parties, stated, notes);
  const listings = new ListingBundles(links, survey, datasets, parties, new Authorities(options, datasets, survey, notes), stated, notes);
  for await (const entity of entities(files, again)) {
    if (entity.schema === "Sanction") yield* listings.bundles(entity);
    else yield* links.bundles(entity);
  }
}

/** Those of some files that are JSON: of a dataset, its statements and its simplified tables are not. */
async function jsonAmong(files: readonly Reread[], notes: Notes): Promise<readonly Reread[]> {
  const all: Reread[] = [];
  for (const file of files) {
    if (await isJson(file.path)) all.push(file);
    else notes.reject(problemAt({ file: file.name, line: 1, column: 1 }, NO_ENTITIES));
  }
  return all;
}

const NO_ENTITIES =
  "These are no entities of FollowTheMoney, a JSON object a line: bring the same dataset's entities.ftm.json or targets.nested.json.";

/** The entities of files; of each byte a third counts, since each is read three times. */
async function* entities(files: readonly Reread[], notes: Notes): AsyncGenerator<Entity> {
  for (const file of files) {
    const { path, name } = file;
    for await (const entity of readEntities(path, { ...named(notes, file), read: (bytes) => notes.read?.(bytes / 3) }))
      yield path === name ? entity : { ...entity, place: { ...entity.place, file: name } };
  }
}

async function* partyBundles(all: AsyncIterable<Entity>, parties: PartyBundles): AsyncGenerator<Bundle> {
  for await (const batch of inBatches(partiesAmong(all), AT_ONCE)) yield* parties.bundles(batch);
}

async function* partiesAmong(all: AsyncIterable<Entity>): AsyncGenerator<Entity> {
  for await (const entity of all) if (PARTIES[entity.schema]) yield entity;
}
