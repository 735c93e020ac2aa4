/** What a tool is, and what several of them take. */
import { z } from "zod";
import type { Told } from "./answer.ts";
import type { Call } from "./call.ts";

/** A question that an assistant may ask. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it, for whoever chooses among tools. */
  readonly description: string;
  /** Its arguments, and no others: one that nobody reads would be an answer to another question. */
  readonly input: z.ZodObject;
  /** Throws Refusal. */
  answer(args: Readonly<Record<string, unknown>>, call: Call): Promise<Told>;
}

/** A tool as its file writes it: `answer` gets what `input` has checked. */
interface Written<Shape extends z.ZodRawShape> extends Pick<Tool, "name" | "title" | "description"> {
  readonly input: Shape;
  answer(args: z.infer<z.ZodObject<Shape>>, call: Call): Promise<Told>;
}

/** A tool whose arguments are checked against its own input. */
export function tool<Shape extends z.ZodRawShape>({ input, answer, ...said }: Written<Shape>): Tool {
  return { ...said, input: z.strictObject(input), answer: (args, call) => answer(args as z.infer<z.ZodObject<Shape>>, call) };
}

/** Whether a text is a day of the calendar. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

// Not zod's own, whose pattern would be the longest part of a tool's description.
const calendarDay = z.string().refine(isDay, "write a day as YYYY-MM-DD");

/** The day of the world. */
export const on = calendarDay.optional().describe("day of the world, YYYY-MM-DD");
/** The day of knowledge. */
export const known = calendarDay.optional().describe("day of knowledge, YYYY-MM-DD: leaves out what was published later");
/** A day that has to be given. */
export const day = (what: string) => calendarDay.describe(what);
/** A day, month or year. */
export const partialDay = (what: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "write 2025, 2025-06 or 2025-06-05")
    .optional()
    .describe(`${what}: 2025, 2025-06 or 2025-06-05`);

/** How to name a node. */
export const NAMING = "by id (country:CN), code (CN, EU, 850511) or name";
/** One node. */
export const name = (what: string) => z.string().min(1).max(300).describe(`${what}, ${NAMING}`);
/** Nodes, one or several. */
export const names = (what: string) =>
  z
    .union([z.string().min(1).max(300), z.array(z.string().min(1).max(300)).max(20)])
    .optional()
    .describe(`${what}, ${NAMING}; one or a list`);

/** How many rows. */
export const first = (usual: number, most = 50) => z.int().min(1).max(most).default(usual).describe("rows at most");
/** Where to go on. */
export const after = z.string().max(400).optional().describe("`more.after` of the answer before");
