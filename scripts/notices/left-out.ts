import { binaryParts } from "./binary-parts.ts";
import { mit } from "./licence-texts.ts";

/** What is bundled under a licence whose text is in no file of its package. */
export interface LeftOut {
  /** The modules it stands for. */
  modules: RegExp;
  /** The package itself, something that another package carries along, or what one of its binaries is made of. */
  of: "package" | "part" | "binary";
  /** Why the text stands here. */
  reason: string;
  /** What one of the modules or a binary in it says, so that a newer version that says something else is noticed. */
  claim?: string;
  text: string;
}

const meta = "Copyright (c) Meta Platforms, Inc. and affiliates.";

export const leftOut: readonly LeftOut[] = [
  {
    modules: /(^|\/)node_modules\/yoga-layout\//,
    of: "package",
    reason: "its package.json and its sources say MIT, and refer to a file that is not packed",
    claim: `${meta}\n *\n * This source code is licensed under the MIT license`,
    text: mit(`MIT License\n\n${meta}`),
  },
  {
    modules: /(^|\/)node_modules\/undici\/lib\/llhttp\//,
    of: "binary",
    reason:
      "undici carries llhttp of the Node.js project along, as WebAssembly and without its licence",
    text: mit("llhttp\n\nCopyright Fedor Indutny, 2018."),
  },
  ...binaryParts,
];
