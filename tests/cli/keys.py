"""Keys that a person presses at a terminal."""

ENTER, TAB, CTRL_A, CTRL_C, CTRL_D, CTRL_R, CTRL_U, CTRL_W = "\r\t\x01\x03\x04\x12\x15\x17"
UP, DOWN, RIGHT, LEFT, HOME, END = (f"\x1b[{letter}" for letter in "ABCDHF")
NEW_LINE = "\x1b\r"


def pasted(text: str) -> str:
    """What a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"
