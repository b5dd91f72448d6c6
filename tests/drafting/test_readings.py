"""The sentences of an article as they are drafted from."""

from claim_tracker.drafting.article import Article
from claim_tracker.drafting.readings import readings_of


def test_a_sentence_is_read_without_who_said_it() -> None:
    ((reading, speaker),) = readings_of(Article("Lena Harwick said it will open."))
    assert (reading.content.strip(), speaker.name) == ("it will open.", "Lena Harwick")


def test_what_a_work_is_about_is_not_read() -> None:
    assert not list(readings_of(Article('Its synopsis reads: "They will sail."')))
