import type { Site } from "../compile/request/context.ts";

/** Whether an argument was given; null counts as not given. */
export function given({ args }: Site, name: string): boolean {
  return args[name] !== undefined && args[name] !== null;
}

/** A list of ids, enum values or names that a field was given, each once, as a parameter. */
export function textsOf(site: Site, name: string): string {
  return site.parameter((args) => [...new Set(args[name] as readonly string[])]);
}
