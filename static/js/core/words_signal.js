// Binds the language to a signal. Import this once in a page that draws with Preact (pages/board.js); components then go on
// using `t` and `language` from i18n.js and are drawn anew when the language changes. Pages without Preact do without.
import { signal } from "../../vendor/preact-htm-signals.js";
import { carryWith, language } from "./i18n.js";

carryWith(signal(language.peek()));

export { language };
