import {
  bind,
  type Context,
  carry,
  collect,
  compileObject,
  cypher,
  type Fragment,
  inTurn,
  itemsOf,
  ObjectBuilder,
  type Parameters,
  placeOf,
  type Read,
  type Selected,
  type Shaped,
  selectedOn,
  shapedBy,
  stored,
  type Value,
} from "../../compile/index.ts";
import { compileStatus } from "../status/index.ts";
import { addEdges } from "./edges.ts";
import { type Asked, type Duty, duties, goodsOf, type LineSets, lineSets, MOST_LAYERS } from "./gather.ts";
import type { Layer, Stack } from "./law.ts";
import type { Candidate, Line, State } from "./layer.ts";
import { heldOn } from "./reaches.ts";
import { candidateIn, lineIn, notHeldBy } from "./read.ts";
import type { Span } from "./series.ts";

/** What is missing where no tariff schedule of the importer has the goods. */
const ORDINARY_DUTY =
  "The ordinary duty on such goods, most-favoured-nation or preferential: the graph holds no tariff schedule of the importer that has it for the day.";

/** States of an ordinary duty that is held, whatever became of it. */
const HOLDING: readonly State[] = ["COUNTS", "GIVES_WAY", "ALTERNATIVE", "OPEN", "CONDITIONAL"];

/** What is missing where a schedule has the lines below the code, and not one duty for all of them. */
const BELOW = "The ordinary duty on such goods: the tariff lines below the code have each its own. Ask by the code of a line.";

/** What a statement was asked for, and how to read it. */
export interface ReadRates {
  readonly calls: readonly Fragment[];
  readonly columns: readonly Fragment[];
  /** The line and the duties that may hit it; `isCut` where there are more. */
  readonly facts: (row: readonly Value[]) => { readonly line: Line; readonly candidates: readonly Candidate[]; readonly isCut: boolean };
  /** Makes an EffectiveRate of a stack. */
  readonly read: (row: readonly Value[], parameters: Parameters) => (span: Span) => Shaped;
}

/** The row of a duty, by its id, and how to look it up for others. */
interface LayerRow {
  readonly layer: Layer;
  readonly day: string;
  readonly row: readonly Value[];
  readonly rowOf: (id: string) => readonly Value[] | undefined;
  readonly parameters: Parameters;
}

type ReadLayer = (of: LayerRow) => unknown;

/** Compiles what is selected of an EffectiveRate, with all that decides it. */
export function compileRates(context: Context, asked: Asked, selections: Selected["selections"]): ReadRates {
  const sets = lineSets(context, asked);
  const duty = duties(context, sets, asked.known);
  const root = new ObjectBuilder();
  const item = new ObjectBuilder();
  const columns = { own: duty.columns.map((column) => item.column(column)), facts: item.column(duty.facts) };
  const parts = selectedOn("EffectiveRate", selections, context).map((part): [string, ReadPart] => [
    part.key,
    compilePart({ root, item, duty, sets, asked, facts: columns.facts }, part),
  ]);
  const into = context.name("columns");
  root.calls.unshift(collect([duty.each(item.calls)], item.columns, into));
  const ways = [sets.goods, sets.authorities, sets.partners].map((set) => root.column(set));
  const all = root.column(into);
  const rowsIn = (row: readonly Value[]) => itemsOf(row[all]);
  return {
    calls: root.calls,
    columns: root.columns,
    facts: (row) => {
      const [goods, authorities, partners] = ways.map((way) => row[way]);
      const candidates = rowsIn(row).map((one) => candidateIn(one, columns));
      const byId = candidates.sort((a, b) => (a.id < b.id ? -1 : 1));
      return { line: lineIn(goods, authorities, partners), candidates: byId.slice(0, MOST_LAYERS), isCut: byId.length > MOST_LAYERS };
    },
    read: (row, parameters) => {
      const byId = new Map(rowsIn(row).map((one) => [String(one[columns.own[0] ?? 0]), one]));
      const rowOf = (id: string) => byId.get(id);
      return (span) => shapedBy(parts.map(([key, read]) => [key, read({ span, row, rowOf, parameters, authorities: row[ways[1] ?? 0] })]));
    },
  };
}

/** What a field of an EffectiveRate is read from. */
interface RateRow {
  readonly span: Span;
  readonly row: readonly Value[];
  readonly rowOf: LayerRow["rowOf"];
  readonly parameters: Parameters;
  readonly authorities: Value | undefined;
}

type ReadPart = (of: RateRow) => unknown;

/** What the parts are compiled into. */
interface Building {
  readonly root: ObjectBuilder;
  /** A duty's. */
  readonly item: ObjectBuilder;
  readonly duty: Duty;
  readonly sets: LineSets;
  readonly asked: Asked;
  /** The column of a duty's facts. */
  readonly facts: number;
}

