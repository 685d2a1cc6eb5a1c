"""How good the suggestions of clusters are, and how long they take. Prints the tables of docs/clustering.md.

    python tests/bench/clustering.py                            quality of every method, thresholds found on the development part
    python tests/bench/clustering.py --model DIRECTORY          the same, with an embedding model of the host
    python tests/bench/clustering.py --embedder module:function the same, with a function from texts to vectors
    python tests/bench/clustering.py --times                    seconds at 250 to 10,000 notes

Labelled notes: tests/bench/clustering/labelled.json, and the demo workshop with its own clusters.
"""
from __future__ import annotations

import argparse
import importlib
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from board.clustering import duplicates, embeddings, features, grouping, providers, similarity, suggestions, words  # noqa: E402

LABELLED = Path(__file__).parent / "clustering" / "labelled.json"
DEMO = ROOT / "board" / "demo" / "workshop.json"
LANGUAGES = words.LANGUAGES
THRESHOLDS = [step / 100 for step in range(10, 82, 2)]
SIZES = (250, 1_000, 5_000, 10_000)


# ---- labelled notes

def sets():
    """`{name: notes}`; each note has `cluster`, None for a loner."""
    labelled = json.loads(LABELLED.read_text("utf-8"))["notes"]
    parts = {part: [note for note in labelled if note["part"] == part] for part in dict.fromkeys(note["part"] for note in labelled)}
    demo = json.loads(DEMO.read_text("utf-8"))
    cluster = {note: str(at) for at, own in enumerate(demo["clusters"]) for note in own["notes"]}
    parts["demo workshop"] = [note | {"cluster": cluster.get(note["id"])} for note in demo["notes"]]
    return parts


def truth(notes):
    groups = defaultdict(list)
    for note in notes:
        if note["cluster"]:
            groups[note["theme"], note["cluster"]].append(note["id"])
    return list(groups.values())


# ---- measures

def pairs_of(groups):
    return {tuple(sorted(pair)) for group in groups for pair in combinations(group, 2)}


def precision_recall(found, true):
    both = len(found & true)
    return both / len(found) if found else float("nan"), both / len(true) if true else float("nan")


def f_half(precision, recall):
    """F with precision counting double (van Rijsbergen's F, beta 0.5); 0 where nothing right was found."""
    return 0.0 if not precision or not recall or math.isnan(precision) else 1.25 * precision * recall / (0.25 * precision + recall)


def adjusted_rand(ids, found, true):
    """Adjusted Rand index (Hubert and Arabie 1985); whoever is in no group is a group alone."""
    def labels(groups):
        label = {note: f"alone {note}" for note in ids}
        label.update({note: str(at) for at, group in enumerate(groups) for note in group if note in label})
        return label
    one, two = labels(found), labels(true)
    together = sum(math.comb(count, 2) for count in Counter((one[note], two[note]) for note in ids).values())
    first = sum(math.comb(count, 2) for count in Counter(one.values()).values())
    second = sum(math.comb(count, 2) for count in Counter(two.values()).values())
    expected = first * second / math.comb(len(ids), 2) if len(ids) > 1 else 0.0
    most = (first + second) / 2
    return (together - expected) / (most - expected) if most != expected else 1.0


# ---- methods: a list of read notes of one theme → similar pairs

def cosine_pairs(notes, vectors):
    lengths = {at: math.sqrt(sum(value * value for value in vector.values())) or 1.0 for at, vector in vectors.items()}
    found = {}
    for one, other in combinations(notes, 2):
        first, second = vectors[one.order], vectors[other.order]
        dot = sum(value * second[name] for name, value in first.items() if name in second)
        if dot:
            found[min(one.order, other.order), max(one.order, other.order)] = dot / lengths[one.order] / lengths[other.order]
    return found


def weighed(notes, count):
    """TF-IDF vectors by order, from `count(note)` → Counter."""
    counted = {note.order: count(note) for note in notes}
    spread = Counter(name for own in counted.values() for name in own)
    return {at: {name: number * math.log((len(notes) + 4) / (spread[name] + 1)) for name, number in own.items()}
            for at, own in counted.items()}


def letters(note):
    text = f" {duplicates.key(note)} "
    return Counter(text[at:at + size] for size in (3, 4, 5) for at in range(len(text) - size + 1))


def stems(note):
    stops = words.stop_words(note.language)
    return Counter(words.stem(word, note.language) for word in note.words if word not in stops and len(word) > 2)


def concepts(note):
    return Counter({name: weight for name, weight in note.features.items() if name[0] == "c"})


class Method:
    """A way to find similar pairs; `prepare` sees the whole board, `pairs` one theme."""

    def __init__(self, name, count=None, embed=None, share=1.0):
        self.name, self.count, self.embed, self.share = name, count, embed, share

    def groups(self, notes, thresholds):
        """`{threshold: groups of ids}`, near-identical texts first as the product does."""
        known = features.read(notes)
        vectors = weighed(known, self.count) if self.count else None
        rows = embeddings.vectors(known, SimpleNamespace(embed=self.embed)) if self.embed else None
        themes = defaultdict(list)
        for note in known:
            themes[note.theme].append(note)
        found = {threshold: [] for threshold in thresholds}
        for own in themes.values():
            own.sort(key=lambda note: note.order)
            same = duplicates.groups(own)
            taken = {note.order for group in same for note in group}
            rest = [note for note in own if note.order not in taken]
            pairs = cosine_pairs(rest, vectors) if vectors else similarity.pairs(rest)
            if rows is not None:
                pairs = embeddings.joined(rest, [rows[note.place] for note in rest], pairs, self.share)
            ids = {note.order: note.id for note in own}
            for threshold in thresholds:
                found[threshold] += [[note.id for note in group] for group in same]
                found[threshold] += [[ids[order] for order in group] for group in grouping.groups(pairs, threshold=threshold)]
        return found


