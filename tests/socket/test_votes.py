"""Votes as a property: whatever several people do in several tabs, nobody has more votes than the round gives, totals are right,
and nobody hears of anybody else's."""
from __future__ import annotations

import inspect
import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from mirror import Screen

from board import checkpoints
from board.records import round as rounds

EXAMPLES = int(os.environ.get("BOARD_TEST_EXAMPLES", "10"))
NAMES, NOTES = ["ana", "olga", "amir", "fatima"], [f"n{number}" for number in range(4)]
ROUND = {"votes": st.integers(1, 4), "most": st.integers(0, 2), "live": st.booleans(), "kinds": st.sampled_from([[], ["challenge"]])}
GIVEN = {**ROUND, "name": st.sampled_from(NAMES), "note": st.sampled_from(NOTES), "root": st.sampled_from(NOTES),
         "tab": st.sampled_from(["socket", "http"]), "count": st.integers(2, 4), "number": st.integers(0, 12),
         "association": st.sampled_from(["", "KS", "In the room"]),
         "what": st.sampled_from(["remove", "restore", "restore", "hide", "unhide", "unhide", "apart"])}
DEEDS = ["votes_for"] * 6 + ["votes_many_times_at_once"] * 2 + ["takes_a_vote_back"] * 2 + ["something_becomes_of_a_note"] * 2 + [
    "votes_for_somebody_in_the_room", "something_is_sent_again", "notes_are_merged", "it_closes", "it_opens_again", "another_round_opens"]
PLACES = {"ana": "UNGL", "olga": "KS", "amir": "KS", "fatima": ""}


