/**
 * Case texts in English, and the list of sentences every language must have. `{{places}}` are filled, `[parts]` are
 * left out when a place in them has no value (compose.ts). “Below” is the list of facts that follows.
 */

const ENGLISH = () =>
  ({
    greeting: "Hello,",
    thanks: "Thank you and kind regards",
    sentences: "{{first}} {{second}}",
    line: "{{label}}: {{value}}",
    named: "{{title}}[ – {{ids}}]",
    one: "{{n}} unit",
    many: "{{n}} units",

    "subject.first": "{{about}}",
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

    papers: "Attached papers:",
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
    "label.units": "Units",
    "label.ledgerDate": "Date in the inventory ledger",
    "label.departure": "Left the fulfilment centre on",
    "label.firstReceipt": "First receipt",
    "label.refund": "Refund to the customer",
    "label.refundOrReturn": "Refund or return",
    "label.replacement": "Replacement sent",
    "label.leftOn": "Shipped by Amazon",
    "label.firstCharge": "First charge",
    "label.secondCharge": "Charged again",
    "label.approval": "Approved on",
    "label.reversed": "Taken back on",
    "label.value": "Value by our records",
    "label.atIssue": "Amount concerned",

    "title.warehouse-lost": "Units lost in a fulfilment centre",
    "what.warehouse-lost":
      "The inventory ledger shows[ {{units}} of] the item below as lost in a fulfilment centre[ on {{date}}].",
    "title.warehouse-damaged": "Units damaged in a fulfilment centre",
    "what.warehouse-damaged":
      "The inventory ledger shows[ {{units}} of] the item below as damaged by Amazon or its carrier[ on {{date}}].",
    "title.disposed-without-request": "Units disposed of without our request",
    "what.disposed-without-request":
      "The inventory ledger shows that[ {{units}} of] the item below left our inventory[ on {{date}}] as disposed of or donated.",
    "title.transfer-lost": "Units lost between fulfilment centres",
    "what.transfer-lost":
      "The inventory ledger shows[ {{units}} of] the item below leaving a fulfilment centre for another one[ on {{date}}], and no arrival.",
    "title.inbound-short": "Units missing from an inbound shipment",
    "what.inbound-short":
      "We sent more units of the item in the shipment below than the inventory ledger shows as received[; missing: {{units}}].",
    "title.inbound-receipt-reversed": "Receipt of an inbound shipment reversed",
    "what.inbound-receipt-reversed":
      "The inventory ledger shows[ {{units}} of] the item in the shipment below as received and then taken out again.",
    "title.carrier-label-unused": "Unused labels of a partnered carrier",
    "what.carrier-label-unused":
      "We were charged for Amazon's partnered carrier, and the shipment below was cancelled or deleted.",
    "title.refund-not-returned": "Customer refunded, item not returned",
    "what.refund-not-returned":
      "The customer of the order below was refunded[ on {{date}}], and we find no return of[ {{units}} of] the item.",
    "title.returned-damaged-by-amazon": "Customer return damaged by Amazon",
    "what.returned-damaged-by-amazon":
      "The customer returns report shows[ {{units}} of] the item in the order below as returned and damaged by Amazon or its carrier, not by the customer.",
    "title.wrong-item-returned": "Different item returned",
    "what.wrong-item-returned":
      "For the order below a different item came back than the one ordered. The item below is the one ordered.",
    "title.returned-not-restocked": "Sellable return missing from our inventory",
    "what.returned-not-restocked":
      "The customer returns report shows[ {{units}} of] the item in the order below as returned in sellable condition and put back into inventory; the inventory ledger shows no such booking.",
    "title.replacement-not-returned": "Replacement sent, original item not returned",
    "what.replacement-not-returned":
      "The customer of the order below was sent a replacement free of charge[ on {{date}}], and we find no return of[ {{units}} of] the original item.",
    "title.refund-above-payment": "Refund higher than the payment",
    "what.refund-above-payment":
      "The customer of the order below was refunded more for the item than was paid for it[; difference: {{amount}}].",
    "title.removal-lost": "Removal shipment not received",
    "what.removal-lost":
      "The parcel below[, with {{units}} of the item,] was shipped[ on {{date}}] for our removal order and did not reach us.",
    "title.removal-short": "Units missing from a removal shipment",
    "what.removal-short":
      "The parcel below, sent for our removal order, reached us with fewer units of the item than were shipped[; missing: {{units}}].",
    "title.fulfilment-fee-high": "Fulfilment fee higher than the item's size tier",
    "what.fulfilment-fee-high":
      "For the item below we were charged fulfilment fees above those of the size tier that follows from our measurements[; difference: {{amount}}].",
    "title.referral-fee-high": "Referral fee higher than the category's rate",
    "what.referral-fee-high":
      "For the item below we were charged referral fees above the rate of its category[; difference: {{amount}}].",
    "title.fee-charged-twice": "Fee charged twice",
    "what.fee-charged-twice":
      "For the item in the order below a fee was charged once more than the item was sold[; the surplus charge is of {{date}}].",
    "title.referral-fee-not-credited": "Referral fee not credited after a refund",
    "what.referral-fee-not-credited":
      "The order below was refunded[ on {{date}}], and less of its referral fee was credited than was due after the refund administration fee[; difference: {{amount}}].",
    "title.underpaid": "Reimbursement too low",
    "what.underpaid": "The reimbursement below paid less than was due[; difference: {{amount}}].",
    "title.paid-differently-than-approved": "Reimbursement below the approved claim",
    "what.paid-differently-than-approved":
      "The reimbursement below paid less than was approved in the case[; difference: {{amount}}].",
    "title.not-settled": "Approved reimbursement not in any settlement",
    "what.not-settled":
      "The reimbursement below was approved[ on {{date}}], and we do not find it in full in our settlements[; missing: {{amount}}].",
    "title.stock-not-received": "Reimbursed units not in our inventory",
    "what.stock-not-received":
      "The reimbursement below was made in inventory, and the inventory ledger does not show these units as added[; missing: {{units}}].",
    "title.reversed-without-return": "Reimbursement reversed, units not returned to us",
    "what.reversed-without-return":
      "The reversal below took a reimbursement back[ on {{date}}], and we find no unit of the item that came back for it.",
    "title.reversed-above-original": "Reversal higher than the reimbursement",
    "what.reversed-above-original":
      "The reversal below took back more per unit than the original reimbursement had paid[; difference: {{amount}}].",

    "checked.lost": "Our reports show neither a later find nor a reimbursement for it.",
    "checked.damaged": "Our reports show neither a correction back to sellable nor a reimbursement for it.",
    "checked.disposed": "Our reports show neither a removal order of ours for it nor a reimbursement.",
    "checked.transfer": "Our reports show neither a matching arrival or find nor a reimbursement for it.",
    "checked.inbound": "Our reports show neither a later receipt nor a reimbursement for it.",
    "checked.label": "Our reports show neither a receipt of this shipment nor a credit for the charge.",
    "checked.return": "Our reports show neither a return nor a reimbursement for it.",
    "checked.restocked": "Our reports show neither a booking into our inventory nor a reimbursement for it.",
    "checked.paid": "Our reports show no reimbursement that covers it.",
    "checked.fee": "Our reports show no reversal of it.",
    "checked.credit": "Our reports show no further credit for it.",
    "checked.due":
      "The amount due follows from our unit cost or, for a unit a customer had ordered, from the price of the order less its fees.",
    "checked.together": "All reimbursements we find with this case ID are counted.",
    "checked.settlement": "We searched the settlements of that time for it.",
    "checked.stock": "Our reports show no booking around that day that belongs to it.",
    "checked.reversal": "Our reports show no find, receipt or return that explains it.",
    "checked.difference": "We ask for the difference only.",

    "ask.units": "Please check this, and reimburse the units or return them to our inventory.",
    "ask.reimburse": "Please check this and reimburse it under the FBA inventory reimbursement policy.",
    "ask.charge": "Please check the charge and credit the amount.",
    "ask.measure": "Please measure the item again and credit the difference.",
    "ask.recalculate": "Please calculate the amount again and pay the difference.",
    "ask.settle": "Please tell us in which settlement it was paid, or pay it.",
    "ask.reinstate": "Please tell us which units the reversal rests on, or pay the reimbursement again.",
  }) as const;

export type WordKey = keyof ReturnType<typeof ENGLISH>;
export type Words = Readonly<Record<WordKey, string>>;

export function english(): Words {
  return ENGLISH();
}
