/** The database of a command, or the server that has it open. */
import { openEngine } from "../engine/index.ts";
import { EngineError, type GraphEngine } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import type { Settings } from "../settings.ts";

/** What a command is told of a server. */
export interface ServerOptions {
  readonly url?: string;
  readonly key?: string;
}

/** Either an engine, to be closed by the caller, or where the server is. */
export type EngineOrServer = { readonly engine: GraphEngine; readonly url: null } | { readonly engine: null; readonly url: string };

/**
 * Opens the database of the settings; where another process has it open and there is a key, or none is wanted (`wantsKey`), gives the address at which
 * its server should be: HOST and PORT. A `url` is taken as it is. Throws InputError that says what is missing, and EngineError.
 */
export async function engineOrServer(settings: Settings, { url, key }: ServerOptions, wantsKey = true): Promise<EngineOrServer> {
  if (url !== undefined) return { engine: null, url };
  try {
    return { engine: await openEngine(settings), url: null };
  } catch (error) {
    if (!(error instanceof EngineError && error.code === "LOCKED")) throw error;
    if (wantsKey && (key ?? settings.loadKey) === undefined)
      throw new InputError(
        `${settings.dataDir} is open in another process, most likely a server: give the server's load key (--key or LOAD_KEY), and its address if it is not at HOST and PORT (--url), and it answers instead.`,
      );
    // What listens everywhere is reached here.
    const host = ["0.0.0.0", "::"].includes(settings.host) ? "127.0.0.1" : settings.host;
    return { engine: null, url: `http://${host.includes(":") ? `[${host}]` : host}:${settings.port}` };
  }
}

/** A path of a server. Throws InputError where `url` is no address. */
export function addressAt(url: string, path: string): URL {
  if (!URL.canParse(url)) throw new InputError(`--url ${url} is no address: write it as http://127.0.0.1:4000`);
  return new URL(path, url);
}

/** The header that shows a server its key. Throws InputError where there is no key. */
export function keyHeader(key: string | undefined): { readonly authorization: string } {
  if (!key) throw new InputError("The server wants its key: --key, or LOAD_KEY in the environment.");
  return { authorization: `Bearer ${key}` };
}

/** What an error says. */
export const why = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** That nothing answers at an address, and what was seen of it. */
export const unreachable = (address: URL | string, error: unknown): InputError =>
  new InputError(`${address} can't be reached: is the server running? (${why(error)})`);

/** What a server answers at a path to who has its key, piece by piece. Throws InputError where it does not answer, or refuses. */
export async function* fromServer(url: string, path: string, key: string | undefined): AsyncGenerator<Uint8Array> {
  const address = addressAt(url, path);
  const headers = keyHeader(key);
  const response = await fetch(address, { headers }).catch((error: unknown) => {
    throw unreachable(address, error);
  });
  if (!response.ok || !response.body) throw new InputError(`${address} refused with HTTP ${response.status}: ${await reasonOf(response)}`);
  try {
    for await (const piece of response.body) yield piece;
  } catch (error) {
    throw new InputError(`${address} broke off before its end (${why(error)}). Nothing was kept; try again.`);
  }
}

async function reasonOf(response: Response): Promise<string> {
  return reasonIn(await response.json().catch(() => null));
}

/** The message of a refusal in GraphQL's shape; a guess where it has another. */
export function reasonIn(body: unknown): string {
  const { errors } = (typeof body === "object" && body !== null ? body : {}) as { errors?: readonly { message?: unknown }[] };
  const message = errors?.[0]?.message;
  return typeof message === "string" ? message : "is it a server of this program?";
}
