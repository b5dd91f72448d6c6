"""XML documents as text."""

from xml.etree import ElementTree as ET

from claim_tracker.text.ci_commands import defused


def document(root: ET.Element) -> str:
    """The whole document, indented, with the declaration that it is in UTF-8.

    Texts have to be `visible` already: XML 1.0 has no way to hold a control character.
    """
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return entities(written.decode()) + "\n"


def entities(markup: str) -> str:
    """XML or HTML in which what a CI service would obey is written with character references."""
    return defused(markup, lambda character: f"&#{ord(character)};")
