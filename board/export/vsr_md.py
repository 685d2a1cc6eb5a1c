"""The chapters of a Voluntary Subnational Review in Markdown. What people wrote is text in it and nothing else."""
from __future__ import annotations

import re

from .clean import is_rtl, isolate
from .job import Job
from .vsr_outline import Chapter, Entry, VsrOutline
from .words import Words

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~$^&]")
_INDENT = "    "
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}        # not every reader of Markdown takes a backslash before these


def markdown(job: Job, outline: VsrOutline) -> str:
    words, model = job.words, job.model
    about = [words("report.from_board", title=_inside(model["title"], words)) if model["title"].strip() else words("report.report")]
    about += [model["date"]] if model["date"] else []
    if model["scope"]["kind"] == "theme":
        about.append(words("report.scope_theme", title=_inside(model["scope"]["title"], words)))
    elif model["scope"]["kind"] == "notes":
        about.append(words("report.scope_notes"))
    blocks = [f"# {outline.title(_inside(outline.association, words))}", " · ".join(about), words("vsr.intro")]
    for each in outline.chapters():
        blocks += _chapter(each, words)
    return "\n\n".join(each for each in [*blocks, *_next_steps(outline.next_steps(), words)] if each) + "\n"


def _chapter(chapter: Chapter, words: Words) -> list[str]:
    title = _inside(chapter.theme, words) or words("report.theme") if chapter.name == "other" else words(f"vsr.{chapter.name}")
    if not chapter.parts:
        return [f"## {title}", words(f"vsr.{chapter.name}_lead"), words("vsr.nothing")]
    counted = {kind: words(f"count.{kind}", count=getattr(chapter, kind)) for kind in ("challenges", "solutions")}
    blocks = [f"## {title}", words(f"vsr.{chapter.name}_lead"), words("vsr.recorded", **counted)]
    for heading, entries in chapter.parts:
        blocks += [f"### {heading}", "\n".join(line for each in entries for line in _entry(each, words))]
    return blocks


def _entry(entry: Entry, words: Words) -> list[str]:
    lines = _said(entry, words)
    lines += [_INDENT + _item(each, words("vsr.answers"), words) for each in entry.answers]
    lines += [_INDENT + line for each in entry.replies for line in _said(each, words)]
    if entry.kind == "challenge" and not entry.replies:
        lines.append(f"{_INDENT}- {words('report.no_solution')}")
    return lines


def _said(entry: Entry, words: Words) -> list[str]:
    return [_item(entry, words(f"kind.{entry.kind}"), words), *(_INDENT + _item(each, words("vsr.also"), words) for each in entry.others)]


def _item(entry: Entry, what: str, words: Words) -> str:
    about = [each for each in (_inside(entry.association, words), *entry.about) if each]
    whose = f" ({' · '.join(about)})" if about else ""
    return f"- **{what}**{whose}: {_text(entry.text, words)}"


def _next_steps(steps: list[Entry], words: Words) -> list[str]:
    if not steps:
        return [f"## {words('vsr.next_steps')}", words("vsr.no_next_steps")]
    heads = [words(f"vsr.{name}") for name in ("point", "standing", "responsible", "by_when")]
    rows = [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
    for each in steps:
        whose = _inside(each.association, words)
        rows.append(f"| {_text(each.text, words)}{f' ({whose})' if whose else ''} | {' · '.join(each.about)} |  |  |")
    return [f"## {words('vsr.next_steps')}", words("vsr.next_steps_lead"), "\n".join(rows)]


def _text(text: str, words: Words) -> str:
    return _inside(text, words) or words("report.no_text")


def _inside(text: str, words: Words) -> str:
    """On one line, never at its beginning, and in a direction of its own where that is not the file's."""
    safe = _SIGNS.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), " ".join(text.split()))
    return isolate(safe) if is_rtl(text) != words.rtl else safe
