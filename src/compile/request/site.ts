import type { Value } from "../../engine/port.ts";
import type { Parameter } from "../cypher/fragment.ts";
import type { Arguments } from "./arguments.ts";

/** Reads a parameter's value from the arguments of the place it came from; null stands for a value that was not given. */
export type Getter = (args: Arguments) => Value;

/** Tells something of the arguments of the place it came from on which the text of a statement depends, though they come by variables of one shape. */
export type Decision = (args: Arguments) => boolean;

/** A place where arguments stand: what they are now, and a way to make parameters of what later requests have at the same place. */
export class Site {
  constructor(
    readonly args: Arguments,
    /** Makes a parameter of something that is read from these arguments. */
    readonly parameter: (get: Getter) => Parameter,
    /** Notes that the text of the statement depends on something that is read from these arguments, and returns it. */
    readonly decide: (is: Decision) => boolean,
    /** In how many filters it stands. */
    readonly depth: number = 0,
  ) {}

  /** The place of an input object among these arguments, or of one of a list of them; `deeper` where it is a filter inside another. */
  under(name: string, index: number | null = null, deeper = 0): Site {
    const step = (args: Arguments) => (index === null ? args.input(name) : args.inputAt(name, index));
    return new Site(
      step(this.args),
      (get) => this.parameter((args) => get(step(args))),
      (is) => this.decide((args) => is(step(args))),
      this.depth + deeper,
    );
  }

  /** A text as a parameter. */
  text(name: string): Parameter {
    return this.parameter((args) => args.text(name));
  }

  /** A list of texts as a parameter. */
  texts(name: string): Parameter {
    return this.parameter((args) => args.texts(name));
  }

  /** A list of texts as a parameter, each once. */
  distinct(name: string): Parameter {
    return this.parameter((args) => args.distinct(name));
  }
}
