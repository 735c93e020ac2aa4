/** What was given can't be read; the message says which and why. */
export class InputError extends Error {
  override readonly name = "InputError";
}
