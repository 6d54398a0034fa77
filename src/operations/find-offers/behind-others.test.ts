import { expect, it } from "vitest";
import type { Offer } from "../../catalog/offers/find-offers.ts";
import { behindOthers } from "./behind-others.ts";

const offer = (ref: string, more: Partial<Offer>): Offer =>
  ({ ref, marks: [], fits: true, ...more }) as Offer;
const first = offer("acme/a", {});
const unfit = ["b", "c"].map((id) => offer(`acme/${id}`, { fits: false }));
const local = ["d", "e"].map((id) => offer(`acme/${id}`, { marks: ["local"] }));

it("counts one and several in their own words", () => {
  const messages = [
    [first, ...unfit, ...local],
    [first, ...unfit.slice(1), ...local.slice(1)],
  ].map((offers) => behindOthers(offers).map(({ message }) => message));
  expect(messages).toEqual([
    ["4 offers stand last, whatever the price: 2 cannot take the usage, 2 run on your own machine"],
    [
      "2 offers stand last, whatever the price: 1 cannot take the usage, 1 runs on your own machine",
    ],
  ]);
});

it("says nothing of those that are not shown, nor where all of them stand alike", () => {
  expect(behindOthers([first, ...unfit], [first])).toEqual([]);
  expect(behindOthers([first])).toEqual([]);
  expect(behindOthers(unfit)).toEqual([]);
});
