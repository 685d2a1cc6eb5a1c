"""The parts an application is wired from, as the views and sockets see them."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import current_app

if TYPE_CHECKING:
    from config import Settings

    from .assets import Assets
    from .concurrency import Concurrency
    from .db import Database
    from .exporting import Exporting
    from .exports import Kept
    from .i18n import Catalogues
    from .oidc import Provider
    from .presence import Presence
    from .pulse import Pulse
    from .queues import BoardQueues
    from .rates import Guesses, NewBoards, SeatRates
    from .signing import Signer
    from .snapshot_body import Snapshots
    from .suggesting import Suggesting
    from .translating import Translating


@dataclass
class Parts:
    version: str
    settings: Settings
    concurrency: Concurrency
    database: Database
    queues: BoardQueues
    snapshots: Snapshots
    presence: Presence
    rates: SeatRates
    signer: Signer
    guesses: Guesses
    address_guesses: Guesses
    new_boards: NewBoards
    provider: Provider
    form_rates: SeatRates
    suggesting: Suggesting
    translating: Translating
    exporting: Exporting
    kept: Kept
    catalogues: Catalogues
    assets: Assets
    send: Callable[[str, str, Any], None]
    pulse: Pulse = field(init=False)
    put_out: Callable[[str, str], None] = lambda board_id, seat_id: None


def parts() -> Parts:
    return current_app.extensions["board"]
