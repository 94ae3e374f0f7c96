/** Who runs the script. */

import { createHash } from "node:crypto";
import { Service } from "./service.ts";

export class User extends Service {
  override readonly $googleName = "User";
  readonly #email: string;

  constructor(context: Service["$context"], email: string) {
    super(context);
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }
}

/** Google renews the temporary key every 30 days. */
const KEY_LIFE = 30 * 86_400_000;

export class Session extends Service {
  override readonly $googleName = "Session";

  getActiveUser(): User {
    return new User(this.$context, this.$context.user.email);
  }

  getEffectiveUser(): User {
    return new User(this.$context, this.$context.user.email);
  }

  getActiveUserLocale(): string {
    return this.$context.user.locale;
  }

  /** A key for the user that says nothing about them; needs no scope. */
  getTemporaryActiveUserKey(): string {
    const period = Math.floor(this.$context.clock.now() / KEY_LIFE);
    return createHash("sha256").update(`${this.$context.user.email} ${period}`).digest("base64").slice(0, 43);
  }

  getScriptTimeZone(): string {
    return this.$context.scriptTimeZone;
  }
}
