"""LibreOffice as an independent reader of what is exported: Word, PowerPoint and Excel files become PDF.

It reads with the exporters' own fonts and no others, so that every machine shows the same.
"""
from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

FONTS = Path(__file__).parents[1] / "board/export/fonts"
PROGRAMS = "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui"
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def missing() -> str:
    """Why there can be no reading, or ""."""
    return "" if shutil.which("soffice") else f"needs LibreOffice: apt-get install --no-install-recommends {PROGRAMS}"


def to_pdf(files: Sequence[Path], folder: Path, patience: int = 240) -> list[Path]:
    """The PDF of each in `folder`, made by one process, which keeps all it remembers in there too."""
    profile, configuration = folder / "profile", folder / "fonts.conf"
    profile.mkdir(parents=True)
    configuration.write_text(_CONFIGURATION.format(fonts=FONTS, cache=profile), "utf-8")
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
         *map(str, files)],
        env=os.environ | {"HOME": str(profile), "FONTCONFIG_FILE": str(configuration)}, capture_output=True, text=True, timeout=patience)
    made = [folder / f"{file.stem}.pdf" for file in files]
    unread = [file.name for file, pdf in zip(files, made, strict=True) if not pdf.exists()]
    if unread or done.returncode:
        raise RuntimeError(f"LibreOffice did not read {', '.join(unread)}: {done.stderr[-2000:]}")
    return made
