import { z } from "zod";
import { type Bundle, problemAt } from "../load/index.ts";
import { type Importer, Repeats } from "./importer.ts";
import { readObjects } from "./read/objects.ts";

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
export const jsonl: Importer = async function* (files, notes) {
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
        yield bundleOf(data, { ...place, column: 1 });
      } else {
        const [first, ...others] = error.issues;
        const more = others.length > 0 ? ` (and ${others.length} more)` : "";
        notes.reject(problemAt(place, `No bundle: ${first?.path.join(".") || "the line"}: ${first?.message}${more}.`));
      }
    }
  }
};

function problemOfFormat(value: unknown): string | null {
  const { format, version } = (typeof value === "object" && value !== null ? value : {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT.format) return `The first line must be ${JSON.stringify(FORMAT)}.`;
  return version === FORMAT.version ? null : `This is version ${version} of the format, and ${FORMAT.version} is read here.`;
}

function bundleOf({ bundle, restsOn, nodes, edges }: z.infer<typeof BUNDLE>, place: Bundle["place"]): Bundle {
  return {
    name: bundle,
    nodes: nodes.map((node) => ({ ...node, place })),
    edges: edges.map((edge) => ({ ...edge, place })),
    ...(restsOn ? { restsOn } : {}),
    place,
  };
}
