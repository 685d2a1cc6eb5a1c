"""Whether the provider of identities that the host has chosen lets somebody make boards. The exchange itself, with the libraries
it takes, is loaded when somebody signs in: most hosts have no provider, and would pay for it in every process."""
from __future__ import annotations

from typing import Any

from config import Settings

WHY = ("unavailable", "denied", "expired", "failed", "not_allowed")


class SignInFailed(Exception):
    """`why`: `unavailable` the provider does not answer, `denied` the person or the provider said no, `expired` it took too long
    or began elsewhere, `failed` the answer is none to believe, `not_allowed` this person may not."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why)
        self.why, self.detail = why, detail


class Provider:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loaded: Any = None

    def begin(self, back: str) -> tuple[str, dict[str, Any]]:
        """Where to send the person, and what to remember of it. Raises SignInFailed."""
        found: tuple[str, dict[str, Any]] = self._exchange().begin(back)
        return found

    def finish(self, back: str, kept: dict[str, Any] | None, given: dict[str, str]) -> None:
        """The person is back with what the provider `given`. Raises SignInFailed unless they may make boards."""
        self._exchange().finish(back, kept, given)

    def _exchange(self) -> Any:
        if self._loaded is None:
            from .oidc_exchange import Exchange
            self._loaded = Exchange(self._settings)
        return self._loaded
