"""The one error that a date can raise."""

from claim_tracker.text.errors import HelpfulError


class DateError(HelpfulError, ValueError):
    """A text is not a date that the format accepts.

    `replacement` is the text to write instead where the date can be no other, and else `proposals`
    are the dates that it may be.
    """

    def __init__(
        self,
        message: str,
        help: str,
        replacement: str | None = None,
        proposals: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, help)
        self.replacement = replacement
        self.proposals = proposals
