import type { HeaderVariant } from "./variant.ts";

export const inboundShipmentsVariants: readonly HeaderVariant[] = [
  {
    name: "9 columns",
    evidence: "template",
    delimiter: "comma",
    source: "support547/Recon@1ad43bb: public/upload-templates/shipment-receiving.csv",
    header:
      "Shipment name\tShipment ID\tCreated\tLast updated\tShip to\tSKUs\tUnits expected\tUnits located\tStatus",
  },
];
