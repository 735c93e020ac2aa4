import { digest } from "../keys.ts";

/** A text as a bundle's name, which is lower case: two texts that differ in what is lost get two names. */
export function bundleName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  return name === text ? name : name === "" ? `table-${digest(text)}` : `${name}-${digest(text)}`;
}
