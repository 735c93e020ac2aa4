import type { Model } from "./types.ts";

/** What a value of an enum is called: the words that the schema gives it (`@label`), else its name in small letters: `ENTITY_LISTING` is `Entity listing`. */
export function labelOfValue({ labels }: Pick<Model, "labels">, enumName: string, value: string): string {
  const words = value.toLowerCase().replaceAll("_", " ");
  return labels.get(`${enumName}.${value}`) ?? words.charAt(0).toUpperCase() + words.slice(1);
}
