"""What a sentence tells in passing by a cue: background, a habit, a question, praise."""

from typing import NamedTuple

from claim_tracker.drafting.patterns import Pattern, Rules, any_of, either_case, forms_of, not_after
from claim_tracker.drafting.words import A_PARTICIPLE, OWN


class Passing(NamedTuple):
    """A form of what is told in passing: a sentence that has it, and its pattern up to the cue."""

    example: str
    pattern: Pattern


def _form(example: str, pattern: str, needs: str) -> Passing:
    """Return the form of a pattern, which ends where a cue ends, and of the words it `needs`."""
    return Passing(example, Pattern(rf"(?:{pattern})$", needs))


_FEARS = "fears concerns worries hopes? alarm expectations"
_ABOUT_FEARS = "amid on over with of after facing despite by raising raised to and in in_the"
_CERTAINTIES = "promise guarantee mention sign evidence indication suggestion assurance proof way"
_PRONOUN = "(?:I|you|we|they|he|she|it)"
_WAYS = (
    "ways? challenges? part most thing job purpose here what methods? tactics? approach steps? "
    "mission duty protocol premise reasons? effect areas advice essence profession mandate "
    "responsibility compromise intervention objective tendency requests? change imperative"
)
"""What tells of itself by `is to`, though other words stand between: `Part of it is to wait`."""
_FORMS = (
    _form(
        "The mayor had said it would close.",
        r"\bhad (?:said|told [a-z]+|warned|promised|vowed|pledged|threatened|indicated|announced|"
        r"suggested|hoped|declared|claimed)(?: [^,.;\"]*)?",
        "had",
    ),
    _form(
        "The council rejected an offer of ships that would lead to Calder.",
        r"\b(?:rejected|refused|vetoed|blocked|(?:turned|struck) down|threw out) [^,.;]* "
        r"(?:that|which) \w+",
        "rejected refused vetoed blocked turned struck threw",
    ),
    _form(
        "He says they were going to win.",
        r"\b(?:was|were) (?:[a-z]+ ){1,2}to|\b(?:was|were) expecting|\b(?:would|you) expect",
        "was were expect expecting",
    ),
    _form("He left because they will not pay.", r"\bbecause (?!of\b)[^,.;]*", "because"),
    _form(
        "He left because of a yard that will not pay.",
        r"\bbecause of (?:(?! and (?:is|are|was|were|has|have|will|would)\b| - )[^,.;])*",
        "because",
    ),
    _form(
        "I want to look at it like I'm going to be out there.",
        rf"{not_after('look looks looked feel feels seem seems sound sounds')}\blike "
        r"(?:I'm|(?:you|we|they)(?:'re| are)|(?:he|she|it)(?:'s| is)) [^,.;]*",
        "like",
    ),
    _form(
        "     he built it so they won't leave.",
        r"\b(?:as|so|so that) (?:I|he|she|it|we|they|you) (?:could|won't|will not|wouldn't)|"
        r"\bso (?:that )?(?:[\w'-]+ ){1,5}would",
        "as so",
    ),
    _form(
        'A man is then heard saying: "We will stop it".',
        r"\b(?:heard|seen|filmed|recorded|caught) (?:saying|telling|shouting|asking)\b.*",
        "heard seen filmed recorded caught",
    ),
    _form(
        "The bank usually expects growth of 2%.",
        r"\b(?:typically|usually|normally|generally|often|as a rule) [^,.;]{0,40}",
        "typically usually normally generally often rule",
    ),
    _form(
        "Its revenue topped the analysts' estimates.",
        r"\b(?:beat|top|miss|exceed|surpass)(?:s|ed|p?ing|ped|es)? (?:[A-Za-z']+ ){0,3}[a-z]+|"
        r"\b(?:than|above|below|compared (?:with|to)) (?:[\w.'-]+ ){0,4}"
        r"(?:estimate|forecast|projection|prediction|expectation)s?",
        forms_of("beat top miss exceed surpass") + " topping topped than above below compared",
    ),
    _form(
        "Prices fell on fears the war will go on.",
        rf"\b(?:{any_of(_ABOUT_FEARS)} (?:[a-z]+ )?{any_of(_FEARS)}|complaints|speculation|worry) "
        rf"{any_of('that there the it they an?')} [^;.\"]*|"
        r"^\W*(?:[Ff]ear|[Cc]oncern)s? (?:that|the|an?|it|they) [^,;.]*",
        "fear fears concern concerns worries hope hopes alarm expectations complaints speculation "
        "worry",
    ),
    _form(
        "There are few answers as the police seek to find the cause.",
        r"\b(?:[Aa]s|[Ww]hile) (?:[\w'-]+ ){1,3}?(?:(?:look|prepar|consider)ing(?: at)?|"
        r"(?:seek|aim|hope|plan|intend|want|prepare|look)s?)",
        "as while",
    ),
    _form(
        "They are most of those who will be eligible.",
        r"[a-z](?<! of) (?:who|which) (?:[a-z]+ )?(?:will|would|won't|(?:is|are) going to)|"
        r"\b(?:that|who|which) (?:is|are) (?:not )?going to|"
        rf"[a-z] {not_after('and And but But think so So believe say know because if')}"
        r"(?:that|who)'s going to",
        "who which that who's that's",
    ),
    _form(
        "They are lawmakers who seek to change it.",
        r"\b(?:who|that|which) (?:[a-z]+ )?(?:seek|aim)s?",
        "seek seeks aim aims",
    ),
    _form(
        "It is hard to predict losses.",
        rf"{not_after('continues continue continued continuing warned told')}"
        r"\b(?:to|cannot|can't|could not|couldn't) (?:also |only )?"
        r"(?:expect|anticipate|predict|forecast|estimate|foresee)",
        "expect anticipate predict forecast estimate foresee",
    ),
    _form(
        "The old are less likely to sail.",
        r"\b(?:more|less|most|least|as|equally|never|always)(?: (?:they|you|it)'re)? likely",
        "likely",
    ),
    _form("Be sure to lock it.", r"\b(?:[Bb]e|ma[dk]e|making) sure", "sure"),
    _form(
        "He needs more if the port is going to thrive.",
        r"\b(?:[Ii]f|[Uu]nless) (?:(?:[\w'-]+ ){0,3}[\w-]+(?: is| are|'s|'re) (?:going )?to|"
        rf"(?!\w+ed )(?:{any_of('the an? any its their this that')} )?[\w-]+ (?:will|won't))",
        "if unless",
    ),
    _form(
        "Part of the work on the yard is to clean it.",
        rf"\b(?<!next ){either_case(_WAYS)}\b[^,.;]*(?: is| are|'s) (?:[a-z]+ )?to",
        "way ways challenge challenges part most thing job purpose here here's what what's method "
        "methods tactic tactics approach step steps mission duty protocol premise reason reasons "
        "effect areas advice essence profession mandate responsibility compromise intervention "
        "objective tendency request requests change imperative",
    ),
    _form(
        "To scrap it is to lose it.",
        r"(?:^\W*To|\b(?:[Bb]ut|that) to) [a-z]{2,} [^.;]*(?: is| are) to|"
        r"\bthan (?:it is|they are) to|"
        r"\b[Tt]he (?:more|less|[a-z]+er) [^.;]*"
        r"\bthe (?:more|less|[a-z]+er)\b[^.;]*(?: is| are) to",
        "to",
    ),
    _form(
        "She said: \"They come and say, 'We will win'\".",
        r"\"[^\"]*\b(?:says?|saying|telling [a-z]+|feel|feeling|like|sense of),? '(?=[A-Za-z])"
        r"(?:[^']|(?<=\w)'(?=\w))*",
        "say says saying telling feel feeling like sense",
    ),
    _form(
        "It is a new policy that will strengthen the trade.",
        r"\b(?:is|are|was) an? (?:[\w'-]+ ){1,6}?(?:that|which|who) (?:will|won't|would)",
        "is are was",
    ),
    _form(
        "They came thinking they are going to win.",
        r"\b(?:hoping|thinking|wishing|imagine|believing|premise that|boasted|assume|petrified|"
        r"scared|afraid|never imagined|did(?: not|n't) believe) (?!on |of |about |in )[^,.;]*",
        "hoping thinking wishing imagine believing premise boasted assume imagined believe "
        "petrified scared afraid",
    ),
    _form(
        "It is so now and always will be.",
        r"\b(?:[Nn]or|[Nn]either|[Ss]o too|always|never|ever) (?:will|would)",
        "nor neither too always never ever",
    ),
    _form(
        'She said: "A yard like that would fail."',
        r"^(?:[^\"]*\"[^\"]*\")*[^\"]*\"(?!\w* ?would)[^\"]* would(?:n't)?",
        "would wouldn't",
    ),
    _form(
        "There is no guarantee that the port will open.",
        rf"\bno (?:[a-z]+ )?{any_of(_CERTAINTIES)} [^,.;]*|\bunlikelihood [^,.;]*|"
        r"(?:\bnot|n't) (?:worried|concerned|afraid|convinced|sure) [^,.;]*|"
        r"(?:\bnot|n't) (?:[a-z]+ )?(?:clear that|mean|confirm|say (?:if|whether)) [^,.;]*|"
        r"\b(?:not possible to|unclear (?:yet )?(?:how|if|that|whether)) [^.;]*|"
        r"\bs[ck]eptical that [^,.;]{0,40}",
        f"{_CERTAINTIES} worried concerned afraid convinced sure unlikelihood "
        "clear mean confirm say possible unclear sceptical skeptical",
    ),
    _form(
        "He saw things that she will miss.",
        rf"\b[a-z]*things?(?: (?:that|which)| {_PRONOUN}| that {_PRONOUN})"
        r"(?:'s going to| (?:will|would|won't|expect|is going to|are going to))",
        "thing things something anything everything",
    ),
    _form(
        "He spoke of an early plan to close it.",
        rf"\b(?:an?|any|{OWN}|our|my|[A-Za-z]+'s?) (?:[\w-]+ ){{1,2}}plan",
        "plan",
    ),
    _form(
        "Its owner did not make plans to close it.",
        r"\b(?:not|n't) (?:make|made|have) (?:any )?plans",
        "plans",
    ),
)
"""The forms of what is told in passing up to its cue, which counts with a time alone."""
IN_PASSING = Rules(_FORMS)
_ASKED = Pattern(
    r"\b(?:[Ww]hether|[Ww]hat|[Hh]ow|[Ww]hy|"
    r"(?:sure|know|seen?|say|tell|predict|determine|asked (?:[A-Z][\w'-]* ?){1,3}|ask|"
    r"asked(?: [a-z]+ly)?|wonder|decide|unclear|is|or) if|"
    r"(?:sure|unsure|unclear|uncertain|know|knows|knowing|to|for) (?:who|when|where|which)|"
    r"(?:known|about|on|over|predict|determining|pinpoint) (?:who|when|where))\b[^,.;:\"]{0,80}$",
    "whether what what's how how's why if who who's when where where's which",
)
"""What is asked, and not told: `whether it will open`."""
_TO_SOMEBODY = Pattern(
    r"(?<!thank )(?:\byou|(?<![A-Za-z] )\bYou)(?:'re|'ll|'ve|'d)?\b(?! know\b)",
    "you you're you'll you've you'd",
)
"""What is advice, or told to one person: `The phone will do what you want`."""
_YOU_WILL = Pattern(r"\b(?:[Yy]ou(?: will|'ll)|promises|pledges|vows)$")
"""What is told to somebody, and counts all the same: `It promises that you will sail`."""
_SUPPOSED = Pattern(r"^\W*(?:If|Unless) (?!we\b|I\b|all goes\b)", "if unless")
"""What opens a condition on which all of a sentence hangs, but for those of a plan of one's own
and of one that goes well: `If all goes well, it will open`."""
_GOES_ON = Pattern(
    rf"^\W*(?:{any_of('It This That These Those There They He She')} "
    r"(?:(?:[a-z]+ly|also|still|even|now|then|soon|not) )?(?:will|would)|"
    r"(?:It|This|That) (?:is|was)(?: [a-z]+)? to)$",
    "it this that these those there they he she",
)
"""What goes on about something as the author's own view: `It will also hurt`."""
_TAKES = Pattern(r"(?<=will) (?:[a-z]+ly )?(?:need|require|have to)\b")
"""What tells after a cue what something takes: `Repairs will require a dock`."""
_REFUSES = Pattern(r"(?:won't|wouldn't)$", "won't wouldn't")
"""What is not done in talk, but for what is reported: `I won't name them`."""
_QUOTE_OPEN = Pattern(r"(?:^|[\s(])\"(?=[\w'])[^\"]*$")
_QUOTE_CLOSES = Pattern(r"[^\"]*[^\s\"(]\"")
"""What stands before and what after a word of a quote."""
_COURTESIES = (
    "tell_you see_(?:whether|if|what|how|where) "
    "leave_(?:you|it_at_that|it_there) be_honest be_frank be_clear"
)
_UNTOLD = (
    "say comment(?:ing)? speculat(?:e|ing) speak(?:ing)?_to elaborate get(?:ting)?_into "
    "go(?:ing)?_into discuss(?:ing)? rehash critici[sz](?:e|ing)"
)
"""What somebody says of what they do not say: `I am not going to speculate`."""
_PRAISE = (
    "appreciative grateful thankful helpful invaluable proud thrilled delighted happy glad "
    "honou?red (?:un)?impressed sorry OK okay wonderful remembered missed "
    "awesome interesting crazy great fun amazing beautiful nice better best wrong ironic essential "
    "unacceptable inappropriate (?:[a-z]+ly_)flawed huge fair naive easy inadequate bad "
    "good(?!_to_go) an?_(?:[Gg]ood|[Gg]reat|cinch) possible_that noted premature hasty sufficient "
    "enough impossible unfair unjust important_to the_case closely_watch(?:ed|ing) "
    "(?:an?|the)_(?:[a-z'\"-]+_){0,3}(?:waste|lifeline|understatement|boon|distraction|mistake|"
    "error|slope|drain|blow|setback|switch(?!_to)|boost(?!_of))"
)
_MINDS = (
    "be_(?:hoping|mulling|thinking|wondering) say argue want mind notice believe reali[sz]e forget "
    "forgive regret wonder depend"
)
"""What somebody thinks and says, and does not do: `They will be hoping that`."""
_BREAKS = "violate breach infringe contravene constitute be_(?:illegal|unlawful|unconstitutional)"
"""What something is by law, and nobody does: `A ban would violate the treaty`."""
_AMOUNTS_TO = "represent highlight mean make_it send_an? prove ruin show give_an? help"
"""What a thing that may be done comes to: `Such a ban would send a message`."""
_ASKING = "whether how what who when if"
_SYMBOLS = "reminder symbol testament tribute beacon inspiration milestone landmark"
_COURTESY = Pattern(
    r"(?:(?<=[Yy]ou will)|(?<=[Yy]ou won't)|(?<=[Yy]ou would)|(?<=[Yy]ou'll))"
    r"(?! (?:need|have to|pay|get|receive|be (?:able|required|charged|entitled))\b)|"
    r"(?<!\bI will)(?<!\bI'll) (?i:never|always)\b|"
    r"(?<=would) (?:often|sometimes|regularly|later|go on to)\b|"
    rf"(?<=would)(?<!here would) be (?!(?:[a-z]+ly )?(?:{A_PARTICIPLE}|[a-z]+ing)\b)"
    rf"(?!able to |(?:in|at|on) the [A-Z]|{OWN} )(?![^,;.]{{0,20}}\d)|"
    rf"(?<=would) (?:[a-z]+ly )?{any_of(_AMOUNTS_TO)}\b|"
    rf"(?: {any_of('not also always never all just only forever')})* "
    rf"(?:{any_of(f'{_COURTESIES} {_MINDS} {_BREAKS}')}|"
    rf"(?:(?<=n't )|(?<=not )|(?<=not going to ))(?:be )?{any_of(_UNTOLD)}|be {any_of(_ASKING)}|"
    rf"be \"?(?:[a-z]+ly |so |very |always |more than )?{any_of(_PRAISE)}|"
    rf"(?:be|serve as|stand as) (?:an?|the|its) (?:[a-z]+ )?{any_of(_SYMBOLS)}|"
    rf"have (?:{A_PARTICIPLE}))\b"
)
"""What follows a cue in praise, in thanks, in talk of the talking, and where it tells of habits or
of what is so for ever: `I will tell you that`, `He would often sail`, `It will never be so`."""


