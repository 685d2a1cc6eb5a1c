"""A whole session in which every secret is a word of its own, and everything that anybody receives is looked through for words
that they must not know. What is broken on purpose is noticed."""
from __future__ import annotations

import re

import pytest
from wiretap import WORD, Secrets, Tap, leaks

from board import access, presence, secrecy, snapshot, snapshot_body, translating, views
from board.records import hangers, note
from board.records import round as round_
from board.rows import TABLES
from board.views import changes, facilitating

NOT_A_BOARD_S = {"/", "/accessibility", "/admin", "/admin/boards/<board_id>", "/api/admin/boards", "/api/admin/boards/<board_id>",
                 "/api/admin/checkup", "/api/creation", "/api/openapi.json", "/checkup", "/favicon.ico", "/form/<board_id>", "/healthz",
                 "/join", "/manifest/<language>.webmanifest", "/metrics", "/readyz", "/sign-in", "/sign-in/back", "/sw.js",
                 "/static/v<version>/<path:name>"}       # the operator's: test_admin
GET = {     # every route that tells of a board: what to ask for
    "/join/<board_id>": [""],
    "/board/<board_id>": [""],
    "/board/<board_id>/print": ["", "?names=1", "?theme=data"],
    "/api/boards/<board_id>/me": [""],
    "/api/boards/<board_id>/snapshot": [""],
    "/api/boards/<board_id>/changes": ["?since=0", "?since=SEEN"],
    "/api/boards/<board_id>/trash": [""],
    "/api/boards/<board_id>/qr.svg": [""],
    "/api/boards/<board_id>/export/<name>": ["json", "json?names=1"],      # every format is made of the same content, see http/test_exports
    "/api/boards/<board_id>/exports": [""],
    "/api/boards/<board_id>/exports/<export_id>/file": ["x"],
    "/api/boards/<board_id>/series": [""],
    "/api/boards/<board_id>/series/<other_id>": ["x"],
    "/board/<board_id>/series": [""],
    "/api/boards/<board_id>/tray": [""],
    "/api/boards/<board_id>/translator": [""],
    "/api/boards/<board_id>/moderation": [""],
    "/api/boards/<board_id>/rounds/<round_id>/progress": ["r1", "r2"],
    "/api/boards/<board_id>/participation": [""],
    "/api/boards/<board_id>/audit": [""],
    "/api/boards/<board_id>/audit.csv": [""],
    "/api/boards/<board_id>/seats/me/data": [""],
    "/api/boards/<board_id>/history": [""],
    "/api/boards/<board_id>/history/<int:seq>": ["SEQS"],
    "/api/boards/<board_id>/history/<seq>": ["SEQS"],
}
POST = {"suggestions": {}, "exports/preview": {"format": "json"}, "next/preview": {"title": "T", "carry": {"everything": True}},
        "seats": {"key": "KEY", "name": "NAME"}}
BARE = {"/join/<board_id>", "/board/<board_id>"}       # pages that are the same for everybody: asked for after two scenes
CURIOUS = ("olga", "fatima", "late", "vera", "ben")
PRESENT = {"ana", "nadia", "amir", "olga", "fatima", "vera", "ben"}


class Machine:
    """The host's translator: somebody else, who hears every text that is sent there."""

    on = True

    def __init__(self):
        self.heard = []

    def require_rate(self, board_id, seat_id):
        pass

    def languages(self):
        return {"en": ["es"]}

    def translate(self, text, source, target):
        self.heard.append(text)
        return f"[{target}] {text}"

    def leaks(self, secrets):
        """What not everybody knew when it was sent."""
        heard, self.heard = self.heard, []
        return [f"the translator: {word}" for text in heard for word in WORD.findall(text) if not PRESENT - {"ben"} <= secrets.may[word]]


