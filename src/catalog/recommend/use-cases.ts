import type { Usage } from "../cost/usage.ts";
import type { Kind } from "../words/kinds.ts";
import type { Capability, Modality } from "../words/capability.ts";

/** What a use case asks of a model. The reasons stand in docs/guide/which-should-i-take.md. */
export interface UseCase {
  /** One line for people. */
  about: string;
  kind: Kind;
  /** A model that lacks one of these is of no use. */
  needs: Capability[];
  takes: Modality[];
  minContext: number;
  /** What cost weighs, quality having the rest: at 0.5 models within one spread are about equal. */
  cost: number;
  /** What one request looks like where the person does not say. */
  usage: Usage;
}

const tokens = (input: number, output: number): Usage => ({ input, output });
const balanced = 0.5;
// run in bulk, and most models can do it: one and a half spreads are about equal
const bulk = 0.6;

const chat: UseCase = {
  about: "answers in a conversation",
  kind: "chat",
  needs: [],
  takes: ["text"],
  minContext: 8_000,
  cost: balanced,
  usage: tokens(2_000, 500),
};

export const useCases = {
  coding: {
    ...chat,
    about: "writes and changes code",
    needs: ["tools"],
    minContext: 64_000,
    usage: tokens(20_000, 2_000),
  },
  agents: {
    ...chat,
    about: "works on its own with tools over many steps",
    needs: ["tools"],
    minContext: 128_000,
    usage: tokens(40_000, 1_500),
  },
  chat,
  reasoning: {
    ...chat,
    about: "thinks before it answers",
    needs: ["reasoning"],
    minContext: 32_000,
    usage: tokens(4_000, 8_000),
  },
  extraction: {
    ...chat,
    about: "turns texts into records",
    needs: ["structured-output"],
    minContext: 16_000,
    cost: bulk,
    usage: tokens(6_000, 500),
  },
  summarization: {
    ...chat,
    about: "makes long texts short",
    minContext: 64_000,
    cost: bulk,
    usage: tokens(30_000, 1_000),
  },
  "long-context": {
    ...chat,
    about: "reads hundreds of pages at once",
    minContext: 400_000,
    usage: tokens(400_000, 2_000),
  },
  vision: {
    ...chat,
    about: "looks at pictures",
    needs: ["vision"],
    takes: ["text", "image"],
    usage: tokens(3_000, 500),
  },
  audio: {
    ...chat,
    about: "listens",
    takes: ["audio"],
    minContext: 0,
    usage: { input: 500, inputAudio: 5_000, output: 500 },
  },
  "image-generation": {
    ...chat,
    about: "makes pictures",
    kind: "image",
    minContext: 0,
    usage: tokens(500, 1_500),
  },
  embedding: {
    ...chat,
    about: "turns texts into vectors",
    kind: "embedding",
    minContext: 0,
    usage: tokens(1_000, 0),
  },
} as const satisfies Record<string, UseCase>;

/** The use case that is about a kind of model; for kinds that none is about, any use of them. */
export function useCaseOfKind(kind: Kind): { name?: UseCaseName; useCase: UseCase } {
  if (kind === "chat") return { useCase: anyUse };
  const name = useCaseNames.find((one) => useCases[one].kind === kind);
  if (name !== undefined) return { name, useCase: useCases[name] };
  const about = `any use of ${kind} models`;
  return { useCase: { ...anyUse, about, kind, takes: [], minContext: 0, usage: tokens(500, 500) } };
}

export type UseCaseName = keyof typeof useCases;

export const useCaseNames = Object.keys(useCases) as UseCaseName[];

/** Where no use case is named: any conversation. */
export const anyUse: UseCase = { ...chat, about: "any use", usage: tokens(10_000, 1_000) };
