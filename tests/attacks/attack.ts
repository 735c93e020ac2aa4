import { type Answer, KEY, type Sending, type Victim } from "./victim.ts";

/** One request, or a few on one connection, that would hurt; and what becomes of it. */
export interface Attack {
  readonly name: string;
  readonly send: (victim: Victim) => Promise<string>;
  /** The status, and where there is an error its code: `400 QUERY_TOO_EXPENSIVE`; of bytes on a wire, the status of each answer, or `closed`. */
  readonly expected: string | RegExp;
  /** In how many milliseconds; 1,000 where it does not say. */
  readonly within?: number;
}

/** So many texts with spaces between them. */
export const times = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join(" ");

/** A text inside the same text, so many levels deep. */
export const nested = (depth: number, make: (inner: string) => string, inner: string): string => {
  let text = inner;
  for (let level = 0; level < depth; level++) text = make(text);
  return text;
};

const JSON_TYPE = { "content-type": "application/json" };

/** A GraphQL request, anonymous. */
export const asks = (query: string, variables?: unknown): Attack["send"] =>
  posts(JSON.stringify(variables === undefined ? { query } : { query, variables }));

/** A POST of any body to /graphql. */
export const posts = (body: string | Buffer, headers: Sending["headers"] = {}): Attack["send"] =>
  sends("/graphql", { method: "POST", headers: { ...JSON_TYPE, ...headers }, body });

/** Any request. */
export const sends =
  (path: string, sending?: Sending): Attack["send"] =>
  (victim) =>
    victim.send(path, sending).then(outcomeOf, (error: NodeJS.ErrnoException) => {
      // The server closes a connection whose body it won't read: whether its answer or the end comes first is chance.
      if (error.code === "EPIPE" || error.code === "ECONNRESET") return "closed";
      throw error;
    });

/** Bytes on a connection of their own. */
export const wires =
  (bytes: string | Buffer, milliseconds?: number): Attack["send"] =>
  async (victim) =>
    statusesOf(await victim.wire(bytes, milliseconds));

const LOAD = "mutation ($input: LoadInput!) { load(input: $input) { bundles { name } problems { code message } } }";

/** A load of one file, with the key. What becomes of it: `200`, and how many problems it has. */
export const loads =
  (text: string | (() => string)): Attack["send"] =>
  async (victim) => {
    const files = [{ name: "a.yaml", text: typeof text === "string" ? text : text() }];
    const answer = await victim.send("/graphql", {
      method: "POST",
      headers: { ...JSON_TYPE, authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: LOAD, variables: { input: { files } } }),
    });
    const { data } = read(answer);
    const problems = data?.load?.problems?.length;
    return problems === undefined ? outcomeOf(answer) : `${answer.status}, ${problems} problems`;
  };

/** The statuses of all answers that came over a wire, in their order. */
export function statusesOf(received: string): string {
  const statuses = [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);
  if (statuses.length === 0) return "closed";
  return new Set(statuses).size === 1 && statuses.length > 1 ? `${statuses.length} × ${statuses[0]}` : statuses.join(" ");
}

function outcomeOf(answer: Answer): string {
  const { errors = [] } = read(answer);
  const codes = new Set(errors.map(({ extensions }) => extensions?.code));
  return [answer.status, ...codes].join(" ");
}

interface Read {
  readonly data?: { readonly load?: { readonly problems?: readonly unknown[] } } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** GraphQL's answer; nothing of others. */
function read({ headers, body }: Answer): Read {
  if (body.length === 0 || !/[/+]json\b/.test(headers["content-type"] ?? "") || headers["content-encoding"]) return {};
  return JSON.parse(body.toString()) as Read;
}
