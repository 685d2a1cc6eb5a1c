"""One whole session: a facilitator and three participants, from the agenda's template to the results and a repair."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.people import BoardOnline, Person
from browser.test_agenda import bar, goes_on, stands_at
from browser.test_answers import opens, panel, reads, row
from browser.test_clusters import chooses, cluster, names_it
from browser.test_history import history
from browser.test_suggestions import suggestions
from browser.test_votes import has_votes_left, plus
from browser.words import say
from playwright.sync_api import expect

PICTURES = Path("test-results") / "session"
CENSUS = "Our census data is ten years old"
ALIKE = "The census data is ten years old"


@pytest.fixture
def pictures():
    """Keeps what everybody sees at each stage, to be looked at."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def take(stage: str, **people: Person) -> None:
        for name, person in people.items():
            person.page.screenshot(path=PICTURES / f"{stage}-{name}.png")
    return take


def writes(person: Person, text: str) -> None:
    """In the outline, as on a phone."""
    language = person.page.locator("html").get_attribute("lang") or "en"
    person.page.get_by_role("toolbar").get_by_role("button", name=say("add.note", language)).click()
    expect(person.outline.locator(".note-form textarea")).to_be_focused()
    person.page.keyboard.type(text)
    person.page.keyboard.press("Control+Enter")
    expect(person.line(text)).to_be_visible()
    person.page.keyboard.press("Escape")


def test_a_whole_session(board: BoardOnline, pictures) -> None:
    host, ana = board.joins("Fatima", role="facilitator"), board.joins("Ana", "UNGL")
    omar = board.joins("Omar", "AMR", phone=True, full=True, language="ar")

    # The agenda, and a welcome
    host.button("step.plan").click()
    host.page.locator(".template").filter(has_text=say("agenda.template_vsr")).click()
    host.button("step.start").click()
    stands_at(ana, say("agenda.vsr_welcome"), 1, 6)
    expect(omar.page.locator(".step-count")).to_contain_text(say("step.n_of_m", "ar", n="1", m="6"))
    expect(ana.page.get_by_role("button", name=say("add.note"))).to_have_count(0)
    pictures("1-welcome", host=host, ana=ana, omar=omar)

    # Silent writing: nobody sees anybody's, the host neither; who comes late lands in the step
    goes_on(host, say("agenda.vsr_challenges"))
    stands_at(ana, say("agenda.vsr_challenges"), 2, 6)
    expect(ana.page.locator(".timer-face")).to_be_visible()
    ana.adds_note(CENSUS)
    writes(omar, ALIKE)
    bea = board.joins("Bea", "KS")
    stands_at(bea, say("agenda.vsr_challenges"), 2, 6)
    bea.adds_note("Nobody reads the report")
    for person in (ana, omar, bea):
        person.is_saved()
    assert board.notes() == [], "not even to a facilitator"
    ana.sees_no("Nobody reads the report")
    host.sees_no(CENSUS)
    pictures("2-silent", host=host, ana=ana, omar=omar)

    # The reveal
    goes_on(host, say("agenda.vsr_read"))
    dialog = host.page.get_by_role("dialog", name=say("private.ask", count=3))
    pictures("3-ask", host=host)
    dialog.get_by_role("button", name=say("private.reveal_and_go", title=say("agenda.vsr_read"))).click()
    for person in (host, ana, bea):
        person.sees("Nobody reads the report")
        person.sees(CENSUS)
    expect(omar.line("Nobody reads the report")).to_be_visible()

    # Clusters: by suggestion, taken back with one undo, then by hand
    offered = suggestions(host)
    expect(offered.locator(".suggest-group")).to_have_count(1)
    pictures("4-suggestion", host=host)
    offered.get_by_role("button", name=say("suggest.accept_all")).click()
    offered.locator(".suggest-foot .button-primary").click()
    expect(offered).to_have_count(0)
    host.button("action.undo").first.click()
    ana.sees(ALIKE)
    chooses(host, CENSUS, ALIKE)
    host.page.keyboard.press("g")
    names_it(host, "Old figures")
    expect(cluster(ana, "Old figures")).to_be_visible()
    pictures("4-cluster", host=host, ana=ana, omar=omar)

    # Solutions answer challenges
    goes_on(host, say("agenda.vsr_solutions"))
    stands_at(ana, say("agenda.vsr_solutions"), 4, 6)
    reads(ana)
    opens(ana, "Nobody reads the report").get_by_role("button", name=say("answer.write")).click()
    expect(ana.outline.get_by_label(say("note.text_label"), exact=True)).to_be_focused()
    ana.page.keyboard.type("Two pages, with pictures")
    expect(reads(bea).outline.locator(".inside").filter(has_text="Two pages")).to_be_visible()
    ana.is_saved()

    # Votes: two by mouse, one by key; no more than there are
    goes_on(host, say("agenda.vsr_vote"))
    votes = panel(host, "votes")
    votes.get_by_role("button", name=say("round.new")).click()
    votes.get_by_label(say("round.title"), exact=True).fill("What matters most")
    votes.get_by_label(say("round.votes")).fill("2")
    votes.get_by_role("button", name=say("round.make")).click()
    votes.get_by_role("button", name=say("round.open")).click()
    has_votes_left(ana, 2)
    plus(ana, "Nobody reads the report").click()
    plus(ana, CENSUS).click()
    has_votes_left(ana, 0)
    expect(plus(ana, CENSUS)).to_have_attribute("aria-disabled", "true")
    bea.line("Nobody reads the report").focus()
    bea.page.keyboard.press("+")
    has_votes_left(bea, 1)
    for person in (ana, bea):
        person.is_saved()
    expect(host.page.locator(".result")).to_have_count(0)
    pictures("5-vote", host=host, ana=ana, omar=omar)
    votes.get_by_role("button", name=say("round.close")).click()
    bea.button("round.see_results").click()
    first = bea.page.locator(".result").first
    expect(first).to_contain_text("Nobody reads the report")
    expect(first).to_contain_text(say("result.supported", n=2, count=2))
    pictures("6-results", host=host, bea=bea)

    # Presented on all screens, by key
    goes_on(host, say("agenda.vsr_present"))
    stands_at(bea, say("agenda.vsr_present"), 6, 6)
    host.button("menu.open").click()
    host.page.get_by_role("menuitem", name=say("stage.start")).click()
    expect(omar.page.locator(".stage .slide-title")).to_have_text("Getting our reviews ready")
    host.page.keyboard.press("ArrowRight")
    expect(omar.page.locator(".stage .slide-title")).to_have_text("Data")
    pictures("7-present", host=host, omar=omar)
    host.page.keyboard.press("Escape")
    expect(omar.page.locator(".stage")).to_have_count(0)

    # Somebody breaks something; the moment before is restored
    ids = [note["id"] for note in board.notes()]
    board.changes(*(["remove", "note", note] for note in ids))
    expect(row(bea, CENSUS)).to_have_count(0)
    moments = history(host)
    moments.get_by_role("button", name=say("history.mark_cluster")).or_(
        moments.get_by_role("button", name=say("history.mark_reveal"))).first.wait_for()
    moments.get_by_role("slider").focus()
    host.page.keyboard.press("ArrowLeft")
    expect(moments.get_by_role("img", name=say("history.picture", count=4))).to_be_visible()
    pictures("8-history", host=host)
    moments.get_by_role("button", name=say("history.restore"), exact=True).click()
    moments.get_by_role("button", name=say("history.restore_now")).click()
    expect(row(bea, CENSUS)).to_be_visible()
    assert {note["id"] for note in board.notes()} == set(ids) and bar(host).count() == 1