class Session:
    """The session as a list of scenes. After each, one of every sort asks for everything there is; and what the others hear
    without asking is looked through as well."""

    def __init__(self, hall):
        self.hall, self.secrets, self.leaks, self.machine = hall, Secrets(), [], Machine()
        hall.parts.translating = self.machine
        self.board = hall.makes_board()
        self.taps = {}
        for name in ("ana", "nadia", "amir", "olga", "ben", "fatima", "vera"):
            self.comes(name, {"fatima": "facilitator", "vera": "viewer"}.get(name, "participant"))
        self.seen = self.fatima.snapshot()["seq"]

    def comes(self, name, role="participant"):
        association = self.secrets.word("whose", *PRESENT, "late") if name in ("nadia", "amir") else "UNGL"
        person = self.board.seats(name.title(), association, role=role, joins=False)
        self.taps[name] = Tap(name, person)
        setattr(self, name, person)
        person.joins()
        return person

    def does(self, person, *steps):
        outcome = person.changes(*steps)
        assert outcome["ok"], outcome
        return outcome

    def sets(self, **fields):
        self.does(self.fatima, ["set", "board", self.board.id, fields])

    def adds(self, person, note_id, text, **more):
        self.does(person, ["add", "note", {"id": note_id, "kind": "challenge", "theme": "data", "text": text, **more}])

    def plays(self, *, until_leaked=False):
        for scene in (self.writes_in_private, self.is_moderated, self.blocks, self.reveals, self.hides, self.is_late, self.writes_unnamed,
                      self.writes_as_an_association, self.votes, self.unhides):
            scene()
            everybody = scene in (self.reveals, self.unhides) and not until_leaked
            for name in [each for each in self.taps if everybody or each in (CURIOUS[:3] if until_leaked else CURIOUS)]:
                self.asks(name, everybody)
                if name in ("olga", "fatima", "vera") and not until_leaked:
                    self.tries(name)
            self.suggests()
            self.signals()
            self.leaks += [f"{scene.__name__}: {leak}" for leak in self.machine.leaks(self.secrets)]
            self.leaks += [f"{scene.__name__}: {leak}" for leak in leaks(self.secrets, self.taps.values(), self.open_totals)]
            if self.leaks and until_leaked:
                break
        return self.leaks

    # --- what everybody asks

    def asks(self, name, pages_too):
        person = getattr(self, name)
        for rule in self.hall.app.url_map.iter_rules():
            if "GET" not in rule.methods or rule.rule in NOT_A_BOARD_S or rule.rule in BARE and not pages_too:
                continue
            for part in GET[rule.rule]:
                for path in self.paths(rule.rule, part):
                    person.http.get(path)
                    if "snapshot" in path:
                        person.http.get(path, headers={"Accept-Encoding": "gzip"})
        for path, body in POST.items():
            words = {"KEY": self.board.key("participant"), "NAME": name.title()}
            given = {key: words.get(value, value) if isinstance(value, str) else value for key, value in body.items()}
            person.post(path, json=given)
        person.http.post("/api/door", json={"key": self.board.key("participant")})
        for since in (0, self.seen):
            person.connects()
            person.emits("join", {"board": self.board.id, **({} if since is None else {"since": since})}, ack=True)

    def suggests(self):
        """Those who may translate every note, or their own, ask the translator about all there are."""
        for person in (self.ana, self.olga, self.fatima):
            for record in ("open", "p1", "p2", "pb", "pt", "h1"):
                person.post(f"notes/{record}/suggestion", json={"language": "es"})

    def signals(self):
        """While it must not be known who writes, nobody hears on what somebody works, or that they stopped."""
        board = self.hall.parts.database.read(access.board_row, self.board.id)
        secret = board["private"] or board["authors"] != "named"
        for name in ("ana", "nadia"):
            word = self.secrets.word("work", *[] if secret else self.taps)
            getattr(self, name).emits("signal", {"cursor": [1, 1], "typing": word, "drag": {word: [1, 1]}})

    def paths(self, rule, part):
        seq = self.hall.parts.database.read(_seq, self.board.id)
        path = re.sub(r"<(?!board_id)[^>]*>", "", rule).replace("<board_id>", self.board.id)
        if part == "SEQS":
            return [path + str(each) for each in range(1, seq + 1, 9)]
        if "round_id" in rule:
            return [path.replace("rounds//", f"rounds/{part}/")]
        return [path + part.replace("SEEN", str(self.seen))]

    def tries(self, name):
        """Changes of what may be hidden from them; who is told `not_found` learns nothing."""
        person = getattr(self, name)
        if not person.socket.is_connected():
            return
        for record in ("p1", "p2", "pb", "pt", "h1"):
            if name == {"pb": "ben"}.get(record, "ana" if record != "h1" else "olga"):
                continue
            for step in (["set", "note", record, {"sdgs": [99]}], ["text", "note", record, 0, [5000, "x"]],
                         ["add", "comment", {"id": "try", "note": record, "text": ""}], ["add", "note", {"id": record, "kind": "?"}],
                         ["add", "answer", {"id": "try", "solution": record, "challenge": record}],
                         ["add", "translation", {"id": "try", "note": record, "language": "es", "text": ""}],
                         ["add", "vote", {"id": "try", "round": "r1", "target": record, "proxy": 7}]):
                assert not person.changes(step)["ok"]
        for step in (["remove", "vote", "nobody-s"], ["set", "vote", "v-ana", {"target": "x"}], ["remove", "vote", "v-olga"]):
            if name not in step[2]:
                assert not person.changes(step)["ok"]

    @staticmethod
    def open_totals(_tap, value):
        for each in _rounds(value):
            if each.get("state") != "closed" and each.get("results"):
                yield f"totals of an open round: {each['results']}"

    # --- the scenes

    def writes_in_private(self):
        secrets = self.secrets
        self.adds(self.olga, "open", "A note that all see", kind="challenge")
        self.sets(private=True)
        self.text, self.draft, self.other = secrets.word("text", "ana"), secrets.word("draft", "ana"), secrets.word("other", "ana")
        self.adds(self.ana, "p1", self.draft, kind="solution")
        self.does(self.ana, ["text", "note", "p1", 0, [-len(self.draft), self.text]])
        self.does(self.ana, ["add", "answer", {"id": secrets.word("answer", "ana"), "solution": "p1", "challenge": "open"}])
        self.adds(self.ana, "p2", self.other)
        self.trash = secrets.word("trash", "ana")
        self.adds(self.ana, "pt", self.trash)
        self.does(self.ana, ["remove", "note", "pt"])
        self.bens = secrets.word("bens", "ben")
        self.adds(self.ben, "pb", self.bens)
        self.does(self.ben, ["set", "note", "pb", {"theme": "capacity", "language": "es"}])

    def is_moderated(self):
        """The facilitator may read what stands there now, not what was rubbed out, nor whose it is."""
        self.sets(moderate=True)
        for word in (self.text, self.other, self.bens):
            self.secrets.open(word, ["fatima"])
        self.reason = self.secrets.word("reason", "ana", "fatima")
        self.does(self.fatima, ["set", "note", "p2", {"hidden": self.reason}])
        self.answered = self.secrets.word("answered", "ana", "fatima")
        self.does(self.ana, ["set", "note", "p2", {"text": self.answered}])

    def blocks(self):
        self.does(self.fatima, ["set", "seat", self.ben.seat, {"blocked": True}])
        self.sets(title=self.secrets.word("after", *PRESENT - {"ben"}, "late"))
        self.secrets.may[self.bens] = {"fatima"}

    def reveals(self):
        self.secrets.open(self.text, PRESENT - {"ben"} | {"late"})
        self.secrets.open(self.bens, PRESENT - {"ben"} | {"late"})
        for word in self.secrets.may:
            if "answer" in word and "answered" not in word:
                self.secrets.open(word, PRESENT - {"ben"} | {"late"})
        self.sets(private=False, moderate=False)
        self.secrets.open(self.answered, ["fatima"])        # it is hidden, and hers to see in the list of what is

    def hides(self):
        """Those who were there read it; who comes later does not."""
        rude = self.secrets.word("rude", *PRESENT - {"ben"})
        self.talk = self.secrets.word("talk", *PRESENT - {"ben"})
        self.adds(self.olga, "h1", rude)
        self.does(self.amir, ["add", "comment", {"id": "hc", "note": "h1", "text": self.talk}])
        self.does(self.amir, ["add", "reaction", {"id": "he", "note": "h1", "sign": "idea"}])
        self.said = self.secrets.word("said", *PRESENT - {"ben"})
        self.does(self.olga, ["add", "translation", {"id": "ht", "note": "h1", "language": "es", "text": self.said}])
        self.hidden_reason = self.secrets.word("reason", "olga", "fatima")
        self.does(self.fatima, ["set", "note", "h1", {"hidden": self.hidden_reason}])
        self.kinder = self.secrets.word("kinder", "olga", "fatima")
        self.does(self.olga, ["set", "note", "h1", {"text": self.kinder}])

    def is_late(self):
        self.comes("late")
        self.does(self.ana, ["add", "note", {"id": "pt"}])
        self.secrets.open(self.trash, PRESENT - {"ben"} | {"late"})

    def writes_unnamed(self):
        """Of nobody: neither name nor association. She does nothing else on this board."""
        self.does(self.fatima, ["set", "seat", self.nadia.seat, {"interpreter": True}])
        for record in ("named", "deleted"):
            self.adds(self.olga, record, "Olga's, with her name")
        self.does(self.olga, ["add", "translation", {"id": "nt", "note": "named", "language": "es", "text": "De Olga", "machine": True}])
        self.sets(authors="nobody", edit_right="everyone")
        self.changes_what_is_named()
        for record in ("u1", "u2", "uc", "ue", "ua"):
            self.secrets.sign_off(record, self.nadia.seat)
        self.adds(self.nadia, "u1", "Unnamed one")
        self.adds(self.nadia, "u2", "Unnamed two", kind="solution")
        self.does(self.nadia, ["add", "comment", {"id": "uc", "note": "open", "text": "Unnamed words"}])
        self.does(self.nadia, ["add", "reaction", {"id": "ue", "note": "open", "sign": "heart"}])
        self.does(self.nadia, ["add", "answer", {"id": "ua", "solution": "u2", "challenge": "u1"}])
        self.secrets.sign_off("ut", self.nadia.seat)
        self.does(self.nadia, ["add", "translation", {"id": "ut", "note": "u1", "language": "fr", "text": "Sans nom"}])
        self.does(self.nadia, ["set", "translation", "ut", {"text": "Anonyme"}])
        self.does(self.nadia, ["text", "note", "u1", 0, ["Very "]], ["set", "note", "u1", {"x": 500, "y": 500}])
        self.does(self.nadia, ["remove", "note", "u2"])
        self.does(self.nadia, ["add", "note", {"id": "u2"}])
        self.does(self.nadia, ["set", "comment", "uc", {"text": "Other words"}])
        self.does(self.fatima, ["set", "note", "u1", {"hidden": "Wait"}])
        self.does(self.fatima, ["set", "note", "u1", {"hidden": ""}])
        self.adds(self.nadia, "u3", "Unnamed three")
        self.secrets.sign_off("u3", self.nadia.seat)
        self.does(self.nadia, ["remove", "note", "u3"])

    def changes_what_is_named(self):
        """What is there with a name to it: who changes that now is not told either."""
        def word():
            return self.secrets.unsigned_word(self.nadia.seat)
        self.does(self.nadia, ["add", "translation", {"id": "nt2", "note": "named", "language": "es", "text": word()}])
        self.does(self.nadia, ["set", "translation", "nt", {"text": word()}])
        self.does(self.nadia, ["text", "note", "named", 0, [word()]])
        self.does(self.nadia, ["add", "cluster", {"id": "nc", "theme": "data", "title": word(), "x": 0, "y": 0, "w": 300, "h": 300}])
        self.does(self.nadia, ["set", "cluster", "nc", {"title": word()}])
        self.does(self.nadia, ["add", "answer", {"id": word(), "solution": "p1", "challenge": "named"}])
        self.secrets.deleters["deleted"] = self.nadia.seat
        self.does(self.nadia, ["remove", "note", "deleted"])

    def writes_as_an_association(self):
        self.sets(authors="association")
        for record in ("m1", "mc", "me"):
            self.secrets.sign_off(record, self.amir.seat)
        self.adds(self.amir, "m1", "For us")
        self.does(self.amir, ["add", "comment", {"id": "mc", "note": "m1", "text": "We say"}])
        self.does(self.amir, ["add", "reaction", {"id": "me", "note": "m1", "sign": "like"}])
        self.does(self.amir, ["set", "note", "m1", {"status": "solved"}])
        self.sets(authors="named")

    def votes(self):
        """Whom one voted for is known to oneself; how many voted for it when the round is closed."""
        self.does(self.fatima, ["add", "round", {"id": "r1", "title": "First", "state": "open"}])
        for name in ("ana", "olga", "amir"):
            vote = self.secrets.word("vote", name)
            self.does(getattr(self, name), ["add", "vote", {"id": vote, "round": "r1", "target": "open"}])
        proxy, where = self.secrets.word("proxy", "fatima"), self.secrets.word("room", "fatima")
        self.does(self.fatima, ["add", "vote", {"id": proxy, "round": "r1", "target": "open", "proxy": True, "association": where}])
        taken_back = self.secrets.word("back", "ana")
        self.does(self.ana, ["add", "vote", {"id": taken_back, "round": "r1", "target": "p1"}])
        self.does(self.ana, ["remove", "vote", taken_back])

    def unhides(self):
        self.does(self.fatima, ["set", "round", "r1", {"state": "closed"}], ["add", "round", {"id": "r2", "title": "Second"}])
        self.secrets.open(self.kinder, PRESENT - {"ben"} | {"late"})
        self.secrets.open(self.talk, ["late"])
        self.secrets.open(self.said, ["late"])
        self.does(self.fatima, ["set", "note", "h1", {"hidden": ""}])
        assert [each["text"] for each in self.late.snapshot()["records"]["comment"] if each["id"] == "hc"] == [self.talk]


