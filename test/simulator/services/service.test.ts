import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BEHAVIOURS } from "../../../simulator/services/behaviours.ts";
import { ExecutionContext } from "../../../simulator/services/context.ts";
import { Button } from "../../../simulator/services/enums.ts";
import {
  globalsOf,
  HandleTable,
  invoke,
  membersOf,
  type Service,
  ServiceError,
  Workbook,
} from "../../../simulator/services/index.ts";
import { NOW, SCOPE } from "./script.ts";

function running(beforeCall?: (kind: string) => void) {
  const context = new ExecutionContext({
    workbook: new Workbook(),
    user: { email: "ada@example.com", locale: "en" },
    authMode: "FULL",
    manifestScopes: [`${SCOPE}spreadsheets.currentonly`],
    clock: { now: () => NOW, sleep: () => {} },
    ui: null,
    ...(beforeCall ? { beforeCall } : {}),
  });
  const app = globalsOf(context).SpreadsheetApp;
  if (!app) throw new Error("No SpreadsheetApp");
  return { context, app };
}

describe("The behaviours", () => {
  it("each have a test of their name, and an id of their own", () => {
    const folder = new URL(".", import.meta.url);
    const tests = readdirSync(folder)
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(new URL(file, folder), "utf8"))
      .join("\n");
    const ids = BEHAVIOURS.map((behaviour) => behaviour.id);
    expect(ids.filter((id) => !tests.includes(`shows("${id}"`))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("name a page or say that they are assumed", () => {
    const bad = BEHAVIOURS.filter(({ source }) => source !== "assumed" && !source.startsWith("https://"));
    expect(bad).toEqual([]);
  });
});

describe("Calls", () => {
  it("show a script methods and enums, and nothing of the host", () => {
    const { app } = running();
    const members = membersOf(app);
    expect(members.methods).toContain("getActiveSpreadsheet");
    expect(members.methods.filter((name) => name.startsWith("$") || name === "constructor")).toEqual([]);
    expect(members.properties.ProtectionType?.SHEET?.toString()).toBe("SHEET");
    for (const hidden of ["$context", "constructor", "toString", "$properties"]) {
      expect(() => invoke(app, hidden, [])).toThrow(ServiceError);
    }
  });

  it("run the hook first, which may let them fail", () => {
    const kinds: string[] = [];
    const { app } = running((kind) => {
      kinds.push(kind);
      if (kind === "Sheet.setName") throw new Error("planned");
    });
    const sheet = invoke(invoke(app, "getActive", []) as Service, "getActiveSheet", []) as Service;
    expect(() => invoke(sheet, "setName", ["x"])).toThrow("planned");
    expect(invoke(sheet, "getName", [])).toBe("Sheet1");
    expect(kinds).toEqual([
      "SpreadsheetApp.getActive",
      "Spreadsheet.getActiveSheet",
      "Sheet.setName",
      "Sheet.getName",
    ]);
  });

  it("fail once the execution has ended", () => {
    const { app, context } = running();
    context.end({ keepWrites: true });
    expect(() => invoke(app, "getActive", [])).toThrow("The execution has ended");
  });

  it("carry values both ways", () => {
    const { app } = running();
    const handles = new HandleTable();
    const values = [1, "a", true, null, undefined, Number.NaN, new Date(5), [Button.YES], { a: [2] }, app];
    const wire = handles.toWire(values);
    expect(JSON.parse(JSON.stringify(wire))).toEqual([
      1,
      "a",
      true,
      null,
      { $undefined: true },
      { $number: "NaN" },
      { $date: 5 },
      [{ $enum: "Button", name: "YES" }],
      { a: [2] },
      { $handle: 0, googleName: "SpreadsheetApp" },
    ]);
    const back = handles.fromWire(wire) as unknown[];
    expect(back).toEqual(values);
    expect(back[9]).toBe(app);
    expect((back[7] as unknown[])[0]).toBe(Button.YES);
    expect(handles.handleOf(app)).toBe(0);
    expect(() => handles.toWire(() => 1)).toThrow("A function cannot cross");
    expect(() => handles.fromWire({ $handle: 9, googleName: "Range" })).toThrow(
      "No service has the handle 9",
    );
  });
});
