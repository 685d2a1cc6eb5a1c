"""What only facilitators do, and what it means for everybody else at once."""

from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import Locator, expect


def menu(person: Person, key: str) -> None:
    person.button("menu.open").click()
    person.page.get_by_role("menuitem", name=say(key)).click()


def settings(person: Person) -> Locator:
    menu(person, "settings.open")
    return person.page.get_by_role("dialog")


def test_a_locked_board_is_read_by_all_and_changed_by_facilitators(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    settings(host).get_by_label(say("settings.locked")).check()
    expect(ana.page.get_by_text(say("banner.locked"))).to_be_visible()
    expect(ana.page.get_by_role("button", name=say("add.note"))).to_have_count(0)
    host.page.keyboard.press("Escape")
    host.adds_note("From the host")
    ana.sees("From the host")


def test_a_new_theme_is_there_for_everybody(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    dialog = settings(host)
    dialog.get_by_label(say("settings.new_theme")).fill("Political will")
    dialog.get_by_role("button", name=say("settings.add_theme")).click()
    ana.sees_notes_in("Political will", 0)
    dialog.get_by_role("button", name=say("settings.remove", title="Political will")).click()
    expect(ana.theme("Political will")).to_have_count(0)


def test_the_trash_holds_what_anybody_deleted(board: BoardOnline) -> None:
    [note] = board.has_notes("We need data")
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    ana.sees("We need data")
    board.changes(["remove", "note", note])
    ana.sees_no("We need data")
    menu(host, "trash.open")
    host.button("trash.restore", text="We need data").click()
    ana.sees("We need data")


def test_a_replaced_link_opens_nothing_and_puts_nobody_out(board: BoardOnline) -> None:
    host, ana = board.joins("Host", role="facilitator"), board.joins("Ana")
    old = f"/join/{board.id}#{board.key('participant')}"
    host.button("invite.open").click()
    dialog = host.page.get_by_role("dialog")
    dialog.get_by_role("button", name=say("invite.replace_of", link=say("invite.link_participant"))).click()
    host.page.get_by_role("button", name=say("invite.replace_now")).click()
    expect(host.page.get_by_text(say("invite.once"))).to_be_visible()
    page = board.context().new_page()
    page.goto(old)
    expect(page.get_by_role("alert").filter(has_text=say("join.not_found"))).to_be_visible()
    ana.adds_note("Still here")
    ana.is_saved()


def test_a_search_leaves_what_matches(board: BoardOnline) -> None:
    board.has_notes("We need data", "We need money", "داده و پول", "<script>window.hacked = true</script>")
    ana = board.joins("Ana")
    ana.outline.get_by_label(say("filter.search")).fill("data")
    expect(ana.line("We need data")).to_be_visible()
    expect(ana.line("We need money")).to_have_count(0)
    ana.button("filter.clear").click()
    expect(ana.line("<script>")).to_be_visible()
    assert not ana.page.evaluate("'hacked' in window")