class InPassing:
    """What a sentence tells in passing; `is_told` where somebody is said to have told it."""

    def __init__(self, text: str, words: frozenset[str], *, is_told: bool) -> None:
        self._text = text
        self._up_to = [form.pattern for form in IN_PASSING.for_words(words)]
        self._is_told = is_told
        self._may_refuse = _REFUSES.may_fit(words)
        self._may_ask = _ASKED.may_fit(words)
        self._is_to_somebody = _TO_SOMEBODY.fits(text, words)
        self._is_supposed = not is_told and _SUPPOSED.fits(text, words)
        self._is_own_view = not is_told and '"' not in text

    def has(self, start: int, end: int) -> bool:
        """Whether what a cue tells that stands between two characters is told in passing."""
        told = self._text[:end]
        found = (it.search(told) for it in self._up_to)
        return (
            self._is_supposed
            or (self._is_to_somebody and not _YOU_WILL.is_in(told))
            or (self._may_refuse and _REFUSES.is_in(told) and self._is_talk(end))
            or (self._may_ask and _ASKED.is_in(self._text[:start]))
            or _COURTESY.begins(self._text, end)
            or any(it is not None and it.start() <= start for it in found)
        )

    def _is_talk(self, at: int) -> bool:
        """Whether what stands at a character is quoted, or told by nobody."""
        return (
            not self._is_told
            or _QUOTE_OPEN.is_in(self._text[:at])
            or _QUOTE_CLOSES.begins(self._text, at)
        )

    def goes_on(self, end: int) -> bool:
        """Whether a cue up to a character tells more of something as the author's own view."""
        return self._is_own_view and (
            _GOES_ON.is_in(self._text[:end]) or _TAKES.begins(self._text, end)
        )
