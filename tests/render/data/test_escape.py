"""Texts from others in Markdown for editors."""

from claim_tracker.render.data.escape import markdown_words


def test_words_for_an_editor_have_no_markup() -> None:
    hostile = "*a* [b](javascript:c) <img src=d> `e`\n# f | $(g)"
    escaped = r"\*a\* \[b\](javascript:c) \<img src=d\> \`e\` \# f \| \$(g)"
    assert markdown_words(hostile) == escaped


def test_words_for_an_editor_have_no_hidden_characters() -> None:
    assert markdown_words("a\u202eb") == r"a\\u202eb"
