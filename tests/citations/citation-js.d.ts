declare module "@citation-js/core" {
  /** What citation-js reads of a text in any form that its plugins know. */
  export class Cite {
    constructor(text: string);
    readonly data: unknown;
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
