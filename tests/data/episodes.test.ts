import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { MORE_FACTS } from "./more-facts.ts";

/** Every fact of the episodes, by its claim, with the page that states it. */
const FACTS: Readonly<Record<string, string>> = {
  ...MORE_FACTS,
  "re-01": "https://osencmagnet.com/export-controls-on-rare-earth-elements/",
  "re-02": "https://hklaw.com/en/insights/publications/2025/04/china-imposes-export-controls-on-medium-and-heavy-rare-earth-materials",
  "re-03": "https://www.nasdaq.com/articles/china-bans-export-of-rare-earths-processing-technologies",
  "re-04": "https://policycn.com/commentaries/prc-expands-control-over-rare-earth-trade-39379",
  "re-05": "https://udumbara.net/european-auto-suppliers-hit-by-factory-closures-amid-chinas-rare-earth-curbs",
  "re-06": "https://www.straitstimes.com/asia/east-asia/china-issues-rare-earth-licenses-to-suppliers-of-top-3-us-automakers-sources-say",
  "re-07": "https://www.caixinglobal.com/2025-06-12/beijing-gives-magnet-maker-green-light-to-export-rare-earths-to-us-102329686.html",
  "re-08": "http://www.yuzhongnet.com/a/202506/13/WS684b7b06a310a04af22c5fe3.html",
  "re-09": "https://newswek.pl/?p=3299",
  "re-10": "https://www.arabnews.pk/node/2604537/world",
  "re-11": "https://profit.pakistantoday.com.pk/2025/07/21/chinas-rare-earth-magnet-exports-to-u-s-jump-660-in-june",
  "re-12": "https://www.timeslive.co.za/news/world/2025-07-20-chinas-exports-of-rare-earth-magnets-to-the-us-skyrocket-in-june/",
  "re-13": "https://www.kitco.com/news/off-the-wire/2025-08-20/chinas-rare-earth-magnet-exports-hit-six-month-high-july",
  "re-14": "https://www.chinastrategy.org/2025/07/24/eu-and-china-agree-on-plan-to-iron-out-rare-earth-export-restrictions-von-der-leyen",
  "re-15": "https://www.tomshardware.com/tech-industry/china-issues-first-batch-of-general-rare-earth-export-licenses-to-magnet-makers",
  "re-16": "http://www.yuzhongnet.com/a/202506/13/WS684b7b06a310a04af22c5fe3.html",
  "re-17": "https://www.daviscapitalsite.com/?p=4697",
  "gv-01": "https://abcnews.go.com/US/us-china-announce-deal-cut-reciprocal-tariffs-90/story?id=121702514",
  "gv-02": "https://en.portnews.ru/news/376823/",
  "gv-03": "https://en.portnews.ru/news/376823/",
  "gv-04": "https://en.portnews.ru/news/376823/",
  "gv-05": "https://www.channelnewsasia.com/world/trump-china-totally-violated-geneva-deal-us-tariffs-5160616",
  "gv-06": "https://caliber.az/en/post/china-accuses-us-of-serious-trade-truce-breach-threatens-firm-response",
  "ld-01": "https://www.anews.com.tr/world/2025/06/05/trump-says-call-with-xi-resulted-in-a-very-positive-conclusion-for-both-countries",
  "ld-02": "https://am1.news/usconservative/topic/nyt/6-slug-china-confirms-trade-framework-with-us-to-lift-export-controls",
  "ld-03": "https://www.upi.com/Top_News/US/2025/06/11/China-Trump-Xi-trade-tariff-rare-earth-student-deal-done/9411749655327/",
  "ld-04": "https://www.upi.com/Top_News/US/2025/06/11/China-Trump-Xi-trade-tariff-rare-earth-student-deal-done/9411749655327/",
  "ld-05": "https://www.brecorder.com/news/40369906/us-says-deal-with-beijing-will-expedite-rare-earth-exports-from-china",
  "ld-06": "https://www.newsmax.com/finance/streettalk/china-rare-earth/2025/06/27/id/1216682/",
  "ld-07": "https://www.brecorder.com/news/40369906/us-says-deal-with-beijing-will-expedite-rare-earth-exports-from-china",
  "ld-08": "https://www.brecorder.com/news/40369906/us-says-deal-with-beijing-will-expedite-rare-earth-exports-from-china",
  "ld-09": "https://www.telegraphindia.com/world/us-and-china-reach-deal-to-resume-rare-earth-shipments-amid-trade-talks/cid/2110035",
  "ld-10": "https://cas.fudan.edu.cn/info/1217/25373.htm",
  "ld-11":
    "https://www.business-standard.com/economy/news/donald-trump-trade-deals-us-china-india-tariff-talks-piyush-goyal-125062700088_1.html",
  "xc-01":
    "https://www.crowell.com/en/insights/client-alerts/us-department-of-commerce-rescinds-biden-administrations-ai-diffusion-export-control-rule-and-issues-new-guidance-on-huawei-chips-for-ai-purposes-and-diligence-expectations",
  "xc-02":
    "https://exportcompliancedaily.com/article/2025/05/20/bis-eliminates-language-saying-use-of-huawei-ascend-chips-anywhere-violates-export-controls-2505190030?BC=bc_675274a9631c6",
  "xc-03": "https://diyatvusa.com/the-trump-administration-suspends-chip-design-software-exports-to-china/",
  "xc-04": "http://kirkland.com/publications/kirkland-alert/2025/06/bis-takes-aim-at-chinese-semiconductor",
  "xc-05": "https://chambers.com/articles/technology-transfers-in-response-to-us-export-controls",
  "xc-06": "https://www.ssbcrack.com/2025/05/usa-reportedly-halts-jet-engine-sales-to-chinas-comac-amid-tech-tensions.html",
  "xc-07": "https://www.upi.com/Top_News/US/2025/05/28/China-student-visas/3741748485986/",
  "xc-08": "https://www.industrialinfo.com/news/article.jsp?newsitemID=342691",
  "xc-09": "https://www.industrialinfo.com/news/article.jsp?newsitemID=342691",
  "xc-10": "https://www.industrialinfo.com/news/article.jsp?newsitemID=342691",
  "xc-11": "https://www.maritimeprofessional.com/news/allows-ethane-shipped-china-unloaded-407267",
  "xc-12": "https://gcaptain.com/u-s-lifts-ethane-export-restrictions-to-china-as-trade-tensions-ease",
  "xc-13": "https://cas.fudan.edu.cn/info/1217/25373.htm",
  "xc-14":
    "https://www.peoplenewstoday.com/news/en/2025/07/03/1108470.html.US-lifts-license-suspensions-for-GE-jet-engines-to-Chinas-COMAC.html",
  "xc-15": "https://www.industrialinfo.com/news/article.jsp?newsitemID=343325",
  "xc-16":
    "https://www.bis.gov/press-release/cadence-design-systems-pay-95-million-penalty-bis-unauthorized-exports-chinese-entities-tied-development",
  "fd-01": "https://www.cbtnews.com/ford-faces-production-setbacks-amid-rare-earth-magnet-shortage/",
  "fd-02": "https://fordauthority.com/2025/06/ford-ceo-jim-farley-says-rare-earth-shortage-has-shut-down-factories/",
  "fd-03": "https://fordauthority.com/2025/07/ford-plants-shut-down-for-weeks-over-rare-earth-magnet-shortage/amp",
  "fd-04": "https://japantoday.com/category/business/suzuki-halts-production-of-swift-over-china%27s-rare-earth-export-curbs",
  "fd-05": "https://www.ecgassociation.eu/article?id=faa27982-8be9-466e-8bba-a34e6f13c625",
  "fd-06": "https://www.ecgassociation.eu/article?id=faa27982-8be9-466e-8bba-a34e6f13c625",
  "fd-07": "https://www.ndtvprofit.com/world/china-oks-rare-earth-exports-to-us-carmakers-reuters-says",
  "fd-08": "https://www.devdiscourse.com/article/headlines/3350429-mp-materials-halts-rare-earths-shipment-to-china-amid-tariff-war",
  "fd-09": "https://wallstreetpit.com/127988-mp-materials-skyrockets-48-as-pentagon-pumps-400m-into-rare-earth-powerhouse/",
  "fd-10": "https://www.australianmining.com.au/lynas-produces-worlds-first-dysprosium-outside-of-china/",
  "fd-11": "https://udumbara.net/chinas-rare-earth-exporter-says-it-got-export-licenses-for-us-and-other-regions",
  "fd-12": "https://www.cumhuriyetdaily.com/world/china-lifts-ban-on-boeing-deliveries-following-us-china-trade-2137804",
  "fd-13": "https://mfame.guru/?p=347601",
  "fd-14":
    "https://api.datargy.com/publications/world-news/enterprise-products-ceo-criticizes-commerce-departments-ethane-export-restrictions-to-china",
  "ue-01": "https://geopolitechs.org/p/chinas-first-ever-use-of-export-control",
  "ue-02": "https://en.dahe.cn/2025/01-03/1874748.html",
  "ue-03": "https://newsmantv.com/uncategorized/china-announced-immediate-export-restrictions-on-the-five-critical-metals",
  "ue-04": "https://www.lexblog.com/2025/02/05/china-announces-retaliatory-tariffs-and-other-trade-actions-against-the-u-s/",
  "ue-05": "https://www.wbaa.org/2025-03-04/china-slaps-extra-tariffs-of-up-to-15-on-imports-of-major-u-s-farm-exports",
  "ue-06": "https://www.wbaa.org/2025-03-04/china-slaps-extra-tariffs-of-up-to-15-on-imports-of-major-u-s-farm-exports",
  "ue-07": "http://en.people.cn/n3/2025/0304/c90000-20284320.html",
  "ue-08":
    "https://www.devdiscourse.com/article/headlines/3285206-china-counters-us-tariffs-with-import-suspensions-on-soybeans-and-lumber",
  "ue-09": "https://manufacturingdive.com/news/china-government-sanctions-us-defense-manufacturing-skydio-boeing-insitu/744466",
  "ue-10": "https://globaltimes.cn/page/202504/1331468.shtml?id=12",
  "ue-11": "https://manufacturingdive.com/news/china-government-sanctions-us-defense-manufacturing-skydio-boeing-insitu/744466",
  "ue-12":
    "https://www.financialexpress.com/world-news/in-retaliation-to-trump-tariffs-china-blacklists-12-us-firms-heres-the-list/3805310",
  "ue-13": "https://www.shine.cn/news/nation/2505153828/",
  "ue-14": "https://www.shine.cn/news/nation/2505153828/",
  "ue-15":
    "https://economia.uol.com.br/noticias/estadao-conteudo/2025/08/12/china-anuncia-alteracoes-em-medidas-de-controle-de-exportacao-contra-empresas-dos-eua.htm",
  "ue-16":
    "https://www.devdiscourse.com/article/technology/3628373-china-says-nvidia-violated-antimonopoly-laws-according-to-preliminary-investigation",
  "ue-17":
    "https://www.devdiscourse.com/article/technology/3628373-china-says-nvidia-violated-antimonopoly-laws-according-to-preliminary-investigation",
  "ue-18": "https://tass.com/world/2027641",
  "ue-19":
    "https://www.livemint.com/companies/news/china-says-qualcomm-admits-failing-to-report-autotalks-acquisition-antitrust-probe-threat-looms-over-chipmaker-11760264149797.html",
  "ue-20": "http://www.talltimberlegend.com/articles/china-remove-farm-tariffs",
  "ut-01": "https://www.govinfo.gov/content/pkg/FR-2025-02-07/html/2025-02408.htm",
  "ut-02":
    "https://newsnetdaily.com/additional-modification-of-tasks-concerning-the-supply-chain-in-synthetic-opioids-in-the-peoples-republic-of-china-applied-to-low-value-imports",
  "ut-03": "https://jdsupra.com/legalnews/tariff-tsunami-understanding-the-2780087",
  "ut-04": "https://www.govinfo.gov/content/pkg/FR-2025-04-14/html/2025-06378.htm",
  "ut-05": "https://govinfo.gov/content/pkg/FR-2025-04-15/html/2025-06462.htm",
  "ut-06": "https://www.steelorbis.com/steel-news/latest-news/china-raises-tariffs-on-us-goods-to-125-percent-1387252.htm",
  "ut-07": "https://www.govinfo.gov/content/pkg/FR-2025-05-21/html/2025-09297.htm",
  "ut-08": "https://legistrack.vercel.app/bills/eo/cmg8v6rh80008vgdktivzvt80",
  "ut-09":
    "https://www.mondaq.com/unitedstates/export-controls-trade-investment-sanctions/1702762/united-states-begins-implementing-us-china-trade-arrangement-lowers-fentanyl-related-tariffs-and-delays-reciprocal-tariff-rate-hike",
  "ut-10":
    "https://www.mondaq.com/unitedstates/export-controls-trade-investment-sanctions/1702762/united-states-begins-implementing-us-china-trade-arrangement-lowers-fentanyl-related-tariffs-and-delays-reciprocal-tariff-rate-hike",
  "ut-11":
    "https://www.mondaq.com/unitedstates/international-trade-investment/1751294/understanding-the-new-section-122-tariffs-and-the-end-of-ieepa-tariff-actions",
  "ut-12":
    "https://www.mondaq.com/unitedstates/international-trade-investment/1753392/trump-imposes-section-122-tariffs-after-halting-ieepa-tariffs-previews-new-section-301-investigations",
  "ut-13":
    "https://www.mondaq.com/china/international-trade-investment/1624812/may-13-2025-%7C-us-reduces-125-reciprocal-tariffs-against-china-to-10-for-90-days-china-reduces-its-retaliatory-tariffs-to-10-for-90-days",
  "ct-01":
    "https://www.strtrade.com/trade-news-resources/str-trade-report/trade-report/february/china-announces-retaliatory-measures-in-response-to-new-tariffs",
  "ct-02": "https://www.mexc.fm/id-ID/news/154667",
  "ct-03": "https://manufacturingdive.com/news/china-government-sanctions-us-defense-manufacturing-skydio-boeing-insitu/744466",
  "ct-04": "https://en.portnews.ru/news/375703/",
  "ct-05": "https://en.portnews.ru/news/375812",
  "ct-06": "https://www.shine.cn/news/nation/2505142861/",
  "ct-07": "https://www.lexiscn.com/latest_message.php?access=show_detail&id=491425",
  "ct-08": "https://www.mexc.fm/id-ID/news/154667",
  "ct-09": "http://www.talltimberlegend.com/articles/china-remove-farm-tariffs",
  "ct-10": "https://web.wtocenter.org.tw/Page/13317/409298",
  "ct-11": "http://web.wtocenter.org.tw/Page/13669/411503",
  "tk-01": "https://www.highplainspundit.com/2025/07/us-and-eu-agree-to-trade-agreement.html",
  "tk-02": "https://freshfromchina.com/china-and-the-u-s-hold-madrid-talks-on-tiktok-and-other-trade-issues",
  "lc-01": "https://www.wikiwand.com/en/articles/Learning_Resources,_Inc._v._Trump",
  "lc-02": "https://www.thompsonhinesmartrade.com/?p=8582",
  "lc-03": "https://www.thompsonhinesmartrade.com/?p=8582",
  "lc-04": "https://en.wikipedia.org/wiki/Learning_Resources,_Inc._v._Trump",
  "cm-01": "https://www.deloitte.com/cn/en/pages/tax/articles/china-export-controls-on-gallium-and-germanium-related-items.html",
  "cm-02": "https://english.news.cn/20231020/b218269f9f9e4c708aae37c0ad3d4fe1/c.html",
  "cm-03":
    "https://um-material.com/news/announcement-no-33-of-2024-of-the-ministry-of-commerce-and-the-general-administration-of-customs-of-china-on-the-implementation-of-export-control-on-antimony-and-other-items",
  "cm-04": "https://news.devevil.com/china-bans-export-of-dual-use-metals-to-u-s-in-response-to-sanctions-563958.html",
  "cm-05":
    "https://www.strtrade.com/trade-news-resources/str-trade-report/trade-report/february/china-announces-retaliatory-measures-in-response-to-new-tariffs",
  "cm-06": "https://www.gvw.com/en/news/blog/detail/china-export-control-update",
  "ch-01": "https://api.ai-analytics.org/commerce-rule/2022-21658",
  "ch-02":
    "https://www.kelleydrye.com/viewpoints/blogs/trade-and-manufacturing-monitor/commerce-department-strengthens-semiconductor-and-advanced-computing-controls",
  "ch-03":
    "https://www.thompsonhinesmartrade.com/2024/12/bis-seeks-to-further-strengthen-export-controls-targeting-chinas-advanced-semiconductor-industry/",
  "ch-04":
    "https://www.6699global.com/content/1092-the-united-states-announced-the-revocation-of-the-ai-diffusion-rule-and-the-new-control-measures-are-aimed-at-huawei",
  "ch-05": "https://www.tradecomplianceresourcehub.com/",
  "ch-06": "https://euroasia24.com/?p=23530",
  "ch-07": "https://www.osoulmisrmagazine.com/415490",
  "ch-08":
    "https://thefederalregister.org/documents/2025-19001/expansion-of-end-user-controls-to-cover-affiliates-of-certain-listed-entities",
  "ch-09":
    "https://www.internationaltradeinsights.com/2025/11/bis-suspends-affiliates-rule-for-one-year-following-u-s-agreement-with-china",
  "ch-10": "https://www.afslaw.com/perspectives/national-security-counsel/bis-relaxes-export-license-review-h200-chips-china-and-macau",
  "us-01": "https://greatlakescustomslaw.com/blog/page/2/",
  "us-02": "https://www.whitecase.com/insight-alert/trump-administration-increases-steel-and-aluminum-section-232-tariffs-50-and-narrows",
  "us-03": "https://www.govinfo.gov/content/pkg/FR-2025-04-03/html/2025-05930.htm",
  "us-04":
    "https://www.mondaq.com/unitedstates/export-controls-trade-investment-sanctions/1661420/trump-administration-issues-proclamation-imposing-50-section-232-tariffs-export-controls-on-some-copper-scrap",
  "us-05": "https://www.policyriskreport.com/p/biden-finalizes-tariff-increases",
  "us-06": "https://www.freightwaves.com/news/white-house-pauses-de-minimis-ban-on-chinese-e-commerce",
  "us-07": "https://catch4all.com/positive/2025/Trump/China_Tariff4_8_25.html",
  "us-08": "https://www.govinfo.gov/content/pkg/FR-2025-08-05/html/2025-14897.htm",
  "us-09": "https://www.winston.com/en/blogs-and-podcasts/maritime-fedwatch/united-states-suspends-section-301-china-shipping-fees",
  "us-10": "https://catts.eu/customs-tariff-updates-october-2025/",
  "us-11": "https://gcaptain.com/one-month-in-u-s-halts-port-fees-aimed-at-countering-chinas-shipbuilding-dominance",
  "us-12":
    "https://www.thompsonhinesmartrade.com/2025/04/president-trump-directs-commerce-to-initiate-section-232-investigation-of-critical-mineral-imports/",
  "us-13":
    "https://www.thompsonhinesmartrade.com/2026/01/no-section-232-tariff-now-on-processed-critical-minerals-and-their-derivative-products",
  "us-14": "https://complianceconcourse.willkie.com/?p=16083",
  "us-15": "https://www.middleeastmonitor.com/20250508-us-sanctions-chinese-company-for-iranian-oil-purchase-amid-nuclear-talks/",
  "ob-01": "https://www.chemradar.com/en/news/detail/f3s7t2oy9qf4",
  "ob-02": "https://www.chemradar.com/en/news/detail/f3s7t2oy9qf4",
  "ob-03": "https://en.ckhq.net/html/16f9c2b7fdc5c52b80f12f35d0be1305.html",
  "ob-04": "https://longbridge.cn/news/260418920",
  "ob-05": "https://www.fredgao.com/p/china-implements-new-export-controls",
  "ob-06": "https://www.vbw.com/int/News/China-expands-export-controls-on-rare-earths.jsp",
  "ob-07":
    "https://www.livemint.com/news/us-news/uschina-tensions-rise-trump-announces-extra-100-tariffs-on-china-over-beijing-s-export-controls/amp-11760130242427.html",
  "ob-08":
    "https://taxnews.ey.com/news/2025-2220-us-president-announces-new-trade-and-economic-deal-with-china-and-commitments-to-republic-of-korea",
  "ob-09": "https://www.chemradar.com/en/news/detail/f3s7t2oy9qf4",
  "ob-10": "https://www.carmnet.com/?p=3284",
  "ev-01": "https://cnevpost.com/2026/02/11/vw-cupra-tavascan-exempted-from-eu-tariffs-on-chinese-evs",
  "ev-02": "https://www.clecat.org/en/news/newsletters/provisional-duties-on-chinese-electric-vehicles",
  "ev-03": "https://wisetechacademy.com/news/eu-imposes-countervailing-duties-on-imports-of-battery-electric-vehicles-bevs-from-china/",
  "ev-04": "https://cnevpost.com/2026/02/11/vw-cupra-tavascan-exempted-from-eu-tariffs-on-chinese-evs",
  "ev-05": "https://cnevpost.com/2026/02/11/vw-cupra-tavascan-exempted-from-eu-tariffs-on-chinese-evs",
  "ev-06": "http://en.people.cn/n3/2025/0704/c90000-20336013.html",
  "ev-07": "http://en.people.cn/n3/2025/0704/c90000-20336013.html",
  "ev-08": "https://www.devdiscourse.com/article/business/3492145-china-to-impose-duties-of-up-to-349-on-eu-brandy-starting-july-5",
  "ev-09": "https://ahdb.org.uk/news/how-china-s-final-anti-dumping-ruling-is-reshaping-eu-export-strategy-the-next-phase",
  "ev-10": "https://qazinform.com/news/china-to-impose-anti-dumping-duties-on-eu-pork-imports-from-december-17-b34c75",
  "ev-11": "https://www.agriland.ie/farming-news/china-imposes-new-duties-of-up-to-43-on-eu-dairy-products/",
  "cb-01":
    "https://tulli.fi/en/-/the-implementing-regulation-regarding-the-cbam-transitional-period-entered-into-force-on-16th-september-2023-updated-19-september-2023-",
  "cb-02":
    "https://dhlexpress.ro/en/about-shipments/information-on-regulation-eu-2023-956-establishing-a-border-carbon-adjustment-mechanism-cbam/",
  "cb-03": "https://fn.legal/en/cbam-amendment-regulation-entered-into-force/",
  "cb-04": "https://fn.legal/en/cbam-amendment-regulation-entered-into-force/",
  "ni-01":
    "https://www.hellenicshippingnews.com/indonesias-nickel-ore-export-ban-domestic-processing-requirements-found-violating-wto-rules/",
  "ni-02": "http://www.wto.org:80/english/tratop_e/dispu_e/cases_e/ds592_e.htm",
  "ni-03": "http://worldtradescanner.com/WTO%20Dispute%20Panel%20Report%20on%20Indonesia%20Nickel%20Ore%20Case.htm",
  "ni-04": "https://pubaffairsbruxelles.eu/eu-institution-news/wto-panel-rules-against-indonesias-export-limitations-on-raw-materials",
  "ni-05": "https://mqworld.com/2022/12/14/indonesia-appeals-wto-ruling-on-nickel-ore-export-ban-dispute/",
  "ru-01": "https://en.vestikavkaza.ru/material/157601",
  "ru-02": "https://ukranews.com/en/news/913015-eu-and-g7-approve-price-caps-for-petroleum-products-from-russian-federation",
  "ru-03": "https://caliber.az/en/post/eu-enacts-lower-price-cap-on-russian-oil-under-latest-sanctions-package",
  "ru-04": "https://www.govinfo.gov/content/pkg/PLAW-118publ62/html/PLAW-118publ62.htm",
  "ru-06": "https://news.abplive.com/news/world/trump-imposes-25-additional-tariff-on-india-over-continued-purchase-of-russian-oil-1793176",
  "ru-07":
    "https://www.indiatvnews.com/news/world/us-lifts-additional-25-per-cent-tariff-on-india-after-new-delhi-commits-to-stop-buying-russian-oil-2026-02-07-1029231",
  "dl-01": "https://en.portnews.ru/news/379859/",
  "dl-02": "https://www.thespainnews.es/news/us-15-tariffs-on-eu-enter-into-force/1313",
  "dl-03": "https://www.newsbytesapp.com/news/business/eu-suspends-93-billion-us-tariff-retaliation-after-trump-deal/story",
};

