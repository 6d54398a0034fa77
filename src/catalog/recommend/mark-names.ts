export { marks as markNames } from "../inferred/sellers/mark-names.ts";
