/** The keys of the board page, once: what each does and where. The help sheet, tooltips and the command palette read them here; they act in board/keyboard.js, app.js and the outline. */

/** @typedef {{keys: string, words: string}} Shortcut  keys: as in aria-keyshortcuts, several with a blank between */

/** By place, in the order of the sheet; "help.<place>" is its heading. @type {Readonly<Record<string, Readonly<Record<string, Shortcut>>>>} */
export const SHORTCUTS = {
  everywhere: {
    palette: { keys: "Control+K", words: "help.palette" },
    undo: { keys: "Control+Z", words: "help.undo" },
    redo: { keys: "Control+Y Control+Shift+Z", words: "help.redo" },
    search: { keys: "/", words: "help.search" },
    print: { keys: "Control+P", words: "export.print" },
    help: { keys: "?", words: "help.help" },
  },
  board: {
    add: { keys: "N", words: "help.new" },
    walk: { keys: "Arrows", words: "help.arrows" },
    edges: { keys: "Home End", words: "help.edges" },
    themes: { keys: "PageUp PageDown", words: "help.themes" },
    edit: { keys: "Enter F2", words: "help.edit" },
    next: { keys: "Control+Shift+Enter", words: "help.next" },
    choose: { keys: "Space", words: "help.choose" },
    all: { keys: "Control+A", words: "help.all" },
    move: { keys: "M", words: "help.move" },
    duplicate: { keys: "Control+D", words: "help.duplicate" },
    clipboard: { keys: "Control+C Control+X Control+V", words: "help.clipboard" },
    front: { keys: "]", words: "help.front" },
    original: { keys: "O", words: "help.original" },
    remove: { keys: "Delete", words: "help.delete" },
    menu: { keys: "Shift+F10", words: "help.menu" },
    escape: { keys: "Escape", words: "help.escape" },
  },
  together: {
    group: { keys: "G", words: "help.group" },
    ungroup: { keys: "Shift+G", words: "help.ungroup" },
    lasso: { keys: "L", words: "help.lasso" },
    fold: { keys: "C", words: "help.fold" },
    link: { keys: "K", words: "help.link" },
    vote: { keys: "V", words: "help.vote" },
    unvote: { keys: "Shift+V", words: "help.vote_back" },
  },
  view: {
    pan: { keys: "Control+Arrows", words: "help.pan" },
    nearer: { keys: "+", words: "help.zoom_in" },
    farther: { keys: "-", words: "help.zoom_out" },
    full: { keys: "0", words: "help.zoom_full" },
    fit: { keys: "1", words: "help.fit" },
    theme: { keys: "2", words: "help.zoom_theme" },
    selection: { keys: "3", words: "help.zoom_selection" },
  },
  outline: {
    lines: { keys: "Arrows", words: "help.lines" },
    open: { keys: "Enter", words: "help.open_line" },
    done: { keys: "Control+Enter", words: "help.done" },
    choose: { keys: "Control+Space", words: "help.choose" },
    vote: { keys: "+ -", words: "help.vote_keys" },
  },
  lead: {
    bring: { keys: "Shift+B", words: "help.bring" },
    present: { keys: "Shift+P", words: "help.present" },
  },
};
