import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { textOf, textOrNull, textsOf } from "./values.ts";

/** How many nodes of one type are looked at for a hint: enough for any register, and read in a moment. */
const MOST = 20_000;

/** Nodes of some types with all that they are called, and the bundle that defines each. Of a type that has very many, some. Throws EngineError. */
export async function readNamed(
  engine: GraphEngine,
  model: Model,
  types: Iterable<string>,
): Promise<{ id: string; bundle: string; names: string[] }[]> {
  const named: { id: string; bundle: string; names: string[] }[] = [];
  for (const type of types) {
    const names = model.nodes.get(type)?.names ?? [];
    const columns = ["n.id", "n.bundle", ...names.map((name) => `n.${name}`)].join(", ");
    const rows = await engine.read({ text: `MATCH (n:${type}) RETURN ${columns} LIMIT ${MOST}`, params: {} });
    for (const [id, bundle, ...values] of rows)
      named.push({ id: textOf(id), bundle: textOf(bundle), names: values.flatMap((value) => textOrNull(value) ?? textsOf(value)) });
  }
  return named;
}