const FILES = [
  "rare-earths",
  "geneva",
  "london",
  "us-export-controls-2025",
  "firms",
  "us-tariffs-on-china",
  "china-tariffs-on-us",
  "ieepa-litigation",
  "later-rounds",
  "chinese-listings",
  "chinese-probes",
  "critical-minerals",
  "october-2025",
  "chip-controls",
  "us-other-measures",
  "russia",
  "us-eu-deal",
  "eu-china-trade-defence",
  "eu-cbam",
  "indonesia-nickel",
  "congo-cobalt",
  "us-uk-deal",
  "nexperia",
  "tariff-stacking",
  "lithium",
  "mineral-subsidies",
  "steel-trade-defence",
];

type Tree = Record<string, unknown>;

interface Claim {
  readonly id: string;
  readonly source?: unknown;
  readonly certainty?: unknown;
  readonly statement?: unknown;
}

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every claim written in place, however deep. */
function claimsIn(value: unknown): Claim[] {
  if (Array.isArray(value)) return value.flatMap(claimsIn);
  if (!isTree(value)) return [];
  const own = Array.isArray(value.claims)
    ? value.claims.filter((claim): claim is Claim => isTree(claim) && typeof claim.id === "string")
    : [];
  return [...own, ...Object.values(value).flatMap(claimsIn)];
}

