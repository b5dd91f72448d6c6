"""Signs that a time comes again and again."""

from claim_tracker.drafting.signs.sign import Sign, followed_by, preceded_by

SIGNS = (
    Sign("It sails every Monday.", preceded_by(r"\b(?:[Ee]very|[Ee]ach)"), is_of_any=True),
    Sign(
        "It has to report by June 30 each year.",
        followed_by(" (?:of )?(?:each|every) [a-z]"),
        is_of_any=True,
    ),
)
