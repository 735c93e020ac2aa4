import { describe, expect, it } from "vitest";
import { RequestDeadline } from "../../src/engine/request-deadline.ts";
import { Slots } from "../../src/engine/slots.ts";

/** One place, which is taken until `end` is called, and the names of the jobs that ran after it, in their order. */
function queue() {
  const slots = new Slots({ atOnce: 1, waiting: 10 });
  const ran: string[] = [];
  const job = (name: string) => async () => void ran.push(name);
  let free: (() => void) | undefined;
  const taken = slots.run(undefined, () => new Promise<void>((resolve) => (free = resolve)));
  const end = () => {
    free?.();
    return taken;
  };
  return { slots, ran, job, end };
}

describe("statements that wait for their turn", () => {
  it("run in the order in which their requests came: the second of the first request before the first of the second", async () => {
    const { slots, ran, job, end } = queue();
    const [first, second] = [new RequestDeadline(60_000), new RequestDeadline(60_100)];
    const all = [slots.run(first, job("a1")), slots.run(second, job("b1")), slots.run(second, job("b2")), slots.run(first, job("a2"))];
    await end();
    await Promise.all(all);
    expect(ran).toEqual(["a1", "a2", "b1", "b2"]);
  });

  it("have their turn without a deadline too, after what came before them and before what has long to go", async () => {
    const { slots, ran, job, end } = queue();
    const all = [
      slots.run(new RequestDeadline(60_000), job("late")),
      slots.run(undefined, job("a load's")),
      slots.run(new RequestDeadline(5_000), job("soon")),
    ];
    await end();
    await Promise.all(all);
    expect(ran).toEqual(["soon", "a load's", "late"]);
  });

  it("leave the queue with their caller, also where another statement of the same request lets one in as it ends", async () => {
    const slots = new Slots({ atOnce: 1, waiting: 10 });
    const [gone, other] = [new RequestDeadline(60_000), new RequestDeadline(60_100)];
    const ran: string[] = [];
    // Its own place is free the moment its caller goes.
    const running = slots.run(gone, () => new Promise<void>((resolve) => gone.addEventListener("abort", resolve)));
    const waiting = slots.run(gone, async () => void ran.push("gone")).catch(() => ran.push("left"));
    const next = slots.run(other, async () => void ran.push("other"));
    gone.end(true);
    await Promise.all([running, waiting, next]);
    expect(ran.sort()).toEqual(["left", "other"]);
  });
});
