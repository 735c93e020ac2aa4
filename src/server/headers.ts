import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet, { type HelmetOptions } from "helmet";

/** No request of a page leaves this server (scripts, styles, fonts and workers come from here alone), and no type is guessed. */
const OPTIONS: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      workerSrc: ["'self'", "blob:"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'", "data:"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
    },
  },
  // Answers are public: pages of other origins may show them, where CORS lets them read.
  crossOriginResourcePolicy: { policy: "cross-origin" },
  // Whether there is TLS before this server is not known here; who puts it there sets this header there.
  strictTransportSecurity: false,
};

/**
 * Gives every answer the headers that protect those who read it in a browser. They are the same for all, so they are made once. As headers of
 * fastify's reply, not of Node's, which would be merged with those one by one: made and merged for each answer they took half of the time of `/livez`.
 */
export function sendSecurityHeaders(server: FastifyInstance): void {
  const headers = securityHeaders();
  server.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** What helmet sets on an answer that goes nowhere. */
function securityHeaders(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(OPTIONS)(request, response, (error) => {
    if (error) throw error;
  });
  return response.getHeaders();
}
