/** What the seller sends to Amazon. */

import type { Day } from "../../src/values/day.ts";
import type { InboundLine, InboundShipment, Item } from "../model.ts";
import { Trade } from "./trade.ts";

export class Inbound extends Trade {
  // ---- inbound ---------------------------------------------------------------------------------

  /** A shipment to Amazon; what arrived is added with `receive`, what the queue says with `options`. */
  ship(
    created: Day,
    lines: readonly InboundLine[],
    options: {
      status?: string | null;
      located: number;
      updated?: Day;
      packs?: InboundShipment["packs"];
      id?: string;
    },
  ): InboundShipment {
    const shipment: InboundShipment = {
      id: options.id ?? this.shipmentId(),
      created,
      updated: options.updated ?? this.after(created, 0, 40),
      status: options.status === undefined ? this.dice.pick(["CLOSED", "Closed"]) : options.status,
      expected: lines.reduce((sum, line) => sum + line.shipped, 0),
      located: options.located,
      packs: options.packs ?? [{ number: 1, of: 1, lines }],
    };
    this.own(shipment.id);
    this.shipments.push(shipment);
    return shipment;
  }

  receive(shipment: InboundShipment, item: Item, day: Day, units: number): void {
    this.own(shipment.id);
    if (units !== 0) this.ledgerRow(item, "Receipts", day, units, { reference: shipment.id });
  }

  /** What Amazon's partnered carrier cost for a shipment (below 0), or what of it is credited. */
  carriage(shipmentId: string, day: Day, minor: number): void {
    this.money.push({
      day,
      second: this.daytime(),
      transaction: "ServiceFee",
      orderId: shipmentId,
      adjustmentId: "",
      site: "",
      fulfilment: "",
      itemCode: "",
      sku: "",
      title: "",
      quantity: 0,
      partial: false,
      lines: [{ type: "other-transaction", description: "FBAInboundTransportationFee", minor }],
    });
  }
}
