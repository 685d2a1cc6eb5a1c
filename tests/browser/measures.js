// Put into a page by measures.py: what can be measured there. Everything answers with lines that name what was found.
(() => {
  const FIELDS = "input:not([type=hidden]), select, textarea";
  const CONTROLS = `button, a[href], summary, ${FIELDS}`;
  const ROLES = "[role=menuitem], [role=menuitemradio], [role=tab]";
  /** Parts that may scroll sideways: tables and pictures, WCAG 1.4.10. */
  const SIDEWAYS = ".matrix-scroll, .tabs, table, pre, textarea, input, select, [role=region][tabindex]";
  const EVEN = 0.5;

  const named = (each) => each.outerHTML.slice(0, 150);
  const clipped = (each) => each.closest(".visually-hidden") || /inset/.test(getComputedStyle(each).clipPath);
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest("[inert]");

  /** Controls smaller than `least`, as WCAG 2.5.8 counts: links in a sentence may be, and what stands far enough from all others. */
  function small(where, least) {
    const root = where ? document.querySelector(where) : document;
    const boxes = [...root.querySelectorAll(`${CONTROLS}, ${ROLES}`)]
      .filter((each) => seen(each) && (each.closest("label") || !clipped(each)))
      .map((each) => ({ each, box: boxOf(each) }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const spaced = ({ each, box }) => {
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      return boxes.every(({ each: other, box: there }) => {
        const dx = Math.max(there.left - x, 0, x - there.left - there.width), dy = Math.max(there.top - y, 0, y - there.top - there.height);
        return other === each || Math.hypot(dx, dy) >= 12;
      });
    };
    return boxes
      .filter(({ each, box }) => Math.min(box.width, box.height) < least - EVEN && !inSentence(each) && !(least <= 24 && spaced({ each, box })))
      .map(({ each, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${named(each)}`);
  }

  /** What may be pressed: the label of a field as well, and what ::before and ::after reach over. On the canvas as at 100 %. */
  function boxOf(each) {
    const label = each.matches("input") && (each.closest("label") ?? each.labels?.[0]);
    const of = label && (each.matches("[type=checkbox], [type=radio], [type=file]") || label.contains(each)) ? label : each;
    const { left, top, width, height } = of.getBoundingClientRect();
    const drawn = of.closest(".board-world") ? { width: of.offsetWidth, height: of.offsetHeight } : { width, height };
    const box = { left, top, ...drawn };
    for (const part of ["::before", "::after"]) {
      const look = getComputedStyle(of, part);
      if (look.content === "none" || look.position !== "absolute" || look.pointerEvents === "none") continue;
      box.width = Math.max(box.width, drawn.width - Math.min(0, parseFloat(look.left)) - Math.min(0, parseFloat(look.right)));
      box.height = Math.max(box.height, drawn.height - Math.min(0, parseFloat(look.top)) - Math.min(0, parseFloat(look.bottom)));
    }
    return box;
  }

  function inSentence(each) {
    const words = [...each.parentNode.childNodes].some((one) => one.nodeType === 3 && one.data.trim().length > 2);
    return words && each.matches("a, .link-button") && getComputedStyle(each).display.startsWith("inline");
  }

  /** Controls that nothing brings into view, or that lie under something else there; parts that scroll sideways. */
  function outOfReach(where) {
    const root = document.querySelector(where);
    const controls = [...root.querySelectorAll(CONTROLS)].filter((each) => seen(each) && !each.disabled).map((each) => each.closest("label") ?? each);
    const lost = controls.filter((each) => !clipped(each) && !each.closest(SIDEWAYS) && each.getBoundingClientRect().width).flatMap((each) => {
      each.scrollIntoView({ block: "center", inline: "nearest" });
      const box = each.getBoundingClientRect();
      if (box.left < -1 || box.right > innerWidth + 1) return [`beyond the edge: ${named(each)}`];
      const hit = document.elementFromPoint((box.left + box.right) / 2, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2);
      return hit && (each.contains(hit) || (hit.contains(each) && hit !== root)) ? [] : [`covered: ${named(each)}`];
    });
    const wide = [root, ...root.querySelectorAll("*")].filter(
      (each) => /auto|scroll/.test(getComputedStyle(each).overflowX) && !each.closest(SIDEWAYS) && !each.querySelector(":scope > table") && each.scrollWidth > each.clientWidth + 1,
    );
    return [...lost, ...wide.map((each) => `scrolls sideways: ${named(each)}`)];
  }

  /** What takes longer than a blink to move. */
  function moving(where) {
    const long = (times) => times.split(",").some((each) => parseFloat(each) * (/ms/.test(each) ? 1 : 1000) > 20);
    const root = where ? document.querySelector(where) : document.documentElement;
    const slow = [root, ...root.querySelectorAll("*")].filter((each) => {
      const look = getComputedStyle(each);
      return (look.animationName !== "none" && long(look.animationDuration)) || long(look.transitionDuration) || look.scrollBehavior === "smooth";
    });
    const running = document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 20);
    return [...slow.map(named), ...running.map((each) => `runs: ${each.animationName ?? each.transitionProperty}`)];
  }

  /** Words that stick out of where they belong: text wider than its box without an ellipsis, or past the edge of the window. */
  function spilling(where) {
    const root = where ? document.querySelector(where) : document.body;
    return [...root.querySelectorAll("*")].filter((each) => {
      if (!seen(each) || clipped(each) || each.closest("svg, .board-viewport, .skips, .skip-link") || ![...each.childNodes].some((one) => one.nodeType === 3 && one.data.trim())) return false;
      const range = document.createRange();
      range.selectNodeContents(each);
      const words = range.getBoundingClientRect();
      const holder = [each, ...parents(each)].find((one) => /hidden|clip|auto|scroll/.test(getComputedStyle(one).overflowX));
      const cut = holder && getComputedStyle(holder).overflowX !== "visible" ? holder.getBoundingClientRect() : { left: 0, right: innerWidth };
      const short = holder && (getComputedStyle(holder).textOverflow === "ellipsis" || /auto|scroll/.test(getComputedStyle(holder).overflowX));
      return words.width > 0 && !short && (words.left < cut.left - 1 || words.right > cut.right + 1);
    }).map(named);
  }

  /** Where what people wrote stands without a direction of its own. */
  function loose(words) {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode()) {
      const { data, parentElement: at } = walk.currentNode;
      if (!data.includes(words) || data.includes("\u2068") || !at.checkVisibility() || at.closest("script, option, title")) continue;
      const own = (one) => one.dir || one.matches("bdi, input, textarea") || /isolate|plaintext/.test(getComputedStyle(one).unicodeBidi);
      if (![at, ...parents(at)].some((one) => one !== document.documentElement && own(one))) found.push(`no direction: ${named(at)}`);
    }
    return found;
  }

  function parents(each) {
    const found = [];
    for (let at = each.parentElement; at; at = at.parentElement) found.push(at);
    return found;
  }

  const BORDERS = ["Top", "Bottom", "Left", "Right"].flatMap((side) => ["Width", "Style", "Color"].map((what) => `border${side}${what}`));
  const PAINT = ["backgroundColor", "color", "fill", "textDecorationLine", "content", "display", ...BORDERS];

  /** What of an element and its parts is drawn in forced colours: no shadows, no gradients. */
  function look(each) {
    return [each, ...each.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
      const style = getComputedStyle(one, part);
      const ring = style.outlineStyle === "none" ? "" : [style.outlineStyle, style.outlineWidth, style.outlineColor, style.outlineOffset];
      return [ring, ...PAINT.map((name) => style[name])].join();
    })).join("\n");
  }

  const STATES = ["aria-pressed", "aria-current", "aria-selected"];
  /** Whose state changes nothing that is seen. */
  function samePressed(where) {
    const pressed = "[aria-pressed=true], [aria-current]:not([aria-current=false]), [aria-selected=true]:not(.note, .board-cluster)";
    return [...document.querySelectorAll(where)].flatMap((root) => [...root.querySelectorAll(pressed)]).filter((each) => {
      if (!seen(each)) return false;
      const state = STATES.find((name) => each.hasAttribute(name) && each.getAttribute(name) !== "false");
      const value = each.getAttribute(state), before = look(each);
      if (state === "aria-current") each.removeAttribute(state);
      else each.setAttribute(state, "false");
      const after = look(each);
      each.setAttribute(state, value);
      return before === after;
    }).map(named);
  }

  /** On what the focus is not seen. */
  function sameFocused(where) {
    const controls = [...document.querySelectorAll(where)].flatMap((root) => [...root.querySelectorAll(`${CONTROLS}, ${ROLES}`)]);
    return controls.filter((each) => seen(each) && !each.disabled && !(clipped(each) && !each.closest("label"))).filter((each) => {
      const shown = each.closest("label") ?? each;
      /** @type {any} */ (document.activeElement)?.blur?.();
      const before = look(shown);
      each.focus({ preventScroll: true });
      return document.activeElement === each && each.matches(":focus-visible") && look(shown) === before;
    }).map(named);
  }

  /** @type {any} */ (window).measures = { small, outOfReach, moving, spilling, loose, samePressed, sameFocused };
})();
