"""What a facilitator does to lead: private writing and its reveal, hiding, anonymity, agenda, timer, rounds, locks, presenting."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from board.rights import ACTIONS

if TYPE_CHECKING:
    from .person import Person


def sets_the_board(person: Person, fields: dict[str, Any]) -> None:
    person.client.change(["set", "board", person.client.board, fields])


def turns_private(person: Person, seen: Any) -> None:
    now = seen["board"][person.client.board]["private"]
    sets_the_board(person, {"private": not now if person.rng.random() < 0.8 else now})


def names_or_not(person: Person, _seen: Any) -> None:
    sets_the_board(person, {"authors": person.rng.choice(("named", "association", "nobody"))})


def lets_people(person: Person, _seen: Any) -> None:
    some = [action for action in ACTIONS if person.rng.random() < 0.8]
    sets_the_board(person, {"may": list(ACTIONS) if person.rng.random() < 0.6 else some})


def hides(person: Person, seen: Any) -> None:
    note = person.some(seen, "note") if person.rng.random() < 0.6 else person.somewhere()
    if note:
        person.hidden.append(note)
        person.client.change(["set", "note", note, {"hidden": "Not for here"}])


def unhides(person: Person, _seen: Any) -> None:
    if person.hidden:
        person.client.change(["set", "note", person.rng.choice(person.hidden), {"hidden": ""}])


def moderates(person: Person, _seen: Any) -> None:
    sets_the_board(person, {"moderate": person.rng.random() < 0.7})


def locks(person: Person, seen: Any) -> None:
    name = person.rng.choice(("note", "cluster", "theme"))
    record = person.some(seen, name)
    if record:
        person.client.change(["set", name, record, {"locked": person.rng.random() < 0.4}])


def plans(person: Person, seen: Any) -> None:
    step = person.some(seen, "step")
    if step is None or person.rng.random() < 0.5:
        step = person.names("step")
        person.client.change(["add", "step", {"id": step, "title": "Step", "private": person.rng.random() < 0.5,
                                              "minutes": person.rng.choice((0, 5))}])
    elif person.rng.random() < 0.2:
        person.client.change(["remove", "step", step])
    else:
        person.client.change(["set", "step", step, {"may": [action for action in ACTIONS if person.rng.random() < 0.9]}])


def goes_to_a_step(person: Person, seen: Any) -> None:
    step = person.some(seen, "step")
    if step:
        sets_the_board(person, {"step": step if person.rng.random() < 0.9 else ""})


def sets_the_timer(person: Person, _seen: Any) -> None:
    sets_the_board(person, {"timer": person.rng.choice((
        {"start": 60}, {"start": 60, "lock": True}, {"pause": True}, {"resume": True}, {"add": 30}, {"add": -60}, {"stop": True},
        {"stop": True}))})


def holds_rounds(person: Person, seen: Any) -> None:
    rng, found = person.rng, person.some(seen, "round")
    if found is None or rng.random() < 0.3:
        person.client.change(["add", "round", {
            "id": person.names("round"), "title": "Round", "votes": rng.randint(1, 4), "most": rng.choice((0, 1, 2)),
            "on": rng.choice(("notes", "notes", "clusters")), "live": rng.random() < 0.4, "state": rng.choice(("draft", "open", "open"))}])
    elif rng.random() < 0.1:
        person.client.change(["remove", "round", found])
    else:
        person.client.change(["set", "round", found, {"state": rng.choice(("draft", "open", "open", "closed"))}])


def shows(person: Person, seen: Any) -> None:
    note = person.some(seen, "note") or "nowhere"
    sets_the_board(person, person.rng.choice((
        {"stage": {"type": "note", "id": note}}, {"stage": None}, {"bring": [0, 0, 800, 600]}, {"leader": person.client.seat},
        {"leader": ""}, {"stage": {"type": "board", "id": person.client.board}})))


DEEDS = [(turns_private, 7), (names_or_not, 3), (lets_people, 3), (hides, 7), (unhides, 6), (moderates, 2), (locks, 3), (plans, 2),
         (goes_to_a_step, 2), (sets_the_timer, 2), (holds_rounds, 7), (shows, 2)]
