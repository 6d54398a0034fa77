import type { Capability, Modality } from "../words/capability.ts";
import type { Usage } from "../cost/usage.ts";
import type { Kind } from "../inferred/kind.ts";
import type { Weights } from "./factors.ts";

/** What a use case asks of a model, and what counts how much for it. The reasons stand in docs/guide/which-should-i-take.md. */
export interface UseCase {
  /** One line for people. */
  about: string;
  kind: Kind | "image-giving";
  /** A model that lacks one of these is of no use. */
  needs: Capability[];
  takes: Modality[];
  minContext: number;
  /** Capabilities that help. */
  wants: Capability[];
  weights: Weights;
  /** What one request looks like where the person does not say. */
  usage: Usage;
}

const tokens = (input: number, output: number): Usage => ({ input, output });
const weights = (
  cost: number,
  quality: number,
  recency: number,
  limits: number,
  fit: number,
  status: number,
): Weights => ({ cost, quality, recency, limits, fit, status });

const chat: UseCase = {
  about: "answers in a conversation",
  kind: "chat",
  needs: [],
  takes: ["text"],
  minContext: 8_000,
  wants: ["tools", "vision", "structured-output"],
  weights: weights(0.25, 0.35, 0.15, 0.1, 0.1, 0.05),
  usage: tokens(2_000, 500),
};

export const useCases = {
  coding: {
    ...chat,
    about: "writes and changes code",
    needs: ["tools"],
    minContext: 64_000,
    wants: ["reasoning", "structured-output", "attachments"],
    weights: weights(0.2, 0.45, 0.15, 0.1, 0.05, 0.05),
    usage: tokens(20_000, 2_000),
  },
  agents: {
    ...chat,
    about: "works on its own with tools over many steps",
    needs: ["tools"],
    minContext: 128_000,
    wants: ["reasoning", "structured-output", "vision"],
    weights: weights(0.25, 0.4, 0.1, 0.1, 0.1, 0.05),
    usage: tokens(40_000, 1_500),
  },
  chat,
  reasoning: {
    ...chat,
    about: "thinks before it answers",
    needs: ["reasoning"],
    minContext: 32_000,
    wants: ["tools", "structured-output"],
    weights: weights(0.15, 0.5, 0.15, 0.1, 0.05, 0.05),
    usage: tokens(4_000, 8_000),
  },
  extraction: {
    ...chat,
    about: "turns texts into records",
    needs: ["structured-output"],
    minContext: 16_000,
    wants: ["pdf", "vision", "tools"],
    weights: weights(0.45, 0.15, 0.15, 0.1, 0.1, 0.05),
    usage: tokens(6_000, 500),
  },
  summarization: {
    ...chat,
    about: "makes long texts short",
    minContext: 64_000,
    wants: ["pdf", "attachments"],
    weights: weights(0.4, 0.15, 0.15, 0.2, 0.05, 0.05),
    usage: tokens(30_000, 1_000),
  },
  "long-context": {
    ...chat,
    about: "reads hundreds of pages at once",
    minContext: 400_000,
    wants: ["pdf", "tools", "structured-output"],
    weights: weights(0.2, 0.25, 0.15, 0.3, 0.05, 0.05),
    usage: tokens(400_000, 2_000),
  },
  vision: {
    ...chat,
    about: "looks at pictures",
    needs: ["vision"],
    takes: ["text", "image"],
    wants: ["pdf", "video", "structured-output"],
    weights: weights(0.3, 0.2, 0.2, 0.1, 0.15, 0.05),
    usage: tokens(3_000, 500),
  },
  audio: {
    ...chat,
    about: "listens",
    takes: ["audio"],
    minContext: 0,
    wants: ["video", "tools", "structured-output"],
    weights: weights(0.3, 0.15, 0.25, 0.1, 0.15, 0.05),
    usage: { input: 500, inputAudio: 5_000, output: 500 },
  },
  "image-generation": {
    ...chat,
    about: "makes pictures",
    kind: "image-giving",
    minContext: 0,
    wants: ["vision"],
    weights: weights(0.4, 0.05, 0.4, 0, 0.1, 0.05),
    usage: tokens(500, 1_500),
  },
  embedding: {
    ...chat,
    about: "turns texts into vectors",
    kind: "embedding",
    minContext: 0,
    wants: [],
    weights: weights(0.5, 0.05, 0.3, 0.1, 0, 0.05),
    usage: tokens(1_000, 0),
  },
} as const satisfies Record<string, UseCase>;

export type UseCaseName = keyof typeof useCases;

export const useCaseNames = Object.keys(useCases) as UseCaseName[];

/** Where no use case is named: any conversation. */
export const anyUse: UseCase = {
  ...chat,
  about: "any use",
  wants: ["tools", "reasoning", "structured-output", "vision"],
  weights: weights(0.3, 0.35, 0.15, 0.1, 0.05, 0.05),
  usage: tokens(10_000, 1_000),
};
