/**
 * Case texts in English, and the list of sentences every language must have.
 *
 * `{{places}}` are filled, `[parts]` are left out when a place in them has no value (compose.ts). “Below” is the list
 * of facts that follows. Of each audit: the title of its cases, and what happened.
 */

import type { EvidenceKind } from "../../policy/index.ts";

const table = () =>
  ({
    phrases: {
      greeting: "Hello,",
      thanks: "Thank you and kind regards",
      sentences: "{{first}} {{second}}",
      line: "{{label}}: {{value}}",
      named: "{{title}}[ – {{ids}}]",
      one: "{{n}} unit",
      many: "{{n}} units",
      "subject.answer": "Answer to your request[, case {{case}}]: {{about}}",
      "subject.chase": "Question on the status[ of case {{case}}]: {{about}}",
      "subject.appeal": "Request to review the decision[ in case {{case}}]: {{about}}",
      "subject.re-evaluation": "Request to recalculate[, case {{case}}]: {{about}}",
      "open.answer": "This is our answer to your request for further information.",
      "open.chase": "[We filed this case on {{filed}}. ]We would like to ask how it stands.",
      "open.undecided": "[We filed this case on {{filed}}. ]Our records show no decision on it yet.",
      "open.appealed":
        "[We filed this case on {{filed}}. ]We asked you to review your decision; our records show no answer to that yet.",
      "open.approved": "You approved this case[ ({{approved}})]; our records show no payment for it yet.",
      "open.appeal":
        "[You declined this case on {{denied}}. ][The reason given was: “{{reason}}” ]We ask you to review this decision.",
      "open.re-evaluation":
        "[So far you have paid {{paid}} in this case. ]We ask you to check how the amount was calculated.",
      "close.first":
        "This case is about this one event only. If your records show something else, please tell us what.",
      "close.answer":
        "Please continue with this case. If anything is still missing, please tell us exactly which detail or paper.",
      "close.chase": "Please tell us the current status, and whether you need anything further from us.",
      "close.approved": "Please tell us when and in which settlement it is paid.",
      "close.appeal":
        "If you keep to your decision, please name the record it rests on, such as a reimbursement ID or a row of the inventory ledger.",
      "again.amount":
        "Please calculate the amount again and pay the difference, or tell us how it was calculated.",
      "again.fee": "Please measure the item again and recalculate the fees charged for it since then.",
      enclosed: "Attached documents:",
      paper: "- {{kind}}[ ({{date}})][: {{proves}}]",
      "label.case": "Case ID",
      "label.fnsku": "FNSKU",
      "label.asin": "ASIN",
      "label.msku": "SKU",
      "label.order": "Order ID",
      "label.removalOrder": "Removal order ID",
      "label.shipment": "Shipment ID",
      "label.ledgerReference": "Ledger reference ID",
      "label.reimbursement": "Reimbursement ID",
      "label.reversal": "Reimbursement ID of the reversal",
      "label.tracking": "Tracking number",
      "label.plate": "LPN",
      "label.units": "Units concerned",
      "label.ledgerDate": "Date in the inventory ledger",
      "label.departure": "Left the fulfilment centre on",
      "label.firstReceipt": "First receipt",
      "label.refund": "Refund to the customer",
      "label.refundOrReturn": "Refund or return",
      "label.refundOrReplacement": "Refund or replacement",
      "label.replacement": "Replacement sent",
      "label.leftOn": "Shipped by Amazon",
      "label.firstCharge": "First charge",
      "label.secondCharge": "Charged again",
      "label.approval": "Approved on",
      "label.reversed": "Taken back on",
      "label.value": "Value by our records",
      "label.atIssue": "Amount concerned",
      "checked.neither": "Our reports show neither {{other}} nor a reimbursement for it.",
      "checked.label": "Our reports show neither a receipt of this shipment nor a credit for the charge.",
      "checked.paid": "Our reports show no reimbursement that covers it.",
      "checked.fee": "Our reports show no reversal of it.",
      "checked.credit": "Our reports show no further credit for it.",
      "checked.cost": "The amount due follows from our unit cost.",
      "checked.price": "The amount due follows from the price of the order less its fees.",
      "checked.together": "All reimbursements we find with this case ID are counted.",
      "checked.settlement": "We searched the settlements of that time for it.",
      "checked.stock": "Our reports show no further booking around that day that belongs to it.",
      "checked.reversal": "Our reports show no find, receipt or return that explains it for these units.",
      "checked.difference": "We ask for the difference only.",
      "other.lost": "a later find",
      "other.damaged": "a correction back to sellable",
      "other.disposed": "a removal order of ours",
      "other.transfer": "a matching arrival or find",
      "other.inbound": "a later receipt",
      "other.return": "a return",
      "other.restocked": "a booking into our inventory",
      "ask.units": "Please check this, and reimburse the units or return them to our inventory.",
      "ask.reimburse": "Please check this and reimburse it under the FBA inventory reimbursement policy.",
      "ask.charge": "Please check the charge and credit the amount.",
      "ask.measure": "Please measure the item again and credit the difference.",
      "ask.recalculate": "Please calculate the amount again and pay the difference.",
      "ask.settle": "Please tell us in which settlement it was paid, or pay it.",
      "ask.reinstate": "Please tell us which units the reversal rests on, or pay the reimbursement again.",
    },
    papers: {
      "supplier invoice": "Supplier invoice",
      "signed packing slip": "Signed packing slip",
      "proof of delivery": "Proof of delivery",
      tracking: "Tracking details",
      "LPN photo": "Photo of the LPN label",
      photos: "Photos",
      "removal order": "Removal order",
      screenshot: "Screenshot",
      "answer from Amazon": "Earlier answer from Amazon",
      other: "Further document",
    },

    cases: {
      "warehouse-lost": [
        "Units lost in a fulfilment centre",
        "The inventory ledger shows a loss of the item below in a fulfilment centre[ on {{date}}][; still open: {{open}}].",
      ],
      "warehouse-damaged": [
        "Units damaged in a fulfilment centre",
        "The inventory ledger shows the item below as damaged by Amazon or its carrier[ on {{date}}][; still open: {{open}}].",
      ],
      "disposed-without-request": [
        "Units disposed of without our request",
        "The inventory ledger shows that units of the item below left our inventory[ on {{date}}] as disposed of or donated[; still open: {{open}}].",
      ],
      "transfer-lost": [
        "Units lost between fulfilment centres",
        "The inventory ledger shows the item below leaving a fulfilment centre for another one[ on {{date}}], and no arrival[ of {{units}}].",
      ],
      "inbound-short": [
        "Units missing from an inbound shipment",
        "We sent more units of the item in the shipment below than the inventory ledger shows as received.",
      ],
      "inbound-receipt-reversed": [
        "Receipt of an inbound shipment reversed",
        "The inventory ledger shows the item in the shipment below as received and then taken out again.",
      ],
      "carrier-label-unused": [
        "Unused labels of a partnered carrier",
        "We were charged for Amazon's partnered carrier, and the shipment below was cancelled or deleted.",
      ],
      "refund-not-returned": [
        "Customer refunded, item not returned",
        "The customer of the order below was refunded, and we find no return of[ {{units}} of] the item.",
      ],
      "returned-damaged-by-amazon": [
        "Customer return damaged by Amazon",
        "The customer returns report shows the item in the order below as returned and damaged by Amazon or its carrier, not by the customer.",
      ],
      "wrong-item-returned": [
        "Different item returned",
        "For the order below a different item came back than the one ordered. The item below is the one ordered.",
      ],
      "returned-not-restocked": [
        "Sellable return missing from our inventory",
        "The customer returns report shows the item in the order below as returned in sellable condition and put back into inventory; the inventory ledger shows no such booking.",
      ],
      "replacement-not-returned": [
        "Replacement sent, original item not returned",
        "The customer of the order below was sent a replacement free of charge[ on {{date}}], and we find no return of[ {{units}} of] the original item.",
      ],
      "refund-above-payment": [
        "Refund higher than the payment",
        "The customer of the order below was refunded more for the item than was paid for it.",
      ],
      "removal-lost": [
        "Removal shipment not received",
        "The parcel below was shipped[ on {{date}}] for our removal order and did not reach us.",
      ],
      "removal-short": [
        "Units missing from a removal shipment",
        "The parcel below, sent for our removal order, reached us with fewer units of the item than were shipped.",
      ],
      "fulfilment-fee-high": [
        "Fulfilment fee higher than the item's size tier",
        "For the item below we were charged fulfilment fees above those of the size tier that follows from our measurements.",
      ],
      "referral-fee-high": [
        "Referral fee higher than the category's rate",
        "For the item below we were charged referral fees above the rate of its category.",
      ],
      "fee-charged-twice": [
        "Fee charged twice",
        "For the item in the order below a fee was charged once more than the item was sold[; the surplus charge is of {{date}}].",
      ],
      "referral-fee-not-credited": [
        "Referral fee not credited after a refund",
        "The order below was refunded[ on {{date}}], and less of its referral fee was credited than was due after the refund administration fee.",
      ],
      underpaid: ["Reimbursement too low", "The reimbursement below paid less than was due."],
      "paid-differently-than-approved": [
        "Reimbursement below the approved claim",
        "The reimbursement below paid less than was approved in the case.",
      ],
      "not-settled": [
        "Approved reimbursement not in any settlement",
        "The reimbursement below was approved[ on {{date}}], and we do not find it in full in our settlements.",
      ],
      "stock-not-received": [
        "Reimbursed units not in our inventory",
        "The reimbursement below was made in inventory, and the inventory ledger does not show all of its units as added.",
      ],
      "reversed-without-return": [
        "Reimbursement reversed, units not returned to us",
        "The reversal below took a reimbursement back[ on {{date}}], and we do not find that the units concerned came back.",
      ],
      "reversed-above-original": [
        "Reversal higher than the reimbursement",
        "The reversal below took back more per unit than the original reimbursement had paid.",
      ],
    },
  }) as const;

type English = ReturnType<typeof table>;

export type PhraseKey = keyof English["phrases"];
/** The audits cases are made of. */
export type CaseAudit = keyof English["cases"];

export interface Words {
  readonly phrases: Readonly<Record<PhraseKey, string>>;
  /** The kinds of papers (policy/evidence.ts). */
  readonly papers: Readonly<Record<EvidenceKind, string>>;
  /** The title of a case, and what happened. */
  readonly cases: Readonly<Record<CaseAudit, readonly [title: string, what: string]>>;
}

export function english(): Words {
  return table();
}
