"""XML documents, as feeds and reports of tests are."""

from typing import TYPE_CHECKING

from claim_tracker.render.data.escape import entities

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def xml_document(root: "ET.Element") -> str:
    """Return the whole document, indented, with the declaration that it is in UTF-8.

    Texts have to be `visible` already: XML 1.0 has no way to hold a control character.
    """
    from xml.etree import ElementTree as ET

    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return entities(written.decode()) + "\n"
