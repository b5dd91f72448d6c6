"""The names of months in other languages than English, as spreadsheets write them."""

from claim_tracker.dates.words import MONTHS
from claim_tracker.text.display import folded

_NAMES = (
    "janvier enero januar janeiro gennaio januari jänner styczeń styczen stycznia січня января",
    "février fevrier febrero februar fevereiro febbraio februari luty lutego лютого февраля",
    "mars marzo märz marz maerz março marco maart marzec marca березня марта",
    "avril abril aprile april kwiecień kwietnia квітня апреля",
    "mai mayo maio maggio mei maj maja травня мая",
    "juin junio juni junho giugno czerwiec czerwca червня июня",
    "juillet julio juli julho luglio lipiec lipca липня июля",
    "août aout agosto august augustus sierpień sierpnia серпня августа",
    "septembre septiembre setiembre setembro settembre wrzesień września вересня сентября",
    "octobre octubre oktober outubro ottobre październik października жовтня октября",
    "novembre noviembre novembro listopad listopada листопада ноября",
    "décembre decembre diciembre dezember dezembro dicembre december grudzień grudnia грудня",
)
_ABBREVIATIONS = (
    "janv ene gen sty січ янв",
    "févr fevr fév fev lut лют фев",
    "mär mrz mrt",
    "avr abr kwi кві апр",
    "mag тра",
    "giu cze чер июн",
    "juil lug lip лип июл",
    "ago sie авг",
    "set wrz вер сен",
    "okt out ott paź жов окт",
    "lis лис ноя",
    "déc dez dic дек",
)
ENGLISH_MONTHS = {
    folded(name): month
    for month, *names in zip(MONTHS, _NAMES, _ABBREVIATIONS, strict=True)
    for name in " ".join(names).split()
}
"""The English names of months by their names and abbreviations in other languages."""
