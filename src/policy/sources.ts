/**
 * Where the policy's facts come from. Windows, caps and valuation periods name these ids.
 * `tier` says how near to Amazon a source is: an official page, a copy of one, a practitioner's article, public code.
 */

import { type Day, day } from "../values/day.ts";

export interface Source {
  /** The address, or as much of it as was kept. */
  readonly url: string;
  readonly title: string;
  /** The source's own date, as far as it gives one. */
  readonly date: string;
  readonly tier: "official" | "official-repost" | "practitioner" | "public-code" | "issue-thread";
}

/** The day all sources were last read. */
export const CHECKED_ON: Day = day("2026-11-22");

export const SOURCES: Readonly<Record<string, Source>> = {
  "SC-CR-US": {
    url: "https://sellercentral.amazon.com/gp/help/external/G9N934L7Y4SFWPJ4?locale=en-US",
    title: "FBA customer returns reimbursement policy (US help)",
    date: "undated (post Oct-2024 text)",
    tier: "official",
  },
  "SC-NEWS-US-1": {
    url: "https://sellercentral.amazon.com/seller-forums/discussions/t/6605eede-df8e-4498-803f-cb612d95d7ce",
    title: "News_Amazon: proactive reimbursements from 2024-11-01 and new claim windows from 2024-10-23",
    date: "2024 (Jul-Aug)",
    tier: "official",
  },
  "SC-NEWS-US-2": {
    url: "https://sellercentral.amazon.com/seller-forums/discussions/t/81c3235d-4c44-47ba-96c5-883cecab3244",
    title: "Same announcement, second thread",
    date: "2024 (Jul-Aug)",
    tier: "official",
  },
  ECOMBRIEF: {
    url: "https://ecommercebrief.com/important-news-about-fba-reimbursement",
    title: "Important news about FBA reimbursement (bullet list of the US windows)",
    date: "2024",
    tier: "practitioner",
  },
  YOURAMZ: {
    url: "youramz.com (path not kept)",
    title: "US window change",
    date: "2024-09-13",
    tier: "practitioner",
  },
  "CHANNELMAX-2024": {
    url: "channelmax.net (path not kept)",
    title: "US/UK window change",
    date: "2024-07",
    tier: "practitioner",
  },
  MAYAN: {
    url: "mayan.co (path not kept)",
    title: "US window change",
    date: "2024-09-12",
    tier: "practitioner",
  },
  "EU-REPOST": {
    url: "https://seller-forum.com/t/update-on-eligibility-window-to-file-reimbursement-claims/7594",
    title: "Repost of Amazon Europe announcement",
    date: "2024-12/2025-01",
    tier: "official-repost",
  },
  "SC-ES-NEWS": {
    url: "https://sellercentral.amazon.es/seller-forums/discussions/t/8bc6ce8b-d765-411d-942a-fadca01873c2",
    title: "Amazon.es announcement of the EU windows",
    date: "2024-12/2025-01",
    tier: "official",
  },
  REVOIC: {
    url: "revoic.com (path not kept)",
    title: "DE/EU windows, inbound 6 months unchanged, cost basis 2025-03-10",
    date: "2025",
    tier: "practitioner",
  },
  IWEAVER: {
    url: "https://iweaver.ai/blog/what-to-do-for-amazon-fba-lost-inventory-understand-amazon-updated-policies-for-sellers",
    title: "Restates EU dates 2025-01-09 / 2025-01-15",
    date: "2025",
    tier: "practitioner",
  },
  "KWICK-UK": {
    url: "kwickmetrics.com UK article (path not kept)",
    title: "Says eff. 2025-01-15 and 180->60 days",
    date: "2025",
    tier: "practitioner",
  },
  "GH-UKTOOL": {
    url: "public code",
    title: "UK claim-window constants with comment 'checked on Seller Central UK help pages, September 2026'",
    date: "2026-09",
    tier: "public-code",
  },
  "GH-VERIFY": {
    url: "public code",
    title: "EU claim policy notes re-verified 2026-10-03; customer-return matching rules",
    date: "2026-10-03",
    tier: "public-code",
  },
  "JP-NEWS": {
    url: "https://sellercentral.amazon.co.jp/seller-forums/discussions/t/f80b0517-d56e-4213-a957-d482ccdbaace",
    title: "Amazon.co.jp announcement: automatic reimbursement and new windows from 2025-01-10",
    date: "2024-12/2025-01",
    tier: "official",
  },
  "JP-BLOG": {
    url: "tas-buppan-officialsite.co.jp/blog/hoten-2025",
    title: "JP window summary",
    date: "2025",
    tier: "practitioner",
  },
  "JP-INBOUND": {
    url: "sellercentral.amazon.co.jp help EYPWTSQRTXXXMVB",
    title: "JP lost inbound shipment policy: 9 months from verified delivery",
    date: "undated (older)",
    tier: "official",
  },
  "JP-COST": {
    url: "https://sellercentral.amazon.co.jp/seller-forums/discussions/t/7476dc1d-cadd-46c7-b6f0-fb1680df72e2",
    title: "JP cost-basis announcement, eff. 2025-03-11",
    date: "2024-12/2025",
    tier: "official",
  },
  "AE-NEWS": {
    url: "https://sellercentral.amazon.ae/seller-forums/discussions/t/96a05f4a-537a-49d2-a918-703c47716bc0",
    title: "Amazon.ae: claim windows from 2024-09-05",
    date: "2024-08",
    tier: "official",
  },
  MEDIALINKS: {
    url: "https://themedialinks.com/updated-claim-window-eligibility-on-fba",
    title: "Repost of MENA announcement",
    date: "2024-08",
    tier: "official-repost",
  },
  "IN-POLICY": {
    url: "https://sellercentral.amazon.in/gp/help/external/GQQUAYV9TRHDC32U",
    title: "India FBA reimbursement policy",
    date: "undated (c.2021)",
    tier: "official",
  },
  "IN-CHANGES": {
    url: "https://sellercentral.amazon.in/gp/help/external/help.html?itemID=QHQGBTD7XB7EECN&language=en_IN",
    title: "India programme-policy changes (FC lost: no 30-day wait from 2021-05-14)",
    date: "2021",
    tier: "official",
  },
  "IN-RECON": {
    url: "sellercentral.amazon.in help 201214140",
    title: "India inbound reconcile: 60 days of delivery, stamped BOL",
    date: "undated",
    tier: "official",
  },
  "BR-POLICY": {
    url: "sellercentral.amazon.com.br help G200213130",
    title: "Brazil FBA reimbursement policy, R$19,250 cap, abuse rule",
    date: "undated",
    tier: "official",
  },
  "US-INBOUND": {
    url: "https://sellercentral.amazon.com/gp/help/external/GEYPWTSQRTXXXMVB?language=ja_JP",
    title: "US lost/damaged inbound policy (Japanese rendering): 9 months from verified delivery",
    date: "undated",
    tier: "official",
  },
  REGAINABLES: {
    url: "regainables.com (path not kept)",
    title: "Says inbound and fee windows unchanged by Oct-2024 update",
    date: "2024",
    tier: "practitioner",
  },
  "REFUNZO-INB": {
    url: "https://refunzo.com/insights/file-inbound-shipment-claims-amazon-fba",
    title: "Inbound claims article: states both 15-60 days and 9 months",
    date: "2026-02-09",
    tier: "practitioner",
  },
  REFUNZO: {
    url: "refunzo.com (2025-06-30 and 2025-10-30 articles; paths not kept)",
    title: "Denial reasons; caps",
    date: "2025",
    tier: "practitioner",
  },
  "EU-INBOUND": {
    url: "sellercentral-europe.amazon.com help EYPWTSQRTXXXMVB",
    title: "EU inbound policy: 6 months",
    date: "undated",
    tier: "official",
  },
  "NL-POLICY": {
    url: "sellercentral.amazon.nl help G200213130",
    title: "EU FBA lost and damaged inventory policy; EUR/GBP 2,000 cap; 6 months inbound",
    date: "undated (older)",
    tier: "official",
  },
  OLIVERPIROSKA: {
    url: "oliverpiroska wixsite (path not kept)",
    title: "EU inbound 6 months",
    date: "2023-09-23",
    tier: "practitioner",
  },
  "US-RECON": {
    url: "sellercentral.amazon.com help 200795880",
    title: "Shipment reconciliation (US)",
    date: "undated",
    tier: "official",
  },
  "UK-RECON": {
    url: "sellercentral.amazon.co.uk help 201214140",
    title: "Shipment reconciliation (UK): usually 14-30 days, up to 60",
    date: "undated",
    tier: "official",
  },
  TRUEOPS: {
    url: "support.trueops.com articles 10227300, 12590976, 12591000, 8660097",
    title: "Invoice/POD requirements; abuse-rule quote",
    date: "2024-2026",
    tier: "practitioner",
  },
  "GETIDA-POD": {
    url: "getidasupport.kb.help/pop-and-pod",
    title: "POP/POD requirements by carrier type",
    date: "undated",
    tier: "practitioner",
  },
  THREECOLTS: {
    url: "threecolts.com (invoice page; dimetyd fee page)",
    title: "Invoice format; FBA fee 90-day window",
    date: "undated",
    tier: "practitioner",
  },
  "US-REMOVAL": {
    url: "sellercentral.amazon.com help 9ZB3H4DP4H72U6R",
    title: "US removal reimbursement policy (old: >=14 days, 18 months; evidence list)",
    date: "c.2020",
    tier: "official",
  },
  "UK-REMOVAL": {
    url: "sellercentral.amazon.co.uk help G9ZB3H4DP4H72U6R",
    title: "UK removal policy (grading dispute, 30 days, pre-2025)",
    date: "undated",
    tier: "official",
  },
  RECLAIMHQ: {
    url: "reclaimhq.uk templates",
    title: "UK case and escalation templates; removal lost window given as 74 days",
    date: "undated",
    tier: "practitioner",
  },
  "FEE-DIM": {
    url: "sellercentral help GL7U4JFSDXUTQAJ (FR and AU renderings)",
    title: "FBA weight and dimension fee reimbursement policy",
    date: "undated",
    tier: "official",
  },
  SELLERJOURNAL: {
    url: "sellerjournal.com (path not kept)",
    title: "Fee policy: one claim per charge, one appeal",
    date: "undated",
    tier: "practitioner",
  },
  REFUNDPROS: {
    url: "refundpros (path not kept)",
    title: "Fee window 18 months -> 3 months in 2019",
    date: "2019+",
    tier: "practitioner",
  },
  "REFFEE-POLICY": {
    url: "sellercentral.amazon.com help RRJCFXD6474GRLY",
    title: "Referral fee reimbursement policy: 90 calendar days",
    date: "undated",
    tier: "official",
  },
  "REFUND-ADMIN": {
    url: "sellercentral.amazon.com help GDC3U6FWF4JJJJC7",
    title: "Refund administration fee (US)",
    date: "undated",
    tier: "official",
  },
  "VAL-NEWS": {
    url: "https://sellercentral.amazon.com/seller-forums/discussions/t/68864b6f-0ab8-41ef-be18-069c33df6336",
    title: "Announcement: manufacturing-cost reimbursement basis",
    date: "2024-12 (updated 2024-12-19)",
    tier: "official",
  },
  REDLINE: {
    url: "https://m.media-amazon.com/images/G/01/rainier/help./Redlined_FBA_Reimbursement_policy_US.pdf",
    title: "Redlined FBA reimbursement policy US (PDF)",
    date: "2025",
    tier: "official",
  },
  CARBON6: {
    url: "https://www.carbon6.io/blog/amazon-cost-based-reimbursement-policy-update-march-2025/",
    title: "Extension from 2025-03-10 to 2025-03-31",
    date: "2025-02/03",
    tier: "practitioner",
  },
  SPCTEK: {
    url: "https://spctek.com/amazon-shifts-fba-reimbursement-model-to-manufacturing-cost",
    title: "Effective 2025-03-31",
    date: "2025",
    tier: "practitioner",
  },
  MOIZIT: {
    url: "https://moizit.com/amazon-delays-fba-reimbursement-policy-change-to-march-31-2025",
    title: "Postponement to 2025-03-31",
    date: "2025",
    tier: "practitioner",
  },
  "CHANNELMAX-POST": {
    url: "https://www.channelmax.net/article/new-fba-reimbursement-policy-postponed-channelmax",
    title: "Postponement to 2025-03-31",
    date: "2025",
    tier: "practitioner",
  },
  SYNCACC: {
    url: "https://syncaccountants.co.uk/amazon-fba-reimbursement-policy-2025",
    title: "UK article giving 2025-03-31",
    date: "2025-06",
    tier: "practitioner",
  },
  NEWSTRENDERS: {
    url: "newstrenders (path not kept)",
    title: "EU cost basis 2025-03-10; caps GBP/EUR 2,000",
    date: "2025",
    tier: "practitioner",
  },
  HOPTED: {
    url: "hopted.com (repost of US policy text; path not kept)",
    title: "Eligibility conditions, $5,000 cap",
    date: "undated",
    tier: "practitioner",
  },
  APPEALSPRO: {
    url: "appealspro.ai (path not kept)",
    title: "60-day valuation dispute denial example; reversal reasons",
    date: "2025-2026",
    tier: "practitioner",
  },
  "SC-REIMB-TIMING": {
    url: "sellercentral.amazon.com help 200732720",
    title: "Reimbursements post 4-5 days after approval; same-day same-issue may be combined",
    date: "undated",
    tier: "official",
  },
  LEDGER: {
    url: "Seller Central Inventory Ledger help text, public code; also help 200453260 (CA/EU/AE/BR)",
    title: "Inventory ledger adjustment codes, dispositions, reconciliation outcomes",
    date: "undated (AE/BR renderings older)",
    tier: "official-repost",
  },
  "AU-DISP": {
    url: "sellercentral.amazon.com.au disposition help",
    title: "AU dispositions; warehouse damage compensated within about 10 days",
    date: "undated",
    tier: "official",
  },
  "GIST-TSPICER": {
    url: "gist tspicer (adjustment codes)",
    title: "Adjustment code list",
    date: "2022-12-27",
    tier: "public-code",
  },
  REASONAUTO: {
    url: "reasonautomation (path not kept)",
    title: "Adjustment code list",
    date: "undated",
    tier: "practitioner",
  },
  REFULLY: {
    url: "refully.ai (path not kept)",
    title: "Practitioner rule: lost/damaged/disposed from unreconciled rows",
    date: "undated",
    tier: "practitioner",
  },
  "GH-RECON": {
    url: "public code",
    title: "FIFO matching of credits to losses, 7-day grace, damage set incl. K",
    date: "2026",
    tier: "public-code",
  },
  "GH-RULES": {
    url: "public code",
    title: "Evidence rules and templates per claim type",
    date: "2025-2026",
    tier: "public-code",
  },
  "GH-WPAUD": {
    url: "public code",
    title: "Auditor that treats E,Q,6,7 as damage",
    date: "2026",
    tier: "public-code",
  },
  "GETIDA-REV": {
    url: "getida.com reimbursement-reversal article (path not kept)",
    title: "Two reversal types",
    date: "2023-11-30",
    tier: "practitioner",
  },
  "CARBON6-REV": {
    url: "carbon6.io reversal article; adbrew (2026-01-03)",
    title: "Reasons for reversals",
    date: "2025-2026",
    tier: "practitioner",
  },
  "GH-1385": {
    url: "https://github.com/amzn/selling-partner-api-docs/issues/1385",
    title: "GET_FBA_REIMBURSEMENTS_DATA returns same rows for all marketplaces of a region",
    date: "2021",
    tier: "issue-thread",
  },
  "SPCTEK-CARRIER": {
    url: "spctek (path not kept)",
    title: "'Carrier-damaged returns within 45 days of return date'",
    date: "undated",
    tier: "practitioner",
  },
  "UNUSED-LABEL": {
    url: "sellercentral-europe help L862UFSVUR6TM2P",
    title: "Unused partnered carrier labels: 9 months from shipment creation",
    date: "undated",
    tier: "official",
  },
  "SALESDUO-CA": {
    url: "https://salesduo.com/blog/amazon-fba-reimbursement-claims-guide-canada",
    title: "Canada claims guide: five claim types, says strict windows, no day counts in stored excerpt",
    date: "undated (2025-26)",
    tier: "practitioner",
  },
  "SC-POLICY-OLD": {
    url: "sellercentral help G200213130 (US rendering)",
    title: "FBA lost and damaged inventory reimbursement policy, pre-2025 valuation text",
    date: "undated",
    tier: "official",
  },
  "JP-LEDGER": {
    url: "sellercentral.amazon.co.jp inventory ledger help",
    title: "Reimbursement of ledger losses may take up to 45 days",
    date: "undated",
    tier: "official",
  },
};
