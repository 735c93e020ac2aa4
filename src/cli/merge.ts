import { Command } from "commander";
import { InputError, type MergeReport, merge, unmerge } from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { engineOrServer, type ServerOptions } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { askServer } from "./remote.ts";

interface Options extends ServerOptions {
  readonly reason?: string;
  readonly back?: boolean;
}

const HELP = `
  npm run merge -- firm:huawei-tech INTO firm:huawei --reason "One LEI"     both are one: the second stands for both
  npm run unmerge -- firm:huawei-tech                                       takes that back

What bundles say of the first node is then said of the second: edges with their dates and claims, and values that claims vouch for as claims beside the
second's own; where they contradict each other, both stay, and disagreements lists them. The first one's id means the second from then on: in questions, which
are warned of it, and in bundles that are loaded later. What bundles stated is kept, so that unmerge leaves the graph as if nothing had been. docs/duplicates.md

The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. While a server has the embedded one open, it is done through the server: give
its key (--key, or LOAD_KEY in the environment), and --url where it is not at HOST and PORT.`;

/** `merge A INTO B [--reason TEXT]`, and `merge --back A`, which `npm run unmerge` is. Returns the exit code: 0 when done, 1 when it can't be. */
export async function mergeCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("merge")
    .description("Says that two nodes of the graph are one, or takes that back.")
    .argument(
      "<ids...>",
      "A INTO B: the id of the node that is merged away, the word INTO, the id of the one that stands for both; with --back, A alone",
    )
    .option("--reason <text>", "why both are one; kept beside the merge")
    .option("--back", "take the merge of A back (npm run unmerge)")
    .option("--url <address>", "through the server at this address, which has the database open")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out")
    .addHelpText("after", HELP)
    .parse([...args], { from: "user" });
  try {
    const report = await run(command.args, command.opts<Options>(), env);
    output.stdout(formatMerge(report, command.opts<Options>().back === true));
    return 0;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

async function run(ids: readonly string[], options: Options, env: NodeJS.ProcessEnv): Promise<MergeReport> {
  const { back = false, reason } = options;
  const [from = "", word, into = "", ...more] = ids;
  if (back ? ids.length !== 1 : word?.toUpperCase() !== "INTO" || into === "" || more.length > 0)
    throw new InputError(
      back ? "Write: npm run unmerge -- A" : "Write: npm run merge -- A INTO B, with both ids in full, such as firm:huawei.",
    );
  const settings = readSettings(env);
  const { engine, url } = await engineOrServer(settings, options);
  if (!engine) return throughServer(url, options.key ?? settings.loadKey, { from, into, reason, back });
  try {
    const by = back ? "npm run unmerge" : "npm run merge";
    return await (back ? unmerge(engine, readModel(), from, { by }) : merge(engine, readModel(), from, into, { by, reason }));
  } finally {
    await engine.close();
  }
}

const FIELDS = "from into records bundles gaveWay";
const MERGE = `mutation Merge($input: MergeInput!) { done: merge(input: $input) { ${FIELDS} } }`;
const UNMERGE = `mutation Unmerge($input: UnmergeInput!) { done: unmerge(input: $input) { ${FIELDS} } }`;

async function throughServer(
  url: string,
  key: string | undefined,
  { back, ...asked }: { readonly from: string; readonly into: string; readonly reason: string | undefined; readonly back: boolean },
): Promise<MergeReport> {
  const { done } = await askServer<{ done: MergeReport }>(url, key, back ? UNMERGE : MERGE, { input: back ? { id: asked.from } : asked });
  return done;
}

/** What was done, as people read it. */
function formatMerge({ from, into, records, bundles, gaveWay }: MergeReport, back: boolean): string {
  const follow = `${records.toLocaleString("en")} ${records === 1 ? "record follows" : "records follow"} merges into that node; bundles: ${bundles.join(", ")}.`;
  const lines = [
    back ? `${from} is a node of its own again.` : `${from} was merged into ${into}. ${follow} To take it back: npm run unmerge -- ${from}`,
    ...gaveWay.map((what) => `Set aside: ${what}`),
  ];
  return `${lines.join("\n")}\n`;
}

if (isProgram(import.meta.url)) process.exitCode = await mergeCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