class Voting(RuleBasedStateMachine):
    """One board; the model is the votes that were accepted. What became of the notes is read from the database."""

    def __init__(self, hall):
        super().__init__()
        self.hall, self.board = hall, hall.makes_board()
        self.people = {name: self.board.seats(name.title(), place, role="facilitator" if name == "fatima" else "participant")
                       for name, place in PLACES.items()}
        self.fatima = self.people["fatima"]
        for number in range(4):
            self.people["ana"].adds_note(id=f"n{number}", kind="solution" if number == 3 else "challenge")
        self.screens = {name: Screen(person) for name, person in self.people.items()}
        self.round = None                   # the one that was made last
        self.votes = {}                     # id -> (round, name, target, proxy, association)
        self.sent = []                      # (name, tab, payload, outcome)
        self.count = 0

    # --- what people do

    def sends(self, name, tab, *steps, change_id=None):
        """`ok` or the reason; a change sent again must be answered as the first time."""
        self.count += 1
        payload = {"change_id": change_id or f"x{self.count}", "steps": list(steps)}
        if tab == "http":
            answer = self.people[name].post("changes", json=payload).json
            outcome = answer["error"]["reason"] if "error" in answer else "ok"
        else:
            outcome = self.people[name].changes(*steps, change_id=payload["change_id"])
            outcome = "ok" if outcome["ok"] else outcome["reason"]
        self.sent.append((name, payload, outcome))
        return outcome

    @initialize(**ROUND)
    def the_first_round_opens(self, **fields):
        self.opens(**fields)

    @rule(deed=st.sampled_from(DEEDS), data=st.data())
    def somebody_does_something(self, deed, data):
        """One rule, not one for each: the library would leave most of them out of most runs."""
        method = getattr(self, deed)
        method(*[data.draw(GIVEN[name]) for name in inspect.signature(method).parameters])

    def another_round_opens(self, votes, most, live, kinds):
        if self.round["state"] == "closed":
            self.opens(votes, most, live, kinds)

    def opens(self, votes, most, live, kinds):
        self.round = {"id": f"r{self.count}", "votes": votes, "most": most, "live": live, "kinds": kinds, "state": "open"}
        assert self.sends("fatima", "socket", ["add", "round", {**self.round, "title": "Round"}]) == "ok"

    def it_closes(self):
        if self.round["state"] != "open":
            return
        assert self.sends("fatima", "socket", ["set", "round", self.round["id"], {"state": "closed"}]) == "ok"
        self.round["state"] = "closed"
        assert self.results() == self.counted()

    def it_opens_again(self):
        if self.round["state"] != "closed":
            return
        assert self.sends("fatima", "http", ["set", "round", self.round["id"], {"state": "open"}]) == "ok"
        self.round["state"] = "open"
        self.sees_live_totals()

    def votes_for(self, name, note, tab):
        vote = f"v{self.count}"
        outcome = self.sends(name, tab, ["add", "vote", {"id": vote, "round": self.round["id"], "target": note}])
        assert outcome == self.expected(name, note)
        if outcome == "ok":
            self.votes[vote] = (self.round["id"], name, note, False, PLACES[name])
            self.sees_live_totals()

    def votes_many_times_at_once(self, name, note, tab, count):
        """One change is accepted as a whole or not at all."""
        ids = [f"v{self.count}-{each}" for each in range(count)]
        outcome = self.sends(name, tab, *[["add", "vote", {"id": each, "round": self.round["id"], "target": note}] for each in ids])
        if outcome == "ok":
            self.votes |= dict.fromkeys(ids, (self.round["id"], name, note, False, PLACES[name]))
        elif self.expected(name, note) == "ok":
            used, alike = self.used(name, note)
            assert outcome == "limit"
            assert used + count > self.round["votes"] or alike + count > self.round["most"] > 0

    def votes_for_somebody_in_the_room(self, name, note, association):
        vote = f"v{self.count}"
        outcome = self.sends(name, "socket", ["add", "vote", {
            "id": vote, "round": self.round["id"], "target": note, "proxy": True, "association": association}])
        wanted = self.expected(name, note, proxy=True) if name == "fatima" else "forbidden"
        assert outcome == wanted
        if outcome == "ok":
            self.votes[vote] = (self.round["id"], name, note, True, association)

    def takes_a_vote_back(self, name, tab, number):
        if not self.votes:
            return
        vote = sorted(self.votes)[number % len(self.votes)]
        round_id, owner, *_ = self.votes[vote]
        outcome = self.sends(name, tab, ["remove", "vote", vote])
        is_open = self.round["id"] == round_id and self.round["state"] == "open"
        assert outcome == ("not_found" if owner != name else "ok" if is_open else "closed")
        if outcome == "ok":
            del self.votes[vote]
            self.sees_live_totals()

    def something_is_sent_again(self, tab, number):
        """The line broke before the answer came: the same change, perhaps from the other tab."""
        if self.sent:
            name, payload, outcome = self.sent[-1 - number % len(self.sent)]
            seq = self.fatima.snapshot()["seq"]
            again = self.people[name].post("changes", json=payload).json if tab == "http" else None
            if again is None:
                again = self.people[name].changes(*payload["steps"], change_id=payload["change_id"])
                again = {} if again["ok"] else {"error": again}
            assert again.get("error", {}).get("reason", "ok") == outcome
            assert self.fatima.snapshot()["seq"] == seq

    def something_becomes_of_a_note(self, note, what):
        step = {"remove": ["remove", "note", note], "restore": ["add", "note", {"id": note}],
                "hide": ["set", "note", note, {"hidden": "x"}], "unhide": ["set", "note", note, {"hidden": ""}],
                "apart": ["set", "note", note, {"merged_into": ""}]}[what]
        self.sends("fatima", "socket", step)

    def notes_are_merged(self, note, root):
        self.sends("olga", "socket", ["set", "note", note, {"merged_into": root}])

    # --- what must hold

    def truth(self):
        return self.hall.parts.database.read(checkpoints.read_truth, self.board.id)

    def notes(self):
        return {each["id"]: each for each in self.truth()["note"]}

    def expected(self, name, note, proxy=False):
        found = self.notes().get(note)
        if self.round["state"] != "open":
            return "closed"
        if found is None:
            return "gone"
        if found["hidden"]:
            return "invalid" if name == "ana" else "not_found"
        if found["merged_into"] or self.round["kinds"] and found["kind"] not in self.round["kinds"]:
            return "invalid"
        used, alike = self.used(name, note)
        full = used >= self.round["votes"] or self.round["most"] and alike >= self.round["most"]
        return "limit" if full and not proxy else "ok"

    def used(self, name, note):
        mine = [target for round_id, who, target, proxy, _ in self.votes.values()
                if (round_id, who, proxy) == (self.round["id"], name, False)]
        return len(mine), mine.count(note)

    def counted(self):
        """The results that the round's votes make."""
        notes = {key: each for key, each in self.notes().items() if not each["hidden"]}
        own, proxy, where = Counter(), Counter(), {}
        mine = [each for each in self.votes.values() if each[0] == self.round["id"]]
        for _, _, target, is_proxy, association in mine:
            if target in notes:
                root = notes[target]["merged_into"] if notes[target]["merged_into"] in notes else target
                (proxy if is_proxy else own)[root] += 1
                where.setdefault(root, set()).update({association} - {""})
        rows = [[target, own[target], proxy[target], len(where[target])] for target in where]
        return {"voters": len({who for _, who, _, is_proxy, _ in mine if not is_proxy}),
                "associations": len(set().union(*where.values())) if where else 0,
                "targets": sorted(rows, key=lambda row: (-row[1] - row[2], -row[3], row[0]))}

    def results(self):
        return next(each["results"] for each in self.fatima.snapshot()["records"]["round"] if each["id"] == self.round["id"])

    def sees_live_totals(self):
        assert self.results() == (self.counted() if self.round["live"] else None)

    @invariant()
    def nobody_has_more_than_the_round_gives(self):
        for name in self.people:
            used, _ = self.used(name, "n0")
            assert used <= self.round["votes"]
            assert not self.round["most"] or all(self.used(name, f"n{number}")[1] <= self.round["most"] for number in range(4))

    @invariant()
    def everybody_sees_their_own_votes_and_no_others(self):
        stored = {each["id"]: (each["round"], each["seat"], each["target"], each["proxy"]) for each in self.truth()["vote"]}
        assert stored == {key: (each[0], self.people[each[1]].seat, *each[2:4]) for key, each in self.votes.items()}
        for name, screen in self.screens.items():
            assert set(screen.hears().tables.get("vote", {})) == {key for key, each in self.votes.items() if each[1] == name}

    def teardown(self):
        for screen in self.screens.values():
            assert screen.is_right()


