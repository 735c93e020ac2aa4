export { type Cited, type Days, graphCited, nodeCited, sourceCited } from "./cited.ts";
export { CITATION_FORMATS, type CitationFormat, citationIn, isCitationFormat } from "./forms.ts";
