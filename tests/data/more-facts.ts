/** Facts of the episodes that the questions on rates, on lithium and cobalt, on subsidies and on steel need: each by its claim, with the page that states it. */
export const MORE_FACTS: Readonly<Record<string, string>> = {
  "st-01": "https://www.thompsonhinesmartrade.com/2025/04/president-trump-issues-clarification-on-application-of-various-ieepa-tariffs/",
  "st-01-b": "https://legistrack.vercel.app/bills/eo/cmg8v6w9c001hvgdk6v6ukc80",
  "st-02":
    "https://worldtradescanner.com/Clarification%20of%20Exceptions%20Under%20Executive%20Order%2014257%20of%20April%202,%202025,%20as%20Amended.htm",
  "st-02-b": "https://americanfocus.online/?p=42222",
  "st-03": "https://globaltradealert.org/reports/US-Reciprocal-Tariff-EO-Explained",
  "st-04":
    "https://www.thompsonhinesmartrade.com/2026/02/president-trump-implements-temporary-import-duties-under-section-122-of-the-trade-act-of-1974-and-continues-the-suspension-of-duty-free-de-minimis-exception-for-international-shipments",
  "ut-12-c":
    "https://www.thompsonhinesmartrade.com/2026/02/president-trump-implements-temporary-import-duties-under-section-122-of-the-trade-act-of-1974-and-continues-the-suspension-of-duty-free-de-minimis-exception-for-international-shipments",
  "li-01":
    "https://www.marketscreener.com/quote/stock/CHENGXIN-LITHIUM-GROUP-CO-6500209/news/Zimbabwe-bans-raw-lithium-exports-to-curb-artisanal-mining-42590011/?utm_medium=RSS&utm_content=20221220",
  "li-02": "https://pindula.co.zw/2023/01/06/zimbabwe-bans-export-of-unbenecifiated-base-mineral-ores",
  "li-03": "https://www.africanews.com/2026/02/25/zimbabwe-bans-all-raw-mineral-exports-with-immediate-effect/",
  "li-04": "https://www.thestar.com.my/news/world/2023/06/09/namibia-to-restrict-export-of-unprocessed-essential-minerals",
  "li-05": "https://www.mondaq.com/china/mining/1658182/chinas-battery-technology-export-restrictions-cathode-lithium-gallium",
  "su-01":
    "https://newsletter.mw.creamermedia.com/article/australia-passes-critical-minerals-tax-incentives-to-boost-local-processing-2025-02-12",
  "su-01-b": "https://consult.treasury.gov.au/c2025-690113",
  "su-02": "https://www.mondaq.com/unitedstates/tax-authorities/1542384/treasury-and-irs-issue-final-regulations-on-section-45x",
  "su-02-b": "https://www.greencarcongress.com/2024/10/20241027-treasury.html",
  "su-03": "https://regfollower.com/us-treasury-publishes-final-rules-on-clean-energy-production-tax-credits",
  "su-04":
    "https://theoregongroup.com/investment-news/critical-minerals-mining-gets-tax-credits-and-1-5-billion-infrastructure-fund-in-canadas-2023-budget/",
  "su-05":
    "https://www.ndtvprofit.com/economy-finance/cabinet-clears-rs-1500-crore-incentive-scheme-in-push-for-rare-earth-critical-minerals",
  "su-06": "https://www.dynamitenews.com/business/govt-clears-massive-rs7280cr-incentive-push-to-boost-indias-rare-earths-industry",
  "sd-01": "https://lexaris.ch/book/version/documentflat/head/8513876",
  "sd-02": "https://eurometal.net/eu-imposes-ad-on-tinplated-flat-rolled-steel-from-china/",
  "sd-03": "https://www.steelorbis.com/steel-news/latest-news/eu-imposes-definitive-ad-duties-on-tinplate-from-china-1394047.htm",
  "sd-04":
    "https://supplychaincompliance.bakermckenzie.com/2025/02/26/vietnam-imposes-preliminary-anti-dumping-duties-on-chinese-hot-rolled-steel",
  "sd-05": "https://www.steelorbis.com/steel-news/latest-news/vietnam-imposes-definitive-ad-duty-on-hrc-from-china-1399298.htm",
  "sd-06": "https://www.steelorbis.com/steel-news/latest-news/south-korea-launches-ad-investigation-on-hr-plates-from-china-1361166.htm",
  "sd-07": "https://seaisi.org/details/26531?type=news-rooms",
  "sd-08": "https://www.steelorbis.com/steel-news/latest-news/south-korea-imposes-five-year-ad-duties-on-chinese-steel-plates-1421643.htm",
};
