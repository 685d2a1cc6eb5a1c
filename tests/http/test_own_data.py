"""A person's own data is all of it: what was done about them too."""
from __future__ import annotations


def test_what_facilitators_did_about_somebody_is_in_their_data_and_in_nobody_elses(ana, olga, fatima):
    assert fatima.changes(["set", "seat", ana.seat, {"role": "viewer"}])["ok"]
    mine = ana.get("seats/me/data").json["audit"]
    assert [(each["action"], each["target"]) for each in mine] == [("role", ana.seat)]
    assert olga.get("seats/me/data").json["audit"] == []
    assert [each["action"] for each in fatima.get("seats/me/data").json["audit"]] == ["role"]