class ByLanguage:
    """What must not happen: everything of one language and theme together."""
    name = "by language (what must not happen)"

    def groups(self, notes, thresholds):
        groups = defaultdict(list)
        for note in notes:
            groups[note["theme"], note["language"]].append(note["id"])
        return dict.fromkeys(thresholds, list(groups.values()))


def methods(embed):
    yield ByLanguage()
    yield Method("letters: 3–5 n-grams, TF-IDF", letters)
    yield Method("words: stems without stop words, TF-IDF", stems)
    yield Method("concepts: the lexicon alone", concepts)
    yield Method("concepts and words (chosen)")
    if embed:
        yield Method("embeddings alone", embed=embed)
        yield Method("concepts, words and embeddings", embed=embed, share=embeddings.SHARE)


def best_threshold(method, notes):
    true = pairs_of(truth(notes))
    found = method.groups(notes, THRESHOLDS)
    return max(THRESHOLDS, key=lambda threshold: (f_half(*precision_recall(pairs_of(found[threshold]), true)), threshold))


# ---- tables

def percent(value):
    return "–" if math.isnan(value) else f"{value:.2f}"


def quality(embed):
    parts = sets()
    print("| Method | Threshold | Set | Groups | ARI | Precision | Recall | F½ | across: precision | recall |")
    print("| --- | ---: | --- " + "| ---: " * 7 + "|")
    chosen = {}
    for method in methods(embed):
        threshold = best_threshold(method, parts["development"])
        if method.name.endswith("(chosen)"):
            threshold = suggestions.THRESHOLD
        elif method.name.endswith("and embeddings"):
            threshold = suggestions.THRESHOLD_JOINED
        for part, notes in parts.items():
            groups = method.groups(notes, [threshold])[threshold]
            chosen[method.name, part] = groups
            print(row(method.name, threshold, part, notes, groups))
    print("\nThe chosen method by language (pairs within it) and across languages:\n")
    print("| Set | Language | Notes | Pairs | Found | ARI | Precision | Recall |\n| --- | --- " + "| ---: " * 6 + "|")
    for part, notes in parts.items():
        by_language(part, notes, chosen["concepts and words (chosen)", part])


def row(name, threshold, part, notes, groups):
    true, found = pairs_of(truth(notes)), pairs_of(groups)
    language = {note["id"]: note["language"] for note in notes}
    across = [{pair for pair in pairs if language[pair[0]] != language[pair[1]]} for pairs in (found, true)]
    precision, recall = precision_recall(found, true)
    ari = adjusted_rand([note["id"] for note in notes], groups, truth(notes))
    return (f"| {name} | {threshold:.2f} | {part} | {len(groups)} | {ari:.2f} | {percent(precision)} | {percent(recall)} | "
            f"{f_half(precision, recall):.2f} | " + " | ".join(percent(value) for value in precision_recall(*across)) + " |")


def by_language(part, notes, groups):
    language = {note["id"]: note["language"] for note in notes}
    found, true = pairs_of(groups), pairs_of(truth(notes))
    for name in (*LANGUAGES, "across"):
        def kept(pairs, name=name):
            if name == "across":
                return {pair for pair in pairs if language[pair[0]] != language[pair[1]]}
            return {pair for pair in pairs if {language[pair[0]], language[pair[1]]} == {name}}
        ids = [note for note, own in language.items() if name in (own, "across")]
        ari = adjusted_rand(ids, groups, truth(notes)) if name != "across" and kept(true) else float("nan")
        values = " | ".join(percent(value) for value in (ari, *precision_recall(kept(found), kept(true))))
        print(f"| {part} | {name} | {len(ids)} | {len(kept(true))} | {len(kept(found))} | {values} |")


def made_notes(count):
    """`count` notes in five themes and seven languages: halves of the labelled notes put together anew, so that most texts
    differ, words repeat as they do in a workshop, and a few are near-identical."""
    chance = random.Random(2024)
    by_language = defaultdict(list)
    for note in (note for notes in sets().values() for note in notes):
        by_language[note["language"]].append(note["text"])
    themes = ["political-will", "data", "capacity", "national-support", "representativeness"]
    notes = []
    for at in range(count):
        language = chance.choice(LANGUAGES)
        texts = [chance.choice(by_language[language]).split() for _ in range(3)]
        chosen = [word for text in texts for word in text[:max(1, len(text) * 2 // 3)]]
        notes.append({"id": f"n{at}", "theme": chance.choice(themes), "kind": "challenge", "text": " ".join(chosen), "language": language})
    return notes


def times(model):
    print("| Notes | Suggestions | Seconds, whole process | CPU seconds | Memory MB |\n" + "| ---: " * 5 + "|")
    for count in SIZES:
        asked = json.dumps({"notes": made_notes(count), "language": "en", "model": model}).encode()
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        command = [sys.executable, "-I", str(ROOT / "board/clustering/__main__.py")]
        done = subprocess.run(command, input=asked, capture_output=True, check=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"| {count:,} | {len(json.loads(done.stdout)['suggestions']):,} | {wall:.2f} | {cpu:.2f} | {after.ru_maxrss / 1024:.0f} |")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--times", action="store_true")
    asked.add_argument("--model")
    asked.add_argument("--embedder", help="module:function")
    args = asked.parse_args()
    embed = providers.load(args.model).embed if args.model else None
    if args.embedder:
        module, name = args.embedder.split(":")
        embed = getattr(importlib.import_module(module), name)
    if args.times:
        times(args.model)
    else:
        quality(embed)


if __name__ == "__main__":
    main()
