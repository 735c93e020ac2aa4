/** Folders that are loaded as a whole: what the graph notes of them, and what is gone from them. */
export { folderDigest } from "./digest.ts";
export { emptyBundle, type GoneBundle, goneBundles } from "./gone.ts";
export { type Folder, type FolderNote, liesIn, readFolderNotes, readSeedNote, SEED, writeFolderNotes } from "./note.ts";
export { FoldersOfLoad } from "./of-load.ts";
