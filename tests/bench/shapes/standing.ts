/**
 * That a measure is in force on a day, in Cypher, by docs/status.md as far as this world goes: all its dates are days, no end and no pause is itself
 * ended or on hold, and nothing is replaced or prolonged.
 */
export const isInForce = (measure: string, day: string) => `${measure}.announcedOn <= ${day} AND ${measure}.inForceFrom <= ${day}
    AND (${measure}.inForceUntil IS NULL OR ${measure}.inForceUntil >= ${day})
    AND NOT EXISTS { (${measure})<-[stop:ENDS]-() WHERE stop.since <= ${day} }
    AND NOT EXISTS { (${measure})<-[pause:SUSPENDS]-() WHERE pause.since <= ${day} AND pause.until >= ${day} }`;
