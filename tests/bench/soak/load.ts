/** What the soak asks of a server: many clients that ask, and one that loads. */
import { Connection, requestOf } from "../http.ts";
import { quantile } from "../statistics.ts";

/** An operation as it is asked. */
export interface Asked {
  readonly name: string;
  readonly source: string;
}

/** What became of the questions of many clients. */
export interface Asking {
  readonly answers: number;
  /** In milliseconds, over all questions. */
  readonly p50: number;
  readonly p99: number;
  /** What went wrong, each once, with how often. */
  readonly errors: ReadonlyMap<string, number>;
}

/** Asks all operations over and over on so many connections, each in an order of its own, until `isOver`. */
export async function askAll(address: URL, operations: readonly Asked[], connections: number, isOver: () => boolean): Promise<Asking> {
  const times: number[] = [];
  const errors = new Map<string, number>();
  const requests = operations.map(({ name, source }) => ({ name, bytes: requestOf(address, source, {}) }));
  const client = async (number: number) => {
    let connection = await Connection.open(address);
    // A stride that shares no factor with their number takes each client through all of them in another order.
    for (let i = number; !isOver(); i += 1 + (number % 7)) {
      const request = requests[i % requests.length];
      if (!request) throw new Error("There are no operations.");
      const begun = performance.now();
      try {
        const body = await connection.send(request.bytes);
        if (body.includes('"errors":[')) note(errors, `${request.name}: ${body.toString().slice(0, 200)}`);
      } catch (error) {
        // Of an answer that is no 200, its status and its body; its headers say nothing.
        const [status = "", body = ""] = String(error)
          .replace("Error: An answer without status 200 and content-length:\n", "")
          .split("\r\n\r\n");
        // Without its request's id, which makes each another.
        note(errors, `${request.name}: ${status.split("\r\n")[0]} ${body.replace(/"requestId":"[^"]*"/, "").slice(0, 160)}`);
        connection.close();
        connection = await Connection.open(address);
      }
      times.push(performance.now() - begun);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => client(number)));
  return { answers: times.length, p50: quantile(times, 0.5), p99: quantile(times, 0.99), errors };
}

const LOAD = "mutation ($input: LoadInput!) { load(input: $input) { bundles { name } problems { message } } }";

/** Loads a bundle of 200 sources that is another each time, every so many milliseconds until `isOver`: how often, and what went wrong. */
export async function loadAgain(
  address: URL,
  key: string,
  pause: number,
  isOver: () => boolean,
): Promise<{ loads: number; errors: string[] }> {
  const errors: string[] = [];
  let loads = 0;
  let next = performance.now();
  while (!isOver()) {
    const sources = Array.from(
      { length: 200 },
      (_, i) => `  - {id: soak-${i}, title: "Page ${i} of load ${loads}", reliability: PRESS, publishedOn: 2025-07-01}`,
    );
    const files = [{ name: "soak.yaml", text: `bundle: soak\nsources:\n${sources.join("\n")}\n` }];
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: LOAD, variables: { input: { files } } }),
    });
    const text = await response.text();
    if (!text.includes('"problems":[]')) errors.push(text.slice(0, 200));
    loads += 1;
    next += pause;
    while (!isOver() && performance.now() < next) await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { loads, errors };
}

/** How often each status came of so many requests at once; 0 where the connection ended without an answer. */
export async function statusesOf(count: number, send: (i: number) => Promise<Response>): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const status = await send(i).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => 0,
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }),
  );
  return statuses;
}

function note(errors: Map<string, number>, error: string): void {
  errors.set(error, (errors.get(error) ?? 0) + 1);
}
