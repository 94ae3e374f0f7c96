import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Axis } from "../../../simulator/page/model/axis.ts";

const plain = new Axis(200_000, 21, new Map(), []);
const odd = new Axis(
  10,
  100,
  new Map([
    [0, 50],
    [3, 300],
    [4, 500],
  ]),
  [
    [4, 2],
    [9, 1],
  ],
);

describe("rows and columns as they are shown", () => {
  test("without anything odd, an index is its place", () => {
    expect(plain.places).toBe(200_000);
    expect(plain.length).toBe(4_200_000);
    expect([plain.indexAt(777), plain.placeOf(777), plain.offsetOf(777)]).toEqual([777, 777, 16_317]);
    expect(plain.placeAt(16_317 + 20)).toBe(777);
  });

  test("hidden ones have no place, the others move up", () => {
    expect(odd.places).toBe(7);
    expect(Array.from({ length: 7 }, (_, place) => odd.indexAt(place))).toEqual([0, 1, 2, 3, 6, 7, 8]);
    expect([odd.placeOf(4), odd.placeOf(6), odd.placeOf(9)]).toEqual([null, 4, null]);
    expect(odd.firstPlaceFrom(5)).toBe(4);
  });

  test("sizes of what is hidden do not count", () => {
    expect(odd.length).toBe(50 + 100 + 100 + 300 + 3 * 100);
    expect([odd.sizeAt(0), odd.sizeAt(3), odd.sizeAt(4)]).toEqual([50, 300, 100]);
  });

  test("steps pass over what is hidden and stop at the ends", () => {
    expect([odd.step(3, 1), odd.step(6, -1), odd.step(0, -5), odd.step(8, 3)]).toEqual([6, 3, 0, 8]);
    expect([odd.step(4, 1), odd.step(5, -1)]).toEqual([6, 3]);
  });

  test("offsets rise with the places, and lead back to them", () => {
    const axis = fc
      .record({
        count: fc.integer({ min: 1, max: 60 }),
        sizes: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 90 }))),
        hidden: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 4 })), { maxLength: 6 }),
      })
      .map(({ count, sizes, hidden }) => new Axis(count, 21, new Map(sizes), hidden));
    fc.assert(
      fc.property(axis, (one) => {
        let sum = 0;
        for (let place = 0; place < one.places; place++) {
          expect(one.placeOf(one.indexAt(place))).toBe(place);
          expect(one.offsetOf(place)).toBe(sum);
          expect(one.placeAt(sum)).toBe(place);
          expect(one.placeAt(sum + one.sizeAt(place) - 1)).toBe(place);
          sum += one.sizeAt(place);
        }
        expect(one.length).toBe(sum);
      }),
    );
  });
});
