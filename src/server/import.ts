import { createWriteStream } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { EngineError, type GraphEngine } from "../engine/port.ts";
import { type Asked, FILE_OPTIONS, type Imported, ImportThread, importCommands, placeFor } from "../intake/index.ts";
import { InputError, LoadThreadEnded, type ThreadLimits } from "../load/index.ts";
import type { Written } from "../resolvers/index.ts";
import { describedError } from "./errors.ts";
import type { Access } from "./key.ts";
import { badInput, withKey } from "./keyed.ts";

/** How many files an import may have, and how many megabytes all of them, unless the server is told otherwise. */
const MOST_FILES = 100;
const MOST_MEGABYTES = 4_096;

/** How often a server that is still at work says so, in milliseconds: proxies and clients close connections on which nothing comes. */
const SIGN_OF_LIFE = 10_000;

/** How imports are done. */
export interface ImportOptions extends ThreadLimits {
  /** The most megabytes that the files of one import may have together, as they are sent. */
  readonly most?: number | undefined;
  /** Told what an import wrote. */
  readonly wrote: (written: Written) => void;
}

/**
 * `POST /import/<format>?…`: the importers, for who has a key. The files come as a form (`multipart/form-data`), as long as they may be, and what the command line takes as options
 * stands in the address: `/import/csv?as=Firm&rests-on=my-data`. They are kept in a folder of their own until the import is over. The answer is JSON lines as things
 * happen: `{"told": "…"}` for what the command would write, and at the end `{"done": {…}}` or `{"failed": {"code", "message"}}`; empty lines are signs of life.
 * Where the client goes away, the import ends: what was written stays, and the same again goes on from there.
 */
export async function serveImports(server: FastifyInstance, engine: GraphEngine, access: Access, options: ImportOptions): Promise<void> {
  const { most = MOST_MEGABYTES, wrote, ...limits } = options;
  const imports = new ImportThread(limits);
  server.addHook("preClose", () => imports.close());
  await server.register(async (scope) => {
    // What is no form is told so below.
    scope.addContentTypeParser("*", (_request, payload, done) => {
      payload.resume();
      done(null);
    });
    await scope.register(multipart, { limits: { fields: 0, files: MOST_FILES, fileSize: Number.POSITIVE_INFINITY } });
    scope.post<{ Params: { format: string } }>("/import/:format", { bodyLimit: most * 1024 * 1024 }, (request, reply) =>
      withKey(access, request, reply, async (writer) => {
        const asked = askedBy(request.params.format, request.query);
        // As the importers see it, links followed.
        const folder = await realpath(await mkdtemp(join(tmpdir(), "trade-graph-received-")));
        const clean = () => rm(folder, { recursive: true, force: true });
        try {
          const job = { asked: { ...asked, ...(await received(request, asked.options, folder, most)) }, folder, writer };
          return answering(request, reply, (tell, signal) => imports.import(engine, job, tell, signal).finally(clean), wrote);
        } catch (error) {
          await clean();
          throw error;
        }
      }),
    );
  });
}

/** What an address asks for, read as the command line's arguments are. Throws GraphQLError BAD_USER_INPUT. */
function askedBy(format: string, query: unknown): Asked {
  const said = Object.entries(query as Readonly<Record<string, string | string[]>>).flatMap(([name, values]) =>
    [values].flat().map((value) => (value === "" || value === "true" ? `--${name}` : `--${name}=${value}`)),
  );
  let why = "";
  const note = (text: string) => {
    why += text;
  };
  let asked: Asked | undefined;
  const commands = importCommands(
    async (found) => {
      asked = found;
    },
    { stdout: note, stderr: note },
  );
  try {
    // The action takes no time: what it notes is there at once.
    commands.parse([format, ...said, "--", "the files"], { from: "user" });
  } catch (error) {
    if (error instanceof InputError) throw badInput(error.message);
    throw badInput(`This import can't be read: ${why.trim().replace(/^error: /, "")}`);
  }
  if (!asked) throw badInput(why.trim());
  if (asked.options.propose) throw badInput("A draft of a mapping file is the command line's: npm run import -- csv --propose FILE.");
  return asked;
}

