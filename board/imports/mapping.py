"""Words of a file mapped to the board: which kind, theme and cluster is meant, guessed and as the person chose."""
from __future__ import annotations

from collections import Counter
from typing import Any

from .cells import LONGEST_LINE
from .choices import Choices
from .entries import Entry
from .sheet import Sheet
from .vocabulary import fold, is_kind_word, kind_of, status_of, theme_of

MAX_VALUES = 200
MAX_THEMES = 20             # on a board, as in `records.theme`, which knows the database
MAPPED = ("kind", "theme", "color", "area", "status")
_NOTHING = {"kind": "", "theme": ""}


class Mapping:
    def __init__(self, sheet: Sheet, entries: list[Entry], fields: set[str], choices: Choices) -> None:
        self._choices = choices
        self._titles = {each["id"]: fold(each["title"]) for each in choices.board}
        noted = [each for each in entries if each.number not in sheet.marks and each.texts[0][0]]
        counts = {name: Counter(each.values[name] for each in noted if each.values[name]).most_common(MAX_VALUES) for name in MAPPED}
        guesses: dict[str, dict[str, Any]] = {
            "kind": {value: kind_of(value) for value, _ in counts["kind"]},
            "theme": self._themes(counts["theme"], sheet.hints.get("theme", {})),
            "color": {value: _NOTHING | sheet.hints.get("color", {}).get(value, {}) for value, _ in counts["color"]},
            "area": {value: theme_of(_without_kind(value), choices.board) for value, _ in counts["area"]},
            "status": {value: status_of(value) for value, _ in counts["status"]}}
        self.values = {name: [{"value": value, "count": count, "guess": guesses[name][value]} for value, count in counts[name]]
                       for name in MAPPED}
        self._kinds = guesses["kind"] | choices.kinds
        self._of_themes = guesses["theme"] | choices.themes
        self._colors = guesses["color"] | choices.colors
        self._areas = guesses["area"] | {value: theme for value, theme in choices.themes.items() if value in guesses["area"]}
        self.clusters = choices.clusters or ("cluster" if "cluster" in fields else "area" if "area" in fields else "none")

    def kind(self, entry: Entry, by_column: str) -> str:
        """By the column that the text is in, its own word, its colour, where it lies."""
        values = entry.values
        return by_column or self._kinds.get(values["kind"]) or self._colors.get(values["color"], _NOTHING)["kind"] \
            or kind_of(values["area"]) or self._choices.default_kind

    def theme(self, entry: Entry) -> str:
        values = entry.values
        return self._of_themes.get(values["theme"]) or self._colors.get(values["color"], _NOTHING)["theme"] \
            or self._areas.get(values["area"]) or self._choices.default_theme

    def cluster(self, entry: Entry, theme: str) -> str:
        """An area that stands for a theme or a kind is no cluster."""
        if self.clusters == "none":
            return ""
        title = entry.values[self.clusters][:LONGEST_LINE].strip()
        if self.clusters == "area" and (self._areas.get(entry.values["area"]) or is_kind_word(title)
                                        or fold(title) in (fold(entry.values["theme"]), self._titles.get(theme, fold(theme)))):
            return ""
        return title

    def _themes(self, counts: list[tuple[str, int]], hints: dict[str, str]) -> dict[str, str]:
        """Themes of the board, and new ones for the most used of the other titles, as far as there is room."""
        board = self._choices.board
        found = {}
        room = MAX_THEMES - len(board)
        for value, _ in counts:
            same = next((each["id"] for each in board if fold(each["title"]) == fold(value)), "")
            known = same or hints.get(value) or theme_of(value, board)
            if not known and room > 0:
                known, room = f"+{value[:LONGEST_LINE].strip()}", room - 1
            found[value] = known
        return found


def _without_kind(area: str) -> str:
    """`Challenges: data` is about data."""
    return " ".join(word for word in area.split() if not is_kind_word(word))
