/** Who loads may not load some of the bundles; nothing was written. */
export class NotAllowedError extends Error {
  override readonly name = "NotAllowedError";
  constructor(readonly bundles: readonly string[]) {
    super(`may not load ${bundles.join(", ")}`);
  }
}
