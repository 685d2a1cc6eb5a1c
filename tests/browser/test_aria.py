"""What a screen reader is told of a small board: outline and canvas as trees of roles, names and states."""

from __future__ import annotations

from browser.people import BoardOnline, Person
from browser.words import say
from playwright.sync_api import expect

OUTLINE = """
- heading "{outline}" [level=2]
- search "{search}":
  - searchbox "{find}"
  - button "{more}"
- group:
  - heading "Data" [level=3]
  - text: {three}
  - button "{add}"
  - button "{all}"
  - region "{cluster}":
    - heading "Figures {one}" [level=4]:
      - button "Figures {one}" [expanded]
    - 'button "{menu}"'
    - list:
      - listitem:
        - 'button "{challenge}: No registers"'
  - paragraph: {alone}
  - heading "{challenges} 1" [level=4]
  - list "{challenges} 1":
    - listitem:
      - 'button "{challenge}: No census {solved}"'
      - list:
        - listitem: "{by}: A desk for data"
  - heading "{solutions} 1" [level=4]
  - list "{solutions} 1":
    - listitem:
      - 'button "{solution}: A desk for data {solves}"'
- group:
  - heading "Capacity" [level=3]
  - text: {none}
  - button "{add}"
  - heading "{challenges} 0" [level=4]
  - paragraph:
    - text: {no_challenges}
    - button "{first_challenge}"
  - heading "{solutions} 0" [level=4]
  - paragraph:
    - text: {no_solutions}
    - button "{first_solution}"
"""
ENGLISH = {
    "outline": "Outline", "search": "Search and filter", "find": "Search notes", "more": "More filters", "one": "1 note",
    "three": "3 notes", "none": "0 notes", "add": "Add note", "all": "Select all", "cluster": "Cluster Figures",
    "menu": "Cluster Figures: what to do",
    "challenge": "Challenge", "solution": "Solution", "challenges": "Challenges", "solutions": "Solutions", "alone": "In no cluster",
    "solved": "Answered by 1 solution", "solves": "Answers 1 challenge", "by": "Answered by", "no_challenges": "No challenges yet.",
    "no_solutions": "No solutions yet.", "first_challenge": "Add the first challenge", "first_solution": "Add the first solution",
}
ARABIC = {
    "outline": "المخطط", "search": "بحث وتصفية", "find": "بحث في الملاحظات", "more": "مزيد من المرشّحات", "one": "ملاحظة واحدة",
    "three": "3 ملاحظات", "none": "لا ملاحظات", "add": "إضافة ملاحظة", "all": "تحديد الكل", "cluster": "المجموعة Figures",
    "menu": "المجموعة Figures: ما الذي يمكن فعله", "challenge": "تحدٍّ", "solution": "حل", "challenges": "التحديات", "solutions": "الحلول",
    "alone": "خارج المجموعات", "solved": "له حل واحد", "solves": "يجيب عن تحدٍّ واحد", "by": "الحل", "no_challenges": "لا تحديات بعد.",
    "no_solutions": "لا حلول بعد.", "first_challenge": "إضافة أول تحدٍّ", "first_solution": "إضافة أول حل",
}
CANVAS = """
option "Challenge. No census. Data. Answered by 1 solution" [selected]
option "Challenge. No registers. Data. in cluster Figures"
option "Cluster Figures, 1 note. Data"
option "Solution. A desk for data. Data. Answers 1 challenge"
"""


def has_a_little_of_everything(board: BoardOnline) -> None:
    [census] = board.has_notes("No census")
    [desk] = board.has_notes("A desk for data", kind="solution")
    [registers] = board.has_notes("No registers")
    board.changes(
        ["add", "cluster", {"id": "figures", "theme": "data", "title": "Figures", "x": 40, "y": 300, "w": 400, "h": 240}],
        ["set", "note", registers, {"cluster": "figures", "x": 60, "y": 350}],
        ["add", "answer", {"id": "answer", "solution": desk, "challenge": census}],
    )


def opens(board: BoardOnline, language: str) -> Person:
    person = board.joins("Ana", language=language)
    expect(person.note("No registers")).to_be_visible()
    expect(person.line("No census")).to_be_visible()
    return person


def test_outline_and_canvas_are_told_as_what_they_are(board: BoardOnline) -> None:
    has_a_little_of_everything(board)
    ana = opens(board, "en")
    expect(ana.outline).to_match_aria_snapshot(OUTLINE.format(**ENGLISH))
    ana.note("No census").focus()
    ana.page.keyboard.press("Space")
    expect(ana.page.get_by_role("option", selected=True)).to_have_count(1)
    told = ana.canvas.aria_snapshot().splitlines()
    assert told[0] == f"- 'listbox \"{say('canvas.label', title='Getting our reviews ready', count=3)}\"':"
    assert sorted(line.strip(" -").split(": ")[0] for line in told[1:]) == CANVAS.strip().splitlines()
    expect(opens(board, "ar").outline).to_match_aria_snapshot(OUTLINE.format(**ARABIC))
