export { type CitableSource, type Cited, type Days, graphCited, keyOfTitle, nodeCited, sourceCited } from "./cited.ts";
export { CITATION_FORMATS, type CitationFormat, citationIn, isCitationFormat } from "./forms.ts";
