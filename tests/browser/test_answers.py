"""What belongs to a note: answers, comments, reactions, merged texts, clusters; and who still waits for an answer."""

from __future__ import annotations

import re

import pytest
from browser.people import BoardOnline, Person
from browser.test_axe import finds_nothing
from browser.words import say
from playwright.sync_api import Locator, expect


def reads(person: Person) -> Person:
    """In the outline as the whole page."""
    if person.page.get_by_role("button", name=say("view.outline"), exact=True).count():
        person.button("view.outline").click()
    expect(person.outline).to_be_visible()
    return person


def row(person: Person, text: str) -> Locator:
    return person.outline.locator(".note-row").filter(has=person.page.locator(".note-line", has_text=text))


def opens(person: Person, text: str) -> Locator:
    found = row(person, text)
    if found.locator(".note-open").count() == 0:
        found.locator(".note-line").click()
    expect(found.locator(".note-open")).to_be_visible()
    return found


def panel(person: Person, name: str) -> Locator:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say(f"panel.{name}"), exact=True).click()
    return person.page.locator("#panel")


def test_a_challenge_is_answered_beside_it(board: BoardOnline) -> None:
    board.has_notes("No data")
    ana, olga = reads(board.joins("Ana")), reads(board.joins("Olga"))
    opens(ana, "No data").get_by_role("button", name=say("answer.write")).click()
    field = ana.outline.get_by_label(say("note.text_label"), exact=True)
    expect(field).to_be_focused()
    ana.page.keyboard.type("Share what there is")
    expect(row(olga, "No data").locator(".inside")).to_contain_text("Share what there is")
    expect(row(olga, "Share what there is")).to_be_visible()
    ana.is_saved()
    assert sorted(note["kind"] for note in board.notes()) == ["challenge", "solution"]

    opens(olga, "No data").get_by_role("button", name=say("answer.unlink", text="Share what there is")).click()
    expect(row(ana, "No data").locator(".inside")).to_have_count(0)


def test_an_answer_is_written_while_a_filter_would_leave_it_out(board: BoardOnline) -> None:
    board.has_notes("No data", "No money")
    ana = reads(board.joins("Ana"))
    ana.outline.get_by_role("searchbox").fill("data")
    expect(row(ana, "No money")).to_have_count(0)
    opens(ana, "No data").get_by_role("button", name=say("answer.write")).click()
    expect(ana.outline.get_by_label(say("note.text_label"), exact=True)).to_be_focused()
    ana.page.keyboard.type("Share what there is")
    expect(row(ana, "Share what there is")).to_be_visible()


def test_several_solutions_are_linked_by_keyboard(board: BoardOnline) -> None:
    board.has_notes("No data")
    board.has_notes("A desk for data", "A calendar for data", "Money", kind="solution")
    ana = reads(board.joins("Ana"))
    opens(ana, "No data").get_by_role("button", name=say("answer.link_solution")).press("Enter")
    dialog = ana.page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    keyboard = ana.page.keyboard
    keyboard.type("data")
    expect(dialog.get_by_role("checkbox")).to_have_count(2)
    keyboard.press("ArrowDown")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    keyboard.press("Space")
    finds_nothing(ana.page)
    keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(row(ana, "No data").locator(".answer-row")).to_have_count(2)
    expect(ana.button("answer.link_solution")).to_be_focused()


def test_unanswered_challenges_are_listed_and_filtered(board: BoardOnline) -> None:
    [_, waiting] = board.has_notes("Answered", "Waiting")
    [solution] = board.has_notes("A way", kind="solution")
    ids = {note["text"]: note["id"] for note in board.notes()}
    board.changes(["add", "answer", {"id": "link-1", "solution": solution, "challenge": ids["Answered"]}])
    ana = board.joins("Ana")
    unanswered = panel(ana, "unanswered")
    expect(unanswered.locator(".answer-row")).to_have_count(1)
    expect(unanswered.locator(".answer-row")).to_contain_text("Waiting")
    finds_nothing(ana.page)
    unanswered.get_by_role("button", name=say("unanswered.filter")).click()
    expect(unanswered.get_by_role("button", name=say("unanswered.filter"))).to_have_attribute("aria-pressed", "true")
    unanswered.get_by_role("button", name=say("answer.link_to", text="Waiting")).click()
    dialog = ana.page.get_by_role("dialog")
    expect(dialog.get_by_role("checkbox", name="A way")).not_to_be_checked()
    ana.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    board.changes(["add", "answer", {"id": "link-2", "solution": solution, "challenge": waiting}])
    expect(unanswered.get_by_text(say("unanswered.none"))).to_be_visible()


