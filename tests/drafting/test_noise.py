"""What stands in an article and is none of its sentences."""

import pytest

from claim_tracker.drafting.noise import dateline_end, is_furniture


@pytest.mark.parametrize(
    "dateline",
    [
        "CALDER, May 14 (Norda News) - ",
        "CALDER - ",
        "TULLY FALLS, Ohio (WKDR) - ",
        "Calder (Norda News) - ",
        "CALDER: ",
        "NEW CALDER, 14 May 2025 - ",
        "New Calder, May 14 (NN) ",
        "Calder [Norda], May 14 (NN/Tarkan News): ",
        "Wednesday, May 14, 2025 - ",
        "(NNB) ",
        "(Norda News) -- ",
        "Lena Harwick/AFP ",
        "Enlarge this image ",
        "CLOSE ",
        "Lena Harwick/AFP/Getty Images Lena Harwick/AFP/Getty Images ",
    ],
)
def test_a_dateline_ends_before_the_sentence(dateline: str) -> None:
    assert dateline_end(f"{dateline}The port will open.") == len(dateline)


@pytest.mark.parametrize("text", ["The port - the old one - will open.", "It will open.", ""])
def test_a_sentence_without_a_dateline_begins_at_once(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Read more: Port to open in June",
        "ALSO READ | Port to open in June",
        "Published on: 5/14/2025",
        "Updated: April 13, 2026 15:04",
        "May 14, 2025, 2:16 p.m. Updated with a word from the mayor.",
        "Tomorrow: ...",
        "May 14, 2025 33 mins",
        "May 14, 2025 9:00PM",
        "May 14, 2025 May 15, 2025",
        "Wednesday, May 14, 2025",
        "Wed May 14 14:53:21 EDT 2025",
        "Air Date: May 14, 2025",
        "Continued use of this website will be taken as consent.",
        "Lena Harwick sips tea in Calder, Friday, July 8, 2022. (AP Photo/Ana Bell)",
        "(c) 2024 Norda News",
        "\u00a9 2024 Norda News",
        "Copyright 2024 Norda News.",
        "File photo, June 2, 2016",
        "Additional details will follow.",
        "We will have more on this tomorrow.",
        "Next week: the best bikes of the year.",
        "Stay with us for updates.",
        "By Lena Harwick",
        "Reporting by Lena Harwick",
        "This article was amended on 3 May.",
        "Sign up to our newsletter",
        "WATCH: the news conference",
        "Ana Bell (@anabell) May 14, 2025",
        "Your email address will not be published.",
        "Save my name in this browser for the next time I comment.",
        "By signing up, you agree that we will send you news.",
        "Port to open in June and more - Calder News Today, 14th May 2025",
        "The port will open in June |",
        "The port will open and ...",
        "The port will open and \u2026",
        "Updated 1430 GMT (2230 HKT) May 14, 2025",
        "Norda Top Stories",
        "The port will open pic.twitter.com/norda",
        "Further usage of our site will be taken as consent.",
    ],
)
def test_furniture_of_the_page_is_seen(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tickets go on sale on Friday.",
        "Watchmakers will open a museum.",
        "Published in 2020, the plan will be renewed.",
        "By June the port will open.",
        "Comments close on Friday.",
        "Related firms will follow in June.",
        "More than 40 will go.",
        "The port will open on Friday, 3 June 2025.",
        "| Port | will open in June |",
        "The port will open ... in June.",
    ],
)
def test_a_sentence_that_begins_alike_is_none(text: str) -> None:
    assert not is_furniture(text)
