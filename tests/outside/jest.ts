import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

type Body = (...parameters: unknown[]) => unknown;

/** What a suite written for Jest asks of it, from vitest, with the tests by their full names. */
export interface JestGlobals {
  /** Full names of the tests that the suite defined. */
  readonly names: ReadonlySet<string>;
}

/** Hooks of Jest may end by calling `done`. */
const hook = (define: typeof afterEach) => (body: Body) =>
  define(() => (body.length === 0 ? (body() as Promise<void>) : new Promise<void>((resolve) => void body(resolve))));

/** Defines something once for each row, which its name may quote by %s. */
const eachOf = (define: (name: string, body: Body) => void) => (rows: readonly unknown[]) => (name: string, body: Body) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    let next = 0;
    const text = name.replaceAll(/%[a-z]/g, () => String(values[next++]));
    define(text, () => body(...values));
  }
};

/**
 * Puts vitest where `@jest/globals` (jest-globals/index.cjs) looks for it. Tests that are among `expected` must fail, and say why beside their name: who
 * makes one pass finds out.
 */
export function provideJest(expected: ReadonlyMap<string, string>): JestGlobals {
  const names = new Set<string>();
  let path: readonly string[] = [];
  const group = (name: string, body: Body) => {
    // Vitest runs what a group defines later, when the group around it has been read.
    const own = [...path, name];
    describe(name, () => {
      path = own;
      body();
    });
  };
  const test = (name: string, body: Body) => {
    const full = [...path, name].join(" > ");
    names.add(full);
    const reason = expected.get(full);
    const run = () => body() as Promise<void>;
    if (reason === undefined) it(name, run);
    else it.fails(`${name} (not here: ${reason})`, run);
  };
  const globals = {
    describe: Object.assign(group, { each: eachOf(group), skip: (name: string) => describe.skip(name) }),
    it: Object.assign(test, { each: eachOf(test), skip: (name: string) => it.skip(name) }),
    test,
    expect,
    beforeAll: hook(beforeAll as typeof afterEach),
    beforeEach: hook(beforeEach as typeof afterEach),
    afterAll: hook(afterAll as typeof afterEach),
    afterEach: hook(afterEach),
    jest: { fn: vi.fn, spyOn: vi.spyOn },
  };
  Object.assign(globalThis, { [Symbol.for("trade-graph.jest-globals")]: globals });
  return { names };
}