def plays(hall, examples=EXAMPLES, phases=tuple(Phase)):
    run_state_machine_as_test(lambda: Voting(hall), settings=settings(
        max_examples=examples, stateful_step_count=25, deadline=None, derandomize=True, database=None,
        phases=phases, suppress_health_check=list(HealthCheck)))


def test_quotas_totals_and_secrecy_hold_whatever_people_do(hall):
    plays(hall)


@pytest.mark.parametrize("broken", ["no quota", "no limit on one", "counts the hidden", "tells everybody", "forgets what it has seen"])
def test_a_missing_safeguard_is_noticed(hall, monkeypatch, broken):
    from board import sync
    from board.records import vote
    if broken == "no quota":
        monkeypatch.setattr(vote, "_require_left", lambda *_: None)
    elif broken == "no limit on one":
        real = vote._require_left
        monkeypatch.setattr(vote, "_require_left", lambda context, round_, target: real(context, {**round_, "most": 0}, target))
    elif broken == "counts the hidden":
        monkeypatch.setattr(rounds, "_counted_for", lambda work, on, target: target)
    elif broken == "tells everybody":
        monkeypatch.setattr(vote, "only", lambda seat: None)
    else:
        monkeypatch.setattr(sync, "_known_outcomes", lambda connection, board_id, group: {})
    with pytest.raises(BaseException):      # noqa: B017 (what falls over is noticed, too)
        plays(hall, 40, (Phase.generate,))


def test_votes_over_the_limit_from_two_tabs_are_refused(board, ana, fatima):
    note = ana.adds_note()["id"]
    assert fatima.changes(["add", "round", {"id": "r", "title": "R", "votes": 3, "state": "open"}])["ok"]
    outcomes = []
    for each in range(6):
        step = ["add", "vote", {"id": f"v{each}", "round": "r", "target": note}]
        if each % 2:
            outcomes.append(ana.post("changes", json={"change_id": f"v{each}", "steps": [step]}).status_code)
        else:
            outcomes.append(ana.changes(step).get("reason", "ok"))
    assert outcomes == ["ok", 200, "ok", 413, "limit", 413]
    assert len(ana.snapshot()["own"]["vote"]) == 3


def test_a_vote_after_closing_or_for_what_is_not_there_is_refused(hall, board, ana, olga, fatima):
    note, other, solution = ana.adds_note()["id"], ana.adds_note()["id"], ana.adds_note(kind="solution", theme="capacity")["id"]
    theirs = hall.makes_board().seats("Eve").adds_note()["id"]

    def votes(person, target, round_id="r", **more):
        vote = {"id": f"v-{target}-{person.seat}", "round": round_id, "target": target, **more}
        return person.changes(["add", "vote", vote]).get("reason", "ok")
    assert votes(ana, note) == "not_found"
    assert fatima.changes(["add", "round", {"id": "r", "title": "R", "kinds": ["challenge"], "themes": ["data"]}])["ok"]
    assert votes(ana, note) == "closed"
    assert fatima.changes(["set", "round", "r", {"state": "open"}])["ok"]
    assert [votes(ana, each) for each in (solution, theirs, "never", "data")] == ["invalid", "not_found", "not_found", "not_found"]
    assert fatima.changes(["set", "note", other, {"hidden": "Wait"}])["ok"]
    assert [votes(ana, other), votes(olga, other)] == ["invalid", "not_found"]
    assert ana.changes(["remove", "note", note])["ok"] and votes(ana, note) == "gone"
    assert ana.changes(["add", "note", {"id": note}])["ok"] and votes(ana, note) == "ok"
    assert votes(olga, note, proxy=True) == "forbidden" and votes(olga, note, association="KS") == "invalid"
    assert fatima.changes(["set", "board", board.id, {"may": ["move"]}])["ok"] and votes(olga, note) == "closed"
    assert fatima.changes(["set", "round", "r", {"state": "closed"}])["ok"]
    assert votes(fatima, note) == "closed"
    assert fatima.changes(["set", "round", "r", {"votes": 9}])["reason"] == "closed"
