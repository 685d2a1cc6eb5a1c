"""Too fast is answered with how long to wait; right keys are never held back by somebody else's wrong ones."""
from __future__ import annotations

import pytest

from board.protocol import Refused
from board.rates import Bucket, Guesses, SeatRates


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    def passes(self, seconds):
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


def wait_of(work, *arguments):
    try:
        work(*arguments)
    except Refused as refused:
        assert refused.reason == "too_fast"
        return refused.details["retry_after"]
    return 0


def test_a_burst_is_let_through_and_then_the_rate_holds(clock):
    bucket = Bucket(2, 5, clock)
    assert [bucket.take() for _ in range(5)] == [0] * 5
    assert bucket.take() == pytest.approx(0.5)
    clock.passes(0.5)
    assert bucket.take() == 0 and bucket.take() > 0


def test_a_refused_take_takes_nothing(clock):
    bucket = Bucket(1, 1, clock)
    bucket.take()
    for _ in range(100):
        assert bucket.take() > 0
    clock.passes(1)
    assert bucket.take() == 0


def test_waiting_as_long_as_told_is_long_enough(clock):
    bucket = Bucket(3, 7, clock)
    for _ in range(50):
        wait = bucket.take(4)
        clock.passes(wait + 1e-9)
        assert wait == 0 or bucket.take(4) == 0


def test_more_than_the_burst_at_once_is_let_through_and_owed(clock):
    bucket = Bucket(1, 10, clock)
    assert bucket.take(30) == 0
    assert bucket.take() == pytest.approx(21)
    clock.passes(21)
    assert bucket.take() == 0


def test_a_rate_of_0_is_no_limit(clock):
    bucket = Bucket(0, 1, clock)
    assert all(bucket.take(100) == 0 for _ in range(100))


def test_a_bucket_never_holds_more_than_its_burst(clock):
    bucket = Bucket(10, 3, clock)
    clock.passes(3600)
    assert bucket.full and [bool(bucket.take()) for _ in range(4)] == [False, False, False, True]
    assert not bucket.full


def test_a_seat_sends_100_changes_at_once_then_30_a_second(clock):
    rates = SeatRates(30, 100, 0, clock)
    assert sum(wait_of(rates.require, "b", "ana", 0) == 0 for _ in range(150)) == 100
    clock.passes(1)
    assert sum(wait_of(rates.require, "b", "ana", 0) == 0 for _ in range(150)) == 30


def test_a_seat_adds_300_notes_a_minute(clock):
    rates = SeatRates(0, 1, 300, clock)
    assert wait_of(rates.require, "b", "ana", 300) == 0
    assert 0 < wait_of(rates.require, "b", "ana", 1) <= 0.2
    assert wait_of(rates.require, "b", "ana", 0) == 0, "moving is not adding"
    clock.passes(60)
    assert wait_of(rates.require, "b", "ana", 300) == 0


def test_seats_do_not_share_a_rate_nor_do_boards(clock):
    rates = SeatRates(1, 1, 0, clock)
    assert wait_of(rates.require, "b", "ana", 0) == 0 and wait_of(rates.require, "b", "ana", 0) > 0
    assert wait_of(rates.require, "b", "olga", 0) == 0 and wait_of(rates.require, "other", "ana", 0) == 0


def test_buckets_that_are_full_again_are_forgotten(clock):
    rates = SeatRates(1, 1, 1, clock)
    for number in range(20_001):
        rates.require("b", f"s{number}", 1)
    clock.passes(60)
    rates.require("b", "late", 0)
    assert len(rates._buckets) == 1


def test_d4_ten_wrong_guesses_a_minute_then_too_fast(clock):
    guesses = Guesses(10, clock)
    for _ in range(10):
        assert wait_of(guesses.require, "device a") == 0
        guesses.failed("device a")
    assert 0 < wait_of(guesses.require, "device a") <= 6
    assert wait_of(guesses.require, "device b") == 0
    clock.passes(6)
    assert wait_of(guesses.require, "device a") == 0


def test_d4_right_guesses_are_not_counted(clock):
    guesses = Guesses(1, clock)
    assert all(wait_of(guesses.require, "device a") == 0 for _ in range(1000))
    guesses.failed("device a")
    clock.passes(60)
    assert all(wait_of(guesses.require, "device a") == 0 for _ in range(1000))
