/** The script about itself: what was authorised, its triggers (kept as data). */

import type { ExecutionContext } from "./context.ts";
import * as enums from "./enums.ts";
import { type EnumSet, EnumValue, Service, ServiceError } from "./service.ts";
import { badSignature, textArgument, wholeArgument } from "./signature.ts";
import type { TriggerModel, Workbook } from "./workbook.ts";

/** https://developers.google.com/apps-script/guides/services/quotas: 20 triggers per user and script. */
const MAX_TRIGGERS = 20;

export class ScriptApp extends Service {
  override readonly $googleName = "ScriptApp";

  override get $properties(): Readonly<Record<string, EnumSet>> {
    return {
      AuthMode: enums.AuthMode,
      AuthorizationStatus: enums.AuthorizationStatus,
      EventType: enums.EventType,
      TriggerSource: enums.TriggerSource,
      WeekDay: enums.WeekDay,
    };
  }

  /** `(authMode)` or `(authMode, scopes)`: whether the user granted the manifest's (or the given) scopes. */
  getAuthorizationInfo(authMode: EnumValue, scopes?: unknown): AuthorizationInfo {
    if (!(authMode instanceof EnumValue)) throw badSignature("ScriptApp.getAuthorizationInfo", [authMode]);
    const asked = Array.isArray(scopes) ? scopes.map(String) : [...this.$context.manifestScopes];
    return new AuthorizationInfo(this.$context, asked);
  }

  /** Ends the execution when a scope was not granted; Google then shows its consent screen. */
  requireScopes(_authMode: EnumValue, scopes: unknown): void {
    if (!Array.isArray(scopes)) throw badSignature("ScriptApp.requireScopes", [_authMode, scopes]);
    this.#require(scopes.map(String));
  }

  requireAllScopes(_authMode: EnumValue): void {
    this.#require([...this.$context.manifestScopes]);
  }

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(
      this.$context,
      document(this.$context),
      textArgument(functionName, "ScriptApp.newTrigger"),
    );
  }

  getProjectTriggers(): Trigger[] {
    return document(this.$context)
      .triggers.filter((model) => model.owner === this.$context.user.email)
      .map((model) => new Trigger(this.$context, model));
  }

  getUserTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw badSignature("ScriptApp.deleteTrigger", [trigger]);
    const workbook = document(this.$context);
    workbook.triggers = workbook.triggers.filter((model) => model.id !== trigger.getUniqueId());
  }

  getScriptId(): string {
    return "simulated-script";
  }

  #require(scopes: readonly string[]): void {
    const missing = scopes.filter((scope) => !this.$context.grantedScopes.has(scope));
    if (missing.length > 0) {
      throw new ServiceError(
        `Authorization is required to perform that action. Missing scopes: ${missing.join(", ")}`,
      );
    }
  }
}

export class AuthorizationInfo extends Service {
  override readonly $googleName = "AuthorizationInfo";
  readonly #asked: readonly string[];

  constructor(context: ExecutionContext, asked: readonly string[]) {
    super(context);
    this.#asked = asked;
  }

  getAuthorizationStatus(): EnumValue {
    const all = this.#asked.every((scope) => this.$context.grantedScopes.has(scope));
    return all ? enums.AuthorizationStatus.NOT_REQUIRED : enums.AuthorizationStatus.REQUIRED;
  }

  getAuthorizedScopes(): string[] {
    return this.#asked.filter((scope) => this.$context.grantedScopes.has(scope));
  }

  getAuthorizationUrl(): string | null {
    const required = this.getAuthorizationStatus() === enums.AuthorizationStatus.REQUIRED;
    return required ? "https://accounts.google.com/simulated-consent" : null;
  }
}

export class Trigger extends Service {
  override readonly $googleName = "Trigger";
  readonly #model: TriggerModel;

  constructor(context: ExecutionContext, model: TriggerModel) {
    super(context);
    this.#model = model;
  }

