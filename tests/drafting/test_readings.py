"""The sentences of an article as they are drafted from."""

from claim_tracker.drafting.article import Article
from claim_tracker.drafting.readings import readings_of


def test_a_sentence_is_read_without_who_said_it() -> None:
    ((reading, speaker),) = readings_of(Article("Lena Harwick said it will open."))
    assert (reading.content.strip(), speaker.name) == ("it will open.", "Lena Harwick")


def test_what_a_work_is_about_is_not_read() -> None:
    assert not list(readings_of(Article('Its synopsis reads: "They will sail."')))


def test_they_who_plan_something_are_those_of_whom_the_sentence_tells() -> None:
    text = "The Bells are out. Councillors met on Monday when they agreed to close the yard."
    *_, (_, speaker) = readings_of(Article(text))
    assert speaker.name == "Councillors"
