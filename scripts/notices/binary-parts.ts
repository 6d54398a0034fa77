import type { LeftOut } from "./left-out.ts";
import { bsd2, dtoa, icu, mit } from "./licence-texts.ts";

const jqWasm = /(^|\/)node_modules\/jq-wasm\/dist\/build\/jq\.js$/;
const yogaWasm = /(^|\/)node_modules\/yoga-layout\/dist\/binaries\//;

function inJq(reason: string, claim: string, text: string): LeftOut {
  return { modules: jqWasm, of: "binary", reason, claim, text };
}

const emscripten = mit(
  "Emscripten's runtime\n\nCopyright (c) 2010-2014 Emscripten authors, see AUTHORS file.",
);
const musl = mit(
  "musl, the C library of Emscripten\n\nCopyright (c) 2005-2020 Rich Felker, et al.",
);
const madeByEmscripten = "Emscripten links its own runtime and C library into what it makes";

/** What the programs in WebAssembly are made of that packages hold as text: their own licence files name the wrapper alone. */
export const binaryParts: readonly LeftOut[] = [
  inJq(
    "the package's licence is that of its wrapper",
    // another version may be made of other parts
    "\u00001.7.1",
    mit("jq\n\njq is copyright (C) 2012 Stephen Dolan"),
  ),
  inJq(
    "jq is built with the regular expressions of Oniguruma",
    "--with-oniguruma=builtin",
    bsd2(
      "Oniguruma\n\nCopyright (c) 2002-2021 K.Kosako <kkosako0@gmail.com>\nAll rights reserved.",
    ),
  ),
  inJq(
    "jq 1.7 keeps numbers as they are written with decNumber, unless it is built without",
    "--disable-docs --disable-valgrind --with-oniguruma=builtin --enable-static",
    icu(
      "decNumber\n\nICU License - ICU 1.8.1 and later\n\nCOPYRIGHT AND PERMISSION NOTICE\n\nCopyright (c) 1995-2005 International Business Machines Corporation and others",
    ),
  ),
  inJq(
    "jq reads and writes numbers with dtoa.c and g_fmt.c, whose notices have to go along",
    "src/jv.c",
    dtoa(
      "dtoa.c and g_fmt.c\n\nThe author of this software is David M. Gay.\n\nCopyright (c) 1991, 1996, 2000, 2001 by Lucent Technologies.",
    ),
  ),
  inJq(madeByEmscripten, "emscripten/emcc", emscripten),
  inJq(madeByEmscripten, "emscripten/emcc", musl),
  { modules: yogaWasm, of: "binary", reason: madeByEmscripten, text: emscripten },
  { modules: yogaWasm, of: "binary", reason: madeByEmscripten, text: musl },
];
