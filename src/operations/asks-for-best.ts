const superlatives = "best|better|cheapest|fastest|smartest|top|which|recommend(?:ed)?";
const good = "cheap(?:er)?|free|fast(?:er)?|quick|good|great|decent|smart(?:er)?|strong(?:er)?";
const fit = "powerful|capable|accurate|reliable|affordable|inexpensive|budget|low[- ]cost";
const anyModel = "(?:models?|llms?|ais?)";

/**
 * Words of people who ask what to take: which is best, or a good one of many. A name may hold such a word, as grok-4-fast
 * does, and what is no name calls itself a model: cheap vision model, llm for translating.
 */
export const asksForBest = new RegExp(
  `\\b(?:${superlatives})\\b|\\b(?:${good}|${fit})\\s(?:.*\\s)?${anyModel}\\b|\\b${anyModel}\\sfor\\b`,
  "i",
);
