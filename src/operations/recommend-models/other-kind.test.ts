import { expect, it } from "vitest";
import { otherKindNotes } from "./other-kind.ts";

const messages = (...input: Parameters<typeof otherKindNotes>): string[] =>
  otherKindNotes(...input).map(({ message }) => message);

it("names the use case that is about the kind which was asked for", () => {
  expect(messages({ useCase: "chat", kind: ["embedding"] })).toEqual([
    "chat is about models for chat, and --kind asks for embedding: no model meets both; modelforge recommend embedding looks among those",
  ]);
});

it("names the kind where no use case is about it", () => {
  expect(messages({ useCase: "coding", kind: ["rerank", "moderation"] })).toEqual([
    "coding is about models for chat, and --kind asks for rerank, moderation: no model meets both; modelforge recommend --kind rerank,moderation looks among those",
  ]);
});

it("says nothing where both can be met, or one is not asked for", () => {
  expect(messages({ useCase: "chat", kind: ["embedding", "chat"] })).toEqual([]);
  expect(messages({ useCase: "embedding", kind: ["embedding"] })).toEqual([]);
  expect(messages({ kind: ["embedding"] })).toEqual([]);
  expect(messages({ useCase: "chat" })).toEqual([]);
});
