import { describe, expect, test } from "vitest";
import { type Command, commandOf } from "../../../simulator/page/model/keys.ts";

function pressed(keys: string): Command | null {
  const names = keys.split("+");
  return commandOf({
    key: names.at(-1) ?? "",
    ctrlKey: names.includes("Ctrl"),
    metaKey: names.includes("Meta"),
    shiftKey: names.includes("Shift"),
    altKey: names.includes("Alt"),
  });
}

describe("keys in the grid", () => {
  test.each<[string, Command]>([
    ["ArrowDown", { do: "move", direction: "down", extend: false }],
    ["Shift+ArrowLeft", { do: "move", direction: "left", extend: true }],
    ["Ctrl+Shift+ArrowRight", { do: "edge", direction: "right", extend: true }],
    ["Meta+ArrowUp", { do: "edge", direction: "up", extend: false }],
    ["Tab", { do: "next", direction: "right" }],
    ["Shift+Enter", { do: "next", direction: "up" }],
    ["F2", { do: "edit" }],
    ["Delete", { do: "clear" }],
    ["Ctrl+Z", { do: "undo" }],
    ["Ctrl+Shift+z", { do: "redo" }],
    ["Ctrl+Home", { do: "sheetStart", extend: false }],
    ["Shift+ ", { do: "row" }],
    ["Ctrl+ ", { do: "column" }],
    ["Alt+ArrowDown", { do: "nextTab" }],
  ])("%s", (keys, command) => {
    expect(pressed(keys)).toEqual(command);
  });

  test.each(["a", "Shift+A", "=", " ", "Ctrl+c", "Ctrl+v", "Ctrl+Alt+m", "F5", "Shift"])(
    "%s is typed, or left to the browser",
    (keys) => {
      expect(pressed(keys)).toBeNull();
    },
  );
});
