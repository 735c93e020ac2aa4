import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { describeInBrowser, type Opened } from "./browser.ts";
import { openSeeded, type Seeded, type SeededOptions } from "./seeded.ts";

/** A server with the seed, and a browser on it. */
export interface Explorer {
  /** Where the server listens. */
  origin(): string;
  /** Opens an address of the explorer. */
  open(path: string, options?: BrowserContextOptions): Promise<Opened>;
  /** What the API answers. Throws where that has errors. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Status and body of what the API answers, as they come. */
  send: Seeded["send"];
  /** What the API answers as a file. */
  file(type: "text/csv" | "application/json", query: string, variables?: Record<string, unknown>): Promise<string>;
}

/** How long a server may take to start, in milliseconds: a Neo4j plans the statements that load. */
const START = 300_000;

/** A block of tests of the explorer: they share one server and one browser. */
export function describeExplorer(name: string, tests: (explorer: Explorer) => void, options: SeededOptions = {}): void {
  describeInBrowser(name, (browser) => {
    let served: Seeded | undefined;
    beforeAll(async () => {
      served = await openSeeded(options);
    }, START);
    afterAll(() => served?.close());
    const running = (): Seeded => {
      if (!served) throw new Error("The server runs inside tests only.");
      return served;
    };
    tests({
      origin: () => running().address,
      open: (path, how) => browser.open(running().address, path, how),
      send: (query, variables) => running().send(query, variables),
      ask: async (query, variables) => {
        const { body } = await running().send(query, variables);
        if (body.errors) throw new Error(body.errors.map(({ message }) => message).join("; "));
        return body.data as never;
      },
      file: async (type, query, variables) => {
        const response = await fetch(`${running().address}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", accept: type },
          body: JSON.stringify({ query, variables }),
        });
        return response.text();
      },
    });
  });
}

/** Holds the answers to questions whose body has a text, until they are let go. `asked`: once one is held. */
export async function holdAnswers(page: Page, text: string): Promise<{ readonly asked: Promise<void>; readonly letGo: () => void }> {
  let letGo = () => {};
  let isAsked = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes(text)) {
      isAsked();
      await held;
    }
    // What was given up meanwhile can't go on.
    await route.fallback().catch(() => {});
  });
  return { asked, letGo };
}
