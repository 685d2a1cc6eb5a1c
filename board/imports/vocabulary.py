"""Words people write in all our languages for kinds, statuses, languages and themes, however they spell them."""
from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from ..export.words import catalogues as read_catalogues

KINDS = ("challenge", "solution")
STATUSES = ("open", "in_progress", "solved", "key_message")
# Beside the words of our own catalogues; folded, see below.
_MORE_KINDS = {
    "challenge": "problem problems issue issues obstacle obstacles barrier barriers difficulty difficulties gap gaps need needs pain "
                 "problema problemas reto retos dificultad dificultades obstaculo obstaculos barrera barreras brecha brechas "
                 "dificuldade dificuldades barreira barreiras lacuna lacunas entrave entraves "
                 "probleme problemes difficulte difficultes enjeu enjeux frein freins "
                 "utfordringen utfordringene problemet problemene problemer hinder hindringer barriere barrierer "
                 "مشكله مشاكل مشكلات صعوبه صعوبات عقبه عقبات تحديات تحدي "
                 "समस्या समस्याहरू बाधा अवरोध चुनौतिहरू",
    "solution": "answer answers idea ideas proposal proposals recommendation recommendations action actions response responses "
                "respuesta respuestas propuesta propuestas recomendacion recomendaciones accion acciones "
                "proposta propostas recomendacao recomendacoes resposta respostas acao acoes ideia ideias "
                "idee idees proposition propositions recommandation recommandations reponse reponses "
                "losningen losningene svar ide ideer forslag tiltak anbefaling anbefalinger "
                "حلول مقترح مقترحات اقتراح اقتراحات توصيه توصيات فكره افكار "
                "उपाय उपायहरू सुझाव सुझावहरू विचार"}
_MORE_STATUSES = {
    "open": "new, todo, to do, pending, abierta, nuevo, ouverte, nouveau, aberta, novo, ny, مفتوحه, جديد, नयाँ",
    "in_progress": "doing, ongoing, started, wip, en proceso, en progreso, em progresso, pagar, جار, قيد العمل",
    "solved": "done, closed, complete, completed, resolved, resuelta, hecho, cerrado, resolue, fait, termine, ferme, resolvida, feito, "
              "fechado, ferdig, lukket, منجز, مغلق, सकियो",
    "key_message": "key messages, mensajes clave, messages cles, mensagens chave"}
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u2066-\u2069\ufe0f]")
_ARABIC = str.maketrans("ىةیک", "يهيك")
_LANGUAGE = re.compile(r"([a-z]{2,3})((?:[-_](?:[a-z]{2}|[a-z]{4}|[0-9]{3}|[a-z0-9]{5,8})){0,3})\Z", re.IGNORECASE)
_GOAL = re.compile(r"(\D+) (\d{1,2})\Z")
_SHORT = 60


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """In small letters, without accents, signs and needless blanks: how words are compared."""
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text[:400].casefold())).translate(_ARABIC).replace("ø", "o").replace("æ", "ae")
    return " ".join("".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in text).split())


def catalogues() -> list[dict[str, Any]]:
    return list(read_catalogues().words.values())


def words_for(key: str) -> set[str]:
    """What our files call it, in all languages."""
    return {fold(words[key]) for words in catalogues() if isinstance(words.get(key), str)} - {""}


def kind_of(value: str) -> str:
    """`challenge` or `solution`, "" when it says neither or both: the only kind that its words name."""
    if len(value) > _SHORT:
        return ""
    folded, known = fold(value), _kinds()
    if folded in known:
        return known[folded]
    found = {known.get(word) or known.get(word.removeprefix("ال")) for word in folded.split()} - {None}
    return str(found.pop()) if len(found) == 1 else ""


def is_kind_word(text: str) -> bool:
    """Whether it says a kind and nothing else: a heading, no contribution."""
    if len(text) > _SHORT:
        return False
    folded, known = fold(text), _kinds()
    return folded in known or bool(kind_of(text)) and all(word in known or word.removeprefix("ال") in known for word in folded.split())


def status_of(value: str) -> str:
    return _statuses().get(fold(value), "")


def language_of(value: str) -> str:
    """A tag such as `es` or `pt-BR`, from itself or the language's name in one of our languages; "" when unknown."""
    names = _languages()
    found = _LANGUAGE.match(value.strip())
    if found and names.get(found[1].lower()) == found[1].lower():
        return "-".join([found[1].lower(), *map(_subtag, re.split("[-_]", found[2])[1:])])
    return names.get(fold(value), "")


def _subtag(written: str) -> str:
    """`BR`, `Hant`, as they are usually written."""
    return {2: str.upper, 4: str.title}.get(len(written), str.lower)(written)


def goal_in(tag: str) -> str:
    """The number in `SDG 5` or `ODS: 5`, "" where it is something else."""
    found = _GOAL.match(fold(tag))
    return found[2] if found and found[1] in _goal_names() else ""


def theme_of(value: str, themes: list[dict[str, str]]) -> str:
    """The id of the board's theme that is meant: by title or id, or by most of its words; "" when none is."""
    folded = fold(value)
    if not folded:
        return ""
    for theme in themes:
        if folded in (fold(theme["title"]), fold(theme["id"])):
            return theme["id"]
    mine = _words(value)
    best, found, second = 0.0, "", 0.0
    for theme in themes:
        other = _words(theme["title"])
        shared = sum(len(word) for word in mine & other if len(word) > 2)
        score = shared / min(sum(map(len, mine)), sum(map(len, other)) or 1) if shared else 0
        if score > best:
            best, found, second = score, theme["id"], best
        else:
            second = max(second, score)
    return found if best >= 0.6 and best > second else ""


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


@cache
def _kinds() -> dict[str, str]:
    found = {}
    for kind in KINDS:
        for word in {*words_for(f"kind.{kind}"), *words_for(f"kind.{kind}s"), *_MORE_KINDS[kind].split(), kind}:
            found[fold(word)] = kind
    return found


@cache
def _goal_names() -> set[str]:
    named = {fold(words["report.sdg"].replace("{number}", "")) for words in catalogues() if "report.sdg" in words}
    return named | words_for("column.sdgs") | {"sdg", "sdgs", "goal", "ods", "odd"}


@cache
def _statuses() -> dict[str, str]:
    found = {}
    for status in STATUSES:
        words = {*words_for(f"status.{status}"), status.replace("_", " ")}
        for word in words:
            found[word] = status
    for status, more in _MORE_STATUSES.items():
        for word in more.split(","):
            found.setdefault(fold(word), status)
    return found


@cache
def _languages() -> dict[str, str]:
    """Tags and folded names to tags."""
    from babel import Locale  # takes a while, and few files have such a column
    found: dict[str, str] = {}
    for tag in ("en", "es", "fr", "pt", "ar", "ne", "nb"):
        for code, name in Locale.parse(tag).languages.items():
            if re.fullmatch("[a-z]{2,3}", code):
                found.setdefault(fold(name), code)
                found[code] = code
    for code, own in (("nb", "norsk"), ("nb", "norwegian"), ("nb", "noruego"), ("nb", "norvegien"), ("nb", "noruegues")):
        found[own] = code
    return found
