/**
 * A file of every report with rows in the shape Amazon gives them, under its current header, and what must come
 * out: rows, and the sum of one column. Columns that a fixture leaves out are blank.
 */
import { INVENTORY_AND_OWN } from "./fixtures/inventory-and-own.ts";
import type { Fixture } from "./fixtures/lines.ts";
import { MONEY_AND_ORDERS } from "./fixtures/money-and-orders.ts";
import { STOCK_AND_FEES } from "./fixtures/stock-and-fees.ts";

export const FIXTURES: readonly Fixture[] = [...STOCK_AND_FEES, ...MONEY_AND_ORDERS, ...INVENTORY_AND_OWN];
