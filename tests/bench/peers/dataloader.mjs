/**
 * Resolvers with DataLoader, as the usual advice has it: a schema written by hand, one batch a level and kind of edge, a plain UNWIND statement
 * for each batch. Values of an edge stand on the node it leads to.
 */
import { readFile } from "node:fs/promises";
import DataLoader from "dataloader";
import { buildSchema, GraphQLList, getNamedType } from "graphql";
import { edges, roots } from "./dataloader-statements.mjs";
import { openDriver, serve } from "./front.mjs";

const driver = openDriver();
const schema = buildSchema(await readFile(new URL("dataloader.graphql", import.meta.url), "utf8"));

for (const name of ["Authority", "Actor"]) schema.getType(name).resolveType = ({ id }) => typeByPrefix[id.slice(0, id.indexOf(":"))];
const typeByPrefix = { country: "Country", agency: "Agency", firm: "Firm" };

for (const [name, field] of Object.entries(schema.getQueryType().getFields())) {
  field.resolve = async (_source, args) => (await read(roots[name], args))[0]?.answer ?? null;
}
for (const [key, statement] of Object.entries(edges)) {
  const [type, name] = key.split(".");
  const field = schema.getType(type).getFields()[name];
  const single = !(field.type instanceof GraphQLList) && !String(field.type).startsWith("[");
  field.resolve = async ({ id }, args, context) => {
    const found = await loaderOf(context, key, statement, args).load(id);
    return single ? (found[0] ?? null) : found;
  };
  if (!getNamedType(field.type)) throw new Error(`${key} leads nowhere`);
}

/** One loader a request, field and set of arguments. */
function loaderOf(context, key, statement, args) {
  const name = `${key}${JSON.stringify(args)}`;
  let loader = context.loaders.get(name);
  if (!loader) {
    loader = new DataLoader(async (ids) => {
      const rows = await read(statement, { ...args, ids });
      const found = new Map(rows.map(({ id, items }) => [id, items]));
      return ids.map((id) => found.get(id) ?? []);
    });
    context.loaders.set(name, loader);
  }
  return loader;
}

async function read(text, parameters) {
  const session = driver.session({ defaultAccessMode: "READ" });
  try {
    const bound = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, typeof value === "number" ? BigInt(value) : value]),
    );
    return await session.executeRead(async (transaction) =>
      (await transaction.run(text, bound)).records.map((record) => record.toObject()),
    );
  } finally {
    await session.close();
  }
}

await serve(schema, async () => ({ loaders: new Map() }));
