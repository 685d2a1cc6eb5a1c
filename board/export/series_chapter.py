"""The chapter of a report on the earlier boards of a series: March's challenges, and what May says of them. The formats draw it."""
from __future__ import annotations

from .model import Model, Record
from .words import Words

MOST = 200      # challenges of one earlier board; those that were taken up again come first


def chapter(model: Model, words: Words) -> Record | None:
    """`{title, boards_title, boards_head, boards: [[title, date, number, …]], head: [4 words], parts: [{title, date, rows: [{text,
    language, association, was, now, answers: [{text, language, association}]}], more}]}`, or None when the board follows none.
    Titles, texts and associations are people's, the rest is words of ours."""
    series = model["series"]
    if series is None:
        return None
    boards, parts = series["boards"], []
    for place, board in enumerate(boards[:-1]):
        threads = [each for each in series["threads"] if each["board"] == place]
        if threads:
            parts.append({"title": board["title"], "date": board["date"], "rows": [_row(each, words) for each in threads[:MOST]],
                          "more": words("count.more_results", count=len(threads) - MOST) if len(threads) > MOST else ""})
    counted = ("challenges", "solutions", "answered", "solved")
    return {
        "title": words("report.series"), "boards_title": words("report.series_boards"),
        "boards_head": [words(key) for key in ("report.workshop", "report.date", "kind.challenges", "kind.solutions", "report.answered",
                                               "status.solved")],
        "boards": [[each["title"], each["date"], *(words.number(each[name]) for name in counted)] for each in boards],
        "head": [words(key) for key in ("kind.challenge", "report.then", "report.now", "report.answered_by")], "parts": parts}


def _row(thread: Record, words: Words) -> Record:
    now = words(f"status.{thread['now']}") if thread["carried"] else words("report.not_carried")
    return {"text": thread["text"], "language": thread["language"], "association": thread["association"],
            "was": words(f"status.{thread['was']}"), "now": now, "answers": thread["answers"]}
