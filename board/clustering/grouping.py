"""Groups from similar pairs: careful, the same for the same notes, small.

Agglomeration by average link (UPGMA, Sokal and Michener 1958): the two groups whose members are on average most alike
come together first, as long as that average passes a threshold that rises with the size of the result.
"""
from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TypeVar

from .similarity import Pairs

Item = TypeVar("Item")
LARGEST = 12        # notes in a group: more than a screenful is a theme of its own
STRICTER = 0.02    # added to the threshold for each note past two


def groups(pairs: Pairs, *, threshold: float) -> list[list[int]]:
    """Groups of two or more, by what the pairs are named, sorted."""
    members: dict[int, list[int]] = {}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), alike in pairs.items():
        members[one], members[other] = [one], [other]
        links[one][other] = links[other][one] = alike
    heap = [(-alike, one, other) for (one, other), alike in pairs.items() if alike >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if one not in members or other not in members or other not in links[one]:
            continue
        size, together = len(members[one]) + len(members[other]), len(members[one]) * len(members[other])
        if size > LARGEST or -negative != links[one][other] / together:     # grown since
            continue
        _merge(members, links, one, other)
        for third, total in links[one].items():
            average = total / (len(members[one]) * len(members[third]))
            size = len(members[one]) + len(members[third])
            if size <= LARGEST and average >= threshold + STRICTER * (size - 2):
                heapq.heappush(heap, (-average, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _merge(members: dict[int, list[int]], links: dict[int, dict[int, float]], one: int, other: int) -> None:
    """`other` becomes part of `one`; a group is named by its smallest member. Links hold sums over pairs of members."""
    members[one] += members.pop(other)
    for third, total in links.pop(other).items():
        del links[third][other]
        if third != one:
            links[one][third] = links[third][one] = links[one].get(third, 0.0) + total


def cohesion(group: list[int], pairs: Pairs) -> float:
    """Average similarity inside a group, 0 to 1."""
    total = sum(pairs.get((one, other), 0.0) for at, one in enumerate(group) for other in group[at + 1:])
    return total / (len(group) * (len(group) - 1) / 2)


def portions(group: list[Item]) -> list[list[Item]]:
    """A group too large, in equal parts of at most LARGEST, in its order. No part has fewer than two."""
    count = -(-len(group) // LARGEST)
    size, rest = divmod(len(group), count)
    cut, at = [], 0
    for number in range(count):
        step = size + (number < rest)
        cut.append(group[at:at + step])
        at += step
    return cut
