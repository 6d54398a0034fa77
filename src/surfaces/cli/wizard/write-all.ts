import { authLogin } from "../../../operations/auth-login/auth-login.ts";
import { authTrust } from "../../../operations/auth-trust/auth-trust.ts";
import { ModelForgeError, retold } from "../../../failure.ts";
import { commandLine } from "../discover/command-line.ts";
import { drawn } from "../render/drawn.ts";
import { askForYes } from "../yes-or-no.ts";
import { isKeychainShut, notesOf } from "./step-plan.ts";
import { sentenceOf, type Wizard } from "./wizard.ts";
import { scriptOf, writesOf } from "./writes.ts";

/** Writes what was answered, the credential first: where that is refused nothing is written. */
export async function writeAll(wizard: Wizard): Promise<void> {
  const { context, draft } = wizard;
  const notes = await notesOf(wizard);
  const credential = await keepCredential(wizard);
  let isChanged = false;
  for (const write of writesOf(draft)) {
    const outcome = await write.run(wizard, false).catch((error: unknown) => {
      throw credential === undefined ? error : withRest(error, credential, wizard);
    });
    context.report(outcome);
    for (const { file } of outcome.result.changes) {
      isChanged = true;
      context.print(drawn`changed ${file}\n`);
    }
    for (const note of outcome.result.notes) context.note(note);
  }
  if (!isChanged) context.note("nothing had to be changed in the configuration");
  for (const note of notes) context.note(note);
  const model = draft.own.model ?? "";
  if (notes.length === 0) context.print(drawn`${model} is in use\n`);
  context.print(drawn`\nThe same without questions:\n`);
  for (const words of scriptOf(draft)) {
    context.print(drawn`${commandLine(["modelforge", ...words])}\n`);
  }
}

/** What is done already is not lost with the failure: the lines behind it do the rest. */
function withRest(error: unknown, done: string, { draft }: Wizard): unknown {
  if (!(error instanceof ModelForgeError)) return error;
  const lines = writesOf(draft).map(({ words }) => commandLine(["modelforge", ...words]));
  const hint = [error.hint, `${lines.join(" && ")} does the rest`].filter(Boolean).join("; then ");
  return retold(error, { message: `${error.message}; ${done}`, hint });
}

/** What was kept, for what is said where the rest fails; undefined where nothing had to be. */
async function keepCredential(wizard: Wizard): Promise<string | undefined> {
  const { context, draft } = wizard;
  const { provider, own, passphrase } = draft;
  const { credential, trustHost } = own;
  if (credential?.kind === "typed") {
    const logIn = () =>
      wizard.run(authLogin, {
        provider,
        apiKey: credential.key,
        yes: credential.isOthers,
        ...(trustHost === undefined ? {} : { trustHost }),
        ...(passphrase === undefined ? {} : { passphrase }),
        ...(draft.store === undefined ? {} : { store: draft.store }),
      });
    const outcome = await logIn().catch(async (error: unknown) => {
      // whether it is locked shows once something is put into it
      if (!isKeychainShut(error)) throw error;
      context.note(sentenceOf(error));
      const question = drawn`Keep the key in a file?`;
      const left = "cancelled: nothing was written";
      await askForYes(context, question, { usual: false, left });
      draft.store = "file";
      return logIn();
    });
    context.report(outcome);
    const { lastFour, account, host } = outcome.result;
    const end = lastFour === null ? "" : ` ending in ${lastFour}`;
    const where = host === null ? "" : `; it goes to ${host}`;
    context.print(drawn`stored a credential of ${provider}${end} as ${account}${where}\n`);
    return `the key of ${provider} is kept`;
  }
  if (trustHost === undefined) return undefined;
  context.report(await wizard.run(authTrust, { provider, address: trustHost }));
  context.print(drawn`${trustHost} is trusted with credentials of ${provider}\n`);
  return `${trustHost} is trusted with credentials of ${provider}`;
}
