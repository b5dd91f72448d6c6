"""What stands in an article and is none of its sentences: datelines, captions, furniture."""

from claim_tracker.drafting.patterns import Pattern, any_of
from claim_tracker.drafting.words import DATE, MONTH, WEEKDAY

_CAPITALS = r"[A-Z][A-Z.'\u2019-]+"
_ON_A_DAY = rf"(?:{WEEKDAY}, )?{DATE}(?:,? \d{{4}})?"
_AGENCIES = any_of("AFP AP Reuters CNN NPR EPA Bloomberg Getty_Images")
"""What a picture is by, beside a name: `Lena Harwick/AFP The port will open`."""
_DATELINE = Pattern(
    rf"(?:{_CAPITALS}(?:[ ,/]{{1,2}}{_CAPITALS}){{0,4}}(?:, [A-Z][\w. ]{{1,30}}?)?"
    rf"(?:(?:, | ?- ?){_ON_A_DAY})?"
    r"(?: ?\([^)]{2,40}\))?|[A-Z][a-z]+(?:, [A-Z][a-z]+)? \([^)]{2,30}\)) ?(?:--?|:) ?(?=[A-Z\"])"
    r"|\([A-Z]{2,5}\) ?(?:--?|:)? ?(?=[A-Z\"])|\([A-Z][A-Za-z .]{2,25}\) ?--? ?(?=[A-Z\"])"
    rf"|(?:{WEEKDAY},? )?{DATE},? \d{{4}} ?(?:--?|:) ?(?=[A-Z\"])"
    rf"|(?:(?:[A-Z][\w'.-]+ ){{1,4}}?[A-Z][\w'.-]+(?:/[A-Z][\w ]{{1,20}})?/{_AGENCIES} ){{1,2}}"
    r"(?=[A-Z\"])|(?:Enlarge this image|toggle caption|CLOSE) (?=[A-Z\"])"
    rf"|(?:[A-Z][\w'-]+[ ,/]{{1,2}}){{1,4}}(?:\[[A-Z][^]]{{1,30}}\][ ,]{{1,2}})?"
    rf"{_ON_A_DAY} ?\([^)]{{2,40}}\) ?(?:--?|:)? ?(?=[A-Z\"])"
)
_LABELS = (
    "related watch listen air_date subscribe newsletter comments published published_on updated "
    "last_updated posted posted_on source tags topics correction advertisement sponsored photo "
    "file_photo image picture pictured caption more next_week"
)
"""What is a label of the page before a colon, a bar, a day, or alone: `Published on: 14 May`."""
_LINE_OPENINGS = (
    "read_more also_read read_also see_also more_on_this in_other_news most_read top_stories "
    "trending click_here print_this sign_up follow_us share_this contact_us join_our get_the "
    "stay_with stay_tuned check_back have_a_story have_a_tip we_will_update we_will_bring_you "
    "this_is_a_breaking this_is_a_developing reporting_by editing_by writing_by photo_by "
    "additional_reporting with_files_from all_rights_reserved copyright filed_under file_photo "
    "getty our_live your_email_address_will_not_be_published your_email_will_not_be_published "
    "required_fields_are_marked save_my_name leave_a_reply leave_a_comment post_a_comment "
    "notify_me_of log_in_to you_must_be_logged_in comments_are_closed comments_are_moderated "
    "by_submitting by_signing_up by_subscribing by_clicking by_continuing we_use_cookies "
    "this_site_uses this_website_uses enter_your_email don't_miss if_you_have_a_story "
    "want_more you_can_unsubscribe subscribe_to we_will_have_more we'll_have_more"
)
"""What opens a line of the page: `Read more`."""
_FURNITURE = Pattern(
    rf"(?i:{any_of(_LABELS)}(?= ?[:|]|$| \d|, \d| {MONTH})|{any_of(_LINE_OPENINGS)}(?!\w)|"
    r"\(?c\) |\u00a9|reuters/|agencies$|"
    r"this (?:story|article|post|page) (?:will be|has been|was|is|appears|appeared|originally)\b|"
    r"(?:(?:additional|more|further) )?(?:details|information|updates?) (?:will|to|are)\b)"
    rf"|{DATE},? \d{{4}},? (?:(?:at )?\d\d?[:.]\d\d(?!\d)|\d+ mins?\b)"
    rf"|(?:(?:{WEEKDAY},? )?{DATE},? \d{{4}}\W*)+$"
    rf"|[A-Z][a-z]{{2}},? {MONTH}\.? \d\d? \d\d:\d\d(?::\d\d)? (?:[A-Z]{{3,4}} )?\d{{4}}$"
    r"|(?i:continu(?:ed|ous|ing)|further) us(?:e|age) of (?:the|this|our) (?:web)?site\b"
    r"|.{10,300}[.)] ?\((?:AP|AFP|Reuters|Getty|Pool|File)\b.{0,30}?(?:Photo|Images|/)"
    rf"|.{{10,200}}(?: \||,| -) {DATE},? \d{{4}}$|[^|].* \|$|.*\w (?:\u2026|\.\.\.)$"
    r"|.*\b[Uu]pdated \d{4} GMT\b|.*\bTop Stories$|(?:.*\W)?pic\.twitter\.com/"
    rf"|[Bb]y [A-Z][a-z]+ [A-Z][a-z]+$|\w+: *(?:\W*)$|.{{2,60}}\(@\w+\) {MONTH} \d"
)


def dateline_end(text: str) -> int:
    """Return where a dateline at the start of a sentence ends: `CALDER, May 14 (Norda News) - `.

    >>> dateline_end("CALDER, May 14 (Norda News) - The port will open.")
    30
    """
    match = _DATELINE.match(text)
    return match.end() if match is not None else 0


def is_furniture(text: str) -> bool:
    """Whether a sentence belongs to the page, and not to what the article tells.

    >>> is_furniture("Read more: Port to open in June"), is_furniture("The port opens in June.")
    (True, False)
    """
    return _FURNITURE.begins(text.lstrip("*_[( "))
