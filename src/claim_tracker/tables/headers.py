"""What the columns of trackers are called, and the field of a claim that each is.

A field is named as in the format, with `update.` or `source.` before one of an update or a
source: `due`, `update.date`, `source.url`, `update.source.title`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from claim_tracker.claims.fields import Part, fields_of, label_of, use_of, value_type
from claim_tracker.claims.model import DATE_FIELDS, Claim, Quantity, Source, Update
from claim_tracker.text.display import folded

SEVERAL = frozenset(
    "note tags places related source source.url update.note update.source update.source.url".split()
)
"""The fields that several columns may have values of."""
KEY = "key"
"""The field of the key that names a row of one table in another."""
_WORDINGS: Mapping[str, str] = {
    # the likelier wordings of each field first
    "id": (
        "id, promise id, claim id, pledge id, commitment id, uid, identifier, slug, key, code, "
        "ref, no, nr, number, nummer, numero, número, #, promise no, promise number, №, row, "
        "index"
    ),
    "claim": (
        "claim, promise, pledge, commitment, statement, prediction, forecast, claim text, "
        "promise text, pledge text, statement text, simplified promise, what was promised, what "
        "was said, wording, manifesto commitment, manifesto promise, election promise, campaign "
        "promise, promise made, undertaking, assurance, announcement, promesse, engagement, "
        "promesa, compromiso, afirmación, versprechen, wahlversprechen, zusage, aussage, "
        "behauptung, promessa, compromisso, alegação, impegno, dichiarazione, belofte, "
        "toezegging, uitspraak, обіцянка, обещание, заявление, заява, obietnica, löfte, vaat, "
        "الوعد, وعده, قول, वादा, वाचा, คำสัญญา, นโยบาย, 公約, 承诺, goal, objective, target, "
        "measure, policy, initiative, text, title, headline, name, description, summary, "
        "content, details, item"
    ),
    "quote": (
        "quote, quotation, verbatim, exact words, exact quote, exact wording, original promise, "
        "original text, original wording, original statement, full text, in their words, cita, "
        "citation exacte, zitat, wortlaut, citação, citazione, цитата"
    ),
    "kind": "kind, claim type, type of claim, promise type, statement type, type, art, tipo",
    "topic": (
        "topic, category, theme, policy area, area, issue, issue area, sector, subject, subject "
        "area, group, section, chapter, pillar, portfolio, field, domain, thème, catégorie, "
        "domaine, tema, categoría, área, thema, kategorie, bereich, ressort, categoria, "
        "onderwerp, тема, категорія, категория, موضوع, विषय"
    ),
    "speaker": (
        "speaker, said by, who said it, who, made by, promised by, pledged by, politician, "
        "person, claimant, official, candidate, leader, president, minister, author, by, "
        "spokesperson, who promised, auteur, personne, orador, político, persona, quién, "
        "sprecher, politiker, wer, autor, pessoa, spreker, kto, wie, спікер, хто, спикер, кто, "
        "گوینده, المتحدث, वक्ता"
    ),
    "role": (
        "role, office, position, function, job title, title of speaker, speaker role, fonction, "
        "cargo, amt, funktion, carica, functie, посада, должность"
    ),
    "organisation": (
        "organisation, organization, party, political party, ministry, department, company, "
        "government, institution, agency, body, on behalf of, organisation spoken for, "
        "responsible, responsible ministry, parti, partido, partei, partito, partij, ministère, "
        "ministerio, ministerium, ministério, партія, партия, حزب"
    ),
    "via": "via, told to, medium, channel, venue, forum, occasion, event, where said",
    "stated": (
        "stated, stated on, date stated, said on, date said, made on, date made, promised on, "
        "date promised, promise date, pledge date, claim date, statement date, date of promise, "
        "date of statement, date of claim, made, date announced, announcement date, announced, "
        "announced on, pledged on, promised, when said, when, date, day, fecha, fecha de "
        "promesa, datum, data, tarih, дата, تاریخ, तारीख, 日付"
    ),
    "as_of": "as of, holds as of, valid on",
    "due": (
        "due, deadline, due date, due by, by when, target date, target deadline, until, to be "
        "done by, expected by, by, expected date, expected completion, planned completion, "
        "completion target, delivery date, target year, end date, timeframe, time frame, "
        "timeline, promised for, échéance, date limite, plazo, fecha límite, frist, bis wann, "
        "termin, prazo, scadenza, tenmiinste, строк, термін, срок, الموعد النهائي, مهلت, "
        "समयसीमा"
    ),
    "review": "review, look again, next check, next review, review date, check again, revisit",
    "criteria": (
        "criteria, criterion, measurable outcome, success criteria, how measured, how it is "
        "measured, what would count, what counts, indicator, kpi, benchmark, metric"
    ),
    "note": (
        "note, notes, comment, comments, remark, remarks, context, background, remarque, "
        "remarques, commentaire, nota, notas, comentario, observaciones, anmerkung, bemerkung, "
        "kommentar, notiz, observação, osservazioni, opmerking, примітка, примечание"
    ),
    "quantity": "quantity, figure, amount",
    "quantity.value": "value, figure value, quantity value",
    "quantity.unit": "unit, quantity unit, units",
    "source": (
        "source, sources, reference, references, citation, source of promise, source of claim, "
        "promise source, claim source, quelle, quellen, fuente, fuentes, fonte, fonti, bron, "
        "джерело, источник, źródło, källa, kaynak, المصدر, منبع, स्रोत, แหล่งที่มา, 出典, 来源"
    ),
    "source.url": (
        "source url, source link, link to source, url, link, links, href, address, web address, "
        "website, promise link, promise url, hyperlink, lien, enlace, посилання, ссылка"
    ),
    "source.title": (
        "source title, source name, source label, article, article title, headline, document, "
        "manifesto, speech"
    ),
    "source.publisher": (
        "publisher, source publisher, outlet, newspaper, media, media outlet, publication, news "
        "outlet, site"
    ),
    "source.published": (
        "published, date published, published on, publication date, source date, article date, "
        "date of source, date of publication"
    ),
    "source.archived": (
        "archived, archive, archive url, archive link, archived url, archived copy, archived "
        "link, wayback, wayback link"
    ),
    "source.at": "at, page, page number, pages, paragraph, place in source, seite, página",
    "places": (
        "places, place, location, locations, where, region, province, district, city, town, "
        "county, constituency, municipality, country, lieu, lugar, ort, luogo, місто, место"
    ),
    "tags": (
        "tags, tag, keywords, keyword, labels, label, mots clés, palabras clave, etiquetas, "
        "schlagworte, schlagwörter, stichworte"
    ),
    "related": "related, see also, related claims, related promises, linked",
    "update.date": (
        "updated, last updated, last update, date updated, update date, updated on, updated at, "
        "last checked, date checked, checked, checked on, last reviewed, reviewed, status date, "
        "date of status, status as of, date of update, last modified, evidence date, date of "
        "evidence, mise à jour, dernière mise à jour, última actualización, actualizado, stand, "
        "aktualisiert, zuletzt aktualisiert, última atualização, atualizado, оновлено, "
        "обновлено"
    ),
    "update.outcome": (
        "outcome, status, current status, promise status, verdict, ruling, rating, result, "
        "finding, fulfilment, fulfillment, state, truth rating, assessment rating, stage, "
        "statut, état, estado, estatus, ergebnis, bewertung, situação, stato, situazione, "
        "resultaat, статус, стан, результат, durum, وضعیت, الحالة, स्थिति, สถานะ, 状況, 状态, "
        "suggested status, evaluation, kept, done, progress"
    ),
    "update.rating": "house rating, own rating, rating word, house word",
    "update.happened": (
        "happened, happened on, completed, completed on, completion date, date completed, date "
        "of completion, date kept, kept on, fulfilled on, date fulfilled, done on, achieved on, "
        "date achieved, actual date, delivered on, actual completion, outcome date, date of "
        "outcome, resolved, resolved on, resolution date, date resolved, enacted on"
    ),
    "update.progress": ("progress, progress status, work status, fortschritt, avance, avancement"),
    "update.due": (
        "new deadline, revised deadline, new due date, revised date, moved to, deadline moved "
        "to, extended to"
    ),
    "update.quote": "evidence quote",
    "update.note": (
        "latest update, update, updates, status note, status notes, status update, progress "
        "notes, what happened, assessment, explanation, justification, reasoning, analysis, "
        "evidence summary, evidence text, findings, current situation, latest, latest news, "
        "what has been done, rating explanation, outcome note"
    ),
    "update.source": (
        "evidence, proof, evidence source, status source, outcome source, source of status, "
        "evidence sources, supporting evidence, preuve, prueba, beleg, belege, prova"
    ),
    "update.source.url": (
        "evidence url, evidence link, evidence links, proof url, proof link, status link, "
        "status url, update link, update url, outcome url, outcome link"
    ),
    "update.source.title": "evidence title",
    "update.source.publisher": "evidence publisher",
    "update.source.published": "evidence published",
    "update.source.archived": "evidence archive",
}
_FILLERS = frozenset("promise promises pledge claim commitment the of a".split())
_GENERAL = frozenset("name label text value title".split())
"""Names in a mapping that only say that it has one."""
_WITHOUT_FILLERS = 50
_OF_OUTER_NAME = 50
_OF_INNER_NAME = 100
"""What is added to the rank of a field that a part of a header stands for, not the whole."""
_PARTS: Mapping[str, type[Part]] = {
    "": Claim,
    "update.": Update,
    "source.": Source,
    "update.source.": Source,
    "quantity.": Quantity,
}

CellType = Literal["words", "paragraphs", "text", "date"]


def _cell_type(part: type[Part], name: str) -> CellType | None:
    held = value_type(part, name)
    if held.is_list:
        return "words"
    if held.shape == "text":
        return "paragraphs" if use_of(part, name).paragraphs else "text"
    return "date" if name in DATE_FIELDS.get(part, ()) else None


CELL_TYPES: Mapping[str, CellType | None] = {
    f"{lead}{name}": _cell_type(part, name)
    for lead, part in _PARTS.items()
    for name in fields_of(part)
}
"""How the cells of each field are read; None for what takes more than its type to read."""
DATED = frozenset(field for field, held in CELL_TYPES.items() if held == "date")
"""The fields that are dates."""


@cache
def column_fields() -> tuple[str, ...]:
    """Return the fields that a column may be, in the order of the format."""
    names = []
    for lead, part in _PARTS.items():
        names += [f"{lead}{name}" for name in fields_of(part) if name != "updates"]
        if lead.endswith("source."):
            names.append(f"{lead}at")
    return tuple(names)


def named_field(written: str) -> str | None:
    """Return the field that a person names; an update or a source may go without saying.

    >>> named_field("url"), named_field("outcome"), named_field("status")
    ('source.url', 'update.outcome', 'update.outcome')
    """
    name = written.strip().lower().replace("-", "_")
    name = {"status": "outcome", "update.status": "update.outcome"}.get(name, name)
    names = (name, f"update.{name}", f"source.{name}")
    return next((each for each in names if each in column_fields()), None)


def letters(header: str) -> str:
    """Return the letters and digits of a header, without what is added in brackets.

    >>> letters("Due date (DD/MM/YYYY)"), letters("dateMade"), letters("#")
    ('duedate', 'datemade', '#')
    """
    *closed, rest = re.split(r"[)\]]", header)
    before = (re.split(r"[(\[]", part, maxsplit=1)[0] for part in closed)
    words = folded("".join((*before, rest))) or folded(header)
    return "".join(filter(str.isalnum, words)) or words


@cache
def _fields_by_letters() -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Return for the letters of each wording the fields that it may be, each with its rank."""
    found: dict[str, dict[str, int]] = {}
    for field, wordings in _WORDINGS.items():
        for rank, wording in enumerate(wordings.split(", ")):
            found.setdefault(letters(wording), {}).setdefault(field, rank)
    for field in column_fields():
        *lead, name = field.split(".")
        part = _PARTS[".".join([*lead, ""]) if lead else ""]
        label = label_of(part, name) if name in fields_of(part) else name
        names = [field, f"{' '.join(lead)} {name}"] + ([label] if not lead else [])
        for each in names:
            found.setdefault(letters(each), {}).setdefault(field, 0)
    return {
        word: tuple(sorted((rank, field) for field, rank in fields.items()))
        for word, fields in found.items()
    }


def candidates(header: str) -> tuple[tuple[int, str], ...]:
    """Return the fields that a header may stand for, the likelier first, each with its rank."""
    known = _fields_by_letters()
    direct = known.get(letters(header))
    if direct is not None:
        return direct
    if "." in header:
        return _of_path(header)
    words = re.findall(r"[^\W_]+", folded(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)))
    fewer = "".join(word for word in words if word not in _FILLERS)
    return tuple((rank + _WITHOUT_FILLERS, field) for rank, field in known.get(fewer, ()))


def _of_path(header: str) -> tuple[tuple[int, str], ...]:
    """Return the fields that one of a mapping in a record may be: `speaker.name`, `dates.made`."""
    outer, _, inner = header.rpartition(".")
    if letters(inner) not in _GENERAL:
        return tuple((rank + _OF_INNER_NAME, field) for rank, field in candidates(inner))
    return tuple((rank + _OF_OUTER_NAME, field) for rank, field in candidates(outer))


def is_known_header(cell: str) -> bool:
    """Whether a cell is a header that is known."""
    return 0 < len(cell) <= 60 and bool(candidates(cell))
