/** Chains of acts that are walked level by level: ladders of escalation, causes and effects. */
export { causalChain } from "./causal-chain.ts";
export { escalation, RELIEF } from "./escalation.ts";
