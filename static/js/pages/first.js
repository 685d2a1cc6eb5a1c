// Runs before anything is drawn: chooses the shape of the board page by the screen and by what this device remembers, and fetches
// the styles and modules of that shape alone. A classic script, so that it need not wait for any module.
(() => {
  const PHONE = "(max-width: 640px), (max-height: 480px) and (pointer: coarse)";
  let kept = new URLSearchParams(location.search).get("shape");
  let choice = null;
  try {
    kept ??= localStorage.getItem("shape");
    choice = localStorage.getItem("low-data");
  } catch {
    // A browser that keeps nothing has chosen nothing.
  }
  const shape = matchMedia(PHONE).matches && kept !== "full" ? "phone" : "full";
  const root = document.documentElement;
  root.dataset.shape = shape;
  const line = /** @type {any} */ (navigator).connection ?? {};
  const asked = root.hasAttribute("data-save") || line.saveData || /2g/.test(line.effectiveType ?? "");
  root.toggleAttribute("data-low", choice === "on" || (choice !== "off" && asked)); // before a face is fetched
  for (const href of told("look")) add({ rel: "stylesheet", href });
  for (const href of told("modules")) add({ rel: "modulepreload", href });

  /** @param {string} what @returns {string[]} addresses */
  function told(what) {
    const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name="${what}-${shape}"]`));
    return meta?.content.split(" ").filter(Boolean) ?? [];
  }

  /** @param {{rel: string, href: string}} made */
  function add(made) {
    document.head.append(Object.assign(document.createElement("link"), made));
  }
})();
