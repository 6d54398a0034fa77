/** What answers of models of one's own take, in a script beside those of the short way: few configurations name any. */
export { ownRows } from "../config/own-rows.ts";
export { addsTo } from "../modelsdev/own/adds-to.ts";
export { isJoinedOf, joinedKey, saidText } from "../modelsdev/own/joined-store.ts";
export { saysOfProject } from "../modelsdev/own/own-row.ts";
