import { expect, it } from "vitest";
import { realCodec } from "../../src/system/real/codec.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { contractOf } from "./codec.ts";

contractOf("the codec of this machine", () => realCodec);
contractOf("a codec made up", () => createFakeSystem().codec);

it("a codec made up draws the same bytes on every machine", () => {
  const draw = (): string => createFakeSystem().codec.randomHex(40);
  expect(draw()).toBe(draw());
});
