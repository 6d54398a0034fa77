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
  "contrasena",
  "contraseña",
  "cookie",
  "cookies",
  "credential",
  "credentials",
  "jwt",
  "motdepasse",
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
  "senha",
  "wachtwoord",
]);

// what is called so may be secret, as far as it is a text
const mostly: ReadonlySet<string> = new Set(
  "auth chiave clave key keys pat schluessel schlüssel token tokens".split(" "),
);

// without a separator, `mypassword` and `zugangsschluessel` are nothing else; `monkey` is, so a key needs a known owner
const joined =
  /(?:apikeys?|(?:access|auth|secret)(?:key|token)|password|passphrase|passwort|kennwort|clientsecret|schl(?:ü|ue)ssel)$/;
const owned =
  /^(?:my|our|your|the|api|auth|bearer|private|service|session|refresh|user|admin|account|github|gitlab|anthropic|azure|claude|cohere|deepseek|gemini|google|grok|groq|huggingface|hf|kimi|llm|mistral|moonshot|openai|openrouter|perplexity|together|vertex|xai)(?:keys?|tokens?|secret|pass|pwd)$/;

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
  if (joined.test(last) || owned.test(last)) return "text";
  return mostly.has(last) && !harmless.has(words.at(-2) ?? "") ? "text" : undefined;
}

/** `Ocp-Apim-Subscription-Key`, `openaiApiKey`, `OPENAI_API_KEY2`: in small letters, without numbers. */
function wordsOf(name: string): string[] {
  const spaced = name.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2");
  return spaced.toLowerCase().match(/\p{L}+/gu) ?? [];
}