def _seq(connection, board_id):
    return access.board_row(connection, board_id)["seq"]


def _rounds(value):
    if isinstance(value, dict):
        if value.get("results") and "opened_at" in value:
            yield value
        for each in value.values():
            yield from _rounds(each)
    elif isinstance(value, list):
        for each in value:
            yield from _rounds(each)


def test_every_route_that_tells_of_a_board_is_asked(hall):
    told = {rule.rule for rule in hall.app.url_map.iter_rules() if "GET" in rule.methods} - NOT_A_BOARD_S
    assert told - set(GET) == set()


def test_p1_p2_p3_p4_p5_p6_p9_nobody_hears_what_they_must_not_know(hall):
    assert Session(hall).plays() == []


def test_m3_the_translator_hears_what_everybody_knows(hall):
    """Its part of the session by itself: it did hear something."""
    session = Session(hall)
    session.writes_in_private()
    session.suggests()
    assert session.machine.heard == ["A note that all see"] * 2       # olga's own, and the facilitator
    for scene in (session.is_moderated, session.blocks, session.reveals, session.suggests):
        scene()
    assert session.text in session.machine.heard and session.machine.leaks(session.secrets) == []


_message = secrecy._message


def _signed(change, steps, _named):
    return _message(change, steps, True)


def _shown(change, _seat_id):
    return secrecy._message(change, change["steps"], True)


