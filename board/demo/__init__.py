"""The demo workshop as a board in our JSON export format. Opening it as a board is the importer's work.

Clusters, comments and the links from solutions to challenges are not yet imported.
"""

import json
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

WORKSHOP = Path(__file__).with_name("workshop.json")
LOOKS = [("blue", "circle"), ("amber", "triangle"), ("green", "square"), ("rose", "diamond"), ("violet", "star")]
NOTE, GAP, PAD, HEAD, COLUMNS = 160, 16, 20, 56, 5


def load(path: Path | None = None) -> dict:
    """The workshop at `path` (default: the one that comes with the board) as an export of a board."""
    sample = json.loads(Path(path or WORKSHOP).read_text(encoding="utf-8"))
    opened = datetime.fromisoformat(sample["workshop"]["date"]).replace(hour=13, tzinfo=UTC)
    seats = [_seat(number, person, opened) for number, person in enumerate(sample["participants"], 1)]
    return {
        "format": "board",
        "version": 1,
        "board": {
            "title": sample["workshop"]["title"],
            "language": sample["workshop"]["languages"][0],
            "edit_right": "own",
            "join_open": True,
            "locked": False,
            "created_at": _time(opened),
        },
        "themes": [
            {"id": theme["id"], "title": theme["name_en"], "color": color, "sign": sign, "order": order}
            for order, (theme, (color, sign)) in enumerate(zip(sample["workshop"]["themes"], LOOKS, strict=True), 1)
        ],
        "seats": seats,
        "notes": _notes(sample["notes"], seats, opened + timedelta(hours=1)),
    }


def _seat(number: int, person: dict, opened: datetime) -> dict:
    return {
        "id": f"seat-{number:02}",
        "name": person["display_name"],
        "association": person["association"],
        "country": person["country"],
        "language": person["language"],
        "role_title": person["role"].capitalize(),
        "role": "facilitator" if person["role"] == "facilitator" else "participant",
        "created_at": _time(opened + timedelta(seconds=40 * number)),
    }


def _notes(notes: list[dict], seats: list[dict], first_written: datetime) -> list[dict]:
    """Each note in the next cell of its theme's grid, written half a minute after the one before."""
    cells: dict[str, count] = {}
    placed = []
    for number, note in enumerate(notes):
        row, column = divmod(next(cells.setdefault(note["theme"], count())), COLUMNS)
        written = _time(first_written + timedelta(seconds=30 * number))
        placed.append(
            {
                "id": note["id"],
                "kind": note["kind"],
                "theme": note["theme"],
                "text": note["text"],
                "text_rev": 0,
                "language": note["language"],
                "sdgs": sorted(note["sdgs"]),
                "x": PAD + column * (NOTE + GAP),
                "y": HEAD + row * (NOTE + GAP),
                "z": number + 1,
                "seat": _author(number, note, seats),
                "association": note["association"],
                "created_at": written,
                "edited_at": written,
            }
        )
    return placed


def _author(number: int, note: dict, seats: list[dict]) -> str:
    """The same person each time: by turns among the association's people, those of the note's language first."""
    people = [seat for seat in seats if seat["association"] == note["association"]]
    writers = [seat for seat in people if seat["language"] == note["language"]] or people
    return writers[number % len(writers)]["id"]


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