const files = FILES.map((name) => ({ name, tree: parse(readFileSync(`seed/episodes/${name}.yaml`, "utf8")) as Tree }));
const sources = files.flatMap(({ tree }) => (Array.isArray(tree.sources) ? tree.sources.filter(isTree) : []));
const addresses = new Map(sources.map((source) => [source.id, source.url]));
const claims = files.flatMap(({ tree }) => claimsIn(tree));

describe("seed/episodes", () => {
  it.each(FILES)("the episode %s is a bundle of its file's name", (name) => {
    expect(files.find((file) => file.name === name)?.tree.bundle).toBe(name);
  });

  it.each(Object.entries(FACTS))("the claim %s stands in one episode, and cites the page that states it", (id, address) => {
    const found = claims.filter((claim) => claim.id === id);
    expect(found).toHaveLength(1);
    expect(addresses.get(found[0]?.source)).toBe(address);
  });

  it("every claim of an episode has a source, a certainty and a statement", () => {
    const lacking = claims.filter((claim) => !addresses.has(claim.source) || !claim.certainty || !claim.statement);
    expect(lacking.map((claim) => claim.id)).toEqual([]);
  });

  it("no page, source or claim stands twice among the episodes", () => {
    expect(new Set(sources.map((source) => source.url)).size).toBe(sources.length);
    expect(new Set(sources.map((source) => source.id)).size).toBe(sources.length);
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
  });

  it("every edge of an episode that is written as a map is dated", () => {
    const undated = files.flatMap(({ tree }) => edgesIn(tree).filter((edge) => edge.since === undefined));
    expect(undated).toEqual([]);
  });
});

/** Every edge written as a map. */
function edgesIn(value: unknown): Tree[] {
  if (Array.isArray(value)) return value.flatMap(edgesIn);
  if (!isTree(value)) return [];
  return [...("to" in value ? [value] : []), ...Object.values(value).flatMap(edgesIn)];
}
