import { type Facet, facetList, type KnownValues, type Option } from "./facets.ts";
import type { Key } from "./keys.ts";
import { asking, type MenuState, type PickerState, type Pressed } from "./state.ts";

export function facetOf({ facet }: MenuState): Facet {
  const found = facetList.find(({ name }) => name === facet);
  if (found === undefined) throw new TypeError(`no facet ${facet}`);
  return found;
}

/** The options that hold what was typed, those that begin with it first; "any" is not what somebody types for. */
export function shownOptions(menu: MenuState, known: KnownValues): readonly Option[] {
  const options = facetOf(menu).options(known);
  const typed = menu.typed.toLowerCase();
  if (typed === "") return options;
  const rank = ({ label, value }: Option): number => {
    if (value === undefined) return 2;
    return label.toLowerCase().startsWith(typed) ? 0 : 1;
  };
  return options
    .filter(({ label }) => label.toLowerCase().includes(typed))
    .sort((a, b) => rank(a) - rank(b));
}

/** What a key leads to while a menu is open: letters narrow it. */
export function pressInMenu(
  state: PickerState,
  menu: MenuState,
  key: Key,
  known: KnownValues,
): Pressed {
  const options = shownOptions(menu, known);
  const option = options[menu.at];
  const closed: PickerState = { ...state, menu: undefined };
  const inMenu = (change: Partial<MenuState>): Pressed => ({
    state: { ...state, menu: { ...menu, ...change } },
  });
  const to = (at: number): Pressed => inMenu({ at: Math.max(0, Math.min(at, options.length - 1)) });
  if ("text" in key) {
    if (key.text !== " ") return inMenu({ typed: menu.typed + key.text, at: 0 });
    return { state: option === undefined ? state : setOption(state, menu, option) };
  }
  switch (key.name) {
    case "up":
      return to(menu.at - 1);
    case "down":
      return to(menu.at + 1);
    case "home":
    case "page-up":
      return to(0);
    case "end":
    case "page-down":
    case "half-down":
      return to(options.length - 1);
    case "backspace":
      return inMenu({ typed: menu.typed.slice(0, -1), at: 0 });
    case "clear":
    case "word-back":
      return inMenu({ typed: "", at: 0 });
    case "enter":
      return { state: option === undefined ? closed : turnedOn(closed, menu, option) };
    default:
      return { state: closed };
  }
}

function setOption(state: PickerState, menu: MenuState, option: Option): PickerState {
  return asking(state, { facets: facetOf(menu).set(state.question.facets, option) });
}

/** Enter never takes away what Space has just set. */
function turnedOn(state: PickerState, menu: MenuState, option: Option): PickerState {
  const isOn = facetOf(menu).isOn(state.question.facets, option);
  return isOn ? state : setOption(state, menu, option);
}
