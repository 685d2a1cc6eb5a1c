"""WebSocket frames: whatever pieces they come in, the messages are the same; whatever is wrong with them, it is said."""
from __future__ import annotations

import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from masked import sent

from board.direct.frames import BINARY, CONTINUATION, TEXT, FrameError, FrameReader, frame

MOST = 70_000
PING, CLOSE = 9, 8


def read(*pieces, most=MOST):
    reader = FrameReader(most)
    return [found for piece in pieces for found in reader.feed(piece)]


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535, 65_536, MOST])
def test_a_message_of_any_allowed_size(size):
    payload = os.urandom(size)
    assert read(sent(payload)) == [(TEXT, payload)]


@given(st.lists(st.tuples(st.sampled_from([TEXT, BINARY, PING]), st.binary(max_size=120)), max_size=12), st.data())
def test_the_pieces_do_not_matter(messages, data):
    stream = b"".join(sent(payload, opcode) for opcode, payload in messages)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=20)))
    pieces = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert read(*pieces) == messages


def test_byte_by_byte():
    stream = sent(b"one") + sent(b"x" * 300) + sent(b"", PING) + sent(b"y" * 66_000)
    assert [len(payload) for _, payload in read(*(stream[i:i + 1] for i in range(len(stream))))] == [3, 300, 0, 66_000]


def test_a_message_in_several_frames_with_a_ping_between():
    word = "मे".encode()
    stream = (sent(word[:4], last=False) + sent(b"?", PING) + sent(word[4:], CONTINUATION, last=False)
              + sent(b"!", CONTINUATION) + sent(b"next"))
    assert read(stream) == [(PING, b"?"), (TEXT, word + b"!"), (TEXT, b"next")]


@pytest.mark.parametrize(("stream", "status"), [
    (sent(b"x", masked=False), 1002),
    (sent(b"x", reserved=0x40), 1002),        # compressed, which was not agreed on
    (sent(b"x", reserved=0x10), 1002),
    (sent(b"x", 3), 1002),
    (sent(b"x", 11), 1002),
    (sent(b"x", PING, last=False), 1002),
    (sent(b"x" * 126, CLOSE), 1002),
    (sent(b"x", CONTINUATION), 1002),
    (sent(b"x", last=False) + sent(b"y"), 1002),
    (sent(b"x" * (MOST + 1)), 1009),
    (sent(b"x" * 40_000, last=False) + sent(b"x" * 40_000, CONTINUATION), 1009),
    (b"\x81\xff" + struct.pack("!Q", 2**63), 1009),
], ids=["unmasked", "compressed", "reserved", "opcode", "control-opcode", "control-in-parts", "long-control", "no-beginning",
        "within", "long", "long-in-parts", "enormous"])
def test_what_is_wrong_is_said(stream, status):
    with pytest.raises(FrameError) as error:
        read(stream)
    assert error.value.status == status


def test_what_came_before_the_fault_still_counts():
    reader, got = FrameReader(MOST), []
    with pytest.raises(FrameError):
        for found in reader.feed(sent(b"good") + sent(b"bad", 3)):
            got.append(found)
    assert got == [(TEXT, b"good")]


def test_a_fault_is_seen_before_the_rest_of_the_frame_is_there():
    with pytest.raises(FrameError):
        read(sent(b"x" * (MOST + 1))[:10])


def test_frames_without_content_cannot_go_on_for_ever():
    with pytest.raises(FrameError):
        read(sent(b"", last=False), *(sent(b"", CONTINUATION, last=False) for _ in range(200)), most=100)


@given(st.binary(max_size=300))
def test_noise_is_read_or_refused(noise):
    try:
        read(noise)
    except FrameError as error:
        assert error.status in (1002, 1009)


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_what_we_send_is_a_frame(size):
    made = frame(b"x" * size)
    head = 2 if size < 126 else 4 if size < 65_536 else 10
    assert made[0] == 0x81 and len(made) == head + size
    assert made[1] & 127 == (size if size < 126 else 126 if size < 65_536 else 127)
