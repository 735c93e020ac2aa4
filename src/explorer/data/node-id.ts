/** Whether dated edges lead to or from a node of this id: claims and sources have none. */
export const isDated = (id: string): boolean => !/^(claim|source):/.test(id);

/** Whether it is a measure's. */
export const isMeasure = (id: string): boolean => id.startsWith("measure:");

/** Of which of the types without dated edges it is: both are false of all others. */
export const kindOf = (id: string): { readonly isDated: boolean; readonly isSource: boolean; readonly isClaim: boolean } => ({
  isDated: isDated(id),
  isSource: id.startsWith("source:"),
  isClaim: id.startsWith("claim:"),
});
