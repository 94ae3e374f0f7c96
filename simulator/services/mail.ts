/** Mail is not sent: it lands in the workbook's outbox, within the day's quota. */

import type { ExecutionContext } from "./context.ts";
import { Service, ServiceError } from "./service.ts";
import { badSignature, textArgument } from "./signature.ts";
import type { Mail } from "./workbook.ts";

/** Recipients a day of a consumer account: https://developers.google.com/apps-script/guides/services/quotas */
const RECIPIENTS_A_DAY = 100;
const DAY = 86_400_000;

export class MailApp extends Service {
  override readonly $googleName = "MailApp";

  getRemainingDailyQuota(): number {
    const now = this.$context.clock.now();
    const sent = outbox(this.$context).filter(
      (mail) => mail.from === this.$context.user.email && mail.at > now - DAY,
    );
    return RECIPIENTS_A_DAY - sent.reduce((sum, mail) => sum + mail.to.length, 0);
  }

  /** `({to, subject, body, htmlBody})` or `(recipient, subject, body, options?)`. */
  sendEmail(first: unknown, subject?: unknown, body?: unknown, options?: unknown): void {
    const message =
      typeof first === "object" && first !== null
        ? (first as Record<string, unknown>)
        : { ...(options as Record<string, unknown> | undefined), to: first, subject, body };
    const method = "MailApp.sendEmail";
    if (message.to === undefined || message.subject === undefined) {
      throw badSignature(
        method,
        [first, subject, body].filter((part) => part !== undefined),
      );
    }
    const to = textArgument(message.to, method)
      .split(",")
      .map((address) => address.trim());
    const invalid = to.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
    if (invalid !== undefined) throw new ServiceError(`Invalid email: ${invalid}`);
    if (to.length > this.getRemainingDailyQuota()) {
      throw new ServiceError("Service invoked too many times for one day: email.");
    }
    outbox(this.$context).push({
      from: this.$context.user.email,
      to,
      subject: textArgument(message.subject, method),
      body: textArgument(message.body ?? "", method),
      htmlBody: message.htmlBody === undefined ? null : textArgument(message.htmlBody, method),
      at: this.$context.clock.now(),
    });
  }
}

function outbox(context: ExecutionContext): Mail[] {
  if (!context.workbook)
    throw new ServiceError("The simulator keeps the outbox with a document; there is none.");
  return context.workbook.outbox;
}
