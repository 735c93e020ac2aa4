/** An import through a running server: the files go there as they are, and what it says of them comes back line by line. */
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { withSections } from "../importers/index.ts";
import { type Asked, FILE_OPTIONS } from "../intake/index.ts";
import { InputError } from "../load/index.ts";
import { addressAt, keyHeader, reasonIn, type ServerOptions, unreachable, why } from "./at-server.ts";
import type { Output } from "./command.ts";

/** A line of the server's answer. */
interface Line {
  readonly told?: string;
  readonly done?: { readonly summary: string; readonly isWhole: boolean };
  readonly failed?: { readonly message: string };
}

/** Has a server do an import; whether all was taken. Throws InputError where it can't be reached, refuses, or breaks off. */
export async function importThroughServer(
  { url, key }: { readonly url: string; readonly key: ServerOptions["key"] },
  { format, files, options }: Asked,
  output: Output,
): Promise<boolean> {
  const address = addressAt(url, `/import/${format}`);
  for (const [name, value] of saidOf(options)) address.searchParams.append(name, value);
  const all = format === "hs" ? await withSections(files) : files;
  const named = FILE_OPTIONS.flatMap((option) => (options[option] === undefined ? [] : [{ part: option, path: options[option] }]));
  const response = await send(address, keyHeader(key), [...named, ...all.map((path) => ({ part: "file", path }))]);
  if (response.statusCode !== 200) {
    const body = await text(response);
    throw new InputError(`${address.origin} refused with HTTP ${response.statusCode}: ${reasonIn(parsed(body))}`);
  }
  try {
    for await (const line of createInterface({ input: response })) {
      // The server says that it is still at work.
      if (line === "") continue;
      const { told, done, failed } = JSON.parse(line) as Line;
      if (told !== undefined) output.stderr(told);
      if (failed) throw new InputError(failed.message);
      if (!done) continue;
      output.stdout(`${done.summary}\n`);
      return done.isWhole;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${address.origin} broke off (${why(error)}). ${AGAIN}`);
  }
  throw new InputError(`${address.origin} broke off before the end of the import. ${AGAIN}`);
}

const AGAIN = "What was written stays: run this again, and it goes on where it was.";

/** What was said, as an address says it: `restsOn` as `rests-on`, once for each member. */
function saidOf(options: Asked["options"]): (readonly [string, string])[] {
  return Object.entries(options).flatMap(([name, value]: [string, unknown]) => {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [value].flat().flatMap((one) => (one === undefined || one === false ? [] : [[flag, String(one)] as const]));
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** A file, and the part of the form as which it goes. */
interface Part {
  readonly part: string;
  readonly path: string;
}

/** Sends files as a form, as they are read; the answer once it begins. */
function send(address: URL, headers: Readonly<Record<string, string>>, files: readonly Part[]): Promise<IncomingMessage> {
  const boundary = `trade-graph-${randomUUID()}`;
  const request = (address.protocol === "https:" ? overHttps : overHttp)(address, {
    method: "POST",
    headers: { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` },
  });
  return new Promise((answered, failed) => {
    let hasAnswer = false;
    const fail = (error: unknown) => {
      // A server that refuses answers before it has all, and closes.
      if (!hasAnswer) failed(error instanceof InputError ? error : unreachable(address.origin, error));
    };
    request.once("response", (response) => {
      hasAnswer = true;
      answered(response);
    });
    request.on("error", fail);
    pipeline(Readable.from(form(files, boundary)), request).catch(fail);
  });
}

async function* form(files: readonly Part[], boundary: string): AsyncGenerator<string | Buffer> {
  for (const { part, path: file } of files) {
    // What comes through standard input is another file each time.
    const name = file === "-" ? `at ${new Date().toISOString()}/standard-input` : resolve(file);
    yield `--${boundary}\r\ncontent-disposition: form-data; name="${part}"; filename="${escaped(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    yield* file === "-" ? process.stdin : createReadStream(file);
    yield "\r\n";
  }
  yield `--${boundary}--\r\n`;
}

/** A name as forms of the web write it. */
const escaped = (name: string): string => name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
