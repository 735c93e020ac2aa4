/** Parts of JSON that others wrote, which may be of any form. */
import { isRefused } from "../../load/index.ts";
import { oneLine } from "./text.ts";

/** An object; empty where the value is none. */
export function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A list; empty where the value is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text in one line; null where the value is none, is empty, or holds characters that no text may have. */
export function textOf(value: unknown): string | null {
  if (typeof value !== "string" || [...value].some(isRefused)) return null;
  return oneLine(value) || null;
}
