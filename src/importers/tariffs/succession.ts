import type { EdgeRecord, Place } from "../../load/index.ts";
import type { NodeType, Property } from "../../model/index.ts";
import { bareEdge } from "../statements.ts";
import type { ScheduleLookUp } from "./schedule.ts";

/** A column of another schedule of the same importer. */
export interface Other {
  readonly id: string;
  readonly from: string;
  readonly key: string;
}

/** The columns of an importer's schedules that the graph has. */
export async function othersOf(by: string, { model, findBy }: Pick<ScheduleLookUp, "model" | "findBy">): Promise<Other[]> {
  const type: NodeType | undefined = model.nodes.get("Measure");
  const property: Property | undefined = type?.properties.get("dutyType");
  if (!type || !property) return [];
  const found = await findBy(type, property, ["MFN", "PREFERENTIAL", "NON_MFN"]);
  const form = new RegExp(`^measure:${by.toLowerCase()}-tariff-(\\d{4}-\\d{2}-\\d{2})-(.+)$`);
  return [...found.values()]
    .flat()
    .sort()
    .flatMap((id) => {
      const [, from, key] = form.exec(id) ?? [];
      return from === undefined || key === undefined ? [] : [{ id, from, key }];
    });
}

/** What a column takes the place of, and what takes its place; what the schedule before has and this one has not (`columns`), its first column ends. */
export function succession({ id, key, from }: Other, others: readonly Other[], columns: readonly string[], place: Place): EdgeRecord[] {
  const at = (since: string, type: string, a: string, b: string): EdgeRecord => ({ ...bareEdge(type, a, b, place), properties: { since } });
  const same = others.filter((one) => one.key === key).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [before, after] = [same.findLast((one) => one.from < from), same.find((one) => one.from > from)];
  const last = others
    .map((one) => one.from)
    .filter((day) => day < from)
    .sort()
    .at(-1);
  const gone = key === columns[0] ? others.filter((one) => one.from === last && !columns.includes(one.key)) : [];
  return [
    ...(before ? [at(from, "REPLACES", id, before.id)] : []),
    ...(after ? [at(after.from, "REPLACES", after.id, id)] : []),
    ...gone.map((one) => at(from, "ENDS", id, one.id)),
  ];
}
