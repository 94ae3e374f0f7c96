/** Every fee table there is, in the order the Policy tab and docs/fees.md show them. */

import type { FeeTable } from "./fee.ts";
import { US_FULFILMENT } from "./fulfilment.ts";
import { AGED } from "./tables/aged.ts";
import { REFERRAL_FEES } from "./tables/referral.ts";
import { REFUND_ADMINISTRATION } from "./tables/refund-administration.ts";
import { REMOVAL } from "./tables/removal.ts";
import { SIZE_TIERS } from "./tables/size-tiers.ts";
import { STORAGE } from "./tables/storage.ts";
import { SURCHARGES } from "./tables/surcharges.ts";
import { UK_2026 } from "./tables/uk-fulfilment.ts";

export interface FeeGroup {
  readonly title: string;
  readonly tables: readonly FeeTable[];
}

export const FEE_GROUPS: readonly FeeGroup[] = [
  { title: "Size tiers", tables: SIZE_TIERS },
  { title: "Fulfilment fees", tables: [...US_FULFILMENT, UK_2026] },
  { title: "Surcharges on fulfilment fees", tables: SURCHARGES },
  { title: "Referral fees", tables: REFERRAL_FEES },
  { title: "Refund administration fee", tables: REFUND_ADMINISTRATION },
  { title: "Monthly storage", tables: STORAGE },
  { title: "Aged inventory surcharge", tables: AGED },
  { title: "Removal and disposal", tables: REMOVAL },
];
