import { requestError } from "../../model/index.ts";
import type { Arguments } from "../request/arguments.ts";

/*
 * A range that is turned round is a slip of the pen, and what it finds, nothing, looks like an answer. So it is refused, wherever a request can write
 * one. What is checked is what each request binds, since bounds are mostly variables.
 */

/** The same arguments, once a smaller number is known to stand before a larger one. Throws BAD_FILTER. */
export function inOrder(args: Arguments, from: string, to: string): Arguments {
  const [least, most] = [args.number(from), args.number(to)];
  if (least !== null && most !== null && least > most) refuse(from, least, to, most);
  return args;
}

/** The same arguments, once some day of `from` is known not to lie behind all of `to`: each may be a day, a month or a year. Throws BAD_FILTER. */
export function inOrderOfDays(args: Arguments): Arguments {
  if (!args.has("from") || !args.has("to")) return args;
  const [from, to] = [args.text("from"), args.text("to")];
  // The first day of the one and a text that no day of the other exceeds.
  if (from > `${to}~`) refuse("from", from, "to", to);
  return args;
}

/** The same arguments, once a number of things is known not to lie below 0. Throws BAD_FILTER. */
export function notBelowNone(args: Arguments, name: string): Arguments {
  const given = args.number(name);
  if (given !== null && given < 0)
    throw requestError("BAD_FILTER", `${name}: ${given} lies below 0, the least that there can be. Write 0 or more.`);
  return args;
}

function refuse(from: string, least: string | number, to: string, most: string | number): never {
  throw requestError("BAD_FILTER", `${from}: ${least} lies above ${to}: ${most}, so that nothing can pass. Change the two round.`);
}
