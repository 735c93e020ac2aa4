/** The media type of some that an Accept header prefers; of those that it wants equally, the first. Null where it wants none of them. */
export function preferredType<Type extends string>(accept: string, types: readonly Type[]): Type | null {
  const ranges = accept.split(",").map((part) => {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith("q="))?.slice(2);
    return { range, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  // The range that fits a type most closely counts (RFC 9110, 12.5.1).
  const qualityOf = (type: string) =>
    [type, type.replace(/\/.*/, "/*"), "*/*"]
      .map((fitting) => ranges.find(({ range }) => range === fitting)?.quality)
      .find((q) => q !== undefined) ?? 0;
  let best: { readonly type: Type | null; readonly quality: number } = { type: null, quality: 0 };
  for (const type of types) if (qualityOf(type) > best.quality) best = { type, quality: qualityOf(type) };
  return best.type;
}
