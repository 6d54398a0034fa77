/** Words of people who ask what to take. */
export const asksForBest = /\b(best|better|cheapest|fastest|smartest|top|which|recommend(ed)?)\b/i;
