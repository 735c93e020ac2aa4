/**
 * Gathers messages to another process, and sends those of one turn of the event loop as one: of 16 clients at once, most of what a message costs
 * is the system call and waking who reads it. One alone leaves at the end of the turn in which it came.
 */
export class Outbox<Message> {
  #gathered: Message[] = [];

  /** `send` is given one message or more, in the order in which they came. */
  constructor(private readonly send: (messages: readonly Message[]) => void) {}

  /** Sends a message, with the others of this turn. */
  put(message: Message): void {
    if (this.#gathered.push(message) === 1) setImmediate(() => this.#flush());
  }

  #flush(): void {
    const messages = this.#gathered;
    this.#gathered = [];
    this.send(messages);
  }
}
