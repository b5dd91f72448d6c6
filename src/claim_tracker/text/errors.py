"""The error of what cannot be used as it is, and what to do about it."""


class HelpfulError(Exception):
    """Something cannot be read or found. `message` says what is wrong, `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
