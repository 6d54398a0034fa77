/** What examples have where a key would be. */
const example =
  /^(?:<[^>]*>|(?:your|my)[-_ ].*(?:key|token).*|sk-(?:\.{2,}|x{3,}|…)|undefined|null|none|nil|nan)$/i;

/** What people write there who have no key, or whose server asks for none. */
const dummy =
  /^(?:[*.…]*|x+|true|false|dummy|test|placeholder|changeme|change[-_ ]me|not[-_ ]?(?:needed|required)|local|sk-local|your[-_ ].*)$/i;

/** Whether a text is what examples have in the place of a key. */
export function isExampleKey(text: string): boolean {
  return example.test(text.trim());
}

/** Whether a text stands in the place of a key and is none; a server of one's own may be given it all the same. */
export function isPlaceholder(text: string): boolean {
  return isExampleKey(text) || dummy.test(text.trim());
}
