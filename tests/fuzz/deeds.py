"""What people do besides writing notes: clusters, duplicates, answers, comments, reactions, votes. Half of it at odds with
what somebody else does at the same time, some of it about things that they cannot see."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .person import Person

SIGNS = ("like", "heart", "idea", "question", "celebrate")


def groups(person: Person, seen: Any) -> None:
    """A new cluster with some notes of its theme."""
    theme = person.rng.choice(sorted(seen["theme"]))
    cluster = person.names("cluster")
    notes = [note["id"] for note in seen["note"].values() if note.get("theme") == theme]
    steps = [["add", "cluster", {"id": cluster, "theme": theme, "title": "Together", **frame(person)}]]
    steps += [["set", "note", note, {"cluster": cluster}] for note in person.rng.sample(notes, min(len(notes), 2))]
    person.client.change(*steps)


def frame(person: Person) -> dict[str, int]:
    return {"x": person.rng.randrange(900), "y": person.rng.randrange(900), "w": 400, "h": 300}


def puts(person: Person, seen: Any) -> None:
    """A note into a cluster, or out of it."""
    note, cluster = person.some(seen, "note"), person.some(seen, "cluster")
    if note:
        person.client.change(["set", "note", note, {"cluster": cluster if cluster and person.rng.random() < 0.8 else ""}])


def reshapes(person: Person, seen: Any) -> None:
    cluster = person.some(seen, "cluster")
    if cluster:
        person.client.change(["set", "cluster", cluster, person.rng.choice((
            {"title": "Both"}, {"x": person.rng.randrange(900)}, {"collapsed": person.rng.random() < 0.5},
            {"theme": person.rng.choice(sorted(seen["theme"]))}))])


def dissolves(person: Person, seen: Any) -> None:
    cluster = person.some(seen, "cluster")
    if cluster:
        person.client.change(["remove", "cluster", cluster])


def merges(person: Person, seen: Any) -> None:
    note, root = person.some(seen, "note"), person.some(seen, "note")
    if note and root:
        person.client.change(["set", "note", note, {"merged_into": root if person.rng.random() < 0.7 else ""}])


def links(person: Person, seen: Any) -> None:
    ends = {kind: sorted(note["id"] for note in seen["note"].values() if note.get("kind") == kind) for kind in ("solution", "challenge")}
    if all(ends.values()):
        person.client.change(["add", "answer", {"id": person.names("answer"), **{
            kind: person.rng.choice(found) if person.rng.random() < 0.95 else person.somewhere() for kind, found in ends.items()}}])


def unlinks(person: Person, seen: Any) -> None:
    answer = person.some(seen, "answer")
    if answer:
        person.client.change(["remove", "answer", answer])


def comments(person: Person, seen: Any) -> None:
    note = person.some(seen, "note")
    if note:
        comment = person.names("comment")
        person.removed.append(comment)
        person.client.change(["add", "comment", {"id": comment, "note": note, "text": f"Word of {comment}"}])


def rewords(person: Person, seen: Any) -> None:
    comment = person.some(seen, "comment")
    if comment:
        person.client.change(["set", "comment", comment, {"text": f"Again {person.names('word')}"}])


def takes_back(person: Person, seen: Any) -> None:
    """A comment or a reaction; or a comment that was taken back comes again."""
    if person.removed and person.rng.random() < 0.3:
        comment = person.rng.choice(person.removed)
        note = seen["comment"].get(comment, {}).get("note", "nowhere")
        person.client.change(["add", "comment", {"id": comment, "note": note, "text": "x"}])
        return
    name = person.rng.choice(("comment", "reaction"))
    record = person.some(seen, name)
    if record:
        person.client.change(["remove", name, record])


def reacts(person: Person, seen: Any) -> None:
    note = person.some(seen, "note")
    if note:
        person.client.change(["add", "reaction", {"id": person.names("reaction"), "note": note, "sign": person.rng.choice(SIGNS)}])


def translates(person: Person, seen: Any) -> None:
    """A note into a language, perhaps one that it has already; another text of a translation; or one is taken away."""
    note, there = person.some(seen, "note"), person.some(seen, "translation")
    chance = person.rng.random()
    if note and (chance < 0.6 or not there):
        person.client.change(["add", "translation", {"id": person.names("translation"), "note": note, "text": f"Word {chance}",
                                                     "language": person.rng.choice(("es", "ne")), "machine": chance < 0.2}])
    elif there:
        anew = ["set", "translation", there, {"text": f"Anew {chance}"}]
        person.client.change(["remove", "translation", there] if chance > 0.85 else anew)


def votes(person: Person, seen: Any) -> None:
    rounds = sorted(each["id"] for each in seen["round"].values() if each.get("state") == "open") or sorted(seen["round"])
    if not rounds:
        return
    chosen = seen["round"][person.rng.choice(rounds)]
    target = person.some(seen, "cluster" if chosen.get("on") == "clusters" else "note") or person.somewhere()
    vote = {"id": person.names("vote"), "round": chosen["id"], "target": target}
    if person.facilitator and person.rng.random() < 0.4:
        vote |= {"proxy": True, "association": "In the room"}
    person.client.change(["add", "vote", vote])


def takes_a_vote_back(person: Person, seen: Any) -> None:
    vote = person.some(seen, "vote")
    if vote:
        person.client.change(["remove", "vote", vote])


def raises_a_hand(person: Person, _seen: Any) -> None:
    person.client.change(["set", "seat", person.client.seat, {"hand": person.rng.random() < 0.6}])


def tries_what_is_hidden(person: Person, _seen: Any) -> None:
    """A guess at a note that may be there and not be shown."""
    note = person.somewhere()
    person.client.change(person.rng.choice((
        ["set", "note", note, {"x": 5}], ["remove", "note", note], ["add", "note", {"id": note}],
        ["add", "comment", {"id": person.names("comment"), "note": note, "text": "There?"}],
        ["add", "reaction", {"id": person.names("reaction"), "note": note, "sign": "like"}])))


DEEDS = [(groups, 4), (puts, 4), (reshapes, 2), (dissolves, 1), (merges, 4), (links, 6), (unlinks, 2), (comments, 5), (rewords, 2),
         (takes_back, 3), (reacts, 4), (translates, 4), (votes, 8), (takes_a_vote_back, 2), (raises_a_hand, 1), (tries_what_is_hidden, 2)]
