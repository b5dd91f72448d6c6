"""How many cells of a terminal a text takes."""

from collections.abc import Collection


def cell_len(text: str) -> int:
    """The cells that a text takes on one line, as rich counts them; for most texts its length."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len as cells_of

    return cells_of(text)


def widest(texts: Collection[str]) -> int:
    """The cells that the widest of some texts takes."""
    together = "".join(texts)
    plain = together.isascii() and together.isprintable()
    return max(map(len if plain else cell_len, texts))
