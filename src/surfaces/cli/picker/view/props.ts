import type { Style } from "../../render/style.ts";
import type { Found, PickerCatalog } from "../contract.ts";
import type { KnownValues } from "../facets.ts";
import type { Layout, ScreenSize } from "../layout.ts";
import type { PickerState } from "../state.ts";

/** What every part of the screen is drawn from. */
export interface ViewProps {
  state: PickerState;
  found: Found;
  known: KnownValues;
  catalog: PickerCatalog;
  style: Style;
  size: ScreenSize;
  layout: Layout;
}
