import type { Place } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { listOf, mapOf, textOf } from "../read/json.ts";
import { dayOf } from "./times.ts";

/** An item of Wikidata, as its JSON has it. */
export interface Item {
  /** `Q148`. */
  readonly id: string;
  /** Other ids under which it is known here: those of items that were merged into it. */
  readonly merged: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** What it is in a few English words; null where it does not say. */
  readonly description: string | null;
  /** Statements by property (`P297`), the deprecated ones left out. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly place: Place;
}

/** A statement of an item. */
export interface Statement {
  /** A text, or the id of an item; null where the value is unknown, or of another sort. */
  readonly value: string | null;
  readonly isPreferred: boolean;
  /** Values of qualifiers by property; of times the day, as precise as it is. */
  readonly qualifiers: ReadonlyMap<string, readonly string[]>;
}

/** The items of a JSON value: one, or those of `{"entities": {…}}` as `Special:EntityData` gives them. What is no item is counted. */
export function itemsOf(value: unknown, place: Place, notes: Notes): Item[] {
  const { entities } = mapOf(value);
  const all = entities === undefined ? [[null, value] as const] : Object.entries(mapOf(entities));
  return all.flatMap(([asked, one]): Item[] => {
    const { id, type, missing, redirects, labels, aliases, descriptions, claims } = mapOf(one);
    if (missing !== undefined) notes.count("items that Wikidata has no more: left out");
    else if (typeof id !== "string" || !/^Q[1-9]\d*$/.test(id))
      notes.count(
        `${type === "item" || type === undefined ? "a record without the id of an item" : `a record of the type ${type}`}: left out`,
      );
    else {
      const from = mapOf(redirects).from;
      const merged = [asked, from].filter((other): other is string => typeof other === "string" && other !== id);
      if (merged.length > 0) notes.count("items that were merged into another one: taken as that");
      return [
        {
          ...{ id, place, merged: [...new Set(merged)] },
          labels: new Map(
            Object.entries(mapOf(labels)).flatMap(([language, label]) =>
              [textOf(mapOf(label).value)].flatMap((text) => (text === null ? [] : [[language, text] as const])),
            ),
          ),
          aliases: new Map(
            Object.entries(mapOf(aliases)).map(([language, list]) => [
              language,
              listOf(list).flatMap((alias) => textOf(mapOf(alias).value) ?? []),
            ]),
          ),
          description: textOf(mapOf(mapOf(descriptions).en).value),
          statements: new Map(
            Object.entries(mapOf(claims)).map(([property, list]) => [property, listOf(list).flatMap((claim) => statementOf(claim, notes))]),
          ),
        },
      ];
    }
    return [];
  });
}

/** The values of a property that count: of the preferred rank, where any is; of what has ended (P582) none. */
export function bestOf({ statements }: Item, property: string): readonly string[] {
  return bestStatements({ statements }, property).flatMap(({ value, qualifiers }) =>
    value === null || qualifiers.has("P582") ? [] : [value],
  );
}

/** The statements of a property of the best rank that any has. */
function bestStatements({ statements }: Pick<Item, "statements">, property: string): readonly Statement[] {
  const all = statements.get(property) ?? [];
  const preferred = all.filter(({ isPreferred }) => isPreferred);
  return preferred.length > 0 ? preferred : all;
}

function statementOf(claim: unknown, notes: Notes): Statement[] {
  const { mainsnak, rank, qualifiers } = mapOf(claim);
  if (rank === "deprecated") {
    notes.count("statements of the rank deprecated: left out");
    return [];
  }
  const { snaktype } = mapOf(mainsnak);
  if (snaktype === "somevalue" || snaktype === "novalue") notes.count(`statements of which the value is ${snaktype}: left out`);
  const of = Object.entries(mapOf(qualifiers)).map(
    ([property, list]) => [property, listOf(list).flatMap((snak) => valueIn(snak, notes) ?? [])] as const,
  );
  return [{ value: valueIn(mainsnak, notes), isPreferred: rank === "preferred", qualifiers: new Map(of) }];
}

/** A text, the id of an item, or a day; null where it is unknown, or of another sort. */
function valueIn(snak: unknown, notes: Notes): string | null {
  const { snaktype, datavalue } = mapOf(snak);
  if (snaktype !== "value") return null;
  const { value, type } = mapOf(datavalue);
  if (typeof value === "string") return textOf(value);
  const map = mapOf(value);
  if (type === "time") return dayOf(map, notes);
  if (typeof map.id === "string") return map.id;
  // Old dumps name items by numbers alone.
  return typeof map["numeric-id"] === "number" ? `Q${map["numeric-id"]}` : null;
}
