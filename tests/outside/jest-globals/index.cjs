module.exports = globalThis[Symbol.for("trade-graph.jest-globals")];
