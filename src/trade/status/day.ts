import type { Context, Parameter, Site } from "../../compile/index.ts";

/** The day for which a status is asked, and the day whose knowledge counts; null for all that is known. */
export interface StatusDay {
  readonly day: Parameter;
  readonly known: Parameter | null;
}

/** Reads the day from the argument of a name, and from `known`. What is not given is that of @asOf; without one, the day is today's. */
export function statusDay(context: Context, site: Site, name: string): StatusDay {
  return {
    day: site.args.has(name) ? site.text(name) : dayOfAsOf(context).day,
    known: knownDay(context, site),
  };
}

/** The day whose knowledge counts, by the argument `known`: what is not given is that of @asOf. */
export function knownDay(context: Context, site: Site): Parameter | null {
  return site.args.has("known") ? site.text("known") : context.asOf.known;
}

/** The same compilation, for what is told as it was known on a day. */
export function knownOn(context: Context, known: Parameter | null): Context {
  return known === context.asOf.known ? context : context.withAsOf({ ...context.asOf, known });
}

/** The day of @asOf, where nothing else gives one: today without it. */
export function dayOfAsOf(context: Context): StatusDay {
  return { day: context.asOf.valid?.day ?? context.today(), known: context.asOf.known };
}
