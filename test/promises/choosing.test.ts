import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { shop } from "../journeys/shop.ts";

const command = shop();

describe("offers at no charge", () => {
  it.each([
    [["--free"], {}],
    [["--free", "--provider", "gratis"], {}],
    [["--free", "--configured"], { GRATIS_API_KEY: "example" }],
  ])("are recommended with %j", (flags, environment) => {
    const { recommendations } = answerOf<{ recommendations: { model: { provider: string } }[] }>(
      command.run(["recommend", "chat", ...flags, "--json"], environment),
    ).result;
    const sellers = recommendations.map(({ model }) => model.provider);
    expect([sellers.length > 0, new Set(sellers)]).toEqual([true, new Set(["gratis"])]);
  });
});
