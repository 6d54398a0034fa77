import { kindWords } from "./kind-words.ts";
import type { KindName } from "./kinds.ts";
import type { Doubt } from "../places/doubt.ts";

/** What of a file does not count, and why. */
export interface Problem {
  code:
    | "config.unknown-key"
    | "config.bad-value"
    | "config.project-ignored"
    | "config.newer"
    | "config.duplicate-key"
    | "config.untrusted";
  file: string;
  /** Nothing where it is about the file as a whole. */
  path: readonly string[];
  message: string;
}

type Where = Pick<Problem, "file" | "path">;

export const unknownKey = (where: Where): Problem => ({
  ...where,
  code: "config.unknown-key",
  message: "is no setting",
});

export const badValue = (where: Where, kind: KindName | "object"): Problem => ({
  ...where,
  code: "config.bad-value",
  message: `takes ${kind === "object" ? "an object" : kindWords[kind].takes}`,
});

export const projectIgnored = (where: Where): Problem => ({
  ...where,
  code: "config.project-ignored",
  message: "is not for a project to say",
});

export const overruled = ({ file, path }: Where): Problem => ({
  file,
  path,
  code: "config.project-ignored",
  message: `is not for a project to say: your own file says ${path[0] === "settings" ? "less" : "another"}`,
});

export const newerFormat = (where: Where): Problem => ({
  ...where,
  code: "config.newer",
  message: "was written for a newer version of ModelForge",
});

export const duplicateKey = (file: string): Problem => ({
  file,
  path: [],
  code: "config.duplicate-key",
  message: "stands there twice; the last counts",
});

const doubts: Readonly<Record<Doubt, string>> = {
  link: "it is a link, or in one: a project's configuration stays in the project",
  another: "it belongs to another user",
  open: "others may write it",
};

export const saidDoubt = (why: Doubt): string => doubts[why];

export const untrusted = (file: string, why: Doubt): Problem => ({
  file,
  path: [],
  code: "config.untrusted",
  message: `is not read: ${saidDoubt(why)}`,
});
