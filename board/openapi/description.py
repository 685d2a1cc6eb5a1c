"""This document."""
from __future__ import annotations

from .words import answer, operation

PATHS = {"/api/openapi.json": {"get": operation("This document.", {200: answer("OpenAPI 3.1.", {"type": "object"})})}}
