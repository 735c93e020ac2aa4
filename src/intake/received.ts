/** Files of an import that came through a server: they lie in a folder here, and are called as whoever sent them calls them. */
import { mkdir } from "node:fs/promises";
import { dirname, join, posix } from "node:path";

/** Where a file lies whose name is a whole path, and one whose name is not. */
const [WHOLE, PART] = ["whole", "part"];

/** Where a file of this name is to be written below a folder; the folders on its way are made. No name leads out of it. */
export async function placeFor(folder: string, name: string): Promise<string> {
  const plain = name.replaceAll("\\", "/");
  const inside = posix.normalize(`/${plain}`);
  const place = join(folder, plain.startsWith("/") ? WHOLE : PART, inside === "/" ? "/file" : inside);
  await mkdir(dirname(place), { recursive: true });
  return place;
}

/** A text that tells of such files, by their own names. */
export const ownNames = (folder: string, text: string): string =>
  text.replaceAll(join(folder, WHOLE), "").replaceAll(`${join(folder, PART)}/`, "");
