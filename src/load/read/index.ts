/** From texts to bundles: files and rows are read into drafts, and drafts are resolved, their short ids looked up. */
export { invisibleClause, isRefused, refusedCharacter, refusedHere, refusedInJson } from "./characters.ts";
export { decodeUtf8, NotUtf8, STANDARD_INPUT, Utf8Reader, wideRefusal } from "./decode.ts";
export { type Entry, readDocument, type Tree } from "./document.ts";
export type { Draft } from "./draft.ts";
export { article, capitalArticle, didYouMean, nearest, oneOf } from "./hints.ts";
export { InputError } from "./input-error.ts";
export { type EmptyFolder, emptyFolder, emptyFoldersAmong, filesAmong, type Input, type Inputs, readInputs, withFolder } from "./inputs.ts";
export { ANY_ID, KnownIds } from "./known-ids.ts";
export { fieldNames } from "./record-reader.ts";
export { type LookUp, resolveDrafts } from "./resolve.ts";
export { RowDraft, type StatedField } from "./row-draft.ts";
export { type Named, namedRecord, withSuggestions } from "./suggestions.ts";
export { readYaml } from "./yaml.ts";
