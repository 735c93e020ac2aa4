import anyAscii from "any-ascii";
import { NATIVE_FORMS, partLegalForm } from "./legal-forms.ts";

/** A name, ready to be compared. */
export interface Name {
  /** As it is written. */
  readonly text: string;
  /** Its words in small Latin letters (`ks` as `x`, as Cyrillic writes it), without legal form, in their order. */
  readonly words: readonly string[];
  /** Words in alphabetical order, together. */
  readonly sorted: string;
  /** Words in their order, together. */
  readonly together: string;
  /** Its numbers in order: names that differ in these are of different things. */
  readonly numbers: string;
  /** Its legal forms; empty where it names none. */
  readonly forms: readonly string[];
}

/** Reads a name of any script. Null where nothing of it is a letter or a digit. */
export function nameOf(text: string): Name | null {
  const native = NATIVE_FORMS.reduce((name, [form, latin]) => name.replaceAll(form, latin), text.normalize("NFKC"));
  const latin = anyAscii(native)
    .toLowerCase()
    .replaceAll("ks", "x")
    .replaceAll("&", " and ")
    .replaceAll(/['’`.]/g, "");
  const all = latin.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const { core, forms } = partLegalForm(all[0] === "the" && all.length > 1 ? all.slice(1) : all);
  if (core.length === 0) return null;
  const numbers = core.flatMap((word) => word.match(/\d+/g) ?? []).join(" ");
  return { text, words: core, sorted: core.toSorted().join(""), together: core.join(""), numbers, forms };
}
