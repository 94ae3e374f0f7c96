/**
 * What stands between a script and Google's services inside the script's own V8 context.
 *
 * `inside` is never called here: its text is run in each fresh context (see isolate.ts), so that every array,
 * Date and Error a script receives is made by its own realm. It must therefore use nothing but its
 * parameters and what a bare V8 context has.
 */

import type { Wire } from "../services/service.ts";

/** What a script's context asks of the host. Handles are the numbers of `HandleTable`. */
export type Request =
  | { readonly op: "call"; readonly handle: number; readonly method: string; readonly args: readonly Wire[] }
  | { readonly op: "members"; readonly handle: number }
  | { readonly op: "now" };

/** What a script can see of one class of service. */
export interface MembersReply {
  readonly methods: readonly string[];
  /** Property → enum name and its values in order, e.g. `Button` → `["Button", "OK", "CANCEL", …]`. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

export interface Reply {
  readonly value?: Wire;
  readonly members?: MembersReply;
  /** Thrown in the script as an Error of its own realm. */
  readonly error?: { readonly name: string; readonly message: string };
}

export type Ask = (request: Request) => Reply;

/** What a script threw, in words: `name` is absent when it threw something that is no Error. */
export interface Thrown {
  readonly name: string | null;
  readonly message: string;
  readonly stack: string;
}

/** How a run ended. `unsupported` names what the returned value holds that cannot leave the script. */
export type Outcome =
  | { readonly value: Wire }
  | { readonly thrown: Thrown }
  | { readonly unsupported: string }
  | { readonly missing: true };

export interface Start {
  readonly functionName: string;
  readonly args: readonly Wire[];
  /** The global services by name. */
  readonly globals: Readonly<Record<string, Wire>>;
  /** True when the script's time is the host's made-up clock. */
  readonly ownClock: boolean;
}