def test_a_cell_of_the_matrix_is_a_filter(board: BoardOnline) -> None:
    ana, olga = reads(board.joins("Ana", "UNGL")), board.joins("Olga", "KS")
    olga.adds_note("From KS")
    expect(row(ana, "From KS")).to_be_visible()
    board.has_notes("From the host", theme="capacity")
    matrix = panel(ana, "matrix")
    expect(matrix.get_by_role("rowheader", name="KS")).to_be_visible()
    expect(matrix.get_by_role("columnheader", name="Capacity")).to_be_visible()
    matrix.get_by_role("button", name=re.compile(r"^Data, KS:")).click()
    expect(matrix.get_by_role("status").filter(has_text=say("filter.found", count=1))).to_be_visible()
    finds_nothing(ana.page)
    matrix.get_by_role("button", name=say("matrix.see")).click()
    expect(row(ana, "From KS")).to_be_visible()
    expect(row(ana, "From the host")).to_have_count(0)


def test_people_talk_about_a_note(board: BoardOnline) -> None:
    board.has_notes("No data")
    ana, olga, host = reads(board.joins("Ana")), reads(board.joins("Olga", "KS")), reads(board.joins("Host", role="facilitator"))
    opens(ana, "No data").get_by_label(say("comment.write"), exact=True).fill("Is it so <b>bad</b>?")
    ana.page.keyboard.press("Control+Enter")
    expect(row(olga, "No data").get_by_text(say("comment.count", count=1))).to_be_attached()
    comment = opens(olga, "No data").locator(".comment")
    expect(comment).to_contain_text("Is it so <b>bad</b>?")
    expect(comment).to_contain_text("Ana")
    expect(comment.get_by_role("button")).to_have_count(0)
    ana.button("comment.edit").click()
    ana.page.get_by_label(say("comment.change"), exact=True).fill("It is bad")
    ana.button("action.keep").click()
    expect(comment).to_contain_text("It is bad")
    expect(comment).to_contain_text(say("comment.edited"))
    finds_nothing(ana.page)
    opens(host, "No data").get_by_role("button", name=say("comment.remove", name="Ana")).click()
    expect(comment).to_have_count(0)


def test_a_reaction_is_given_and_taken_back(board: BoardOnline) -> None:
    board.has_notes("No data")
    ana, olga = reads(board.joins("Ana")), reads(board.joins("Olga"))
    name = say("reaction.idea")
    like = opens(ana, "No data").get_by_role("button", name=say("reaction.named", name=name, count=0))
    like.click()
    pressed = ana.page.get_by_role("button", name=say("reaction.named", name=name, count=1), exact=True)
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(row(olga, "No data").get_by_text(say("reaction.named", name=name, count=1))).to_be_attached()
    pressed.click()
    expect(row(olga, "No data").locator(".reaction-marks")).to_have_count(0)


def test_who_is_anonymous_stays_so_in_talk(board: BoardOnline) -> None:
    [note] = board.has_notes("No data")
    board.changes(["set", "board", board.id, {"authors": "nobody"}])
    ana, olga = reads(board.joins("Ana", "UNGL")), reads(board.joins("Olga", "KS"))
    opens(ana, "No data").get_by_label(say("comment.write"), exact=True).fill("Mine")
    ana.button("comment.send").click()
    comment = opens(olga, "No data").locator(".comment")
    expect(comment).to_contain_text(say("note.anonymous"))
    expect(comment).not_to_contain_text("Ana")
    expect(comment).not_to_contain_text("UNGL")


def test_duplicates_are_one_and_come_apart(board: BoardOnline) -> None:
    [first, second] = board.has_notes("No data", "Data are missing")
    board.changes(["set", "note", second, {"merged_into": first}])
    ana = reads(board.joins("Ana"))
    ana.sees_notes_in("Data", 1)
    expect(row(ana, "No data").locator(".inside")).to_contain_text("Data are missing")
    opens(ana, "No data").get_by_role("button", name=say("merge.apart", text="Data are missing")).click()
    ana.sees_notes_in("Data", 2)


