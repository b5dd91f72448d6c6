"""The one error that a date can raise."""


class DateError(ValueError):
    """A text is not a date that the format accepts.

    `message` says what is wrong with it; `help` says what to write instead.
    """

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
