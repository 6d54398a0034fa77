/**
 * Words by which communities name what they made of somebody's weights: word → what was done. A model so called is
 * never its base, whoever offers it.
 */
export const derivedWords: Readonly<Record<string, string>> = {
  uncensored: "trained to refuse nothing",
  unfiltered: "the same by another word",
  derestricted: "the same by another word",
  abliterated: "what refuses was cut out of the weights",
  abliteration: "the same as a noun",
  heretic: "cut out by the tool of that name",
  dolphin: "trained on the uncensored set of that name",
  rp: "trained to play roles",
  roleplay: "the same in full",
  nsfw: "trained on what others leave out",
  merge: "weights of several models in one",
  merged: "the same",
  slerp: "a way to merge",
  lora: "small weights beside the base's",
  finetune: "trained on",
  finetuned: "trained on",
};

export function isDerivedWord(word: string): boolean {
  return Object.hasOwn(derivedWords, word);
}

const anyWord = new RegExp(Object.keys(derivedWords).join("|"), "i");

/** Whether any of the words stands in a text, be it as a part of another: what is worth reading. */
export function mayBeDerived(text: string): boolean {
  return anyWord.test(text);
}