function compilePart(building: Building, part: Selected): ReadPart {
  switch (part.name) {
    case "goods": {
      const read = addGoods(building, part);
      return ({ row, parameters }) => read(row, parameters);
    }
    case "notHeld":
      return ({ authorities, span }) => notHeld(authorities, span);
    case "layers":
      return compileLayers(building, part);
    default:
      return ({ span: { from, until, stack } }) => ({ from, until, ...pick(stack) })[part.name] ?? null;
  }
}

const pick = ({ total, whyNoTotal }: Stack): Readonly<Record<string, unknown>> => ({ total, whyNoTotal });

/** The goods of the code. */
function addGoods({ root, asked, sets }: Building, { context, selections }: Selected): Read {
  const [goods, into] = [context.name("node"), context.name("columns")];
  const plan = compileObject(context, placeOf(context, goods, "Commodity"), selections);
  const found = cypher`${goodsOf(context, bind(goods), asked, sets.ids.authorities)} WITH ${carry([goods], plan.calls)}`;
  root.calls.push(collect([found, ...inTurn(plan.calls)], plan.columns, into));
  const column = root.column(into);
  return (row, parameters) => {
    const [first] = itemsOf(row[column]);
    return first ? plan.shape(first, parameters) : null;
  };
}

/** The texts on what is missing: of the importer and of the blocs that it may belong to on the day. */
function notHeld(authorities: Value | undefined, { from: day, stack }: Span): string[] {
  const ways = lineIn([], authorities, []).authorities;
  const mayHold = (at: number) => (ways[at]?.steps ?? []).every((step) => heldOn(step, day) > 0);
  const own = notHeldBy(authorities).flatMap(({ texts }, at) => (mayHold(at) ? texts : []));
  return [...new Set([...(ordinaryDuty(stack) ?? []), ...own.sort()])];
}

/** What is missing of the ordinary duty, in words; null where a layer has it. */
function ordinaryDuty({ layers }: Stack): [string] | null {
  const states = layers.flatMap(({ candidate, state }) => (candidate.dutyType === null ? [] : [state]));
  if (states.some((state) => HOLDING.includes(state))) return null;
  return [states.includes("PART_OF_GOODS") ? BELOW : ORDINARY_DUTY];
}

function compileLayers(building: Building, field: Selected): ReadPart {
  const site = field.site("EffectiveRate");
  const states = site.args.has("in") ? site.texts("in") : null;
  const readers = selectedOn("RateLayer", field.selections, field.context).map((part): [string, ReadLayer] => [
    part.key,
    compileLayerPart(building, part),
  ]);
  return ({ span, rowOf, parameters }) => {
    const wanted = states && parameters[states.name];
    const layers = span.stack.layers.filter(({ state }) => !Array.isArray(wanted) || wanted.includes(state));
    return layers.map((layer) => {
      const row = rowOf(layer.candidate.id) ?? [];
      return shapedBy(readers.map(([key, read]) => [key, read({ layer, day: span.from, row, rowOf, parameters })]));
    });
  };
}

function compileLayerPart(building: Building, part: Selected): ReadLayer {
  const { item, duty, asked } = building;
  switch (part.name) {
    case "measure": {
      const read = addMeasure(building, part);
      return ({ row, parameters }) => read(row, parameters);
    }
    case "inFavourOf": {
      const read = addMeasure(building, part);
      return ({ layer: { inFavourOf }, rowOf, parameters }) => {
        const other = inFavourOf === null ? undefined : rowOf(inFavourOf);
        return other ? read(other, parameters) : null;
      };
    }
    case "status": {
      const read = compileStatus(item, duty.measure, building.facts, asked.known, part);
      return ({ row, parameters, day }) => read(row, parameters, day);
    }
    case "through":
      return addThrough(building, part);
    case "edges":
      return addEdges(building, part);
    default:
      return ({ layer: { state, rate, unit, duty } }) => ({ state, rate, rateUnit: unit, duty })[part.name] ?? null;
  }
}

function addMeasure({ item, duty }: Building, { context, selections }: Selected): Read {
  return item.nest(compileObject(context, placeOf(context, duty.measure, "Measure"), selections));
}

/** Adds the goods of the line's tree that the duty covers: under which name it hits the line is known once the stack is. */
function addThrough({ item, duty, sets }: Building, { context, selections }: Selected): ReadLayer {
  const [goods, into] = [context.name("node"), context.name("columns")];
  const own = new ObjectBuilder();
  const read = own.nest(compileObject(context, placeOf(context, goods, "Commodity"), selections));
  const id = own.column(stored(goods, "id"));
  const found = cypher`MATCH (${duty.measure})-[:COVERS]->(${bind(goods)}:Commodity) WHERE ${goods}.id IN ${sets.ids.goods} WITH DISTINCT ${carry([goods], own.calls)}`;
  item.calls.push(collect([found, ...inTurn(own.calls)], own.columns, into));
  const column = item.column(into);
  return ({ layer: { through }, row, parameters }) => {
    const one = itemsOf(row[column]).find((columns) => columns[id] === through);
    return one ? read(one, parameters) : null;
  };
}

export type { Building, LayerRow, ReadLayer };