/** Installs the services as globals; the function it returns calls the script's function. */
export function inside(ask: Ask, start: Start): () => Outcome {
  type Tagged = { readonly [key: string]: Wire };
  const classes = new Map<string, MembersReply>();
  const services = new Map<number, object>();
  const enumValues = new Map<string, object>();
  const wires = new WeakMap<object, Wire>();

  class Unsupported extends TypeError {}

  function send(request: Request): Reply {
    const reply = ask(request);
    if (!reply.error) return reply;
    const error = new Error(reply.error.message);
    error.name = reply.error.name;
    throw error;
  }

  function call(handle: number, method: string, args: readonly unknown[]): unknown {
    const sent: Wire[] = [];
    for (const arg of args) sent.push(encode(arg, 0));
    return decode(send({ op: "call", handle, method, args: sent }).value ?? null);
  }

  function decode(wire: Wire): unknown {
    if (wire === null || typeof wire !== "object") return wire;
    if (Array.isArray(wire)) {
      const list: unknown[] = new Array(wire.length);
      for (let at = 0; at < wire.length; at++) list[at] = decode(wire[at]);
      return list;
    }
    const tagged = wire as Tagged;
    if (typeof tagged["$date"] === "number") return new Date(tagged["$date"]);
    if (typeof tagged["$number"] === "string") return Number(tagged["$number"]);
    if (tagged["$undefined"] === true) return undefined;
    if (typeof tagged["$enum"] === "string") return enumValue(tagged["$enum"], String(tagged["name"]));
    if (typeof tagged["$handle"] === "number")
      return service(tagged["$handle"], String(tagged["googleName"]));
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(tagged)) made[key] = decode(tagged[key] ?? null);
    return made;
  }

  function encode(value: unknown, depth: number): Wire {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") {
      return Number.isFinite(value) ? value : { $number: String(value) as "NaN" | "Infinity" | "-Infinity" };
    }
    if (value === undefined) return { $undefined: true };
    if (typeof value !== "object") throw new Unsupported(`a ${typeof value}`);
    const known = wires.get(value);
    if (known !== undefined) return known;
    if (depth > 100) throw new Unsupported("an object that contains itself");
    if (Array.isArray(value)) {
      const list: Wire[] = new Array(value.length);
      for (let at = 0; at < value.length; at++) list[at] = encode(value[at], depth + 1);
      return list;
    }
    if (value instanceof Date) return { $date: value.getTime() };
    if (value instanceof Error) return value.stack ?? String(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) {
      throw new Unsupported(`a ${Object.prototype.toString.call(value).slice(8, -1)}`);
    }
    const made: Record<string, Wire> = {};
    for (const [key, item] of Object.entries(value)) made[key] = encode(item, depth + 1);
    return made;
  }

  /** One object per enum value: scripts compare them with `===`. */
  function enumValue(enumName: string, name: string): object {
    const key = `${enumName}.${name}`;
    const known = enumValues.get(key);
    if (known) return known;
    const made = Object.freeze({
      toString: () => name,
      name: () => name,
      toJSON: () => name,
    });
    wires.set(made, { $enum: enumName, name });
    enumValues.set(key, made);
    return made;
  }

  function enumSet(property: string, [enumName = "", ...names]: readonly string[]): object {
    const set: Record<string, object> = {};
    for (const name of names) set[name] = enumValue(enumName, name);
    return strict(property, (name) => {
      if (set[name]) return set[name];
      throw new TypeError(`${property}.${name} does not exist: ${names.join(", ")}`);
    });
  }

  function service(handle: number, googleName: string): object {
    const known = services.get(handle);
    if (known) return known;
    const members = membersOf(handle, googleName);
    const enums: Record<string, object> = {};
    for (const property of Object.keys(members.enums)) {
      enums[property] = enumSet(property, members.enums[property] ?? []);
    }
    const made = strict(googleName, (name) => {
      if (enums[name]) return enums[name];
      if (members.methods.includes(name)) return (...args: unknown[]) => call(handle, name, args);
      if (name === "toString") return () => googleName;
      // The host refuses the unknown member in its own words.
      return call(handle, name, []);
    });
    services.set(handle, made);
    wires.set(made, { $handle: handle, googleName });
    return made;
  }

  function membersOf(handle: number, googleName: string): MembersReply {
    const known = classes.get(googleName);
    if (known) return known;
    const members = send({ op: "members", handle }).members ?? { methods: [], enums: {} };
    classes.set(googleName, members);
    return members;
  }

  /** An object whose every property comes from `read`, which throws for unknown ones: nothing is ever undefined. */
  function strict(googleName: string, read: (name: string) => unknown): object {
    const refuse = (what: string) => {
      throw new TypeError(`${googleName} belongs to Google: ${what} it is not possible.`);
    };
    return new Proxy(Object.freeze(Object.create(null)), {
      get(_target, name) {
        if (name === Symbol.toPrimitive) return () => googleName;
        if (name === Symbol.toStringTag) return googleName;
        return typeof name === "symbol" ? undefined : read(name);
      },
      set: () => refuse("writing to"),
      defineProperty: () => refuse("adding to"),
      deleteProperty: () => refuse("deleting from"),
    });
  }

  function replaceClock(): void {
    const now = () => decode(send({ op: "now" }).value ?? null) as number;
    const RealDate = Date;
    const clock = new Proxy(RealDate, {
      construct: (target, args: unknown[], newTarget) =>
        Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
      apply: () => String(new RealDate(now())),
      get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
    });
    RealDate.prototype.constructor = clock;
    Object.defineProperty(globalThis, "Date", { value: clock, writable: true, configurable: true });
  }

  function thrownBy(problem: unknown): Thrown {
    if (typeof problem === "object" && problem !== null && "message" in problem) {
      const { name, message, stack } = problem as { name?: unknown; message: unknown; stack?: unknown };
      return { name: String(name ?? "Error"), message: String(message), stack: String(stack ?? "") };
    }
    return { name: null, message: String(problem), stack: "" };
  }

  // V8 brings a console that prints nowhere; Google's is a service.
  Reflect.deleteProperty(globalThis, "console");
  for (const name of Object.keys(start.globals)) {
    const value = decode(start.globals[name] ?? null);
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  if (start.ownClock) replaceClock();

  return () => {
    const called: unknown = Reflect.get(globalThis, start.functionName);
    if (typeof called !== "function") return { missing: true };
    try {
      const args = start.args.map(decode);
      const returned: unknown = Reflect.apply(called, globalThis, args);
      try {
        return { value: encode(returned, 0) };
      } catch (problem) {
        if (problem instanceof Unsupported) return { unsupported: problem.message };
        throw problem;
      }
    } catch (problem) {
      return { thrown: thrownBy(problem) };
    }
  };
}
