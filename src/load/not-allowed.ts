/** Who loads may not load some of the bundles; nothing was written. */
export class NotAllowedError extends Error {
  override readonly name = "NotAllowedError";
  constructor(readonly bundles: readonly string[]) {
    super(`may not load ${bundles.join(", ")}`);
  }
}

/** Whether who loads may load a bundle of a name; all when absent. */
export type MayLoad = ((bundle: string) => boolean | Promise<boolean>) | undefined;

/** Throws NotAllowedError where who loads may not load some of these bundles; one that could not be read has no name. */
export async function requireAllowed(names: Iterable<string>, mayLoad: MayLoad = () => true): Promise<void> {
  const refused: string[] = [];
  for (const name of names) if (name !== "" && !(await mayLoad(name))) refused.push(name);
  if (refused.length > 0) throw new NotAllowedError(refused);
}
