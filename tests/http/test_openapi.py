"""The description of the interface and the interface: the same routes, and every answer as described, whatever is sent.

`BOARD_TEST_HTTP_CASES=1000 pytest tests/http/test_openapi.py` (`make fuzz-http`) sends so many requests to every operation.
"""
from __future__ import annotations

import copy
import os
import re
import shutil

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from board import __version__, create_app, openapi
from board.exporting import Made
from board.imports.reader import read
from board.imports.sheet import BadFile
from board.openapi.records import FIELDS
from board.records import TYPES
from config import Settings
from hall import Hall

OPERATOR = "the-operators-own-key-for-these-tests"
CASES = int(os.environ.get("BOARD_TEST_HTTP_CASES", "8"))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
DOCUMENT = openapi.document(__version__)
OPERATIONS = [(path, method) for path, methods in DOCUMENT["paths"].items() for method in methods if method != "parameters"]


def test_every_route_is_described_and_nothing_else(hall):
    routes = {(method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)) for rule in hall.app.url_map.iter_rules()
              if rule.rule.startswith("/api/") for method in rule.methods - {"HEAD", "OPTIONS"}}
    assert {(method.upper(), path) for path, method in OPERATIONS} == routes


def test_the_document_is_given_out(hall):
    answer = hall.http().get("/api/openapi.json")
    assert answer.json == DOCUMENT and answer.json["openapi"].startswith("3.1")
    names = [each["operationId"] for methods in DOCUMENT["paths"].values() for each in methods.values() if isinstance(each, dict)]
    assert len(set(names)) == len(names)


def test_every_parameter_of_a_path_is_described():
    for path, methods in DOCUMENT["paths"].items():
        shared = {each["name"] for each in methods.get("parameters", [])}
        for method, each in methods.items():
            if method != "parameters":
                own = {given["name"] for given in each.get("parameters", []) if given["in"] == "path"}
                assert shared | own == set(re.findall(r"{(\w+)}", path)), (path, method)


def test_records_are_described_as_they_are_declared():
    assert {name: list(fields) for name, fields in FIELDS.items()} == {name: list(each.fields) for name, each in TYPES.items()}


def test_every_reference_leads_somewhere():
    text = repr(DOCUMENT)
    for kind, name in re.findall(r"#/components/(\w+)/(\w+)", text):
        assert name in DOCUMENT["components"][kind], name


# --- every answer is as described

class Place:
    """A board with something of everything, and what a request may name of it."""

    def __init__(self, hall):
        self.hall = hall
        self.board = hall.makes_board()
        self.fatima = self.board.seats("Fatima", role="facilitator", joins=False)
        self.ana = self.board.seats("Ana", joins=False)
        for steps in (
                [["add", "note", {"id": each, "kind": kind, "theme": "data", "text": f"{each} words"}]
                 for each, kind in (("n1", "challenge"), ("n2", "solution"), ("n3", "challenge"))],
                [["add", "cluster", {"id": "c1", "theme": "data", "title": "C", "x": 0, "y": 0, "w": 500, "h": 400}],
                 ["add", "answer", {"id": "a1", "solution": "n2", "challenge": "n1"}],
                 ["add", "comment", {"id": "k1", "note": "n1", "text": "Hm"}],
                 ["add", "reaction", {"id": "e1", "note": "n1", "sign": "like"}],
                 ["add", "step", {"id": "s1", "title": "Write"}], ["add", "round", {"id": "r1", "title": "What first?"}]],
                [["set", "round", "r1", {"state": "open"}]], [["add", "vote", {"id": "v1", "round": "r1", "target": "n1"}]],
                [["remove", "note", "n3"]], [["set", "board", self.board.id, {"collecting": True}]]):
            self.does(steps)
        made = self.fatima.post("next", json={"title": "Later"}).json
        self.later = made["board"]
        self.export = self.fatima.post("exports", json={"format": "json"}).json["id"]
        self.form = self.fatima.post("links/form").json["link"].split("#")[1]
        self.ids = ["n1", "n2", "c1", "r1", "s1", "data", self.ana.seat, self.fatima.seat, self.board.id]
        self.words = {"key": [self.form, self.board.key("participant")], "code": [self.board.code], "theme": ["data", "capacity"],
                      "note": ["n1"], "target": ["n1", "n2"], "round": ["r1"], "cluster": ["c1"], "solution": ["n2"], "challenge": ["n1"],
                      "seat": [self.ana.seat], "step": ["s1"], "link": [self.board.links["participant"]]}
        self.tokens = [self.fatima.token] * 6 + [self.ana.token, self.ana.token, "wrong", None]
        self.paths = {"board_id": [self.board.id] * 8 + [self.later, "abcdefghijkm"], "seat_id": [self.ana.seat, "x", "me"],
                      "round_id": ["r1", "x"], "export_id": [self.export, "x"], "other_id": [self.board.id, self.later], "seq": [0, 3, 99]}

    def does(self, steps):
        answer = self.fatima.post("changes", json={"change_id": f"made-{len(steps)}-{id(steps)}", "steps": steps})
        assert answer.status_code == 200, answer.json

    def settles(self, value, draw, name=""):
        """Names in what was made up what there is, half of the time: it comes further than the first check."""
        if isinstance(value, dict):
            return {key: self.settles(each, draw, key) for key, each in value.items()}
        if isinstance(value, list):
            made = [self.settles(each, draw) for each in value]
            if len(made) > 2 and made[0] in ("set", "remove", "text") and isinstance(made[2], str) and draw(st.booleans()):
                made[2] = draw(st.sampled_from(self.ids))
            return made
        if isinstance(value, str) and name in self.words and draw(st.booleans()):
            return draw(st.sampled_from(self.words[name]))
        return value


