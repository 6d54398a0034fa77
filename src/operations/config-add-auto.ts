import { chooseAndAdd } from "./config-add-auto/choose-and-add.ts";
import { addModel } from "./config-add/config-add.ts";
import { recommendSeveral } from "./recommend-models/recommend-models.ts";

/** Made of two other questions. */
export const configAddAuto = chooseAndAdd({
  recommend: recommendSeveral,
  add: (context, input, options) => addModel(context, input, options, () => "config add-auto"),
});
