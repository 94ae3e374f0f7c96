/**
 * What every simulated Google object is, and how it is reached from a script.
 *
 * All services live on the host side. A script holds handles only; every call it makes is
 * `(handle, method, args)` and comes back as plain data, a handle, or an error. This file is the whole contract:
 *
 * - `membersOf(service)` names the methods a script may call and the properties it may read (enums).
 * - `invoke(service, method, args)` makes one call: hook, auth mode and scopes, argument check, then the method.
 *   It returns a Promise only where Google's call blocks for a person or for time (Ui.alert, Ui.prompt,
 *   Lock.waitLock, Utilities.sleep); the runtime awaits it on the host while the script's thread sleeps.
 * - `HandleTable.toWire` / `fromWire` turn results and arguments into JSON-safe data and back (`Wire`).
 *
 * A member whose name begins with `$` belongs to the host and is never visible to a script.
 */

import { checkAccess } from "./access.ts";
import type { ExecutionContext } from "./context.ts";
import { ServiceError } from "./error.ts";

export { ServiceError };

/** One value of a Google enum, e.g. `SpreadsheetApp.WrapStrategy.WRAP`. Values are compared by identity, in the script as on the host. */
export class EnumValue {
  readonly enumName: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(enumName: string, name: string, ordinal: number) {
    this.enumName = enumName;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

/** The values of one enum by name. */
export type EnumSet<Name extends string = string> = Readonly<Record<Name, EnumValue>>;

const ENUMS = new Map<string, EnumSet>();

/** Defines an enum once for the whole simulator; `enumName` must be unique. */
export function defineEnum<const Name extends string>(
  enumName: string,
  names: readonly Name[],
): EnumSet<Name> {
  const set = Object.freeze(
    Object.fromEntries(names.map((name, ordinal) => [name, new EnumValue(enumName, name, ordinal)])),
  ) as EnumSet<Name>;
  ENUMS.set(enumName, set);
  return set;
}

/** The base of every object a script can hold. `googleName` is the class's name in Google's reference, e.g. `Range`. */
export abstract class Service {
  abstract readonly $googleName: string;
  readonly $context: ExecutionContext;

  constructor(context: ExecutionContext) {
    this.$context = context;
  }

  /** Enums and other constant data readable as properties, e.g. `ui.Button.YES`. */
  get $properties(): Readonly<Record<string, EnumSet>> {
    return {};
  }
}

/** What a script can see of a service. The same for every instance of a class. */
export interface Members {
  readonly googleName: string;
  readonly methods: readonly string[];
  readonly properties: Readonly<Record<string, EnumSet>>;
}

const MEMBERS = new Map<unknown, Members>();

/** The methods (public methods of the class and its parents) and properties a script sees. */
export function membersOf(service: Service): Members {
  const known = MEMBERS.get(service.constructor);
  if (known) return known;
  const methods = new Set<string>();
  let prototype: object | null = Object.getPrototypeOf(service);
  while (prototype && prototype !== Service.prototype && prototype !== Object.prototype) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== "constructor" && !name.startsWith("$") && typeof property.value === "function") {
        methods.add(name);
      }
    }
    prototype = Object.getPrototypeOf(prototype);
  }
  const members = {
    googleName: service.$googleName,
    methods: [...methods].sort(),
    properties: service.$properties,
  };
  MEMBERS.set(service.constructor, members);
  return members;
}

/**
 * One service call made by a script.
 *
 * `args` are host values (see `HandleTable.fromWire`). Runs the context's `beforeCall` hook with the kind
 * (`Range.setValues`), enforces the auth mode and the scopes, then calls. Returns the host value, or a Promise of it
 * where Google's call blocks.
 * @throws ServiceError with Google's wording; whatever `beforeCall` throws (injected faults) passes through.
 */
export function invoke(service: Service, method: string, args: readonly unknown[]): unknown {
  const members = membersOf(service);
  if (!members.methods.includes(method)) throw notImplemented(members.googleName, method);
  const context = service.$context;
  context.assertRunning();
  context.beforeCall(`${members.googleName}.${method}`);
  checkAccess(context, members.googleName, method);
  const implementation: unknown = Reflect.get(service, method);
  if (typeof implementation !== "function") throw notImplemented(members.googleName, method);
  return Reflect.apply(implementation, service, args);
}

/** The error for a member the simulator does not have. The runtime throws it for reads of unknown properties, too. */
export function notImplemented(googleName: string, member: string): ServiceError {
  return new ServiceError(
    `${googleName}.${member} is not implemented in the simulator (simulator/services). Google may have it: look it up, then add it there.`,
  );
}

/** JSON-safe form of everything that crosses between host and script. */
export type Wire =
  | null
  | boolean
  | number
  | string
  | readonly Wire[]
  | { readonly $date: number }
  | { readonly $number: "NaN" | "Infinity" | "-Infinity" }
  | { readonly $undefined: true }
  | { readonly $enum: string; readonly name: string }
  | { readonly $handle: number; readonly googleName: string }
  | { readonly [key: string]: Wire };

/** The services one execution holds, by number. */
export class HandleTable {
  readonly #services: Service[] = [];
  readonly #numbers = new Map<Service, number>();

  /** The number of a service; the same service keeps its number. */
  handleOf(service: Service): number {
    const known = this.#numbers.get(service);
    if (known !== undefined) return known;
    this.#services.push(service);
    const number = this.#services.length - 1;
    this.#numbers.set(service, number);
    return number;
  }

  serviceOf(handle: number): Service {
    const service = this.#services[handle];
    if (!service) throw new Error(`No service has the handle ${handle}`);
    return service;
  }

  /** Host value → JSON-safe data. */
  toWire(value: unknown): Wire {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") {
      return Number.isFinite(value) ? value : { $number: String(value) as "NaN" | "Infinity" | "-Infinity" };
    }
    if (value === undefined) return { $undefined: true };
    if (Array.isArray(value)) return value.map((item) => this.toWire(item));
    if (value instanceof Service) return { $handle: this.handleOf(value), googleName: value.$googleName };
    if (value instanceof EnumValue) return { $enum: value.enumName, name: value.name };
    if (value instanceof Date) return { $date: value.getTime() };
    if (typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.toWire(item)]));
    }
    throw new Error(`A ${typeof value} cannot cross to the script`);
  }

  /** JSON-safe data → host value: tagged dates become `Date`, enums their one `EnumValue`, handles their service. */
  fromWire(wire: Wire): unknown {
    if (wire === null || typeof wire !== "object") return wire;
    if (Array.isArray(wire)) return wire.map((item: Wire) => this.fromWire(item));
    const tagged = wire as Readonly<Record<string, Wire>>;
    if (typeof tagged.$date === "number") return new Date(tagged.$date);
    if (tagged.$date === null) return new Date(Number.NaN);
    if (typeof tagged.$number === "string") return Number(tagged.$number);
    if (tagged.$undefined === true) return undefined;
    if (typeof tagged.$enum === "string") return enumValue(tagged.$enum, String(tagged.name));
    if (typeof tagged.$handle === "number") return this.serviceOf(tagged.$handle);
    return Object.fromEntries(Object.entries(tagged).map(([key, item]) => [key, this.fromWire(item)]));
  }
}

function enumValue(enumName: string, name: string): EnumValue {
  const value = ENUMS.get(enumName)?.[name];
  if (!value) throw new Error(`No enum value ${enumName}.${name}`);
  return value;
}
