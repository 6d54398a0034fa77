import { isIn, type Unit, type UnitName, units } from "../../catalog/words/units.ts";
import type { Taken } from "./flag.ts";
import { badValue } from "./option-values.ts";

/** A number in one of the units there are. */
export function number(name: UnitName): Taken {
  const unit: Unit = units[name];
  return {
    shown: unit.shown,
    read: (value, flag) => {
      const read = unit.parse(value);
      if (read !== undefined && isIn(unit, read)) return read;
      throw badValue(flag, value, unit.example);
    },
  };
}

export const bytes = number("bytes");
export const count = number("count");
