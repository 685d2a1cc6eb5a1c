"""WebSocket frames as a client sends them."""
from __future__ import annotations

import struct

from board.direct.frames import TEXT


def sent(payload, opcode=TEXT, *, last=True, masked=True, reserved=0, mask=b"\x01\xfe\x80\x33"):
    """A frame as a client sends it."""
    size = len(payload)
    head = bytes([opcode | reserved | (128 if last else 0)])
    bit = 128 if masked else 0
    if size < 126:
        head += bytes([bit | size])
    elif size < 65536:
        head += bytes([bit | 126]) + struct.pack("!H", size)
    else:
        head += bytes([bit | 127]) + struct.pack("!Q", size)
    if not masked:
        return head + payload
    return head + mask + bytes(each ^ mask[index % 4] for index, each in enumerate(payload))