NOTES, _all = TABLES["note"], snapshot._query
NO_NOTE = {"text": "", "language": ""}
BREAKS = {
    "blank": [(module, "blank", lambda record, seat_id=None: record) for module in (note, hangers, snapshot)],
    "for_seat": [(secrecy, "for_seat", _shown)],
    "for_everybody": [(secrecy, "for_everybody", lambda change: secrecy._message(change, change["steps"], True))],
    "snapshot": [(snapshot, name, {**getattr(snapshot, name), "note": snapshot._query("note", *more, NOTES.c.deleted_at.is_(None))})
                 for name, more in (("SHARED", ()), ("_AMONG", (NOTES.c.id.in_(snapshot._IDS),)))],
    "own": [(snapshot_body, "read_own", lambda connection, board_id, seat_id: {
        name: _all(name, whole=name != "vote").read(connection, board=board_id) for name in ("note", "vote", "comment")})],
    "trash": [(changes, "read_trash", lambda connection, board_id, seat: snapshot.read_trash(
        connection, board_id, {**seat, "role": "facilitator"}) + _all("note", whole=True).read(connection, board=board_id))],
    "moderation": [(facilitating, "take_seat", lambda board_id, least="viewer": views.take_seat(board_id))],
    "catch-up": [(secrecy, "without_texts", lambda seen, gone: seen)],
    "quiet": [(secrecy, "_message", _signed)],
    "totals": [(round_, "count", lambda work, record: {"targets": [["open", 1, 0, 1]]}),
               (round_.RoundType, "_turn", lambda self, context, record, was: record.update(results=round_.count(None, None)))],
    "translator": [(translating, "require_translate", lambda context, note_id: context.work.get("note", note_id) or NO_NOTE)],
    "signals": [(presence.Presence, "mute", lambda self, board_id, signals, leader: None)],
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_leak_is_noticed(hall, monkeypatch, broken):
    for module, name, instead in BREAKS[broken]:
        monkeypatch.setattr(module, name, instead)
    found = Session(hall).plays(until_leaked=True)
    assert found
