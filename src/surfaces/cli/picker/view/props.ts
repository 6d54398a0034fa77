import type { Style } from "../../render/style.ts";
import type { Found, Pen, PickerCatalog } from "../contract.ts";
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
  pen: Pen;
  size: ScreenSize;
  layout: Layout;
}
