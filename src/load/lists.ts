/** What separates the members of a list in a cell of a table, unless something else is stated. */
export const LIST_SEPARATOR = ";";

/**
 * Members of a list as one text, as all tables have them, ours and those that are read: separated by `;`. Where a member holds what separates
 * (`;`, or `|`, which tables of others use as well) or a backslash, a backslash stands before that.
 */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;|]/g, "\\$&")).join(LIST_SEPARATOR);
}

/**
 * The members of a list in one text: the reverse of `joinList`. They are separated by any of the characters, or by the text, that is stated; white space
 * around members, and members without a text, are none of it. A backslash before what separates, or before another backslash, takes it as it is.
 */
export function splitList(text: string, separators: readonly string[] = [LIST_SEPARATOR, "|"]): string[] {
  const items: string[] = [];
  let item = "";
  for (let at = 0; at < text.length; ) {
    const escaped = text[at] === "\\" ? [...separators, "\\"].find((s) => text.startsWith(s, at + 1)) : undefined;
    const separator = separators.find((s) => text.startsWith(s, at));
    if (escaped !== undefined) {
      item += escaped;
      at += 1 + escaped.length;
    } else if (separator !== undefined) {
      items.push(item);
      item = "";
      at += separator.length;
    } else {
      item += text[at];
      at += 1;
    }
  }
  return [...items, item].map((each) => each.trim()).filter((each) => each !== "");
}
