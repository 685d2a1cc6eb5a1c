"""What a board gives to a Voluntary Subnational Review, to be pasted into it: as a Word document and in Markdown."""
from __future__ import annotations

from .job import Job
from .vsr_docx import VsrDocument
from .vsr_md import markdown
from .vsr_outline import VsrOutline


def write_docx(job: Job) -> bytes:
    return VsrDocument(job).body()


def write_md(job: Job) -> bytes:
    return markdown(job, VsrOutline(job)).encode()
