"""The one error that a date can raise."""


class DateError(ValueError):
    """A text is not a date that the format accepts.

    `message` says what is wrong with it, and `help` what to write instead; `replacement` is that
    text where the date can be no other, and else `proposals` are the dates that it may be.
    """

    def __init__(
        self,
        message: str,
        help: str,
        replacement: str | None = None,
        proposals: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.replacement = replacement
        self.proposals = proposals
