import type { Leaving, PickerCatalog, Question } from "../picker/contract.ts";

/** A conversation in lines, for screen readers: nothing moves, nothing is drawn over. */
export interface Conversation {
  catalog: PickerCatalog;
  question: Question;
  mostCompared: number;
  say(line: string): void;
  /** Undefined where the person ends the conversation. */
  ask(question: string): Promise<string | undefined>;
}

const perPage = 10;

/** Asks for words, lists what they find by number, and asks what to do with one of them. */
export async function converse(conversation: Conversation): Promise<Leaving> {
  const { catalog, say, ask } = conversation;
  let { question } = conversation;
  let marked: readonly number[] = [];
  let first = 0;
  let isListed = question.query !== "";
  say(`${catalog.rowCount} models. Answer with words to search, with a number to choose, or quit.`);
  for (;;) {
    const { rows } = catalog.find(question);
    if (isListed) listPage(conversation, rows, first);
    isListed = true;
    const answer = await ask(
      first + perPage < rows.length ? "Words, number, more or quit: " : "Words, number or quit: ",
    );
    if (answer === undefined) return { kind: "cancelled" };
    const words = answer.trim();
    if (/^q(uit)?$/i.test(words)) return { kind: "left", copied: [] };
    if (/^m(ore)?$/i.test(words)) {
      first = first + perPage < rows.length ? first + perPage : 0;
      continue;
    }
    const row = /^\d+$/.test(words) ? rows[Number(words) - 1] : undefined;
    if (row === undefined) {
      question = { ...conversation.question, query: words };
      first = 0;
      continue;
    }
    const next = await askAction(conversation, row, marked);
    if ("kind" in next) return next;
    marked = next.marked;
    isListed = false;
  }
}

function listPage({ catalog, say }: Conversation, rows: readonly number[], first: number): void {
  if (rows.length === 0) {
    say("No model meets all of this.");
    return;
  }
  rows.slice(first, first + perPage).forEach((row, position) => {
    const { ref, input, output, context, status } = catalog.line(row);
    const ending = status === "" ? "" : `, ${status}`;
    say(
      `${first + position + 1}. ${ref}, input ${input}, output ${output}, context ${context}${ending}`,
    );
  });
  say(`${first + 1} to ${Math.min(first + perPage, rows.length)} of ${rows.length}.`);
}

async function askAction(
  { catalog, say, ask, mostCompared }: Conversation,
  row: number,
  marked: readonly number[],
): Promise<Leaving | { marked: readonly number[] }> {
  const { title, fields } = catalog.preview(row);
  say(title);
  for (const [label, value] of fields) say(`${label}: ${value}`);
  const withRow = marked.includes(row) ? marked : [...marked, row];
  for (;;) {
    const answer = await ask("Choose, mark, compare, offers, add, use, back or quit: ");
    if (answer === undefined) return { kind: "cancelled" };
    const word = answer.trim().toLowerCase();
    switch (word) {
      case "":
      case "choose":
        return { kind: "chosen", rows: withRow };
      case "mark":
        say(`${withRow.length} marked.`);
        return { marked: withRow };
      case "compare":
        if (withRow.length >= 2 && withRow.length <= mostCompared) {
          return { kind: "compare", rows: withRow };
        }
        say(
          `A comparison takes 2 to ${mostCompared} models; ${withRow.length} marked with this one.`,
        );
        break;
      case "offers":
        return { kind: "offers", rows: [row] };
      case "add":
        return { kind: "add", rows: withRow };
      case "use":
        return { kind: "use", rows: [row] };
      case "back":
        return { marked };
      case "quit":
        return { kind: "left", copied: [] };
      default:
        say(`Not an answer: ${word}`);
    }
  }
}
