import { z } from "zod";
import { type Bundle, type EdgeRecord, problemAt } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { type Importer, type Notes, Repeats } from "./importer.ts";
import { readObjects } from "./read/objects.ts";
import type { References } from "./references/references.ts";

/** What the first line of a file of bundles says. */
const FORMAT = { format: "trade-graph", version: 1 } as const;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const properties = z.record(
  z.string(),
  z.union([scalar, z.array(scalar), z.array(z.record(z.string(), scalar))], { error: "must be a text, a number, true, false, or a list" }),
);
const word = z.string({ error: "must be a text" });
const BUNDLE = z.strictObject({
  bundle: z.string({ error: "must be a text" }).regex(/^[a-z0-9][a-z0-9._-]*$/, {
    error: "must be one word of lower-case letters, digits, dots, hyphens and underscores",
  }),
  restsOn: z.array(word).optional(),
  nodes: z.array(z.strictObject({ type: word, id: word, properties })),
  edges: z.array(z.strictObject({ type: word, from: word, to: word, properties, claims: z.array(word) })),
});

/**
 * Bundles as our own export writes them, and as programs may: a first line `{"format": "trade-graph", "version": 1}`, then a bundle a line,
 * `{"bundle", "nodes": [{"type", "id", "properties"}], "edges": [{"type", "from", "to", "properties", "claims"}]}`: the records of
 * src/load/record.ts, ids in full.
 */
export const jsonl: Importer = (files, notes) => readBundles(files, notes, null);

/** The same where edges may lead to nodes by their codes and names as well (see references/). */
export function jsonlWith(references: References, model: Model): Importer {
  return (files, notes) => readBundles(files, notes, { references, model });
}

async function* readBundles(
  files: readonly string[],
  notes: Notes,
  lookUp: { readonly references: References; readonly model: Model } | null,
): AsyncGenerator<Bundle> {
  const repeats = new Repeats();
  for (const file of files) {
    let begun = false;
    for await (const { place, value } of readObjects(file, notes)) {
      if (!begun) {
        begun = true;
        const problem = problemOfFormat(value);
        if (problem === null) continue;
        notes.reject(problemAt(place, problem));
        break;
      }
      const { data, error } = BUNDLE.safeParse(value);
      if (data) {
        if (repeats.again(data.bundle))
          notes.count("a bundle of a name that came before: the later one counts, and what only the earlier one said goes");
        const at = { ...place, column: 1 };
        const bundle = bundleOf(data, at);
        const problem = lookUp && (await withIds(bundle, lookUp.references, lookUp.model));
        if (typeof problem === "string") notes.reject(problemAt(at, problem));
        else yield problem ?? bundle;
      } else {
        const [first, ...others] = error.issues;
        const more = others.length > 0 ? ` (and ${others.length} more)` : "";
        notes.reject(problemAt(place, `No bundle: ${first?.path.join(".") || "the line"}: ${first?.message}${more}.`));
      }
    }
  }
}

/** A bundle whose edges have ids where they had codes and names, or what is wrong with one. */
async function withIds(bundle: Bundle, references: References, model: Model): Promise<Bundle | string> {
  const isShort = ({ from, to }: EdgeRecord) => !from.includes(":") || !to.includes(":");
  if (!bundle.edges.some(isShort)) return bundle;
  const types = (type: string, end: 0 | 1) => [
    ...new Set([...(model.edges.get(type)?.pairs ?? [])].flatMap((pair) => pair.split(">")[end] ?? [])),
  ];
  const named = ({ type, from, to }: EdgeRecord) =>
    [
      { text: from, types: types(type, 0) },
      { text: to, types: types(type, 1) },
    ] as const;
  await references.lookUp(bundle.edges.filter(isShort).flatMap(named), () => false);
  const edges: EdgeRecord[] = [];
  for (const [i, edge] of bundle.edges.entries()) {
    const [from, to] = named(edge).map((end) => references.get(end));
    for (const [end, found] of [
      ["from", from],
      ["to", to],
    ] as const)
      if (found && "problem" in found) return `No bundle: edges.${i}.${end}: ${found.problem}`;
    edges.push({ ...edge, from: from && "id" in from ? from.id : edge.from, to: to && "id" in to ? to.id : edge.to });
  }
  return { ...bundle, edges };
}

/** What makes these bundles: their records name them, so that a newer file goes on with an older one's, but takes nothing of a seed file's or a table's. */
const ORIGIN = "jsonl";

function problemOfFormat(value: unknown): string | null {
  const { format, version } = (typeof value === "object" && value !== null ? value : {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT.format) return `The first line must be ${JSON.stringify(FORMAT)}.`;
  return version === FORMAT.version ? null : `This is version ${version} of the format, and ${FORMAT.version} is read here.`;
}

function bundleOf({ bundle, restsOn, nodes, edges }: z.infer<typeof BUNDLE>, place: Bundle["place"]): Bundle {
  return {
    name: bundle,
    origin: ORIGIN,
    nodes: nodes.map((node) => ({ ...node, place })),
    edges: edges.map((edge) => ({ ...edge, place })),
    ...(restsOn ? { restsOn } : {}),
    place,
  };
}
