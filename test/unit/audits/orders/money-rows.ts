/** The same sale, refund and reimbursement as settlement V2, settlement V1 and the payments CSV print it. */

import type { Rows } from "../account-of-rows.ts";

export type Source = "settlement" | "settlement-v1" | "transactions";

export interface Line {
  readonly order?: string;
  readonly sku?: string;
  readonly day?: string;
  readonly units?: number;
  /** Price of one unit. */
  readonly price?: number;
  readonly settlementId?: string;
  readonly site?: string;
  readonly fulfilment?: "AFN" | "MFN" | "";
}

export const ORDER = "111-1234567-1234567";

const DEFAULTS = {
  order: ORDER,
  sku: "SKU-A",
  day: "2026-07-01",
  units: 1,
  price: 20,
  settlementId: "9001",
  site: "Amazon.com",
  fulfilment: "AFN",
} as const;

/** The total row of a settlement: it names the currency and is no line. */
export function totalRow(source: Source, settlementId = "9001", currency = "USD", totalAmount = 1000): Rows {
  if (source === "transactions") return [];
  return [{ settlementId, currency, totalAmount }];
}

/** A sale: price, 15 % commission, 4.00 fulfilment fee per unit. */
export function sale(source: Source, given: Line = {}): Rows {
  const l = { ...DEFAULTS, ...given };
  const [principal, commission, fee] = [l.price * l.units, -0.15 * l.price * l.units, -4 * l.units].map(
    cents,
  );
  return booked(source, "Order", l, l.units, [
    ["principal", principal],
    ["commission", commission],
    ["fee", fee],
  ]);
}

export interface RefundOf extends Line {
  /** Money refunded of the price; default: units × price. */
  readonly principal?: number;
  readonly type?: string;
}

export function refund(source: Source, given: RefundOf = {}): Rows {
  const l = { ...DEFAULTS, day: "2026-08-01", ...given };
  const principal = -cents(given.principal ?? l.price * l.units);
  return booked(source, given.type ?? "Refund", l, source === "transactions" ? l.units : null, [
    ["principal", principal],
  ]);
}

/** A payment for an order that shows in settlements: REVERSAL_REIMBURSEMENT, or another code. */
export function reimbursed(
  source: Source,
  given: Line & { code?: string; amount?: number; description?: string; type?: string } = {},
): Rows {
  const l = { ...DEFAULTS, day: "2026-09-20", ...given };
  const code = given.code ?? "REVERSAL_REIMBURSEMENT";
  const amount = given.amount ?? cents(l.units * 13);
  const common = {
    settlementId: l.settlementId,
    orderId: l.order,
    sku: l.sku,
  };
  if (source === "transactions") {
    return [
      {
        ...common,
        dateTime: l.day,
        type: given.type ?? "Adjustment",
        description: given.description ?? "FBA Inventory Reimbursement - Customer Return",
        quantity: l.units,
        other: amount,
        total: amount,
      },
    ];
  }
  if (source === "settlement-v1") {
    return [
      {
        ...common,
        transactionType: code,
        postedDate: l.day,
        quantityPurchased: l.units,
        otherAmount: amount,
      },
    ];
  }
  return [
    {
      ...common,
      transactionType: "other-transaction",
      amountType: "FBA Inventory Reimbursement",
      amountDescription: code,
      amount,
      postedDate: l.day,
      quantityPurchased: l.units,
    },
  ];
}

type Part = readonly ["principal" | "commission" | "fee", number | undefined];

function booked(
  source: Source,
  type: string,
  l: typeof DEFAULTS | Required<Line>,
  units: number | null,
  parts: readonly Part[],
): Rows {
  const common = { settlementId: l.settlementId, orderId: l.order, sku: l.sku };
  if (source === "transactions") {
    const amount = (name: string) => parts.find(([part]) => part === name)?.[1] ?? 0;
    return [
      {
        ...common,
        dateTime: l.day,
        type,
        quantity: units,
        marketplace: l.site.toLowerCase(),
        fulfillment: l.fulfilment === "AFN" ? "Amazon" : l.fulfilment === "MFN" ? "Seller" : "",
        productSales: amount("principal"),
        sellingFees: amount("commission"),
        fbaFees: amount("fee"),
      },
    ];
  }
  const settled = {
    ...common,
    transactionType: type,
    marketplaceName: l.site,
    fulfillmentId: l.fulfilment,
    postedDate: l.day,
    orderItemCode: "07821148853890",
  };
  return parts.map(([part, amount = 0]) => {
    const quantityPurchased = part === "principal" ? units : null;
    if (source === "settlement") return { ...settled, ...V2[part], amount, quantityPurchased };
    return part === "principal"
      ? { ...settled, priceType: "Principal", priceAmount: amount, quantityPurchased }
      : {
          ...settled,
          itemRelatedFeeType: V2[part].amountDescription,
          itemRelatedFeeAmount: amount,
        };
  });
}

const V2 = {
  principal: { amountType: "ItemPrice", amountDescription: "Principal" },
  commission: { amountType: "ItemFees", amountDescription: "Commission" },
  fee: { amountType: "ItemFees", amountDescription: "FBAPerUnitFulfillmentFee" },
} as const;

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