/**
 * Keeps the files of a form in a folder: where they lie, and the options with where those lie that an option names (`map`). No option names a file of this machine. Throws
 * GraphQLError where there are none, or too much.
 */
async function received(request: FastifyRequest, options: Asked["options"], folder: string, most: number): Promise<Omit<Asked, "format">> {
  if (!request.isMultipart()) throw badInput("Send the files as a form: curl -F file=@FILE, or multipart/form-data by other means.");
  const files: string[] = [];
  const named = new Map<string, string>();
  let left = most * 1024 * 1024;
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      left -= piece.length;
      if (left < 0) throw tooLarge(most);
      yield piece;
    }
  };
  for await (const part of request.parts({ preservePath: true })) {
    if (part.type !== "file") continue;
    const place = await placeFor(folder, part.filename ?? "file");
    await pipeline(part.file, counted, createWriteStream(place, { flags: "wx" }));
    if (FILE_OPTIONS.some((option) => option === part.fieldname)) named.set(part.fieldname, place);
    else files.push(place);
  }
  if (files.length === 0) throw badInput("The form has no file.");
  for (const option of FILE_OPTIONS)
    if ((options[option] === undefined) === named.has(option))
      throw badInput(`Send the file of ${option} as a part of the form that is called so, and ${option}=<its name> in the address.`);
  return { files, options: { ...options, ...Object.fromEntries(named) } };
}

const tooLarge = (most: number) =>
  new GraphQLError(
    `The files of an import through this server may have ${most.toLocaleString("en")} MB together: send them packed by gzip, in several imports, or have IMPORT_MAX_MB raised.`,
    { extensions: { code: "IMPORT_TOO_LARGE" } },
  );

/** The lines of an import that begins now, and ends where its client goes. */
function answering(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tell: (text: string) => void, signal: AbortSignal) => Promise<Imported>,
  wrote: (written: Written) => void,
): PassThrough {
  const lines = new PassThrough();
  const say = (line: object) => lines.write(`${JSON.stringify(line)}\n`);
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort(new EngineError("ABANDONED", "the client has gone")));
  // At once as well: an answer begins with its first line.
  lines.write("\n");
  const alive = setInterval(() => lines.write("\n"), SIGN_OF_LIFE);
  // Each line is to arrive as it is told: compressed, it would wait for others.
  reply.header("content-encoding", "identity");
  work((told) => say({ told }), gone.signal)
    .then(
      (imported) => {
        wrote(writtenBy(imported));
        say({ done: doneBy(imported) });
      },
      (error: unknown) => {
        const { code, message, isOurs } = failureOf(error);
        if (isOurs) request.log.error({ err: error }, "an import failed");
        say({ failed: { code, message } });
      },
    )
    .finally(() => {
      clearInterval(alive);
      lines.end();
    });
  return lines;
}

/** What a client is told at the end. */
const doneBy = ({ summary, isWhole, report: { bundles, unchanged, nodes, edges, rejected, missing } }: Imported) => ({
  summary,
  isWhole,
  bundles,
  unchanged,
  nodes,
  edges,
  rejected,
  missing: Object.fromEntries(missing),
});

const writtenBy = ({ report: { nodes, edges } }: Imported): Written => ({ nodes, edges, recomputed: 0 });

/** What a client is told of an import that failed, and whether that is a fault of the server's. */
function failureOf(error: unknown): { readonly code: string; readonly message: string; readonly isOurs: boolean } {
  if (error instanceof InputError) return { code: "BAD_USER_INPUT", message: error.message, isOurs: false };
  if (error instanceof LoadThreadEnded && error.isOutOfMemory)
    return {
      code: "LOAD_TOO_LARGE",
      message:
        "This import takes more memory than the server has for one. What was written stays. Use smaller batches (batch), or import where the server runs.",
      isOurs: false,
    };
  return { ...describedError(error), isOurs: true };
}