def in_this_process(body, filename, options):
    """As `Exporting.read`, without a process for each of thousands."""
    try:
        return {"proposal": read(body, filename, options)}
    except BadFile as bad:
        return {"error": bad.answer()}


@pytest.fixture(scope="module")
def served(migrated, tmp_path_factory):
    """One hall for all operations."""
    folder = tmp_path_factory.mktemp("described")
    shutil.copy(migrated, folder / "board.db")
    app = create_app(Settings(data=folder, async_mode="inline", rate_changes=0, rate_notes=0, rate_guesses=1_000_000,
                              operator_key=OPERATOR))
    app.testing = True
    hall = Hall(app)
    hall.parts.form_rates.require = lambda *_: None
    hall.parts.exporting.read = in_this_process
    hall.parts.exporting.make = lambda content, wish: Made(b"{}", [])       # all formats: tests/http/test_exports.py
    yield hall
    hall.parts.database.dispose()


@pytest.fixture(scope="module")
def described(served):
    return schemathesis.openapi.from_wsgi("/api/openapi.json", served.app)


@pytest.fixture
def place(served):
    return Place(served)


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=lambda part: part)
def test_every_answer_is_as_described(described, place, path, method):
    operation = described[path][method.upper()]
    modes = st.sampled_from([GenerationMode.POSITIVE] * 3 + [GenerationMode.NEGATIVE])
    strategies = {mode: operation.as_strategy(mode) for mode in GenerationMode}
    seen = set()

    @hypothesis.settings(max_examples=CASES, deadline=None, database=None, derandomize=CASES < 100, print_blob=False,
                         suppress_health_check=list(HealthCheck), phases=[hypothesis.Phase.generate])
    @hypothesis.given(st.data())
    def ask(data):
        case = data.draw(strategies[data.draw(modes)])
        for name, there in place.paths.items():
            if name in case.path_parameters and data.draw(st.integers(0, 9)):
                case.path_parameters[name] = data.draw(st.sampled_from(there))
        if isinstance(case.body, (dict, list)) and case.media_type == "application/json":
            case.body = place.settles(copy.deepcopy(case.body), data.draw)
        operates = "/admin/" in path and data.draw(st.booleans())
        token = OPERATOR if operates else data.draw(st.sampled_from(place.tokens))
        headers = {"Accept-Encoding": "identity", **({"Authorization": f"Bearer {token}"} if token else {})}
        response = case.call(headers=headers)
        seen.add(response.status_code)
        case.validate_response(response, checks=CHECKS)

    ask()
    print(f"{method} {path}: {sorted(seen)}")
