/** `Logger` and `console`: what a script logs. Messages go to the execution's log. */

import { format } from "node:util";
import type { LogEntry } from "./context.ts";
import { EnumValue, Service } from "./service.ts";

function shown(value: unknown): unknown {
  if (value instanceof Service) return value.$googleName;
  return value instanceof EnumValue ? value.name : value;
}

export class Logger extends Service {
  override readonly $googleName = "Logger";
  #lines: string[] = [];

  /** `(data)` or `(format, …values)` with `%s`. */
  log(...args: readonly unknown[]): this {
    const text = format(...args.map(shown));
    this.#lines.push(text);
    this.$context.log({ level: "info", text });
    return this;
  }

  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join("");
  }

  clear(): void {
    this.#lines = [];
  }
}

export class Console extends Service {
  override readonly $googleName = "console";
  readonly #timers = new Map<string, number>();

  log(...args: readonly unknown[]): void {
    this.#write("log", args);
  }

  info(...args: readonly unknown[]): void {
    this.#write("info", args);
  }

  warn(...args: readonly unknown[]): void {
    this.#write("warn", args);
  }

  error(...args: readonly unknown[]): void {
    this.#write("error", args);
  }

  time(label: string): void {
    this.#timers.set(String(label), this.$context.clock.now());
  }

  timeEnd(label: string): void {
    const start = this.#timers.get(String(label));
    if (start !== undefined) this.#write("debug", [`${label}: ${this.$context.clock.now() - start}ms`]);
  }

  #write(level: LogEntry["level"], args: readonly unknown[]): void {
    this.$context.log({ level, text: format(...args.map(shown)) });
  }
}
