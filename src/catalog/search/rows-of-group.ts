import { readId } from "../inferred/identity/host-syntax.ts";
import { marksText, sortedText } from "../inferred/identity/spelling.ts";
import type { GroupMember, ModelGroup } from "../prepared/group.ts";
import type { CatalogView } from "../view.ts";
import { splitRef } from "../words/ref.ts";

/** Of a model's rows at one provider the one written most like the name. */
export function closestOf(
  group: ModelGroup,
  name: string,
  provider: string,
): GroupMember | undefined {
  const wanted = readId(name);
  const place = (member: GroupMember): number => {
    const written = readId(member.ref);
    const isSame =
      sortedText(written.stamps) === sortedText(wanted.stamps) &&
      marksText(written.marks) === marksText(wanted.marks);
    const isServedSo = sortedText(written.variants) === sortedText(wanted.variants);
    if (isSame && isServedSo) return 0;
    if (isSame && member.variant === null) return 1;
    if (member.row === group.reference) return 2;
    return member.variant === null ? 3 : 4;
  };
  const own = group.members.filter((member) => providerOf(member) === provider);
  return own.toSorted((a, b) => place(a) - place(b) || a.ref.length - b.ref.length)[0];
}

/** Those that are served as the name says, `:free`, where any are. */
export function servedSo(members: readonly GroupMember[], name: string): readonly GroupMember[] {
  const wanted = sortedText(readId(name).variants);
  const some = members.filter(({ ref }) => sortedText(readId(ref).variants) === wanted);
  return wanted === "" || some.length === 0 ? members : some;
}

/** Those that are the plain model, where any is. */
export function plainOf(members: readonly GroupMember[]): readonly GroupMember[] {
  const plain = members.filter(({ variant }) => variant === null);
  return plain.length > 0 ? plain : members;
}

/** The maker's row that is written most like the name; undefined where the maker does not sell it. */
export function makersRow(
  view: CatalogView,
  group: ModelGroup,
  name: string,
): GroupMember | undefined {
  const reference = group.members.find(({ row }) => row === group.reference);
  const maker =
    reference === undefined
      ? (namedByOthers(group) ?? knownMaker(view, group) ?? withOwnApi(view, group))
      : providerOf(reference);
  return maker === undefined ? undefined : closestOf(group, name, maker);
}

/** The seller whose name another puts before its id, `anthropic/claude-sonnet-4.5`, and who names nobody else itself. */
function namedByOthers(group: ModelGroup): string | undefined {
  return group.members
    .filter(({ ref }) => namesItselfOrNobody(ref))
    .map(providerOf)
    .find((provider) => isNamedAsLab(group, provider));
}

/** The seller that is taken to have made what nobody else is said to. */
function knownMaker(view: CatalogView, { members }: ModelGroup): string | undefined {
  const known = members.find((member) => isKnownMakers(view, member));
  return known && providerOf(known);
}

/** Whether its seller made the row's model by all that is known, and others call it the maker of some model. */
export function isKnownMakers(
  { columns: { makers, maker }, refs }: CatalogView,
  { ref, row }: Pick<GroupMember, "ref" | "row">,
): boolean {
  const provider = splitRef(ref)?.provider ?? "";
  if (makers[(maker[row] as number) - 1] !== provider) return false;
  return refs.some((other) => other.includes(`/${provider}/`));
}

function namesItselfOrNobody(ref: string): boolean {
  const { provider, id } = splitRef(ref) ?? { provider: "", id: "" };
  return ["", provider].includes(readId(id).namespace);
}

/** Some seller writes its id so: `openai/gpt-4o` names who made it, and not who sells it. */
export function isNamedAsLab({ members }: ModelGroup, provider: string): boolean {
  return members.some(({ ref }) => splitRef(ref)?.id.toLowerCase().startsWith(`${provider}/`));
}

/**
 * The one seller of a model whose maker nobody names that has an API of its own and sells nobody else's models. In a
 * large catalog somebody writes `anthropic/…` of what Anthropic makes; a small one may know no more than this.
 */
function withOwnApi(view: CatalogView, { members }: ModelGroup): string | undefined {
  if (members.some(({ ref }) => ref.split("/").length > 2)) return undefined;
  const sellers = [...new Set(members.map(providerOf))];
  const own = sellers
    .filter((id) => view.findProvider(id)?.provider.npm === `@ai-sdk/${id}`)
    .filter((id) => sellsOnlyOwn(view, id));
  return own.length === 1 && sellers.length > 1 ? own[0] : undefined;
}

function sellsOnlyOwn({ columns }: CatalogView, id: string): boolean {
  const provider = columns.providers.indexOf(id);
  const { maker, makers } = columns;
  const own = makers.indexOf(id) + 1;
  return columns.provider.every(
    (one, row) => one !== provider || maker[row] === 0 || maker[row] === own,
  );
}

function providerOf({ ref }: GroupMember): string {
  return splitRef(ref)?.provider ?? "";
}
