"""Without a connection: the board as it was last seen, one's waiting changes, each delivered once; and what must not stay on the device."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.people import BoardOnline, Person
from browser.server import Server, bundle
from browser.words import say
from playwright.sync_api import expect

KEPT = """async () => {
  const pages = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) pages.push(new URL(url).pathname);
  }
  const base = await new Promise((done) => {
    const open = indexedDB.open("workshop-board-kept");
    open.onupgradeneeded = () => open.result.createObjectStore("boards");
    open.onsuccess = () => done(open.result);
  });
  const rows = await new Promise((done) => {
    const ask = base.transaction("boards").objectStore("boards").getAll();
    ask.onsuccess = () => done(ask.result);
  });
  base.close();
  return { pages, versions: await caches.keys(), boards: JSON.stringify(rows) };
}"""


@pytest.fixture
def board(own_server: Server, open_board: Callable[..., BoardOnline]) -> BoardOnline:
    return open_board(own_server)


def comes_to_stay(board: BoardOnline, name: str = "Ana", **more: Any) -> Person:
    """Somebody whose browser keeps the board."""
    person = board.joins(name, service_workers="allow", **more)
    is_kept(person)
    return person


def is_kept(person: Person, text: str = "") -> dict[str, Any]:
    expect(person.page.locator("html[data-kept=page]")).to_have_count(1)
    person.page.wait_for_function(f"async (text) => (await ({KEPT})()).boards.includes(text)", arg=text)
    return person.page.evaluate(KEPT)


def puts_out(board: BoardOnline, seat: str) -> None:
    answer = board.helper.post(f"/api/boards/{board.id}/seats/{seat}/remove", headers={"Authorization": f"Bearer {board.token}"})
    assert answer.ok, answer.text()


WAITING = """async (text) => {
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((done) => { indexedDB.open(name).onsuccess = (event) => done(event.target.result); });
    for (const store of base.objectStoreNames) {
      const rows = await new Promise((done) => {
        base.transaction(store).objectStore(store).getAll().onsuccess = (event) => done(event.target.result);
      });
      if (JSON.stringify(rows).includes(text)) return base.close(), true;
    }
    base.close();
  }
  return false;
}"""


def is_waiting(person: Person, text: str) -> None:
    """On the device: the end of what was typed, since its beginning goes ahead."""
    person.page.wait_for_function(WAITING, arg=text)


def opens_again(person: Person) -> None:
    """After the tab was killed."""
    person.page = person.context.new_page()
    person.page.goto(f"/board/{person.board.id}")


def test_a_board_opens_without_its_server_and_what_was_written_arrives_once(board: BoardOnline, own_server: Server) -> None:
    board.has_notes("No census for years")
    ana = comes_to_stay(board)
    is_kept(ana, "No census")
    own_server.kill()
    ana.is_offline()
    ana.adds_note("Written in the dark")
    ana.is_offline(waiting=2)       # the note, and its text
    is_waiting(ana, "in the dark")
    ana.page.close(run_before_unload=False)

    opens_again(ana)
    ana.sees("No census for years")
    ana.sees("Written in the dark")
    expect(ana.saved).to_contain_text("as of")
    ana.adds_note("And a second one")
    ana.is_offline(waiting=4)
    is_waiting(ana, "second one")
    ana.page.close(run_before_unload=False)

    own_server.start()
    opens_again(ana)
    ana.sees("And a second one")
    ana.is_saved()
    texts = [note["text"] for note in board.notes()]
    assert sorted(texts) == ["And a second one", "No census for years", "Written in the dark"]


def test_what_was_hidden_does_not_stay_on_the_device(board: BoardOnline) -> None:
    note, _ = board.has_notes("Not for everybody", "For everybody")
    ana = comes_to_stay(board)
    is_kept(ana, "Not for everybody")
    board.changes(["set", "note", note, {"hidden": "names a person"}])
    ana.sees_no("Not for everybody")
    ana.page.wait_for_function(f"async () => !(await ({KEPT})()).boards.includes('Not for everybody')")
    assert "For everybody" in ana.page.evaluate(KEPT)["boards"]


def test_nothing_stays_of_a_board_that_one_was_put_off(board: BoardOnline) -> None:
    board.has_notes("No census for years")
    ana, path = comes_to_stay(board), f"/board/{board.id}"
    assert path in is_kept(ana, "No census")["pages"]
    seat = ana.page.evaluate("JSON.parse(document.getElementById('page').textContent).seat")
    puts_out(board, seat)
    expect(ana.page.get_by_role("alert").first).to_contain_text(say("lost.put_out"))
    ana.page.wait_for_function(f"""async (path) => {{
        const kept = await ({KEPT})();
        return !kept.boards.includes('census') && !kept.pages.includes(path);
    }}""", arg=path)


def test_who_was_put_off_meanwhile_finds_nothing_either(board: BoardOnline) -> None:
    board.has_notes("No census for years")
    ana = comes_to_stay(board)
    is_kept(ana, "No census")
    seat = ana.page.evaluate("JSON.parse(document.getElementById('page').textContent).seat")
    ana.page.goto("about:blank")
    puts_out(board, seat)
    ana.page.goto(f"/board/{board.id}")
    ana.page.wait_for_url("**/join/**")
    kept = ana.page.evaluate(KEPT)
    assert f"/board/{board.id}" not in kept["pages"] and "census" not in kept["boards"]


def test_on_a_computer_of_several_people_nothing_is_kept(board: BoardOnline) -> None:
    board.has_notes("No census for years")
    ana = comes_to_stay(board)
    is_kept(ana, "No census")
    ana.page.evaluate("localStorage.setItem('keep-board', 'off')")
    ana.button("menu.open").click()
    ana.page.get_by_role("menuitem", name=say("mine.title")).click()
    box = ana.page.get_by_role("checkbox", name=say("kept.keep"))
    expect(box).not_to_be_checked()
    box.check()
    box.uncheck()
    ana.page.wait_for_function(f"""async () => {{
        const kept = await ({KEPT})();
        return !kept.boards.includes('census') && !kept.pages.some((path) => path.startsWith('/board/'));
    }}""")


def test_a_new_version_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path, open_board: Callable[..., BoardOnline]) -> None:
    if not bundle():
        pytest.skip("two versions need esbuild: npm ci in static/vendor")
    (tmp_path / "none").mkdir()
    server = Server(tmp_path, BOARD_BUNDLE=str(tmp_path / "none")).start()
    try:
        board = open_board(server)
        board.has_notes("No census for years")
        ana = comes_to_stay(board)
        before = is_kept(ana, "No census")
        server.stop()
        server.settings = {}
        server.start()
        ana.page.reload()
        ana.is_saved()
        after = is_kept(ana, "No census")
        assert len(before["versions"]) == len(after["versions"]) == 1 and before["versions"] != after["versions"]
        server.kill()
        asked: list[str] = []
        ana.page.on("request", lambda request: asked.append(request.url))
        ana.page.reload()
        ana.sees("No census for years")
        version = after["versions"][0].removeprefix("board-v")
        files = [url for url in asked if "/static/" in url]
        assert files and all(f"/static/v{version}/" in url for url in files)
    finally:
        server.stop()


REFUSING = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("closed", "SecurityError"); } });
}
Object.defineProperty(navigator, "serviceWorker", { get() { throw new DOMException("closed", "SecurityError"); } });
"""


def test_a_browser_that_keeps_nothing_says_so_and_works(board: BoardOnline, own_server: Server) -> None:
    context = board.context()
    context.add_init_script(REFUSING)
    person = Person(board, context, "Ana")
    board.people.append(person)
    person.page = page = context.new_page()
    page.on("pageerror", lambda error: person.faults.append(str(error)))
    page.goto(f"/join/{board.id}#{board.code}")
    page.get_by_label(say("join.name"), exact=True).fill("Ana")
    page.get_by_role("button", name=say("join.join")).click()
    page.wait_for_url(f"**/board/{board.id}")
    expect(page.locator(".toast")).to_contain_text(say("kept.refused"))
    person.adds_note("Written in a private window")
    person.is_saved()
    assert [note["text"] for note in board.notes()] == ["Written in a private window"]
    own_server.kill()
    person.is_offline()
    person.adds_note("Waits in this tab only")
    expect(person.saved).to_contain_text("Keep this tab open")
    own_server.start()
    person.is_saved()
    assert len(board.notes()) == 2
