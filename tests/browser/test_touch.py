"""Fingers on the canvas: a flick glides on, unless motion is reduced; two fingers and the next touch have the view for themselves."""

from __future__ import annotations

from browser.people import BoardOnline
from playwright.sync_api import Page

WHERE = "document.querySelector('.board-world').style.transform"
FINGERS = """(() => {
  const viewport = document.querySelector('.board-viewport');
  const say = (type, pointerId, clientX) => viewport.dispatchEvent(new PointerEvent(type, { pointerId, clientX,
    clientY: 560, pointerType: 'touch', button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1, bubbles: true }));
  window.flick = () => {
    say('pointerdown', 11, 100);
    for (let i = 1; i < 9; i++) say('pointermove', 11, 100 + 14 * i);
    say('pointerup', 11, 212);
  };
  window.touch = () => say('pointerdown', 12, 100);
  window.pinch = () => {
    say('pointerdown', 11, 100);
    say('pointerdown', 12, 200);
    for (let i = 1; i < 9; i++) say('pointermove', 12, 200 + 14 * i);
    say('pointerup', 12, 312);
    say('pointerup', 11, 100);
  };
  window.afterThreeFrames = async (act) => {
    act();
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('.board-world').style.transform;
  };
})()"""


def opened(board: BoardOnline, motion: str) -> Page:
    board.has_notes("No census since 2001")
    ana = board.joins("Ana")
    ana.sees("No census since 2001")
    page = ana.page
    page.emulate_media(reduced_motion=motion)
    page.wait_for_selector(".board-viewport:not(.moving)")
    page.evaluate(FINGERS)
    return page


def moves_on(page: Page, act: str) -> bool:
    """Whether the canvas is elsewhere three frames after the fingers have left, and still on its way then."""
    first = page.evaluate(f"afterThreeFrames({act})")
    return page.evaluate("afterThreeFrames(() => {})") != first


def test_a_flick_glides_on_and_the_next_touch_stops_it(board: BoardOnline) -> None:
    page = opened(board, "no-preference")
    assert moves_on(page, "flick")
    assert not moves_on(page, "touch")


def test_nothing_glides_when_motion_is_reduced(board: BoardOnline) -> None:
    page = opened(board, "reduce")
    assert not moves_on(page, "flick")


def test_two_fingers_leave_the_canvas_where_they_put_it(board: BoardOnline) -> None:
    page = opened(board, "no-preference")
    before = page.evaluate(WHERE)
    assert not moves_on(page, "pinch")
    assert page.evaluate(WHERE) != before, "the pinch did something"
