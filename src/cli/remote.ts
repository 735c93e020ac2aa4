import { emptyFoldersAmong, type Folder, filesAmong, InputError, type Inputs, type LoadOptions, type LoadReport } from "../load/index.ts";
import type { Answered } from "../mcp/index.ts";
import type { LoadPayload } from "../resolvers/index.ts";
import { addressAt, keyHeader, unreachable } from "./at-server.ts";

const MUTATION = `mutation Load($input: LoadInput!) {
  load(input: $input) {
    bundles { name nodes { added changed unchanged removed } edges { added changed unchanged removed } }
    differences
    problems { path message }
    gone { folder name nodes edges }
    removals { bundles nodes edges gone { folder name nodes edges } }
    recomputed
    followed
  }
}`;

/** How a load through a server is done: as LoadOptions of src/load say. */
type RemoteOptions = Pick<LoadOptions, "dryRun" | "prune" | "onRemovals">;

/**
 * Loads through a running server, which checks and writes as a load at home would. What it would remove is asked first, by a dry run, and told before
 * it does. Throws InputError where it can't be asked or refuses.
 */
export async function loadThroughServer(
  url: string,
  key: string | undefined,
  inputs: Inputs,
  { dryRun = false, prune = false, onRemovals }: RemoteOptions,
): Promise<LoadReport> {
  if (dryRun) return ask(url, key, inputs, { dryRun, prune });
  const before = await ask(url, key, inputs, { dryRun: true, prune });
  if (before.problems.length > 0) return { ...before, differences: undefined };
  for (const removals of before.removals ?? []) onRemovals?.(removals);
  return ask(url, key, inputs, { dryRun, prune });
}

async function ask(
  url: string,
  key: string | undefined,
  inputs: Inputs,
  { dryRun, prune }: { readonly dryRun: boolean; readonly prune: boolean },
): Promise<LoadReport> {
  const { load } = await askServer<{ load: LoadPayload }>(url, key, MUTATION, { input: { ...sent(inputs), dryRun, prune } });
  const { bundles, differences, problems, gone, removals, recomputed, followed } = load;
  return {
    bundles,
    recomputed,
    gone,
    removals,
    differences: dryRun ? differences : undefined,
    ...(followed > 0 ? { followed } : {}),
    problems: problems.map(({ path, message }) => {
      const [, file = path, line = "1", column = "1"] = /^(.*):(\d+):(\d+)$/.exec(path) ?? [];
      return { file, line: Number(line), column: Number(column), message };
    }),
  };
}

/** What a server answers to a mutation. Throws InputError where it can't be asked, or refuses. */
export const askServer = <T>(url: string, key: string | undefined, query: string, variables: object): Promise<T> =>
  askGraphql(url, keyHeader(key), query, variables);

/** What a server answers to a question, for which it wants no key. Throws InputError where it can't be asked, or refuses. */
export async function askGraphql<T>(url: string, headers: Readonly<Record<string, string>>, query: string, variables: object): Promise<T> {
  const answer = await answerAt(url, query, variables, { headers });
  if (!answer.data) throw new InputError(`${addressAt(url, "/graphql")} refused: ${answer.errors?.map((e) => e.message).join(" ")}`);
  return answer.data as T;
}

/** What a server answers to an operation, errors and all. Throws InputError where it can't be asked, or answers something else than GraphQL. */
export async function answerAt(
  url: string,
  query: string,
  variables: object,
  how: Pick<RequestInit, "signal"> & { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answered> {
  const address = addressAt(url, "/graphql");
  const response = await fetch(address, {
    ...how,
    method: "POST",
    headers: { "content-type": "application/json", ...how.headers },
    body: JSON.stringify({ query, variables }),
  }).catch((error: unknown) => {
    throw unreachable(address, error);
  });
  const answer = (await response.json().catch(() => null)) as Answered | null;
  if (!answer?.data && !answer?.errors) throw new InputError(`${address} refused: HTTP ${response.status}`);
  return answer;
}

/** Files and empty folders as the mutation takes them. */
function sent(inputs: Inputs) {
  const folderOf = ({ name, path }: Folder) => ({ name, path });
  const files = filesAmong(inputs).map(({ name, text, path, folder }) => ({ name, text, path, folder: folder && folderOf(folder) }));
  return { files, emptyFolders: emptyFoldersAmong(inputs).map(({ folder }) => folderOf(folder)) };
}
