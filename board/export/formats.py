"""The formats a board is taken home in. Each is written by a module of its own, `write(job) -> bytes`, loaded when it is
needed and in the exporting process alone."""
from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from .job import Job


@dataclass(frozen=True)
class Format:
    """`writer` is `module:function` in this package. `group` is how the dialog sorts it. `parts`: whether it can hold a part of
    a board only."""
    mimetype: str
    ending: str
    writer: str
    group: str
    parts: bool = True

    def write(self, job: Job) -> bytes:
        job.bilingual = self.group in ("report", "vsr", "slides")
        module, function = self.writer.split(":")
        body: bytes = getattr(import_module(f".{module}", __package__), function)(job)
        return body


_OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS: dict[str, Format] = {
    "pdf": Format("application/pdf", "pdf", "report_pdf:write", "report"),
    "docx": Format(_OFFICE + "wordprocessingml.document", "docx", "report_docx:write", "report"),
    "html": Format("text/html; charset=utf-8", "html", "report_html:write", "report"),
    "md": Format("text/markdown; charset=utf-8", "md", "report_md:write", "report"),
    "vsr-docx": Format(_OFFICE + "wordprocessingml.document", "docx", "vsr:write_docx", "vsr"),
    "vsr-md": Format("text/markdown; charset=utf-8", "md", "vsr:write_md", "vsr"),
    "pptx": Format(_OFFICE + "presentationml.presentation", "pptx", "slides:write", "slides"),
    "xlsx": Format(_OFFICE + "spreadsheetml.sheet", "xlsx", "workbook:write", "table"),
    "csv": Format("text/csv; charset=utf-8", "csv", "csv_file:write", "table"),
    "mural": Format("text/csv; charset=utf-8", "csv", "mural_csv:write", "table"),
    "board-pdf": Format("application/pdf", "pdf", "picture:write_pdf", "picture"),
    "board-svg": Format("image/svg+xml", "svg", "picture:write_svg", "picture"),
    "board-png": Format("image/png", "png", "picture:write_png", "picture"),
    "json": Format("application/json", "json", "json_file:write", "data"),
}