  getUniqueId(): string {
    return this.#model.id;
  }

  getHandlerFunction(): string {
    return this.#model.functionName;
  }

  getEventType(): EnumValue | undefined {
    return enums.EventType[this.#model.eventType as keyof typeof enums.EventType];
  }

  getTriggerSource(): EnumValue {
    return this.#model.eventType === "CLOCK" ? enums.TriggerSource.CLOCK : enums.TriggerSource.SPREADSHEETS;
  }
}

/** `newTrigger(f).timeBased().everyHours(1).create()` and `newTrigger(f).forSpreadsheet(s).onOpen().create()`. */
export class TriggerBuilder extends Service {
  override readonly $googleName = "TriggerBuilder";
  readonly #workbook: Workbook;
  readonly #functionName: string;
  #eventType = "";
  #settings: Record<string, string | number> = {};

  constructor(context: ExecutionContext, workbook: Workbook, functionName: string) {
    super(context);
    this.#workbook = workbook;
    this.#functionName = functionName;
  }

  timeBased(): this {
    this.#eventType = "CLOCK";
    return this;
  }

  forSpreadsheet(): this {
    return this;
  }

  onOpen(): this {
    this.#eventType = "ON_OPEN";
    return this;
  }

  onEdit(): this {
    this.#eventType = "ON_EDIT";
    return this;
  }

  onChange(): this {
    this.#eventType = "ON_CHANGE";
    return this;
  }

  everyMinutes(n: number): this {
    return this.#set({ everyMinutes: wholeArgument(n, "ClockTriggerBuilder.everyMinutes") });
  }

  everyHours(n: number): this {
    return this.#set({ everyHours: wholeArgument(n, "ClockTriggerBuilder.everyHours") });
  }

  everyDays(n: number): this {
    return this.#set({ everyDays: wholeArgument(n, "ClockTriggerBuilder.everyDays") });
  }

  everyWeeks(n: number): this {
    return this.#set({ everyWeeks: wholeArgument(n, "ClockTriggerBuilder.everyWeeks") });
  }

  atHour(hour: number): this {
    return this.#set({ atHour: wholeArgument(hour, "ClockTriggerBuilder.atHour") });
  }

  nearMinute(minute: number): this {
    return this.#set({ nearMinute: wholeArgument(minute, "ClockTriggerBuilder.nearMinute") });
  }

  onWeekDay(day: EnumValue): this {
    return this.#set({ onWeekDay: day.name });
  }

  inTimezone(timezone: string): this {
    return this.#set({ timezone: textArgument(timezone, "ClockTriggerBuilder.inTimezone") });
  }

  /** @throws ServiceError for an add-on's clock more often than hourly, a second trigger of one type, or the 21st. */
  create(): Trigger {
    const owner = this.$context.user.email;
    const own = this.#workbook.triggers.filter((model) => model.owner === owner);
    if (this.#eventType === "") throw new ServiceError("A trigger needs an event.");
    if (own.length >= MAX_TRIGGERS) {
      throw new ServiceError(
        "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
      );
    }
    if (this.#settings.everyMinutes !== undefined) {
      throw new ServiceError(
        "The add-on attempted to create a time-based trigger that runs more often than once per hour.",
      );
    }
    if (own.some((model) => model.eventType === this.#eventType)) {
      throw new ServiceError(
        "This add-on has created too many triggers of this type in this document for this Google user account.",
      );
    }
    const model = {
      id: String(this.#workbook.nextId()),
      functionName: this.#functionName,
      eventType: this.#eventType,
      owner,
      settings: this.#settings,
    };
    this.#workbook.triggers.push(model);
    return new Trigger(this.$context, model);
  }

  #set(settings: Record<string, string | number>): this {
    this.#settings = { ...this.#settings, ...settings };
    return this;
  }
}

function document(context: ExecutionContext): Workbook {
  if (!context.workbook)
    throw new ServiceError("The simulator keeps triggers with a document; there is none.");
  return context.workbook;
}
