// Moving the view by hand: wheel, and two fingers.

/** @typedef {import('./camera.js').Camera} Camera */
/** @typedef {{sx: number, sy: number}} Point */

/** Two fingers: the middle pans, the distance zooms. @param {Camera} camera @param {Point} before @param {Point} at @param {Point} other the finger that rests */
export function spread(camera, before, at, other) {
  const was = Math.hypot(before.sx - other.sx, before.sy - other.sy),
    is = Math.hypot(at.sx - other.sx, at.sy - other.sy);
  camera.panBy((at.sx - before.sx) / 2, (at.sy - before.sy) / 2);
  if (was > 0 && is > 0) camera.zoomAt(is / was, (at.sx + other.sx) / 2, (at.sy + other.sy) / 2);
}

/** @param {Camera} camera @param {WheelEvent} event @param {Point} at */
export function wheel(camera, event, at) {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? camera.height : 1;
  const dx = event.deltaX * unit,
    dy = event.deltaY * unit;
  if (event.ctrlKey || event.metaKey) camera.zoomAt(Math.exp(-Math.max(-60, Math.min(60, dy)) / 120), at.sx, at.sy);
  else if (event.shiftKey && !dx) camera.panBy(-dy, 0);
  else camera.panBy(-dx, -dy);
}
