"""Boards ready to begin with: their themes and their agenda. All their words are in the catalogues."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .records import TYPES
from .records.theme import COLORS, DEFAULTS, SIGNS

Record = dict[str, Any]
Words = Callable[[str, str], str]
Steps = tuple[tuple[str, int, tuple[str, ...], bool], ...]      # words, minutes, what people may do, each for themselves

VSR: Steps = (
    ("agenda.vsr_welcome", 5, (), False),
    ("agenda.vsr_challenges", 10, ("challenge",), True),
    ("agenda.vsr_read", 20, ("move", "group", "comment"), False),
    ("agenda.vsr_solutions", 20, ("solution", "move", "comment"), False),
    ("agenda.vsr_vote", 5, ("vote",), False),
    ("agenda.vsr_present", 20, (), False),
)
SOLUTIONS: Steps = (
    ("agenda.solutions_read", 10, ("comment",), False),
    ("agenda.solutions_write", 10, ("solution",), True),
    ("agenda.solutions_sort", 15, ("solution", "move", "group", "comment"), False),
    ("agenda.solutions_vote", 5, ("vote",), False),
    ("agenda.solutions_present", 15, (), False),
)
LOOK_BACK: Steps = (
    ("ready.back_write", 10, ("challenge", "solution"), True),
    ("ready.back_talk", 20, ("move", "group", "comment"), False),
    ("ready.back_agree", 15, ("solution", "vote", "comment"), False),
)


@dataclass(frozen=True)
class Ready:
    """`themes`: an id and the key of its title each."""

    themes: tuple[tuple[str, str], ...]
    steps: Steps = ()


READY = {
    "vsr": Ready(tuple((each, f"theme.default.{each}") for each in DEFAULTS), VSR),
    "territory": Ready(tuple((each, f"ready.territory_{each}") for each in ("metropolitan", "intermediate", "rural", "regions")), VSR),
    "follow-up": Ready(tuple((each, f"ready.follow_{each}") for each in ("done", "under_way", "stuck", "new")), SOLUTIONS),
    "look-back": Ready(tuple((each, f"ready.back_{each}") for each in ("worked", "hard", "next")), LOOK_BACK),
    "blank": Ready((("ideas", "ready.blank_ideas"),)),
}


def themes_of(name: str, language: str, words: Words) -> list[Record]:
    return [{"id": each.replace("_", "-"), "title": words(key, language), "color": COLORS[i % len(COLORS)], "sign": SIGNS[i % len(SIGNS)]}
            for i, (each, key) in enumerate(READY[name].themes)]


def steps_of(name: str, language: str, words: Words) -> list[Record]:
    return [TYPES["step"].check_new({"id": f"step-{i + 1}", "title": words(key, language), "task": words(f"{key}_task", language),
                                     "minutes": minutes, "may": list(may), "private": private, "order": i + 1})
            for i, (key, minutes, may, private) in enumerate(READY[name].steps)]


def gallery(languages: list[str], words: Words) -> list[Record]:
    """For the first page: each board with its themes in every language."""
    return [{"name": name, "minutes": sum(step[1] for step in ready.steps), "steps": len(ready.steps),
             "picture": picture(len(ready.themes)),
             "themes": {language: themes_of(name, language, words) for language in languages}} for name, ready in READY.items()]


def picture(zones: int) -> list[Record]:
    """A drawing of 92 by 60: where each zone lies, and its notes in it."""
    columns = zones if zones <= 3 else (zones + 1) // 2
    rows = -(-zones // columns)
    w, h = (92 - 4 * (columns - 1)) / columns, (60 - 4 * (rows - 1)) / rows
    drawn = []
    for i in range(zones):
        x, y = (i % columns) * (w + 4), (i // columns) * (h + 4)
        across, down = int((w - 5) // 10), int((h - 9) // 10)
        places = [(x + 4 + n % across * 10, y + 8 + n // across * 10) for n in range(min(across * down, 3 + (i * 2) % 4))]
        notes = [{"x": round(left, 1), "y": round(top, 1), "solution": n % 3 == 2} for n, (left, top) in enumerate(places)]
        drawn.append({"x": round(x, 1), "y": round(y, 1), "w": round(w, 1), "h": round(h, 1), "color": COLORS[i % len(COLORS)],
                      "notes": notes})
    return drawn
