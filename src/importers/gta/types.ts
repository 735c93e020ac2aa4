/** Global Trade Alert's intervention types in our words. */

/** Kind (MeasureKind) and, where the type itself says it, flow (TradeFlow). */
type Meaning = readonly [kind: string, flow?: "IMPORT" | "EXPORT" | "OTHER"];

/** Types that occur beside the documented ones; in lower case. */
const UNDOCUMENTED: ReadonlySet<string> = new Set(["lending support", "equity stake", "financial investment support"]);

/** The documented types that have a kind here, and those that occur beside them; in lower case. */
const TYPES = new Map<string, Meaning>(
  Object.entries({
    "import tariff": ["TARIFF", "IMPORT"],
    "export tax": ["TARIFF", "EXPORT"],
    "import licensing requirement": ["LICENSING", "IMPORT"],
    "export licensing requirement": ["LICENSING", "EXPORT"],
    "import ban": ["BAN", "IMPORT"],
    "export ban": ["BAN", "EXPORT"],
    "import quota": ["QUOTA", "IMPORT"],
    "import tariff quota": ["TARIFF_QUOTA", "IMPORT"],
    "export quota": ["QUOTA", "EXPORT"],
    "export tariff quota": ["TARIFF_QUOTA", "EXPORT"],
    "voluntary export-restraint arrangements": ["QUOTA", "EXPORT"],
    "anti-dumping": ["ANTI_DUMPING", "IMPORT"],
    "anti-subsidy": ["COUNTERVAILING", "IMPORT"],
    safeguard: ["SAFEGUARD", "IMPORT"],
    "special safeguard": ["SAFEGUARD", "IMPORT"],
    "minimum import price": ["PRICE_CONTROL", "IMPORT"],
    "import price benchmark": ["PRICE_CONTROL", "IMPORT"],
    "export price benchmark": ["PRICE_CONTROL", "EXPORT"],
    "voluntary export-price restraints": ["PRICE_CONTROL", "EXPORT"],
    "other import charges": ["FEE", "IMPORT"],
    "import monitoring": ["SCRUTINY", "IMPORT"],
    "sanitary and phytosanitary measure": ["REGULATION"],
    "technical barrier to trade": ["REGULATION"],
    "intellectual property protection": ["REGULATION", "OTHER"],
    "local content requirement": ["REGULATION", "IMPORT"],
    "local operations requirement": ["REGULATION"],
    "local labour requirement": ["REGULATION", "OTHER"],
    "local value added requirement": ["REGULATION"],
    "local supply requirement for exports": ["REGULATION", "EXPORT"],
    "distribution restriction": ["REGULATION"],
    "fdi: entry and ownership rule": ["REGULATION", "OTHER"],
    "fdi: treatment and operations, nes": ["REGULATION", "OTHER"],
    "post-migration treatment": ["REGULATION", "OTHER"],
    "labour market access": ["REGULATION", "OTHER"],
    "capital injection and equity stakes (including bailouts)": ["SUBSIDY"],
    "state loan": ["SUBSIDY"],
    "financial grant": ["SUBSIDY"],
    "in-kind grant": ["SUBSIDY"],
    "production subsidy": ["SUBSIDY"],
    "consumption subsidy": ["SUBSIDY"],
    "interest payment subsidy": ["SUBSIDY"],
    "loan guarantee": ["SUBSIDY"],
    "tax or social insurance relief": ["SUBSIDY"],
    "price stabilisation": ["SUBSIDY"],
    "state aid, nes": ["SUBSIDY"],
    "state aid, unspecified": ["SUBSIDY"],
    "import incentive": ["SUBSIDY", "IMPORT"],
    "tax-based export incentive": ["SUBSIDY", "EXPORT"],
    "export subsidy": ["SUBSIDY", "EXPORT"],
    "other export incentive": ["SUBSIDY", "EXPORT"],
    "trade finance": ["SUBSIDY", "EXPORT"],
    "financial assistance in foreign market": ["SUBSIDY", "EXPORT"],
    "fdi: financial incentive": ["SUBSIDY", "OTHER"],
    "local content incentive": ["SUBSIDY"],
    "local value added incentive": ["SUBSIDY"],
    "local operations incentive": ["SUBSIDY"],
    "local labour incentive": ["SUBSIDY", "OTHER"],
    "lending support": ["SUBSIDY"],
    "equity stake": ["SUBSIDY"],
    "financial investment support": ["SUBSIDY"],
  }) as [string, Meaning][],
);

/** What a type of intervention is here, and what is odd about it (null: nothing); `kind` is OTHER where we have no kind for it. */
export function meaningOf(type: string): { readonly kind: string; readonly flow: string | null; readonly note: string | null } {
  const [kind = null, flow = null] = TYPES.get(type.trim().toLowerCase()) ?? [];
  const note =
    kind === null
      ? `intervention_type "${type}" has no kind of its own here: OTHER`
      : UNDOCUMENTED.has(type.trim().toLowerCase())
        ? `intervention_type "${type}" is none of the documented ones: ${kind}`
        : null;
  return { kind: kind ?? "OTHER", flow: flow ?? /^(import|export)\b/i.exec(type.trim())?.[1]?.toUpperCase() ?? null, note };
}
