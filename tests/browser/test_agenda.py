"""Leading a session by its agenda: steps, timer, private writing and reveal, raised hands, what is refused and how it is said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect

COUNTS_SOUNDS = "window.rung = 0; const Real = AudioContext; window.AudioContext = function () { rung += 1; return new Real() }; 0"
AN_HOUR_FAST = "const now = Date.now; Date.now = () => now() + 3600000"
STEPS = (
    {"id": "welcome", "title": "Welcome", "task": "Look around", "may": [], "private": False, "minutes": 0},
    {"id": "silent", "title": "Silent challenges", "task": "One challenge a note", "may": ["challenge"], "private": True, "minutes": 10},
    {"id": "read", "title": "Read and cluster", "task": "Read what others wrote", "may": ["move", "group", "comment"], "private": False,
     "minutes": 20},
)


def plans(board: BoardOnline, step: str = "") -> None:
    board.changes(*(["add", "step", fields] for fields in STEPS))
    if step:
        board.changes(["set", "board", board.id, {"step": step}])


def bar(person: Person) -> Locator:
    return person.page.get_by_role("region", name=say("step.bar"))


def face(person: Person) -> Locator:
    return person.page.locator(".timer-face")


def stands_at(person: Person, title: str, n: int, m: int) -> None:
    expect(bar(person).locator(".step-count")).to_have_text(say("step.n_of_m", n=n, m=m))
    expect(bar(person)).to_contain_text(title)


def opens_agenda(person: Person, language: str = "en") -> Locator:
    person.page.get_by_role("button", name=say("menu.open", language), exact=True).click()
    person.page.get_by_role("menuitem", name=say("agenda.title", language), exact=True).click()
    return person.page.locator("#panel")


def goes_on(person: Person, title: str) -> None:
    person.button("step.next_is", title=title).click()


def with_clock(board: BoardOnline, name: str, script: str) -> Person:
    context = board.context()
    assert context.request.post(f"/api/boards/{board.id}/seats", data={"key": board.key("participant"), "name": name}).ok
    context.add_init_script(script)
    person = Person(board, context, name)
    board.people.append(person)
    person.opens()
    return person


def test_a_session_begins_from_a_template(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    expect(bar(ana)).to_have_count(0)
    host.button("step.plan").click()
    host.page.locator(".template").filter(has_text=say("agenda.template_vsr")).click()
    expect(host.page.locator(".agenda-step")).to_have_count(6)
    host.button("step.start").click()
    stands_at(ana, say("agenda.vsr_welcome"), 1, 6)
    expect(bar(ana)).to_contain_text(say("agenda.vsr_welcome_task"))
    goes_on(host, say("agenda.vsr_challenges"))
    stands_at(ana, say("agenda.vsr_challenges"), 2, 6)
    expect(ana.page.get_by_text(say("private.banner"))).to_be_visible()
    expect(host.page.locator(".agenda-step[aria-current=step]")).to_contain_text(say("agenda.vsr_challenges"))


def test_steps_are_changed_moved_and_deleted(board: BoardOnline) -> None:
    plans(board)
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    panel, read = opens_agenda(host), opens_agenda(ana)
    expect(read.get_by_role("button", name=say("agenda.tools", title="Welcome"))).to_have_count(0)

    panel.get_by_role("button", name="Welcome", exact=True).click()
    panel.get_by_label(say("agenda.step_title")).fill("Arrive")
    panel.get_by_label(say("may.comment")).check()
    panel.get_by_label(say("agenda.minutes_field"), exact=True).fill("5")
    panel.get_by_role("button", name=say("action.done"), exact=True).click()
    expect(read.locator(".agenda-step").first).to_contain_text("Arrive")
    expect(read.locator(".agenda-step").first).to_contain_text(say("may.comment"))
    expect(read.locator(".agenda-step").first).to_contain_text(say("agenda.minutes", count=5, n=5))

    panel.get_by_role("button", name=say("agenda.tools", title="Arrive")).click()
    host.page.get_by_role("menuitem", name=say("settings.down", title="Arrive")).click()
    expect(read.locator(".agenda-title")).to_have_text(["Silent challenges", "Arrive", "Read and cluster"])
    host.drags(panel.locator(".grip").nth(2), panel.locator(".grip").nth(0))
    expect(read.locator(".agenda-title").first).to_have_text("Read and cluster")

    panel.get_by_role("button", name=say("agenda.tools", title="Arrive")).click()
    host.page.get_by_role("menuitem", name=say("agenda.delete", title="Arrive")).click()
    expect(read.locator(".agenda-step")).to_have_count(2)
    host.button("toast.undo").click()
    expect(read.locator(".agenda-step")).to_have_count(3)


def test_two_who_press_next_at_once_make_one_step(board: BoardOnline) -> None:
    plans(board, "welcome")
    host, olga = board.joins("Host", role="facilitator"), board.joins("Olga", role="facilitator")
    for person in (host, olga):
        stands_at(person, "Welcome", 1, 3)
    for person in (host, olga):
        person.page.evaluate("document.querySelector('.step-next').click()")
    stands_at(host, "Silent challenges", 2, 3)
    stands_at(olga, "Silent challenges", 2, 3)


def test_the_timer_is_right_on_a_clock_that_is_wrong(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), with_clock(board, "Ana", AN_HOUR_FAST)
    host.button("timer.open").click()
    host.button("timer.start_minutes", count=5).click()
    expect(face(ana)).to_have_text(re.compile(r"^(05:00|04:5\d)$"))
    ana.page.reload()
    expect(face(ana)).to_have_text(re.compile(r"^(05:00|04:[45]\d)$"))
    host.page.locator(".timer").click()
    host.button("timer.pause").click()
    expect(ana.page.locator(".timer")).to_contain_text(say("timer.paused"))
    host.button("timer.add_minute").click()
    expect(face(ana)).to_have_text(re.compile(r"^(06:00|05:[345]\d)$"))
    host.button("timer.stop").click()
    expect(ana.page.locator(".timer")).to_have_count(0)


@pytest.mark.parametrize(("typed", "words"), [
    ("0", "timer.too_short"), ("601", "timer.too_long"), ("soon", "timer.not_minutes"), ("-3", "timer.too_short"),
])
def test_minutes_that_cannot_be_are_said(board: BoardOnline, typed: str, words: str) -> None:
    host = board.joins("Host", role="facilitator")
    host.button("timer.open").click()
    host.page.get_by_label(say("timer.other")).fill(typed)
    host.page.keyboard.press("Enter")
    expect(host.page.get_by_role("alert").filter(has_text=say(words, most=600))).to_be_visible()


def test_at_the_end_the_board_can_be_read_only(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    ana.page.evaluate(COUNTS_SOUNDS)
    ana.page.mouse.click(500, 500)
    board.changes(["set", "board", board.id, {"timer": {"start": 2, "lock": True}}])
    expect(face(ana)).to_be_visible()
    expect(ana.page.locator(".timer")).to_contain_text(say("timer.over"))
    expect(ana.page.locator(".toast")).to_contain_text(say("timer.ended_locked"))
    expect(ana.page.get_by_text(say("banner.time_over"))).to_be_visible()
    expect(ana.page.get_by_role("button", name=say("add.note"))).to_have_count(0)
    assert ana.page.evaluate("window.rung") == 1
    host.adds_note("Facilitators go on")
    ana.sees("Facilitators go on")


def test_a_muted_device_makes_no_sound(board: BoardOnline) -> None:
    ana = board.joins("Ana")
    board.changes(["set", "board", board.id, {"timer": {"start": 600}}])
    ana.page.locator(".timer").click()
    ana.page.get_by_label(say("timer.sound")).uncheck()
    ana.page.reload()
    ana.page.evaluate(COUNTS_SOUNDS)
    ana.page.locator(".timer").click()
    expect(ana.page.get_by_label(say("timer.sound"))).not_to_be_checked()
    board.changes(["set", "board", board.id, {"timer": {"start": 1}}])
    expect(ana.page.locator(".toast")).to_contain_text(say("timer.ended"))
    assert ana.page.evaluate("window.rung") == 0


def test_what_is_written_without_a_name_has_none(board: BoardOnline) -> None:
    host, ana, bea = board.joins("Host", role="facilitator"), board.joins("Ana", "UNGL"), board.joins("Bea", "KS")
    host.button("menu.open").click()
    host.page.get_by_role("menuitem", name=say("settings.open")).click()
    host.page.get_by_label(say("settings.authors_nobody")).check()
    host.page.keyboard.press("Escape")
    host.is_saved()
    ana.adds_note("They never answer us")
    for person in (host, bea):
        person.sees("They never answer us")
        expect(person.note("They never answer us")).not_to_contain_text("UNGL")
        person.note("They never answer us").click()
        person.page.locator("#panel .tab").filter(has_text=say("panel.note")).click()
        expect(person.page.locator("#panel")).not_to_contain_text("Ana")


def test_private_notes_are_seen_at_the_reveal_and_not_before(board: BoardOnline) -> None:
    plans(board, "silent")
    host, ana, bea = board.joins("Host", role="facilitator"), board.joins("Ana"), board.joins("Bea")
    expect(ana.page.get_by_role("toolbar").get_by_role("button", name=say("kind.solution"))).to_have_count(0)
    ana.adds_note("Nobody dares to say it")
    ana.is_saved()
    expect(host.page.locator(".banner-private")).to_contain_text(say("private.count", count=1))
    expect(bea.page.locator("#canvas").get_by_text(say("private.short", count=1))).to_be_visible()
    bea.sees_no("Nobody dares to say it")
    host.sees_no("Nobody dares to say it")
    goes_on(host, "Read and cluster")
    dialog = host.page.get_by_role("dialog", name=say("private.ask", count=1))
    stands_at(bea, "Silent challenges", 2, 3)
    dialog.get_by_role("button", name=say("private.reveal_and_go", title="Read and cluster")).click()
    bea.sees("Nobody dares to say it")
    host.sees("Nobody dares to say it")
    stands_at(bea, "Read and cluster", 3, 3)
    expect(bea.page.locator(".banner-private")).to_have_count(0)


def test_what_is_private_can_be_moderated_where_the_board_allows_it(board: BoardOnline) -> None:
    plans(board, "silent")
    board.changes(["set", "board", board.id, {"moderate": True}])
    host, ana, bea = board.joins("Host", role="facilitator"), board.joins("Ana"), board.joins("Bea")
    ana.adds_note("The mayor of Riverton lies")
    ana.is_saved()
    expect(host.page.locator(".banner-private")).to_contain_text(say("private.count", count=1))
    goes_on(host, "Read and cluster")
    host.button("moderation.first").click()
    row = host.page.locator(".moderation-row").filter(has_text="The mayor of Riverton lies")
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("Ana")
    host.button("moderation.hide_of", text="The mayor of Riverton lies").click()
    host.page.get_by_label(say("hide.person")).check()
    host.page.get_by_role("button", name=say("hide.hide"), exact=True).click()
    expect(row).to_contain_text(say("moderation.because", reason=say("hide.person")))
    goes_on(host, "Read and cluster")
    reveal = host.page.get_by_role("button", name=say("private.reveal_and_go", title="Read and cluster"))
    expect(reveal.or_(bar(host).get_by_text(say("step.n_of_m", n=3, m=3)))).to_be_visible()
    if reveal.count():
        reveal.click()
    stands_at(bea, "Read and cluster", 3, 3)
    bea.sees_no("The mayor of Riverton lies")
    host.button("moderation.unhide_of", text="The mayor of Riverton lies").click()
    bea.sees("The mayor of Riverton lies")


def test_who_comes_late_lands_in_the_step(board: BoardOnline) -> None:
    plans(board, "silent")
    late = board.joins("Late", phone=True, full=True)
    stands_at(late, "Silent challenges", 2, 3)
    expect(bar(late)).to_contain_text("One challenge a note")
    expect(face(late)).to_have_text(re.compile(r"^(10:00|09:5\d)$"))
    expect(late.page.locator(".toast")).to_have_count(0)


def test_what_the_step_does_not_allow_is_refused_in_words(board: BoardOnline) -> None:
    plans(board, "silent")
    board.joins("Host", role="facilitator")
    ana = board.joins("Ana")
    ana.loses_the_line()
    ana.adds_note("Written too late")
    ana.is_offline()
    board.changes(["set", "board", board.id, {"step": "read"}])
    ana.finds_the_line()
    dialog = ana.page.get_by_role("dialog", name=say("refused.title"))
    expect(dialog).to_contain_text(say("reason.closed"), timeout=20_000)
    expect(dialog).to_contain_text("Written too late")


def test_what_may_be_done_now_changes_at_once(board: BoardOnline) -> None:
    plans(board, "welcome")
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    expect(ana.page.get_by_role("button", name=say("add.note"))).to_have_count(0)
    host.button("now.title").click()
    host.page.get_by_label(say("may.challenge")).check()
    expect(ana.page.get_by_role("toolbar").get_by_role("button", name=say("add.note"))).to_be_visible()


def test_hands_are_raised_in_order_and_lowered(board: BoardOnline) -> None:
    plans(board, "welcome")
    host, ana, bea = board.joins("Host", role="facilitator"), board.joins("Ana"), board.joins("Bea")
    for person in (bea, ana):
        person.button("hand.raise").click()
        expect(person.button("hand.lower_mine")).to_have_attribute("aria-pressed", "true")
        person.is_saved()
    host.button("hand.count", count=2).click()
    expect(host.page.locator(".hands bdi")).to_have_text(["Bea", "Ana"])
    host.button("hand.lower_of", name="Bea").click()
    expect(host.page.locator(".hands bdi")).to_have_text(["Ana"])
    ana.button("done.say", n=0, m=2).click()
    expect(host.page.locator(".done-count")).to_have_text(say("done.of", n=1, m=2))


def test_a_blocked_person_reads_why_and_stays_out(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    host.page.locator("header").get_by_role("button", name=re.compile(say("people.here", count=2))).click()
    host.button("people.tools", name="Ana").click()
    host.button("people.block_of", name="Ana").click()
    host.page.get_by_role("button", name=say("people.block_now"), exact=True).click()
    expect(ana.page.get_by_role("heading", name=say("lost.forbidden"))).to_be_visible()
    ana.page.goto(f"/join/{board.id}#{board.code}")
    expect(ana.page.get_by_role("alert").filter(has_text=say("join.forbidden"))).to_be_visible()
    host.button("people.unblock_of", name="Ana").click()
    expect(host.button("people.unblock_of", name="Ana")).to_have_count(0)
    host.is_saved()
    ana.page.reload()
    ana.page.get_by_role("button", name=re.compile("Ana")).click()
    expect(ana.saved).to_have_attribute("data-state", "saved")


def test_a_person_taken_off_the_board_reads_why_and_may_come_back(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    host.page.locator("header").get_by_role("button", name=re.compile(say("people.here", count=2))).click()
    host.button("people.tools", name="Ana").click()
    host.button("put_out.open_of", name="Ana").click()
    host.page.get_by_role("button", name=say("put_out.now"), exact=True).click()
    expect(ana.page.get_by_role("heading", name=say("lost.put_out"))).to_be_visible()
    expect(ana.page.get_by_text(say("lost.put_out_text"))).to_be_visible()
    ana.page.goto(f"/join/{board.id}#{board.code}")
    ana.page.get_by_label(say("join.name"), exact=True).fill("Ana again")
    ana.page.get_by_role("button", name=say("join.join")).click()
    ana.page.wait_for_url(f"**/board/{board.id}")
    ana.is_saved()


@pytest.fixture(params=("en", "ar"))
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_axe_finds_nothing_in_the_agenda(board: BoardOnline, language: str) -> None:
    plans(board, "silent")
    host = board.joins("Host", role="facilitator", language=language)
    panel = opens_agenda(host, language)
    expect(panel.locator(".agenda-step")).to_have_count(3)
    panel.get_by_role("button", name="Read and cluster", exact=True).click()
    finds_nothing(host.page)
    host.page.locator(".timer").click()
    finds_nothing(host.page)


PANELS: list[tuple[str, Callable[[Person], Locator]]] = [
    ("moderation.title", lambda person: person.page.locator("#panel")),
    ("settings.open", lambda person: person.page.get_by_role("dialog")),
]


@pytest.mark.parametrize(("key", "place"), PANELS)
def test_axe_finds_nothing_where_facilitators_work(board: BoardOnline, key: str, place: Callable[[Person], Locator], language: str) -> None:
    plans(board, "silent")
    board.changes(["set", "board", board.id, {"moderate": True}])
    host = board.joins("Host", role="facilitator", language=language)
    host.page.get_by_role("button", name=say("menu.open", language), exact=True).click()
    host.page.get_by_role("menuitem", name=say(key, language), exact=True).click()
    expect(place(host)).to_be_visible()
    finds_nothing(host.page)
