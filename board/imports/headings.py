"""What people call columns, in all our languages: the heading of a column says which field it holds."""
from __future__ import annotations

from functools import cache

from . import tongues
from .vocabulary import fold, kind_of, words_for

# What a column can be. Author and country are recognised, so that nobody takes them for something else, and left out.
FIELDS = ("text", "kind", "theme", "cluster", "association", "author", "language", "sdgs", "status", "id", "answers", "votes", "color",
          "area", "tags", "x", "y", "country")
IGNORED = ("author", "country")
MERGED = "merged_into"      # of our own files only; nothing to choose
_LONGEST = 60
_OURS = {"text": ("column.text",), "kind": ("column.kind",), "theme": ("report.theme",), "cluster": ("report.cluster",),
         "association": ("report.association",), "author": ("column.author",), "language": ("column.language",), "sdgs": ("column.sdgs",),
         "status": ("column.status",), "id": ("column.id", "column.number"),
         "answers": ("column.linked_ids", "column.linked_numbers", "column.answers"), "votes": ("report.votes",), "x": ("column.x",),
         "y": ("column.y",), "country": ("report.country",), MERGED: ("column.merged_into",),
         "": ("report.comments", "report.proxy_votes", "report.supporters", "column.created_at", "column.edited_at")}
_MORE = {
    "text": "text, texto, texte, tekst, note, notes, nota, notas, notat, sticky, sticky note, post it, postit, content, contents, "
            "contenido, contenu, conteudo, innhold, contribution, contribucion, contribuicao, bidrag, aporte, idea text, statement, "
            "message, mensaje, mensagem, answer text, reply, card, tarjeta, carte, cartao, kort, النص, نص, المحتوي, محتوي, "
            "الملاحظه, ملاحظه, المساهمه, पाठ, विषयवस्तु, टिप्पणी, योगदान",
    "kind": "kind, type, tipo, art, slag, type of note, note type, tipo de nota, type de note, challenge or solution, desafio o "
            "solucion, desafio ou solucao, defi ou solution, utfordring eller losning, النوع, نوع, تحد او حل, प्रकार, किसिम",
    "theme": "theme, themes, topic, topics, category, pillar, zone, column, list, tema, temas, categoria, topico, pilar, eje, eje "
             "tematico, eixo, linea tematica, thematique, categorie, axe, volet, kategori, emne, omrade, المحور, محور, الموضوع, "
             "موضوع, الفئه, فئه, विषय, विषयहरू, श्रेणी, वर्ग",
    "cluster": "cluster, clusters, group, groups, grupo, grupos, groupe, groupes, gruppe, klynge, agrupacion, agrupamento, "
               "regroupement, subtheme, sub theme, subtema, sous theme, undertema, reflectiongroup, المجموعه, مجموعه, समूह, उपविषय",
    "association": "association, organisation, organization, institution, lga, local government association, member, asociacion, "
                   "organizacion, institucion, entidad, associacao, organizacao, instituicao, entidade, forbund, forening, organisasjon, "
                   "institusjon, kommuneforbund, الجمعيه, جمعيه, المنظمه, منظمه, المؤسسه, الرابطه, संघ, संस्था, संगठन",
    "author": "author, author name, created by, createdby, user, participant, name, person, respondent, autor, autora, participante, "
              "persona, pessoa, nombre, nome, usuario, auteur, autrice, nom, utilisateur, forfatter, navn, deltaker, last updated by, "
              "email, e mail, correo electronico, الكاتب, كاتب, الاسم, المشارك, लेखक, नाम, सहभागी",
    "language": "language, lang, idioma, lengua, lingua, langue, sprak, اللغه, لغه, भाषा",
    "sdgs": "sdgs, sdg, goal, goals, ods, odd, objetivos, objectifs, fns baerekraftsmal, baerekraftsmal, اهداف التنميه المستدامه, "
            "الاهداف, الهدف, दिगो विकास लक्ष्य, लक्ष्य",
    "status": "status, state, progress, estado, situacao, statut, etat, tilstand, الحاله, حاله, अवस्था, स्थिति",
    "id": "id, note id, uuid, ident, identifier, number, nr, no, num, ref, reference, numero, n, codigo, code, identifiant, "
          "lopenummer, item id, card id, المعرف, رقم, الرقم, परिचय, क्र सं, क्रम",
    "answers": "answers, answers to, answers challenge, linked ids, linked id, linked to, link to challenge, linked challenges, linked "
               "notes, responds to, solves, respondea, responde a, soluciona, resuelve, repond a, resout, svarer pa, loser, vinculado "
               "a, lie a, challenge id, يجيب عن, مرتبط ب, जोडिएको",
    "votes": "votes, vote, vote count, dots, likes, points, score, voting 0, votos, voto, puntos, pontos, curtidas, voix, stemmer, "
             "poeng, الاصوات, اصوات, عدد الاصوات, मत, मतहरू",
    "color": "color, colour, bg color, background color, fill color, sticky color, color de fondo, couleur, cor, farge, اللون, لون, "
             "रङ, रंग",
    "area": "area, frame, frame title, board section, section, lane, swimlane, marco, cadre, quadro, moldura, ramme, seccion, "
            "secao, felt, الاطار, المنطقه, क्षेत्र",
    "tags": "tags, tag, label, labels, etiqueta, etiquetas, etiquette, etiquettes, merkelapp, merkelapper, stikkord, الوسوم, وسوم, "
            "ट्याग",
    "x": "x, position x, pos x, left, x position",
    "y": "y, position y, pos y, top, y position",
    "country": "country, pais, pays, land, البلد, الدوله, देश",
    MERGED: "merged into",
    "": "comments, created at, createdat, edited at, timestamp, date, last updated, last content edited, last content edited "
        "by, link to, integration labels, border line, sticky type, rank, stack, author id, column id, fecha, data de criacao, "
        "dato, marca temporal, horodateur, الطابع الزمني, proxy votes",
}
# May hold the text when nothing better does.
_WEAK_TEXT = ("title, description, comment, item, name, details, detail, summary, headline, titulo, descripcion, comentario, detalle, "
              "resumen, descricao, detalhe, resumo, titre, intitule, commentaire, resume, tittel, beskrivelse, kommentar, العنوان, "
              "الوصف, تعليق, शीर्षक, विवरण")


