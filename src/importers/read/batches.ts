/** Things as they come, so many at a time: what asks the graph asks for all of a batch at once. */
export async function* inBatches<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let open: T[] = [];
  for await (const one of all) {
    open.push(one);
    if (open.length < size) continue;
    yield open;
    open = [];
  }
  if (open.length > 0) yield open;
}
