import { type Place, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { readObjects } from "../read/objects.ts";
import { oneLine } from "../read/text.ts";
import { BACK } from "./schemas.ts";

/** An entity of a file, the entities that stood within it replaced by their ids. */
export interface Entity {
  readonly id: string;
  /** Its schema, `Company`. */
  readonly schema: string;
  /** What to call it; null where the record does not say. */
  readonly caption: string | null;
  /** The values of each property, on one line each, none of them empty. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly datasets: readonly string[];
  /** Other ids that it has or had, at other publishers as well. */
  readonly referents: readonly string[];
  readonly place: Place;
}

/** What ids entities have: https://followthemoney.tech (types.entity). */
const ID = /^[0-9A-Za-z](?:[0-9A-Za-z._-]*[0-9A-Za-z])?$/;

/** How deep entities may stand within others. */
const DEEPEST = 8;

/** The entities of a file, those that stand within others behind these. What is none is rejected, and the rest goes on. Throws InputError where nothing can be read. */
export async function* readEntities(file: string, notes: Notes): AsyncGenerator<Entity> {
  for await (const { place, number, value } of readObjects(file, notes)) {
    const all: Entity[] = [];
    const problem = flatten(value, place, all, notes);
    if (problem === null) yield* all;
    else notes.reject(problemAt(place, `Record ${number}: ${problem}.`));
  }
}

/** Adds an entity and those within it; or says what is wrong. */
function flatten(value: unknown, place: Place, all: Entity[], notes: Notes, back: Back | null = null, depth = 0): string | null {
  if (!isObject(value)) return "it must be an object";
  if ("canonical_id" in value && "prop" in value) return "it is a statement, not an entity: bring the same dataset's entities.ftm.json";
  const { id, schema, properties } = value;
  if (typeof id !== "string" || !ID.test(id)) return `its id must be letters, digits, dots and hyphens, not ${short(id)}`;
  if (typeof schema !== "string" || schema === "")
    return `${id} has no schema: an entity of FollowTheMoney says whether it is a Company, a Person …`;
  if (!isObject(properties)) return `${id}: its properties must be an object with a list for each name`;
  const read: Record<string, string[]> = {};
  const at = all.push({ id, schema, caption: null, properties: read, datasets: [], referents: [], place }) - 1;
  for (const [name, given] of Object.entries(properties)) {
    if (given === null) continue;
    if (!Array.isArray(given)) notes.count(`${name} is no list: taken as a list of one`);
    for (const item of Array.isArray(given) ? given : [given]) {
      if (isObject(item)) {
        if (depth >= DEEPEST) return `${id}: entities stand more than ${DEEPEST} deep within one another`;
        const problem = flatten(item, place, all, notes, { property: BACK[name] ?? null, id }, depth + 1);
        if (problem !== null) return problem;
      }
      const text = isObject(item) ? String(item.id) : typeof item === "string" || typeof item === "number" ? oneLine(String(item)) : null;
      if (text === null) return `${id}: ${name} has ${short(item)}, which is neither a text nor an entity`;
      if (text !== "") add(read, name, text);
    }
  }
  if (back?.property != null && read[back.property] === undefined) add(read, back.property, back.id);
  const texts = (list: unknown) => (Array.isArray(list) ? list.filter((one): one is string => typeof one === "string" && one !== "") : []);
  const caption = typeof value.caption === "string" ? oneLine(value.caption) : "";
  all[at] = {
    ...{ id, schema, properties: read, place },
    caption: caption === "" ? null : caption,
    datasets: [...new Set(texts(value.datasets))].sort(),
    referents: [...new Set(texts(value.referents))].filter((one) => one !== id && ID.test(one)).sort(),
  };
  return null;
}

/** What property leads back from an entity to the one in which it stands; null where none does. */
interface Back {
  readonly property: string | null;
  readonly id: string;
}

function add(properties: Record<string, string[]>, name: string, value: string): void {
  const known = properties[name];
  if (known === undefined) properties[name] = [value];
  else if (!known.includes(value)) known.push(value);
}

function short(value: unknown): string {
  return value === undefined ? "nothing" : (JSON.stringify(value) ?? "").slice(0, 60);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of a property; empty where it has none. */
export function valuesOf(entity: Entity, ...names: readonly string[]): string[] {
  return names.flatMap((name) => entity.properties[name] ?? []);
}

/** The first value that any of some properties has, in the order of their names; null where none has any. */
export function firstOf(entity: Entity, ...names: readonly string[]): string | null {
  return valuesOf(entity, ...names)[0] ?? null;
}
