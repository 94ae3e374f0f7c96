import { expect, test } from "vitest";
import { compose, placesOf } from "../../../../src/claims/letters/compose.ts";

test("places are filled and parts with all their places kept", () => {
  expect(compose("A[ of {{n}}][ on {{day}}].", { n: "3", day: "Monday" })).toBe("A of 3 on Monday.");
});

test("a part without a value for one of its places is left out, the others stay", () => {
  const template = "A[ of {{n}}][ on {{day}}].";
  expect(compose(template, { day: "Monday" })).toBe("A on Monday.");
  expect(compose(template, { n: "", day: null })).toBe("A.");
});

test("a part inside a part is left out alone, and with the part around it", () => {
  const template = "A[ {{x}}[ ({{y}})]].";
  expect(compose(template, { x: "1", y: "2" })).toBe("A 1 (2).");
  expect(compose(template, { x: "1" })).toBe("A 1.");
  expect(compose(template, { y: "2" })).toBe("A.");
});

test("a place outside all parts without a value is refused: no text has a hole", () => {
  expect(() => compose("A {{x}}.", {})).toThrow("No value for {{x}}");
});

test("brackets and places in a value stay what they are", () => {
  expect(compose("[{{x}}]{{y}}", { x: "[{{y}}", y: "]" })).toBe("[{{y}}]");
});

test("a part that never ends or never began is refused", () => {
  expect(() => compose("A [b", {})).toThrow("never ends");
  expect(() => compose("A b]", {})).toThrow("never began");
});

test("places are listed once, those inside parts marked", () => {
  expect(placesOf("{{b}}[ {{a}}[{{c}}]] {{b}}")).toEqual(["a?", "b", "c?"]);
});
