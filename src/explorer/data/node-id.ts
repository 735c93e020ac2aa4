/** Whether dated edges lead to or from a node of this id: claims and sources have none. */
export const isDated = (id: string): boolean => !/^(claim|source):/.test(id);

/** Whether it is a measure's. */
export const isMeasure = (id: string): boolean => id.startsWith("measure:");