def test_a_cluster_by_keyboard_alone(board: BoardOnline) -> None:
    board.has_notes("No data", "Old data", "No money")
    ana, olga = reads(board.joins("Ana")), reads(board.joins("Olga"))
    keyboard = ana.page.keyboard
    for text in ("No data", "Old data"):
        ana.line(text).focus()
        keyboard.press("Control+Enter")
    ana.page.get_by_role("button", name=say("cluster.group_n", count=2)).press("Enter")
    dialog = ana.page.get_by_role("dialog")
    expect(dialog.get_by_label(say("cluster.new"))).to_be_focused()
    finds_nothing(ana.page)
    keyboard.type("Data")
    keyboard.press("Enter")
    cluster = olga.outline.get_by_role("region", name=say("cluster.named", title="Data"))
    expect(cluster.locator(".note-row")).to_have_count(2)

    ana.button("cluster.menu", title="Data").press("Enter")
    ana.page.get_by_role("menuitem", name=say("cluster.rename")).press("Enter")
    ana.outline.get_by_label(say("cluster.title")).fill("Data desk")
    keyboard.press("Enter")
    expect(olga.outline.get_by_role("region", name=say("cluster.named", title="Data desk"))).to_be_visible()
    finds_nothing(ana.page)
    ana.button("cluster.menu", title="Data desk").press("Enter")
    ana.page.get_by_role("menuitem", name=say("cluster.dissolve")).press("Enter")
    expect(olga.outline.locator(".cluster")).to_have_count(0)
    ana.button("action.undo").first.press("Enter")
    expect(olga.outline.get_by_role("region", name=say("cluster.named", title="Data desk")).locator(".note-row")).to_have_count(2)


def test_an_author_reads_why_a_note_is_hidden(board: BoardOnline) -> None:
    ana, olga = board.joins("Ana"), board.joins("Olga")
    ana.adds_note("The mayor sleeps")
    reads(ana)
    expect(reads(olga).line("The mayor sleeps")).to_be_visible()
    board.changes(["set", "note", board.notes()[0]["id"], {"hidden": "It names a person"}])
    expect(olga.line("The mayor sleeps")).to_have_count(0)
    expect(opens(ana, "The mayor sleeps").get_by_text("It names a person")).to_be_visible()


def test_a_cluster_moves_with_its_notes(board: BoardOnline) -> None:
    [note] = board.has_notes("No data")
    board.changes(["add", "cluster", {"id": "cluster-moves", "theme": "data", "title": "Gaps", "x": 0, "y": 60, "w": 400, "h": 300}],
                  ["set", "note", note, {"cluster": "cluster-moves"}])
    ana = reads(board.joins("Ana"))
    ana.button("cluster.menu", title="Gaps").click()
    ana.page.get_by_role("menuitem", name=say("action.move_to", theme="Capacity")).click()
    ana.sees_notes_in("Capacity", 1)
    expect(ana.theme("Capacity").get_by_role("region", name=say("cluster.named", title="Gaps"))).to_be_visible()
    ana.is_saved()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_on_an_open_note(board: BoardOnline, language: str) -> None:
    [first, second, third] = board.has_notes("No data", "Data are missing", "Old data")
    [solution] = board.has_notes("A desk", kind="solution")
    board.changes(["add", "cluster", {"id": "cluster-axe", "theme": "data", "title": "Data", "x": 0, "y": 60, "w": 400, "h": 300}],
                  ["set", "note", third, {"cluster": "cluster-axe", "status": "key_message", "locked": True}],
                  ["set", "note", second, {"merged_into": first}],
                  ["add", "answer", {"id": "link-axe", "solution": solution, "challenge": first}],
                  ["add", "comment", {"id": "comment-axe", "note": first, "text": "So it is"}],
                  ["add", "reaction", {"id": "reaction-axe", "note": first, "sign": "heart"}])
    host = board.joins("Host", role="facilitator", phone=True, full=True, language=language)
    host.line("No data").click()
    expect(host.outline.locator(".note-open")).to_be_visible()
    finds_nothing(host.page)
