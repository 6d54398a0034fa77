import * as fc from "fast-check";
import { expect, it } from "vitest";
import { realCodec } from "../system/real/codec.ts";
import { plainSource } from "./plain-source.ts";

/** The same in the words of a regular expression, which takes too long to compile for a warm answer. */
const plainAddress =
  /^(https:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}|http:\/\/(?:localhost|127\.0\.0\.1))(:[1-9]\d{3}|:[1-5]\d{4})?((?:\/[\w-][\w.-]*)*)(\/?)$/;

const pieces = fc.constantFrom(
  ..."https:// http:// localhost 127.0.0.1 models.dev m.example a-b a--b -a b- xn--x M 1 . .. / // : :8 :80 :8080 :08080".split(
    " ",
  ),
  ...":59999 :60000 :443 api.json /api.json .json A _ ? # @ % ftp:// \\ \n ü".split(" "),
  "",
  " ",
);

it("takes an address for plain exactly where its pattern does", () => {
  let plain = 0;
  const starts = fc.constantFrom(
    "https://models.dev",
    "https://m.example:8443",
    "http://localhost",
    "",
  );
  fc.assert(
    fc.property(starts, fc.array(pieces, { maxLength: 5 }), (start, more) => {
      const text = start + more.join("");
      const isPlain = plainAddress.test(text);
      if (isPlain) plain += 1;
      expect([text, plainSource(text, realCodec) !== undefined]).toEqual([text, isPlain]);
    }),
    { seed: 5107, numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(500);
});
