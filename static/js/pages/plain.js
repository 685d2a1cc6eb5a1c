// Pages that only read: the language switch, nothing else.
import { languageSwitch } from "./common.js";

languageSwitch();
