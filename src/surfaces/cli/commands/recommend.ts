import { type UseCaseName, useCaseNames } from "../../../catalog/recommend/use-cases.ts";
import { type Weights, weightNames } from "../../../catalog/recommend/weights.ts";
import { ownEntry } from "../../../catalog/words/own-entry.ts";
import { isIn, units } from "../../../catalog/words/units.ts";
import { ModelForgeError } from "../../../failure.ts";
import { recommendModelsFields } from "../../../operations/recommend-models/input.ts";
import {
  recommendSeveral,
  usualUsage,
} from "../../../operations/recommend-models/recommend-models.ts";
import { ask } from "../ask.ts";
import { askedAbout } from "../asked-about.ts";
import type { CliCommand } from "../command.ts";
import { flagsOf } from "../field-flags.ts";
import { filterFlags, readConditions } from "../filter-options.ts";
import type { Flag } from "../flag.ts";
import { badValue, readWord } from "../option-values.ts";
import { otherUses } from "../other-words.ts";
import { printRanking, rankingFlags } from "../ranking-output.ts";
import { renderRecommendations } from "../render/recommendation.ts";
import { readPartOfUsage, type UsageOptions } from "../usage-options.ts";

interface RecommendOptions extends UsageOptions {
  maxMonthlyCost?: number;
  maker?: string[];
  notMaker?: string[];
  weight?: Partial<Weights>;
  cheapest?: boolean;
  limit?: number;
  explain?: boolean;
  chart?: boolean;
}

const { maxMonthlyCost, maker, notMaker, weights, cheapest, limit } = recommendModelsFields;

export const recommend: CliCommand = {
  examples: [
    "modelforge recommend coding",
    "modelforge recommend agents --input 40k --output 2k --requests 1000/day --max-monthly-cost 500",
    "modelforge recommend vision --capability tools --min-context 200k --explain",
    "modelforge recommend chat --weight cost=0.6 --not-maker openai --json",
  ],
  arguments: [{ name: "use-case", completes: useCaseNames, about: useCaseNames.join(", ") }],
  often: rankingFlags,
  get flags(): Flag[] {
    return [
      ...flagsOf({ maxMonthlyCost, maker, notMaker }),
      {
        name: "--weight",
        takes: {
          shown: "weight=share",
          completes: weightNames.map((name) => `${name}=`),
          read: readWeight,
        },
        about: weights.about,
      },
      ...flagsOf({ cheapest }),
      { name: "--explain", about: "why each stands where it stands, with the numbers" },
      { name: "--chart", about: "draw cost against quality" },
      ...flagsOf({ limit }),
      ...filterFlags("Usage, which costs are worked out for:"),
      ...rankingFlags,
    ];
  },
  run: async (context, { args, options }) => {
    const flags = options as RecommendOptions;
    const { usage: _, ...filter } = readConditions(options, context.machine.clock);
    const { maxMonthlyCost, maker, notMaker, weight: weights, cheapest, limit } = flags;
    if (maxMonthlyCost !== undefined && flags.requests === undefined) {
      throw new ModelForgeError("usage.missing-argument", {
        message: "--max-monthly-cost needs to know how many requests a month brings",
        hint: "add --requests, like --requests 1000/day",
      });
    }
    const useCase = args[0] === undefined ? undefined : readUseCase(args[0]);
    const { kind } = filter;
    const usual = usualUsage({
      ...(useCase === undefined ? {} : { useCase }),
      ...(kind === undefined ? {} : { kind }),
    });
    const usage = readPartOfUsage(flags, usual, (message) => context.note(message));
    const given = {
      usage,
      maxMonthlyCost,
      maker,
      notMaker,
      weights,
      cheapest,
      limit,
    };
    const input = {
      ...filter,
      ...(useCase === undefined ? {} : { useCase }),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    };
    // a choice is made of more than the table shows; a document gives all of it
    const how =
      options.json === true || options.format !== undefined ? {} : { shown: chosenByFields };
    const about = askedAbout(options);
    if (maxMonthlyCost !== undefined) about.push(["cost.perMonth"]);
    const outcome = await ask(context, recommendSeveral, input, how);
    await printRanking(context, outcome, options, (result) =>
      renderRecommendations(result, context, { ...flags, about }),
    );
    return undefined;
  },
};

const chosenByFields = ["price", "limits", "releaseDate", "status", "capabilities.reasoning"];

function readUseCase(word: string): UseCaseName {
  try {
    return readWord("use case", word, useCaseNames);
  } catch (error) {
    const meant = ownEntry(otherUses, word.trim().toLowerCase());
    if (meant === undefined || !(error instanceof ModelForgeError)) throw error;
    const { code, message, details } = error;
    const hint = `did you mean ${meant.join(", ")}? known: ${useCaseNames.join(", ")}`;
    throw new ModelForgeError(code, { message, hint, details: { ...details, nearest: meant } });
  }
}

/** `cost=0.6`; several add up. */
function readWeight(value: string, flag: string, before: unknown): Partial<Weights> {
  const [name = "", number = ""] = value.split("=");
  const weight = readWord("weight", name, weightNames);
  const share = units.share.parse(number);
  if (share === undefined || !isIn(units.share, share)) throw badValue(flag, value, "cost=0.6");
  return { ...(before as Partial<Weights> | undefined), [weight]: share };
}
