"""The workshop's report as PDF, set by typst/report.typ. Here it is decided what stands where, and in which words."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from . import telling
from .job import Job
from .model import Record
from .series_chapter import chapter
from .support import Support
from .typesetting import BareWords, Data, heading, inline, narrow, pdf, said

MOST_RESULTS = 40           # rows of a round; the votes for the rest stand with the notes
MOST_THEMES_ACROSS = 6      # in the matrix
MOST_LISTED = 45            # clusters in the contents
LONG = 700                  # letters; such a note may go over the end of a page
SHORTENED = 160
MOST_IN_APPENDIX = 5_000    # notes; more do not fit into the memory twice
MOST_LINKED = 800           # notes; in a larger report, numbers that stand for a note are no links to it


def write(job: Job) -> bytes:
    return pdf("report.typ", _Report(job).data(), job)


class _Report:
    def __init__(self, job: Job) -> None:
        self._job, self._model, self._words = job, job.model, BareWords(job.words.language)
        self._notes: dict[str, Record] = job.model["notes"]
        self._themes = {each["id"]: each for each in job.model["themes"]}
        self._support = Support(job.model, self._words)

    def data(self) -> Data:
        """What the template sets; its shape is the template's."""
        model, words = self._model, self._words
        title = " ".join(model["title"].split()) or words("report.report")
        part = telling.part_of(model, words, inline(model["scope"]["title"]))
        any_notes = bool(self._notes)
        return {
            "lang": model["language"], "rtl": model["rtl"], "tall": model["language"] in ("ar", "ne"),
            "title": title, "name": heading(title, model["rtl"]), "kicker": words("report.report"), "part": part,
            "facts": _joined([model["date"], ("، " if model["rtl"] else ", ").join(model["countries"])]),
            "foot": _joined([words("report.report"), model["date"], part]), "purpose": said(model["purpose"]),
            "words": {**{name: words(f"report.{name}") for name in (
                "purpose", "figures", "contents", "took_part", "participants", "results", "votes", "merged", "comments", "unanswered",
                "all_answered", "matrix", "matrix_hint", "association", "total", "appendix", "none", "no_notes")},
                "text": words("column.text"), "challenges": words("kind.challenges"), "solutions": words("kind.solutions")},
            "tiles": self._tiles() if any_notes else [], "answered": self._answered(),
            "contents": any_notes, "links": len(self._notes) <= MOST_LINKED, "depth": 2 if len(model["clusters"]) <= MOST_LISTED else 1,
            "took_part": self._took_part(), "series": self._series(),
            "results": [self._round(each) for each in model["rounds"] if each["rows"]],
            "themes": [self._theme(each) for each in model["themes"]],
            "unanswered": self._unanswered(), "matrix": self._matrix() if any_notes else [], "appendix": self._appendix()}

    def _tiles(self) -> list[tuple[str, str]]:
        counts, words = self._model["figures"], self._words
        shown = [("challenges", "kind.challenges"), ("solutions", "kind.solutions"), ("clusters", "report.clusters"),
                 ("associations", "report.associations"), ("countries", "report.countries")]
        if self._model["comments"]:
            shown.append(("comments", "report.comments"))
        return [(words.number(counts[name]), words(key)) for name, key in shown
                if counts[name] > 1 or name in ("challenges", "solutions")]

    def _answered(self) -> Data | None:
        counts, words = self._model["figures"], self._words
        if not counts["challenges"]:
            return None
        return {"share": counts["answered"] / counts["challenges"], "done": words("count.answered", count=counts["answered"]),
                "open": words("count.unanswered", count=counts["unanswered"])}

    def _took_part(self) -> Data | None:
        model, words = self._model, self._words
        if not model["associations"]:
            return None
        people: dict[str, list[str]] = {}
        for each in model["people"] if model["named"] else ():
            role = f" ({each['role_title']})" if each["role_title"] else ""
            people.setdefault(narrow(each["association"]), []).append(inline(each["name"] + role))
        counted = ("people", "challenges", "solutions")
        return {"head": [*(words(f"report.{name}") for name in ("association", "country", "people")), words("kind.challenges"),
                         words("kind.solutions")],
                "rows": [[inline(each["name"]), each["country"], *(words.number(each[name]) for name in counted)]
                         for each in model["associations"]],
                "people": [[name, telling.DOT.join(names)] for name, names in people.items()]}

    def _series(self) -> Data | None:
        found = chapter(self._model, self._words)
        if found is None:
            return None

        def quoted(each: Record) -> Data:
            return {"text": self._said(each["text"], each["language"], self._words("report.no_text")), "by": inline(each["association"])}
        return {
            **found, "boards": [[inline(title), *rest] for title, *rest in found["boards"]],
            "parts": [{**part, "title": heading(part["title"], self._model["rtl"]), "rows": [
                {**quoted(row), "was": row["was"], "now": row["now"], "answers": [quoted(each) for each in row["answers"]]}
                for row in part["rows"]]} for part in found["parts"]]}

    def _round(self, round_: Record) -> Data:
        words = self._words
        rows = round_["rows"]
        most = max((row["votes"] + row["proxy"] for row in rows), default=0) or 1
        clusters = {each["id"]: each for each in self._model["clusters"]}
        shown = []
        for place, row in enumerate(rows[:MOST_RESULTS], 1):
            target = self._notes.get(row["target"]) or clusters.get(row["target"], {})
            empty = words("report.no_text" if row["target"] in self._notes else "report.untitled")
            facts = telling.row_support(self._support, words, row, round_["associations"])[1:]
            shown.append({
                "place": words.number(place), "text": self._said(_shortened(row["text"]), target.get("language", ""), empty),
                "votes": words.number(row["votes"] + row["proxy"]),
                "share": row["votes"] / most, "proxy": row["proxy"] / most,
                "color": self._themes.get(target.get("theme"), {}).get("color", ""),
                "facts": _joined([inline(target.get("association", "")), *facts])})
        took_part = words("count.people", count=round_["voters"]), words("count.associations", count=round_["associations"])
        return {"title": heading(round_["title"], self._model["rtl"]) or words("report.votes"), "about": telling.DOT.join(took_part),
                "rows": shown, "more": words("count.more_results", count=len(rows) - MOST_RESULTS) if len(rows) > MOST_RESULTS else ""}

    def _theme(self, theme: Record) -> Data:
        words = self._words
        counts = [words(f"count.{kind}", count=theme[kind]) for kind in ("challenges", "solutions")]
        only = len(theme["groups"]) == 1 and theme["groups"][0]["cluster"] is None
        return {**self._head(theme), "heading": heading(theme["title"], self._model["rtl"]) or words("report.theme"),
                "counts": telling.DOT.join(counts), "groups": [self._group(each, only) for each in theme["groups"]]}

    def _head(self, theme: Record) -> Data:
        return {"title": narrow(theme["title"]) or self._words("report.theme"), "color": theme["color"], "sign": theme["sign"]}

    def _group(self, group: Record, only: bool) -> Data:
        """Each solution stands under the first challenge of its group that it answers, or after them all."""
        words, cluster = self._words, group["cluster"]
        if cluster:
            title = heading(cluster["title"], self._model["rtl"]) or words("report.untitled")
            support = _joined(self._support.phrases(cluster))
        else:
            title, support = "" if only else words("report.unclustered"), ""
        left = dict.fromkeys(group["solutions"])
        notes = []
        for challenge in group["challenges"]:
            inner = [each for each in self._notes[challenge]["linked"] if each in left]
            for each in inner:
                del left[each]
            notes.append({**self._card(challenge, under=inner), "inner": [self._card(each, under=[challenge]) for each in inner]})
        notes += [{**self._card(each), "inner": []} for each in left]
        return {"title": title, "support": support, "notes": notes}

    def _card(self, note_id: str, under: Sequence[str] = ()) -> Data:
        """`under`: notes it is linked to that stand with it anyway."""
        note, words = self._notes[note_id], self._words
        status = "" if note["status"] == "open" else words(f"status.{note['status']}")
        linked = [self._reference(each) for each in note["linked"] if each not in under]
        linked += [{"to": "", "number": "", **self._quote(each)} for each in note["linked_elsewhere"]]
        origin = words("report.from_board", title=inline(note["origin"]["title"])) if note["origin"] else ""
        by = [inline(note["author"]), inline(note["association"]), note["country"] and words.country(note["country"]), origin]
        return {
            "id": _label(note), "kind": note["kind"], "word": words(f"kind.{note['kind']}"), "number": words.number(note["number"]),
            "text": self._said(note["text"], note["language"], words("report.no_text")), "long": len(note["text"]) > LONG or len(linked) > 4
            or bool(note["merged"] or self._model["comments"] and note["comments"]),
            "status": status, "sdgs": note["sdgs"], "by": _joined(by), "votes": _joined(self._support.phrases(note)),
            "merged": [self._quote(each) for each in note["merged"]],
            "linked_word": words("report.answered_by" if note["kind"] == "challenge" else "report.answers"), "linked": linked,
            "comments": [self._quote(each) for each in note["comments"]] if self._model["comments"] else []}

    def _reference(self, note_id: str) -> Data:
        note = self._notes[note_id]
        return {"to": _label(note), "number": self._words.number(note["number"]), "by": _bracketed(note["association"]),
                "text": self._said(_shortened(note["text"]), note["language"], self._words("report.no_text"))}

    def _quote(self, each: Record) -> Data:
        who = _joined([each.get("author", ""), each["association"]])
        return {"text": self._said(each["text"], "", self._words("report.no_text")), "by": _bracketed(who)}

    def _unanswered(self) -> list[Data] | None:
        if not self._model["figures"]["challenges"]:
            return None
        found = []
        for note_id in self._model["unanswered"]:
            note, theme = self._notes[note_id], self._themes[self._notes[note_id]["theme"]]
            found.append({**self._reference(note_id), "color": theme["color"], "sign": theme["sign"],
                          "by": _joined([self._head(theme)["title"], inline(note["association"])])})
        return found

    def _matrix(self) -> list[Data]:
        """In parts that fit across a page."""
        matrix, words = self._model["matrix"], self._words
        most = max((cell[kind] for row in matrix["rows"] for cell in row["cells"] for kind in cell), default=0) or 1
        parts = []
        for start in range(0, len(matrix["themes"]), MOST_THEMES_ACROSS) if matrix["rows"] else ():
            chosen = slice(start, start + MOST_THEMES_ACROSS)
            rows = []
            for row in matrix["rows"]:
                total = telling.altogether(row["cells"])
                rows.append({"association": narrow(row["association"]),
                             "total": [words.number(total[kind]) for kind in ("challenges", "solutions")],
                             "cells": [{kind: {"number": words.number(count), "share": count / most} for kind, count in cell.items()}
                                       for cell in row["cells"][chosen]]})
            parts.append({"first": start == 0, "last": start + MOST_THEMES_ACROSS >= len(matrix["themes"]), "rows": rows,
                          "themes": [self._head(self._themes[each]) for each in matrix["themes"][chosen]]})
        return parts

    def _appendix(self) -> Data | None:
        """None when it is left out."""
        count = len(self._notes)
        if count > MOST_IN_APPENDIX:
            self._job.remark("remark.only_under_themes", count=count, most=MOST_IN_APPENDIX)
        if not 0 < count <= MOST_IN_APPENDIX:
            return None
        rows: dict[str, list[Data]] = {}
        for note in self._notes.values():
            rows.setdefault(note["theme"], []).append({
                "number": self._words.number(note["number"]), "kind": note["kind"], "word": self._words(f"kind.{note['kind']}"),
                "text": self._said(note["text"], note["language"], self._words("report.no_text")),
                "association": narrow(note["association"]), "votes": self._words.number(note["votes"]) if note["votes"] else ""})
        return {"head": [self._words(key) for key in ("column.number", "column.kind", "column.text", "report.association", "report.votes")],
                "themes": [{**self._head(theme), "rows": rows[theme["id"]]} for theme in self._model["themes"] if theme["id"] in rows]}

    def _said(self, text: str, language: str, empty: str) -> Data:
        return said(text, "" if language == self._words.language else language) if text.strip() else said(empty)


def _label(note: Record) -> str:
    return f"note-{note['number']}"


def _shortened(text: str) -> str:
    """For where it does not stand for the first time."""
    return text if len(text) <= SHORTENED else text[:SHORTENED - 1].rstrip() + "…"


def _bracketed(text: str) -> str:
    return f"({inline(text)})" if text else ""


def _joined(parts: Iterable[str]) -> str:
    return telling.DOT.join(each for each in parts if each)
