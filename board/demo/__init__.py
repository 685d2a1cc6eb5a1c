"""The demo workshop as a board in our JSON export format. Opening it as a board is the importer's work."""

import json
import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count as count_up
from pathlib import Path

WORKSHOP = Path(__file__).with_name("workshop.json")
LOOKS = [("blue", "circle"), ("amber", "triangle"), ("green", "square"), ("rose", "diamond"), ("violet", "star")]
NOTE, GAP, PAD, HEAD, COLUMNS = 160, 16, 20, 56, 5
FRAME_PAD, FRAME_HEAD = 12, 48      # of a cluster around its notes
SHELF = 8                           # notes beside each other in a theme, at most, before clusters go on below
EVERYTHING = ["challenge", "solution", "move", "group", "comment", "vote"]
AGENDA = [      # title, task, minutes, what people may do, private
    ("Welcome", "Arrive, look around the board, check your name and association.", 5, [], False),
    ("Silent challenges", "What makes the review hard where you are? One challenge a note, in your language.", 10, ["challenge"], True),
    ("Read and cluster", "Read what others wrote. Put what belongs together side by side.", 20, EVERYTHING, False),
    ("Solutions", "What has helped you, or could? Answer the challenges with solutions.", 20, ["solution", "move", "comment"], False),
    ("Vote", "Give your votes to what matters most to your association.", 5, ["vote"], False),
    ("Present", "We go through the themes together. Raise your hand to add something.", 20, [], False),
]


def load(path: Path | None = None) -> dict:
    """The workshop at `path` (default: the one that comes with the board) as an export of a board."""
    sample = json.loads(Path(path or WORKSHOP).read_text(encoding="utf-8"))
    opened = datetime.fromisoformat(sample["workshop"]["date"]).replace(hour=13, tzinfo=UTC)
    seats = [_seat(number, person, opened) for number, person in enumerate(sample["participants"], 1)]
    clusters, places = _clusters(sample, _time(opened))
    return {
        "format": "board",
        "version": 2,
        "board": {
            "title": sample["workshop"]["title"],
            "language": sample["workshop"]["languages"][0],
            "edit_right": "own",
            "join_open": True,
            "locked": False,
            "may": EVERYTHING,
            "step": "step-3",
            "private": False,
            "authors": "named",
            "moderate": False,
            "created_at": _time(opened),
        },
        "themes": [
            {"id": theme["id"], "title": theme["name_en"], "color": color, "sign": sign, "order": order, "locked": False}
            for order, (theme, (color, sign)) in enumerate(zip(sample["workshop"]["themes"], LOOKS, strict=True), 1)
        ],
        "clusters": clusters,
        "seats": seats,
        "notes": _notes(sample["notes"], seats, places, opened + timedelta(hours=1)),
        "answers": [
            {"id": f"{note['id']}-{challenge}", "solution": note["id"], "challenge": challenge, "created_at": _time(opened)}
            for note in sample["notes"] for challenge in note.get("answers", ())
        ],
        "comments": [_comment(number, each, seats, opened + timedelta(hours=2)) for number, each in enumerate(sample["comments"])],
        "reactions": [],
        "steps": [
            {"id": f"step-{number}", "title": title, "task": task, "may": may, "private": private, "minutes": minutes, "order": number}
            for number, (title, task, minutes, may, private) in enumerate(AGENDA, 1)
        ],
        "rounds": [],
    }


def _clusters(sample: dict, at: str) -> tuple[list[dict], dict[str, tuple[str, int, int]]]:
    """The clusters on shelves from the top of their theme, and where each note lies: `{note: (cluster, x, y)}`. Notes in
    none follow below."""
    clusters, places = [], {}
    shelves: dict[str, tuple[int, int, int]] = {}      # theme -> x and y of the next one, height of the shelf
    for number, cluster in enumerate(sample["clusters"], 1):
        count = len(cluster["notes"])
        across = math.ceil(math.sqrt(1.5 * count))
        width = 2 * FRAME_PAD + across * (NOTE + GAP) - GAP
        height = FRAME_HEAD + math.ceil(count / across) * (NOTE + GAP) - GAP + FRAME_PAD
        x, y, shelf = shelves.get(cluster["theme"], (PAD, HEAD, 0))
        if x > PAD and x + width > PAD + SHELF * (NOTE + GAP):
            x, y, shelf = PAD, y + shelf + GAP, 0
        shelves[cluster["theme"]] = (x + width + GAP, y, max(shelf, height))
        clusters.append({"id": f"cluster-{number}", "theme": cluster["theme"], "title": cluster["title"], "x": x, "y": y, "w": width,
                         "h": height, "collapsed": False, "locked": False, "created_at": at})
        for index, note in enumerate(cluster["notes"]):
            places[note] = (f"cluster-{number}", x + FRAME_PAD + index % across * (NOTE + GAP),
                            y + FRAME_HEAD + index // across * (NOTE + GAP))
    loose: dict[str, Iterator[int]] = {}
    for note in sample["notes"]:
        if note["id"] not in places:
            _, y, shelf = shelves.get(note["theme"], (PAD, HEAD, -GAP))
            row, column = divmod(next(loose.setdefault(note["theme"], count_up())), COLUMNS)
            places[note["id"]] = ("", PAD + column * (NOTE + GAP), y + shelf + GAP + row * (NOTE + GAP))
    return clusters, places


def _comment(number: int, comment: dict, seats: list[dict], first: datetime) -> dict:
    said = _time(first + timedelta(seconds=50 * number))
    return {"id": f"comment-{number + 1}", "note": comment["note"], "text": comment["text"], "seat": _author(number, comment, seats),
            "association": comment["association"], "anonymous": "", "created_at": said, "edited_at": said}


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


def _notes(notes: list[dict], seats: list[dict], places: dict[str, tuple[str, int, int]], first_written: datetime) -> list[dict]:
    """Each note at its place, written half a minute after the one before."""
    made = []
    for number, note in enumerate(notes):
        cluster, x, y = places[note["id"]]
        written = _time(first_written + timedelta(seconds=30 * number))
        made.append(
            {
                "id": note["id"],
                "kind": note["kind"],
                "theme": note["theme"],
                "cluster": cluster,
                "text": note["text"],
                "text_rev": 0,
                "language": note["language"],
                "sdgs": sorted(note["sdgs"]),
                "status": "open",
                "merged_into": "",
                "locked": False,
                "anonymous": "",
                "x": x,
                "y": y,
                "z": number + 1,
                "seat": _author(number, note, seats),
                "association": note["association"],
                "created_at": written,
                "edited_at": written,
            }
        )
    return made


def _author(number: int, note: dict, seats: list[dict]) -> str:
    """The same person each time: by turns among the association's people, those of the note's language first."""
    people = [seat for seat in seats if seat["association"] == note["association"]]
    writers = [seat for seat in people if seat["language"] == note["language"]] or people
    return writers[number % len(writers)]["id"]


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
