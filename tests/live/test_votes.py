"""Two servers on one database while one person votes in both at once: the round's quota holds, nothing is counted twice."""
from __future__ import annotations

import threading

import pytest
import requests

from live.process import PATIENCE, LiveServer

VOTES, MOST, TRIES = 7, 4, 30


@pytest.fixture
def servers(tmp_path):
    """Two processes; the second one finds the database of the first."""
    with LiveServer(tmp_path) as first, LiveServer(tmp_path) as second:
        yield first, second


def post(server, seat, change_id, *steps):
    answer = requests.post(f"{server.url}/api/boards/{seat['board']}/changes", json={"change_id": change_id, "steps": list(steps)},
                           headers={"Authorization": f"Bearer {seat['token']}"}, timeout=PATIENCE)
    return answer.json().get("error", {}).get("reason", "ok")


def test_two_servers_give_nobody_more_votes_than_the_round_has(servers):
    first, second = servers
    board = first.makes_board()
    fatima, ana = first.seats(board, "Fatima", "facilitator"), first.seats(board, "Ana")
    assert post(first, fatima, "begin", *(["add", "note", {"id": f"n{each}", "kind": "challenge", "theme": "data"}] for each in range(3)),
                ["add", "round", {"id": "r", "title": "R", "votes": VOTES, "most": MOST, "state": "open"}]) == "ok"
    outcomes, start = {}, threading.Barrier(4)

    def tab(server, name, shared):
        """`shared`: both servers get the same changes, as from a browser that tries again elsewhere."""
        start.wait(PATIENCE)
        for each in range(TRIES):
            vote = f"{shared or name}-{each}"
            step = ["add", "vote", {"id": vote, "round": "r", "target": f"n{each % 3}"}]
            while (outcome := post(server, ana, vote, step)) in ("storage", "unavailable", "too_fast"):
                pass
            outcomes[name, vote] = outcome
    tabs = [threading.Thread(target=tab, args=arguments) for arguments in (
        (first, "one", ""), (second, "two", ""), (first, "three", "both"), (second, "four", "both"))]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    mine = first.get(ana, "snapshot")["own"]["vote"]
    assert mine == second.get(ana, "snapshot")["own"]["vote"]
    assert len(mine) == VOTES and all(sum(vote["target"] == f"n{each}" for vote in mine) <= MOST for each in range(3))
    assert {vote["id"] for vote in mine} == {vote for (_, vote), outcome in outcomes.items() if outcome == "ok"}
    assert set(outcomes.values()) == {"ok", "limit"}
    assert all(outcomes["three", f"both-{each}"] == outcomes["four", f"both-{each}"] for each in range(TRIES))
    assert post(second, fatima, "end", ["set", "round", "r", {"state": "closed"}]) == "ok"
    results = first.get(fatima, "snapshot")["records"]["round"][0]["results"]
    assert (results["voters"], sum(row[1] for row in results["targets"])) == (1, VOTES)