def field_of(heading: str) -> str | None:
    """The field, "" for what is known and not wanted, None for what says nothing; of translations see `tongues`. Columns
    such as `Votes: March` and `Proxy votes: March` are both votes."""
    if len(heading) > _LONGEST:
        return None
    translation = tongues.field_of(heading)
    if translation is not None:
        return translation
    folded, known = fold(heading), _known()
    if folded in known:
        return known[folded]
    start = fold(heading.split(":")[0]) if ":" in heading else ""
    if known.get(start) == "votes" or start in words_for("report.proxy_votes"):
        return "votes"
    for part in heading.replace("(", "/").replace(")", "/").replace("|", "/").split("/")[:6]:     # in two languages, or explained
        found = known.get(fold(part))
        if found:
            return found
    return None


def is_weak_text(heading: str) -> bool:
    return fold(heading) in _weak()


def kind_in(heading: str) -> str:
    """The kind that a column of texts has by its heading, such as `Challenges` or `What is your solution?`."""
    return kind_of(heading)


def is_known(heading: str) -> bool:
    return field_of(heading) is not None or is_weak_text(heading)


def knows(cells: list[str]) -> int:
    """How many of them are headings we know."""
    return sum(bool(each.strip()) and is_known(each) for each in cells)


def prefers_ids(heading: str) -> bool:
    """Of two columns of links, the one that does not repeat texts."""
    return fold(heading) in words_for("column.linked_ids") | words_for("column.linked_numbers")


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, keys in _OURS.items():
        for key in keys:
            for word in words_for(key):
                found.setdefault(word, name)
    for name, words in _MORE.items():
        for word in words.split(","):
            found.setdefault(fold(word), name)
    return found


@cache
def _weak() -> frozenset[str]:
    return frozenset(fold(word) for word in _WEAK_TEXT.split(","))
