"""The currencies of amounts, by the signs and codes that stand before these."""

import re

_CURRENCIES = {
    "dollars": "$",
    "US dollars": "US$ USD",
    "Australian dollars": "A$ AU$",
    "Canadian dollars": "C$ CA$",
    "New Zealand dollars": "NZ$",
    "Hong Kong dollars": "HK$",
    "Singapore dollars": "S$",
    "reais": "R$",
    "euros": "\u20ac EUR",
    "pounds": "\u00a3 GBP",
    "yen": "\u00a5 JPY",
    "yuan": "RMB CNY",
    "rupees": "\u20b9 Rs INR",
    "pesos": "\u20b1 PHP P",
    "rand": "ZAR R",
    "naira": "\u20a6 NGN N",
    "cedis": "GH\u00a2 GH\u20b5",
    "Kenyan shillings": "KSh Ksh KES",
    "shillings": "Sh Shs",
    "shekels": "\u20aa NIS",
    "forints": "HUF Ft",
    "Swiss francs": "CHF",
    "dirhams": "AED Dhs Dh",
    "Saudi riyals": "SAR",
    "Qatari riyals": "QAR",
    "won": "\u20a9",
    "lira": "\u20ba",
    "rupiah": "Rp",
    "ringgit": "RM",
}
"""The signs and codes of currencies, which stand before an amount, by the name of the unit."""
BY_SIGN = {sign: unit for unit, signs in _CURRENCIES.items() for sign in signs.split()}
"""The name of the unit by its sign or code."""


def _sign_pattern(sign: str) -> str:
    """Return the pattern of a sign: a single letter stands close to its amount."""
    return rf"{re.escape(sign)}\.? ?" if sign.isalpha() and len(sign) > 1 else re.escape(sign)


SIGNS = "|".join(_sign_pattern(sign) for sign in sorted(BY_SIGN, key=len, reverse=True))
"""The pattern of a sign or a code before an amount, the longest first."""
