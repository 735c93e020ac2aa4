import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { type Attack, posts, sends, wires } from "./attack.ts";
import { KEY } from "./victim.ts";

const HOST = "Host: localhost\r\n";
const CLOSE = "Connection: close\r\n";
const POST = `POST /graphql HTTP/1.1\r\n${HOST}${CLOSE}Content-Type: application/json\r\n`;
const QUESTION = '{"query":"{ __typename }"}';
const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\n${HOST}${CLOSE}${more}\r\n`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const END = "0\r\n\r\n";
const ZEROS = Buffer.alloc(64 * 1024 * 1024);
const question = encodeURIComponent("{ __typename }");
const packed = (encoding: string) => ({ "content-encoding": encoding });
const mine = { authorization: `Bearer ${KEY}` };

/** Bodies: what they say they are, how they are packed, how they come. */
export const BODIES: readonly Attack[] = [
  {
    name: "a batch of 1,000 operations",
    send: posts(JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: "{ __typename }" })))),
    expected: "400 BAD_REQUEST",
  },
  { name: "a body of 257 KB", send: posts(`{"query":"${"x".repeat(257 * 1024)}"}`), expected: "413 BAD_REQUEST" },
  { name: "JSON nested 100,000 deep", send: posts("[".repeat(100_000) + "]".repeat(100_000)), expected: "400 BAD_REQUEST" },
  { name: "JSON that is cut off", send: posts(QUESTION.slice(0, -3)), expected: "400 BAD_REQUEST" },
  {
    name: "JSON with 20,000 keys that are one",
    send: posts(`{${'"query":"x",'.repeat(20_000)}"query":"{ __typename }"}`),
    expected: "200",
  },
  { name: "a body of zeros", send: posts(Buffer.alloc(200_000)), expected: "400 BAD_REQUEST" },
  {
    name: "a body in UTF-16",
    send: posts(Buffer.from(QUESTION, "utf16le"), { "content-type": "application/json; charset=utf-16" }),
    expected: /^4(00|15) BAD_REQUEST$/,
  },
  ...[
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/graphql",
    "x".repeat(4_000),
  ].map(
    (type): Attack => ({
      name: `a body of type ${type.slice(0, 40)}`,
      send: posts(QUESTION, { "content-type": type }),
      expected: "415 BAD_REQUEST",
    }),
  ),
  {
    name: "a form with a file of 200 KB",
    send: posts(`--x\r\ncontent-disposition: form-data; name="0"; filename="a"\r\n\r\n${"x".repeat(200_000)}\r\n--x--\r\n`, {
      "content-type": "multipart/form-data; boundary=x",
    }),
    expected: "415 BAD_REQUEST",
  },
  { name: "64 MB in 64 KB of gzip", send: posts(gzipSync(ZEROS), packed("gzip")), expected: "413 BAD_REQUEST" },
  { name: "64 MB in 64 KB of deflate", send: posts(deflateSync(ZEROS), packed("deflate")), expected: "413 BAD_REQUEST" },
  { name: "64 MB in 100 bytes of brotli", send: posts(brotliCompressSync(ZEROS), packed("br")), expected: "413 BAD_REQUEST" },
  { name: "64 MB in 64 KB of gzip, with a key", send: posts(gzipSync(ZEROS), { ...packed("gzip"), ...mine }), expected: "413 BAD_REQUEST" },
  { name: "gzip of gzip, as one", send: posts(gzipSync(gzipSync(ZEROS)), packed("gzip")), expected: "400 BAD_REQUEST" },
  { name: "gzip of gzip, as two", send: posts(gzipSync(gzipSync(QUESTION)), packed("gzip, gzip")), expected: "415 BAD_REQUEST" },
  { name: "gzip that is none", send: posts("x".repeat(100_000), packed("gzip")), expected: "400 BAD_REQUEST" },
  { name: "gzip that is cut off", send: posts(gzipSync(QUESTION).subarray(0, 20), packed("gzip")), expected: "400 BAD_REQUEST" },
  { name: "a packing that nobody knows", send: posts(QUESTION, packed("zip")), expected: "415 BAD_REQUEST" },
  {
    name: "a load of 9 MB, with a key",
    send: posts(`{"query":"${"x".repeat(9 * 1024 * 1024)}"}`, mine),
    expected: /^(413 BAD_REQUEST|closed)$/,
  },
];

/** Paths and methods. */
export const PATHS: readonly Attack[] = [
  ...[
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/package.json",
    "/assets/..%5c..%5cpackage.json",
    "/assets/%252e%252e/package.json",
    "//etc/passwd",
    "/.git/config",
    "/index.html%00.js",
  ].map(
    (path): Attack => ({
      name: `a path to files of others: ${path}`,
      send: sends(path),
      expected: /^(400|403|404) (BAD_REQUEST|NOT_FOUND)$/,
    }),
  ),
  { name: "a path that can't be decoded", send: sends("/%E0%A4%A"), expected: "400 BAD_REQUEST" },
  { name: "a path of 12,000 letters", send: sends(`/${"a".repeat(12_000)}`), expected: /^4(04|14) / },
  { name: "a path of 5,000 folders", send: sends("/a".repeat(5_000)), expected: "404 NOT_FOUND" },
  { name: "a query of 100 KB by GET", send: wires(get(`/graphql?query=${"x".repeat(100_000)}`)), expected: "431" },
  {
    name: "a query by GET, with a format that nobody knows",
    send: sends(`/graphql?query=${question}&format=${"x".repeat(5_000)}`),
    expected: "400 BAD_REQUEST",
  },
  { name: "a query by GET with 2,000 parameters", send: sends(`/graphql?query=${question}&${"a=&".repeat(2_000)}`), expected: "200" },
  { name: "a query by GET with two queries", send: sends(`/graphql?query=${question}&query=${question}`), expected: /^400 / },
  { name: "variables by GET that are no JSON", send: sends(`/graphql?query=${question}&variables={`), expected: /^400 / },
  {
    name: "a load by GET, with a key",
    send: sends(`/graphql?query=${encodeURIComponent("mutation { load(input: { files: [] }) { recomputed } }")}`, { headers: mine }),
    expected: "405 BAD_REQUEST",
  },
  { name: "TRACE", send: wires(`TRACE / HTTP/1.1\r\n${HOST}${CLOSE}\r\n`), expected: /^40[45]$/ },
  { name: "CONNECT", send: wires(`CONNECT example.org:443 HTTP/1.1\r\n${HOST}${CLOSE}\r\n`), expected: /^(closed|40[045])$/ },
  { name: "a method that nobody knows", send: wires(`BREW /graphql HTTP/1.1\r\n${HOST}${CLOSE}\r\n`), expected: "400" },
  { name: "OPTIONS for all there is", send: wires(`OPTIONS * HTTP/1.1\r\n${HOST}${CLOSE}\r\n`), expected: /^(200|204|40[045])$/ },
  { name: "HEAD with a query", send: sends(`/graphql?query=${question}`, { method: "HEAD" }), expected: /^(200|40[05])/ },
  { name: "DELETE", send: sends("/graphql", { method: "DELETE" }), expected: "405 METHOD_NOT_ALLOWED" },
  { name: "a backup without a key", send: sends("/backup"), expected: "403 FORBIDDEN" },
  { name: "a backup by HEAD", send: sends("/backup", { method: "HEAD", headers: mine }), expected: /^40[45]/ },
  { name: "the journal without a key", send: sends("/writes"), expected: "403 FORBIDDEN" },
  { name: "a journal of 1,000,000,000 writes", send: sends("/writes?last=1000000000", { headers: mine }), expected: "400 BAD_USER_INPUT" },
  {
    name: "an Accept of 3,000 types",
    send: sends(`/graphql?query=${question}`, { headers: { accept: "a/b;q=0.1,".repeat(1_200) } }),
    expected: /^(200|406|400)/,
  },
  {
    name: "2,000 ranges of one file",
    send: sends("/schema.graphql", { headers: { range: `bytes=${"0-1,".repeat(2_000)}0-1` } }),
    expected: "200",
  },
  {
    name: "2,000 ranges of one file of the page",
    send: sends("/", { headers: { range: `bytes=${"0-1,".repeat(2_000)}0-1` } }),
    expected: /^(200|206|416)/,
  },
  {
    name: "ranges that lie outside the file",
    send: sends("/", { headers: { range: "bytes=99999999999999999999-" } }),
    expected: /^(200|416)/,
  },
];

/** What only bytes can say: headers and lengths that contradict each other, that are no HTTP, that never end. */
export const WIRES: readonly Attack[] = [
  {
    name: "a length and chunks, of which each reader believes another",
    send: wires(`${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(QUESTION)}${END}`),
    expected: "400",
  },
  {
    name: "two lengths",
    send: wires(`${POST}Content-Length: 5\r\nContent-Length: ${QUESTION.length}\r\n\r\n${QUESTION}`),
    expected: "400",
  },
  { name: "a length with a sign", send: wires(`${POST}Content-Length: +${QUESTION.length}\r\n\r\n${QUESTION}`), expected: "400" },
  { name: "a length that no number holds", send: wires(`${POST}Content-Length: ${"9".repeat(40)}\r\n\r\n${QUESTION}`), expected: "400" },
  { name: "a length below zero", send: wires(`${POST}Content-Length: -1\r\n\r\n${QUESTION}`), expected: "400" },
  {
    name: "chunks that are not the last coding",
    send: wires(`${POST}Transfer-Encoding: chunked, identity\r\n\r\n${chunk(QUESTION)}${END}`),
    expected: "400",
  },
  {
    name: "a coding that nobody knows",
    send: wires(`${POST}Transfer-Encoding: xchunked\r\n\r\n${chunk(QUESTION)}${END}`),
    expected: "400",
  },
  {
    name: "chunks written with a tab before their name",
    send: wires(`${POST}Transfer-Encoding:\tchunked\r\nContent-Length: 3\r\n\r\n${chunk(QUESTION)}${END}`),
    expected: "400",
  },
  {
    name: "a request behind the end of another's body",
    send: wires(
      `${POST.replace(CLOSE, "")}Content-Length: ${QUESTION.length}\r\n\r\n${QUESTION}GET /livez HTTP/1.1\r\n${HOST}${CLOSE}\r\n`,
    ),
    expected: "2 × 200",
  },
  { name: "chunks of no number", send: wires(`${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n${QUESTION}\r\n`), expected: "400" },
  {
    name: "a chunk of 2^64",
    send: wires(`${POST}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n${QUESTION}\r\n`),
    expected: "400",
  },
  {
    name: "chunks of one letter each, 20,000 of them",
    send: wires(`${POST}Transfer-Encoding: chunked\r\n\r\n${"1\r\nx\r\n".repeat(20_000)}${END}`),
    expected: "400",
  },
  {
    name: "chunks with 100 KB of notes on each",
    send: wires(`${POST}Transfer-Encoding: chunked\r\n\r\n1;${"x".repeat(100_000)}\r\n{\r\n${END}`),
    expected: /^4(00|13)$/,
  },
  {
    name: "chunks with a megabyte behind their end",
    send: wires(`${POST}Transfer-Encoding: chunked\r\n\r\n${chunk(QUESTION)}0\r\n${"a: b\r\n".repeat(170_000)}\r\n`),
    expected: /^(431|400|413)$/,
  },
  {
    name: "chunks of 1 MB without an end",
    send: wires(`${POST}Transfer-Encoding: chunked\r\n\r\n${chunk("x".repeat(1_048_576))}`),
    expected: "413",
  },
  { name: "a header of 64 KB", send: wires(get("/livez", `x: ${"x".repeat(65_536)}\r\n`)), expected: "431" },
  { name: "20,000 headers", send: wires(get("/livez", "a: b\r\n".repeat(20_000))), expected: "431" },
  { name: "2,500 headers", send: wires(get("/livez", "a:b\r\n".repeat(2_500))), expected: "200" },
  { name: "a header that goes on in the next line", send: wires(get("/livez", "x: y\r\n z\r\n")), expected: "400" },
  { name: "a header with a space behind its name", send: wires(get("/livez", "Content-Length : 3\r\n")), expected: "400" },
  { name: "a header with a zero in it", send: wires(get("/livez", "x: a\0b\r\n")), expected: "400" },
  { name: "line ends of one kind only", send: wires("GET /livez HTTP/1.1\nHost: localhost\nConnection: close\n\n"), expected: "400" },
  { name: "no host", send: wires(`GET /livez HTTP/1.1\r\n${CLOSE}\r\n`), expected: "400" },
  {
    name: "another host, in the first line",
    send: wires(`GET http://example.org/livez HTTP/1.1\r\n${HOST}${CLOSE}\r\n`),
    expected: /^(200|400|404)$/,
  },
  {
    name: "a host that would break a log's line",
    send: wires(`GET /livez HTTP/1.1\r\nHost: a"b{}\\\r\n${CLOSE}\r\n`),
    expected: /^(200|400)$/,
  },
  { name: "HTTP/2 without asking", send: wires("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), expected: "400" },
  { name: "HTTP/0.9", send: wires("GET /livez\r\n\r\n"), expected: /^[24]00$/ },
  { name: "the hello of TLS", send: wires(Buffer.from("16030100f1010000ed0303", "hex")), expected: /^(400|closed)$/ },
  {
    name: "an upgrade to a web socket",
    send: wires(get("/graphql", "Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n").replace("close", "upgrade"), 500),
    expected: /^400/,
  },
  {
    name: "a body that is announced and waited for",
    send: wires(`${POST}Content-Length: ${QUESTION.length}\r\nExpect: 100-continue\r\n\r\n${QUESTION}`),
    expected: /200$/,
  },
  {
    name: "a body that is announced to something else",
    send: wires(`${POST}Content-Length: ${QUESTION.length}\r\nExpect: x\r\n\r\n${QUESTION}`),
    expected: "417",
  },
  {
    name: "300 requests in one piece",
    send: wires(`${`GET /livez HTTP/1.1\r\n${HOST}\r\n`.repeat(299)}${get("/livez")}`),
    expected: "300 × 200",
  },
];
