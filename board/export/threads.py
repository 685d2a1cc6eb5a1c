"""What became of the challenges of earlier boards: where each was said, how it stands now, and what has answered it since."""
from __future__ import annotations

from typing import Any

from .clean import clean

Content = dict[str, Any]
Record = dict[str, Any]
Key = tuple[str, str]       # a board's id and a note's


def threads(contents: list[Content]) -> Record:
    """Of boards in their order `{boards: [{id, title, at, challenges, solutions, answered, open, in_progress, solved}], threads:
    [{board, text, language, association, theme, was, now, carried, answers: [{text, language, association, board}]}]}`: one thread
    for each challenge of a board that is not the last; `board` is the place of one in `boards`, `carried` whether a later board
    took it up, `was` and `now` are statuses."""
    found: dict[Key, Record] = {}
    boards = []
    for place, content in enumerate(contents):
        board_id = content["board"]["id"]
        root = {note["id"]: note["merged_into"] or note["id"] for note in content["notes"]}
        titles = {each["id"]: each["title"] for each in content["themes"]}
        standing = {note["id"]: note for note in content["notes"] if not note["merged_into"]}
        answers: dict[str, list[Record]] = {}
        for each in content["answers"]:
            solution = standing[root[each["solution"]]]
            known = answers.setdefault(root[each["challenge"]], [])
            if all(solution is not other for other in known):
                known.append(solution)
        challenges = [note for note in standing.values() if note["kind"] == "challenge"]
        for note in challenges:
            came = note["origin"]
            thread = found.get((came["board"], came["note"])) if came else None
            if thread is None and place < len(contents) - 1:
                thread = found[board_id, note["id"]] = {
                    "board": place, "text": clean(note["text"]), "language": note["language"],
                    "association": clean(note["association"]), "theme": clean(titles.get(note["theme"], "")),
                    "was": note["status"], "now": note["status"], "carried": False, "answers": []}
            elif thread is not None:
                thread.update(now=note["status"], carried=True)
            if thread is not None:
                _add_answers(thread, answers.get(note["id"], []), place)
        boards.append(_board(content, challenges, answers))
    order = {"open": 0, "in_progress": 1, "key_message": 2, "solved": 3}
    listed = sorted(found.values(), key=lambda each: (each["board"], not each["carried"], order[each["now"]]))
    return {"boards": boards, "threads": listed}


def _add_answers(thread: Record, solutions: list[Record], place: int) -> None:
    known = {each["text"] for each in thread["answers"]}
    for solution in solutions:
        text = clean(solution["text"])
        if text not in known:
            thread["answers"].append({"text": text, "language": solution["language"], "association": clean(solution["association"]),
                                      "board": place})


def _board(content: Content, challenges: list[Record], answers: dict[str, list[Record]]) -> Record:
    return {"id": content["board"]["id"], "title": clean(content["board"]["title"]),
            "at": max((each["created_at"] for each in content["notes"]), default=content["board"]["created_at"]),
            "challenges": len(challenges),
            "solutions": sum(note["kind"] == "solution" and not note["merged_into"] for note in content["notes"]),
            "answered": sum(note["id"] in answers for note in challenges),
            **{status: sum(note["status"] == status for note in challenges) for status in ("open", "in_progress", "solved")}}
