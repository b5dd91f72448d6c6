"""Texts that somebody could write to break a format."""

from hypothesis import strategies as st

_PIECES = (
    *("\r\nBEGIN:VEVENT\r\n", "\nEND:VCALENDAR", "\\n", ";,:\\", '"', "ATTACH;VALUE=BINARY:"),
    *("</content><entry>", "]]>", "&lt;", "<!--", "-->", "<?xml?>", "<![CDATA["),
    *("</script><script>", "</SCRIPT ", "\u2028", "\u2029", "\ufeff", "\u202e", "\x00", "\x1b[2J"),
    *("::error::", "##vso[a.b]", "\n::x::"),
    *("=1+1", "@SUM(", "\x85", "\x0b", "\ufffe", "\U000e0041", "漢" * 40, "e\u0301", "🙂"),
)
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=20), min_size=1, max_size=6).map(
    "".join
)
hostile_texts = texts.filter(str.strip)
