"""From committed changes to messages: what is held back, what is told to whom, in which order."""
from __future__ import annotations

from later import Later

from board.broadcast import Broadcast, listed, seat_room


class Room:
    def __init__(self):
        self.later, self.sent = Later(), []
        self.broadcast = Broadcast(self.later, lambda room, event, message: self.sent.append(
            (room, message["after"], message["seq"], [change["seq"] for change in message["changes"]])))

    def publishes(self, *changes):
        self.broadcast.publish("b", list(changes))
        return self.heard()

    def heard(self):
        sent, self.sent = self.sent, []
        return sent


def change(seq, tag=None, *, seat="ana", quiet=False, steps=None, tags=None):
    steps = steps or [["set", "note", "n", {"x": seq}]]
    tags = tags or ([tag] if tag is not None else None)
    return {"seq": seq, "change_id": f"c{seq}", "seat": seat, "at": "x", "steps": steps, "tags": tags, "quiet": quiet}


def test_what_all_may_see_goes_out_at_once():
    assert Room().publishes(change(5), change(6)) == [("b", 4, 6, [5, 6])]


def test_what_its_author_alone_sees_is_told_to_them_and_held_back_for_the_others():
    room = Room()
    assert room.publishes(change(1, "=ana")) == [(seat_room("b", "ana"), 0, 1, [1])]
    assert room.publishes(change(2, "=olga", seat="olga")) == [(seat_room("b", "olga"), 0, 2, [2])]
    room.later.run()
    assert sorted(room.heard()) == [("b", 0, 2, []), ("b/ana", 0, 2, [1]), ("b/olga", 0, 2, [2])]


def test_what_is_held_back_goes_before_what_all_may_see():
    room = Room()
    room.publishes(change(1, "=ana"))
    assert room.publishes(change(2, seat="olga")) == [("b/ana", 0, 2, [1, 2]), ("b", 0, 2, [2])]
    room.later.run()
    assert room.heard() == []
    assert room.publishes(change(3)) == [("b", 2, 3, [3])]


def test_a_seat_hears_its_own_list_before_everybody_s():
    room = Room()
    steps, tags = [["add", "note", {"id": "n", "seat": "ana"}], ["add", "note", {"id": "n", "seat": ""}]], ["=ana", "-"]
    assert room.publishes(change(1, steps=steps, tags=tags, quiet=True)) == [("b/ana", 0, 1, [1]), ("b", 0, 1, [1])]


def test_an_author_hears_of_a_change_of_which_they_see_nothing():
    assert Room().publishes(change(1, "=olga", seat="fatima")) in (
        [("b/fatima", 0, 1, [1]), ("b/olga", 0, 1, [1])], [("b/olga", 0, 1, [1]), ("b/fatima", 0, 1, [1])])


def test_boards_are_held_apart():
    room = Room()
    room.publishes(change(1, "=ana"))
    room.broadcast.publish("other", [change(7)])
    assert room.heard() == [("other", 6, 7, [7])]


def test_one_waking_for_all_that_is_held():
    room = Room()
    for seq in range(1, 9):
        room.publishes(change(seq, "=ana"))
    assert len(room.later.work) == 1


def test_s10_only_a_long_list_is_packed():
    long = change(1, steps=[["set", "note", f"n{each}", {"text": "x" * 100}] for each in range(300)])
    assert list(listed([long])) == ["packed"] and list(listed([change(1)])) == ["changes"] and listed([]) == {"changes": []}
