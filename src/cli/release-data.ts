import { join } from "node:path";
import { Command } from "commander";
import { type GraphQLSchema, graphql } from "graphql";
import { tableTypes } from "../exporters/index.ts";
import { readModel } from "../model/index.ts";
import { filesOf, releasesIn, type State, writeRelease } from "../releases/index.ts";
import { executableSchema, todayInUtc } from "../resolvers/index.ts";
import { readSettings } from "../settings.ts";
import { type EngineOrServer, engineOrServer } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { exportFrom } from "./export-whole.ts";
import { askGraphql } from "./remote.ts";

const STATE = "{ meta { dataVersion loadedAt schemaVersion counts { type nodes } } }";

interface Options {
  readonly out?: string;
  readonly since?: string | false;
  readonly url?: string;
  readonly key?: string;
}

/** `release-data`: writes the data as files that stay. Returns the exit code: 0 when all was written, 1 when anything is wrong. */
export async function releaseDataCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("release-data")
    .description(
      "Writes the whole graph as a release: JSON lines, CSV, Parquet, GraphML, N-Quads, with checksums, a manifest, and what changed since the last.",
    )
    .option("--out <folder>", "the release's folder, which must not be there yet; today's day in RELEASES_DIR when left out")
    .option("--since <folder>", "the former release that changes are told against; the newest in RELEASES_DIR when left out")
    .option("--no-since", "tell no changes")
    .option("--url <address>", "have the server at this address export the graph")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out")
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  try {
    command.parse([...args], { from: "user" });
    await run(command.opts<Options>(), env, output);
    return 0;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

async function run(options: Options, env: NodeJS.ProcessEnv, output: Output): Promise<void> {
  const model = readModel();
  const schema = executableSchema(model);
  const settings = readSettings(env);
  const folder = options.out ?? join(settings.releasesDir, todayInUtc());
  const newest = releasesIn(settings.releasesDir)[0]?.name;
  const since = options.since === false ? null : (options.since ?? (newest === undefined ? null : join(settings.releasesDir, newest)));
  const source = await engineOrServer(settings, options);
  try {
    const manifest = await writeRelease(
      folder,
      {
        files: filesOf(tableTypes(model)),
        pieces: (file) => exportFrom(source, model, file, options.key ?? settings.loadKey),
        state: () => stateOf(source, schema),
        onFile: ({ path, bytes }) => output.stdout(`${path}: ${bytes.toLocaleString("en")} bytes\n`),
      },
      since,
    );
    const changes = manifest.since;
    output.stdout(
      `${folder}: ${manifest.files.length} files, data version ${manifest.dataVersion}.${changes ? ` Since ${changes.name}: ${changes.added} bundles added, ${changes.changed} changed, ${changes.removed.length} removed.` : ""}\n`,
    );
  } finally {
    await source.engine?.close();
  }
}

/** What the graph says of itself. Throws InputError where a server can't be asked. */
async function stateOf({ engine, url }: EngineOrServer, schema: GraphQLSchema): Promise<State> {
  const { meta } = (
    engine === null ? await askGraphql(url, {}, STATE, {}) : (await graphql({ schema, source: STATE, contextValue: { engine } })).data
  ) as { meta: Omit<State, "counts"> & { counts: readonly { type: string; nodes: number }[] } };
  return { ...meta, counts: Object.fromEntries(meta.counts.map(({ type, nodes }) => [type, nodes])) };
}

if (isProgram(import.meta.url)) process.exitCode = await releaseDataCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
