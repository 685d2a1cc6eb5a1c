// Shapes that the board's modules share, as JSDoc only. Nothing here runs.

/**
 * @typedef {object} Parts the elements of the canvas, outermost first
 * @property {HTMLElement} viewport
 * @property {HTMLElement} dots
 * @property {HTMLElement} world
 * @property {HTMLElement} zones
 * @property {HTMLCanvasElement} canvas the far view
 * @property {HTMLCanvasElement} farHand what is being dragged in the far view
 * @property {HTMLElement} notes the listbox
 * @property {SVGElement} links connectors between notes, above them
 * @property {HTMLElement} hand what is being dragged: moved by one transform
 * @property {HTMLElement} tools buttons above the notes: of clusters, for links
 * @property {HTMLElement} desk the editor
 * @property {HTMLElement} guests cursors and drags of others
 * @property {HTMLElement} overlay marquee
 * @property {HTMLElement} help
 *
 * @typedef {object} Board what the board's modules know of each other
 * @property {Parts} parts
 * @property {any} store
 * @property {any} sync
 * @property {any} actions
 * @property {any} session
 * @property {(key: string, values?: Record<string, any>) => string} t
 * @property {import('./camera.js').Camera} camera
 * @property {import('./scene.js').Scene} scene
 * @property {import('./notes.js').Notes} notes
 * @property {any} textfit
 * @property {any} overview
 * @property {any} zones
 * @property {any} select
 * @property {any} drag
 * @property {any} editor
 * @property {any} cursors
 * @property {import('./clusters.js').Clusters} clusters
 * @property {import('./cluster_title.js').Title} title
 * @property {import('./group.js').Group} group
 * @property {import('./links.js').Links} links
 * @property {import('./offer.js').Offer} offer
 * @property {any} lasso
 * @property {import('./vote_marks.js').Votes} votes
 * @property {any} layer the commands of commands.js
 * @property {() => void} schedule asks for a frame
 * @property {() => boolean} far whether notes are drawn as rectangles
 * @property {() => boolean} mayAdd
 * @property {(words: string) => void} say to a screen reader
 * @property {(words: string) => void} tell to everybody who looks at this screen
 * @property {(action: string, record?: any, forbidden?: string) => string | null} why one may not, in words
 * @property {Set<() => boolean>} everyFrame run in each frame; true asks for another
 * @property {Set<() => void>} travellers told of every move of the camera
 * @property {(ids?: string[], clusters?: string[]) => void} settle take over what the store knows at once, before its next redraw
 */

export {};
