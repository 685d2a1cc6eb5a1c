// The far view: notes as rectangles on one canvas that lies in the world and is drawn anew only when it must be.

import { NOTE } from '../core/layout.js'

const MARGIN = 0.2

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{paper: string, line: string, ring: string, faint: string, themes: Map<string, {tint: string, accent: string}>}} Colours */

/** @param {Board} board */
export function createOverview(board) {
  const { scene, camera, store, session } = board
  const canvas = board.parts.canvas
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
  /** @type {import('./grid.js').Rect | null} */
  let region = null
  let drawnAt = 0
  let dirty = true
  let shown = false
  /** @type {Colours | null} */
  let colours = null
  /** @type {Set<string>} */
  let lifted = new Set()

  /** @returns {Colours} */
  function readColours() {
    const probe = document.createElement('div')
    board.parts.overlay.append(probe)
    const style = getComputedStyle(probe)
    const forced = matchMedia('(forced-colors: active)').matches
    const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim()
    const themes = new Map()
    for (const color of ['blue', 'amber', 'green', 'rose', 'violet']) {
      probe.dataset.color = color
      themes.set(color, forced ? { tint: 'Canvas', accent: 'CanvasText' } : { tint: read('--tint'), accent: read('--accent') })
    }
    const found = forced
      ? { paper: 'Canvas', line: 'CanvasText', ring: 'Highlight', faint: 'GrayText', themes }
      : { paper: read('--note-paper'), line: read('--note-edge'), ring: read('--board-primary'), faint: read('--note-faint'), themes }
    probe.remove()
    return found
  }

  /** Draw if the view left what is drawn, the scale changed much, or something changed. @param {boolean} moving */
  function update(moving) {
    if (!board.far()) return
    const view = camera.view()
    const left = !region || view.x < region.x || view.y < region.y || view.x + view.w > region.x + region.w || view.y + view.h > region.y + region.h
    const ratio = drawnAt ? camera.z / drawnAt : 0
    const scaled = moving ? ratio < 0.6 || ratio > 1.7 : ratio !== 1
    if (left || scaled || dirty || !shown) draw(view)
    if (!shown) {
      shown = true
      canvas.hidden = false
    }
  }

  function hide() {
    if (!shown) return
    shown = false
    canvas.hidden = true
  }

  /** @param {import('./grid.js').Rect} view */
  function draw(view) {
    colours ??= readColours()
    const scale = camera.z * Math.min(devicePixelRatio || 1, 2)
    region = { x: view.x - view.w * MARGIN, y: view.y - view.h * MARGIN, w: view.w * (1 + 2 * MARGIN), h: view.h * (1 + 2 * MARGIN) }
    drawnAt = camera.z
    dirty = false
    const width = Math.ceil(region.w * scale), height = Math.ceil(region.h * scale)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    } else {
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.clearRect(0, 0, width, height)
    }
    Object.assign(canvas.style, { left: `${region.x}px`, top: `${region.y}px`, width: `${width / scale}px`, height: `${height / scale}px` })
    pen.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale)
    paintNotes(scene.grid.query(region), camera.z)
  }

  /** @param {string[]} ids @param {number} z */
  function paintNotes(ids, z) {
    const { themes, paper, faint, ring } = /** @type {Colours} */ (colours)
    /** @type {Map<string, Path2D>} */
    const groups = new Map()
    const rings = new Path2D()
    const chosen = session.selection.value
    const px = 1 / z
    for (const id of ids) {
      if (lifted.has(id)) continue
      const note = store.get('note', id)
      const at = /** @type {{x: number, y: number}} */ (scene.at(id))
      const color = store.get('theme', note.theme)?.color ?? 'blue'
      const key = scene.shown(id) ? `${color} ${note.kind}` : 'faint'
      let path = groups.get(key)
      if (!path) groups.set(key, (path = new Path2D()))
      if (note.kind === 'solution') path.roundRect(at.x + px, at.y + px, NOTE - 2 * px, NOTE - 2 * px, 26)
      else path.rect(at.x, at.y, NOTE, NOTE)
      if (chosen.has(id)) rings.roundRect(at.x - 2 * px, at.y - 2 * px, NOTE + 4 * px, NOTE + 4 * px, 10)
    }
    for (const [key, path] of groups) {
      const [color, kind] = key.split(' ')
      const theme = themes.get(color)
      pen.fillStyle = !theme ? 'transparent' : kind === 'solution' ? paper : theme.tint
      pen.strokeStyle = theme ? theme.accent : faint
      pen.lineWidth = kind === 'solution' ? 2 * px : 0.75 * px
      if (theme) pen.fill(path)
      pen.stroke(path)
    }
    pen.strokeStyle = ring
    pen.lineWidth = 3 * px
    pen.stroke(rings)
  }

  session.selection.subscribe(() => {
    dirty = true
    if (shown) board.schedule()
  })

  return {
    update, hide,
    spoil: () => { dirty = true },
    recolour: () => { colours = null; dirty = true },
    /** @param {Set<string>} ids notes in the hand are not drawn here */
    lift: (ids) => { lifted = ids; dirty = true },
  }
}
