import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { graphql } from "graphql";
import { tableTypes, WHOLE } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { filesOf, type ReleaseFile, releasesIn, type State, writeRelease } from "../releases/index.ts";
import { executableSchema } from "../resolvers/index.ts";
import { readSettings } from "../settings.ts";
import { type EngineOrServer, engineOrServer, fromServer } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
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
  const settings = readSettings(env);
  const folder = options.out ?? join(settings.releasesDir, new Date().toISOString().slice(0, 10));
  const newest = releasesIn(settings.releasesDir)[0]?.name;
  const since = options.since === false ? null : (options.since ?? (newest === undefined ? null : join(settings.releasesDir, newest)));
  // Said before anything is read, which may take minutes.
  if (existsSync(folder))
    throw new InputError(`${folder} is there already: a release is never written over. Name another with --out, or remove it.`);
  const source = await engineOrServer(settings, options);
  try {
    const pieces = ({ format, as }: ReleaseFile) => {
      if (source.engine === null)
        return fromServer(source.url, `/export/${format}${as === undefined ? "" : `?as=${as}`}`, options.key ?? settings.loadKey);
      const whole = WHOLE[format];
      if (!whole) throw new Error(`There is no format ${format}.`);
      return whole.of({ as }).write(source.engine, model);
    };
    const manifest = await writeRelease(
      folder,
      {
        files: filesOf(tableTypes(model)),
        pieces,
        state: () => stateOf(source),
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
async function stateOf({ engine, url }: EngineOrServer): Promise<State> {
  const model = readModel();
  const { meta } = (
    engine === null
      ? await askGraphql(url, {}, STATE, {})
      : (await graphql({ schema: executableSchema(model), source: STATE, contextValue: { engine } })).data
  ) as { meta: Omit<State, "counts"> & { counts: readonly { type: string; nodes: number }[] } };
  return { ...meta, counts: Object.fromEntries(meta.counts.map(({ type, nodes }) => [type, nodes])) };
}

if (isProgram(import.meta.url)) process.exitCode = await releaseDataCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
