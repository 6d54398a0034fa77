// what is called so is secret, whatever it looks like
const always: ReadonlySet<string> = new Set([
  "apikey",
  "apikeys",
  "accesskey",
  "secretkey",
  "accesstoken",
  "authtoken",
  "authorization",
  "bearer",
  "cookie",
  "cookies",
  "credential",
  "credentials",
  "jwt",
  "kennwort",
  "pass",
  "passphrase",
  "passwort",
  "pwd",
  "passwd",
  "password",
  "passwords",
  "secret",
  "secrets",
]);

// what is called so may be secret, as far as it is a text
const mostly: ReadonlySet<string> = new Set(["auth", "key", "keys", "pat", "token", "tokens"]);

// `prompt_cache_key`, `eos_token`, `max_tokens`, `publicKey`: what it is the key or the token of
const harmless: ReadonlySet<string> = new Set(
  [
    "assistant audio bos budget cache cls completion continuation context end eos foreign",
    "idempotency image input language mask max min new next num output pad page partition primary",
    "prompt public reasoning routing sep sort special start stop system thinking total trace unk",
    "user video",
  ].flatMap((line) => line.split(" ")),
);

const elsewhere: ReadonlySet<string> = new Set(
  "count env environment expires file format header id limit name path prefix type url variable vault".split(
    " ",
  ),
);

/** Whether what is called so is secret: `always`, where it is a text (`text`), or as far as the name tells not. */
export function secrecyOf(name: string): "always" | "text" | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (always.has(last)) return "always";
  // `api_key_openai`, `apiKeyValue`; `api_key_env` says where it is
  const isPair = words.some((word, at) => always.has(word + (words[at + 1] ?? "")));
  if (always.has((words.at(-2) ?? "") + last)) return "always";
  if (isPair && !elsewhere.has(last)) return "text";
  return mostly.has(last) && !harmless.has(words.at(-2) ?? "") ? "text" : undefined;
}

/** `Ocp-Apim-Subscription-Key`, `openaiApiKey`, `OPENAI_API_KEY2`: in small letters, without numbers. */
function wordsOf(name: string): string[] {
  const spaced = name.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2");
  return spaced.toLowerCase().match(/[a-z]+/g) ?? [];
}
