"""Rules over all files together: ids, related claims, and repeated texts."""

import pytest

from claim_tracker.text.diagnostic import Finding
from tests.properties.edits import mended
from tests.samples import (
    NAME,
    another,
    assert_valid,
    check,
    claim,
    claims_file,
    codes,
    the_finding,
    unmarked,
)


def _second_file(marked_first: str, marked_second: str, code: str) -> Finding:
    """The only finding of two files: it is in the second, and relates to the first."""
    first, second = unmarked(marked_first), unmarked(marked_second)
    (finding,) = check(first.text, second.text).findings
    assert (finding.code, finding.file, finding.span) == (code, "2.yaml", second.spans[0])
    assert [(place.file, place.span) for place in finding.related] == [(NAME, first.related[0])]
    return finding


class TestIds:
    def test_an_id_used_twice_is_marked_at_the_second_use(self) -> None:
        text = claims_file(claim({"id": "⟦base-closes⟧"}), another({"id": "«base-closes»"}))
        finding = the_finding(text, code="E201")
        assert finding.claim == "base-closes"
        assert finding.related[0].label == "first used here"

    def test_an_id_used_three_times_is_two_findings(self) -> None:
        claims = [claim({"claim": f"Claim {number}."}) for number in range(3)]
        found = check(claims_file(*claims)).findings
        assert [finding.code for finding in found] == ["E201", "E201"]
        assert [finding.related[0].span.line for finding in found] == [3, 3]

    def test_an_id_is_unique_over_all_files(self) -> None:
        _second_file(
            claims_file(claim({"id": "⟦base-closes⟧"})),
            claims_file(another({"id": "«base-closes»"})),
            "E201",
        )

    def test_the_id_of_a_claim_with_faults_counts(self) -> None:
        found = codes(claims_file(claim({"due": "soon"}), another({"id": "base-closes"})))
        assert found == ["E104", "E201"]

    def test_claims_under_a_name_that_is_a_slip_are_compared_too(self) -> None:
        first = claim({"id": "⟦base-closes⟧"}) + another({"id": "base-closes"})
        text = unmarked(claims_file(first).replace("claims:", "cliams:"))
        found = check(text.text).findings
        assert [finding.code for finding in found] == ["E101", "E201"]
        assert [place.span for place in found[1].related] == list(text.related)

    def test_ids_that_differ_are_right(self) -> None:
        first, second = claim({"id": "base-1"}), another({"id": "base-10"})
        assert_valid(claims_file(first, second))
        assert_valid(claims_file(first), claims_file(second))

    def test_claims_without_an_id_are_not_each_others_double(self) -> None:
        found = codes(claims_file(claim({"id": None}), another({"id": None})))
        assert found == ["E102", "E102"]

    def test_a_long_id_is_cut_in_the_message(self) -> None:
        long = {"id": "a" * 81}
        found = check(claims_file(claim(long), another(long))).findings
        assert f"the id `{'a' * 79}…` is used twice" in [finding.message for finding in found]


class TestRelated:
    def test_an_unknown_related_claim_is_marked_with_the_nearest(self) -> None:
        text = claims_file(claim({"related": "[soldiers-leave, «soldiers-leaf»]"}), another())
        finding = the_finding(text, code="E204")
        assert finding.claim == "base-closes"
        assert finding.help == "did you mean `soldiers-leave`?"

    def test_a_related_claim_may_be_in_another_file(self) -> None:
        first = claims_file(claim({"related": "[soldiers-leave]"}))
        second = claims_file(another({"related": "[base-closes]"}))
        assert_valid(first, second)
        assert codes(first) == ["E204"]

    def test_a_related_claim_may_have_faults(self) -> None:
        text = claims_file(claim({"related": "[soldiers-leave]"}), another({"due": "soon"}))
        assert codes(text) == ["E104"]

    def test_a_related_claim_may_be_the_one_that_lacks_its_id(self) -> None:
        text = claims_file(claim({"related": "[soldiers-leave]"}), another({"id": None}))
        assert codes(text) == ["E102"]

    def test_a_related_claim_may_come_first_or_later(self) -> None:
        assert_valid(claims_file(claim(), another({"related": "[base-closes]"})))
        assert_valid(claims_file(claim({"related": "[soldiers-leave]"}), another()))

    def test_a_related_claim_is_known_by_a_bad_id_and_its_mend(self) -> None:
        related = another({"related": "[base-closes, Base Closes]"})
        assert codes(claims_file(claim({"id": "Base Closes"}), related)) == ["E108"]

    def test_a_related_claim_may_be_in_what_could_not_be_read(self) -> None:
        unreadable = another({"kind": "fact\n    ???"})
        assert codes(claims_file(claim({"related": "[nobody]"}), unreadable)) == ["E002"]

    def test_an_id_without_a_usable_letter_is_not_proposed(self) -> None:
        found = check(claims_file(claim({"id": "🙂"}), another({"related": "[xyz]"}))).findings
        assert [finding.code for finding in found] == ["E108", "E204"]
        assert found[1].help == "known are `soldiers-leave`"


class TestTexts:
    @pytest.mark.parametrize(
        "text", ["The base closes.", "THE  base closes.", '"The base closes. "']
    )
    def test_the_same_text_is_marked_whatever_case_and_spaces(self, text: str) -> None:
        first = claim({"claim": "⟦The base closes.⟧"})
        finding = the_finding(claims_file(first, another({"claim": f"«{text}»"})), code="W303")
        assert finding.claim == "soldiers-leave"
        assert "`base-closes`" in finding.message
        assert finding.related[0].label == "first here"

    def test_the_same_text_in_two_files_is_marked(self) -> None:
        _second_file(
            claims_file(claim({"claim": "⟦The base closes.⟧"})),
            claims_file(another({"claim": "«The base closes.»"})),
            "W303",
        )

    @pytest.mark.parametrize(
        "text", ["The base closes", "The base closes in May.", "A base closes."]
    )
    def test_texts_that_differ_are_right(self, text: str) -> None:
        assert_valid(claims_file(claim(), another({"claim": text})))

    @pytest.mark.parametrize(
        ("speaker", "found"),
        [("B. Deputy", []), ("a.  minister", ["W303", "W307"]), ("Á. Minister", ["W303", "W307"])],
    )
    def test_the_same_text_of_another_speaker_is_another_claim(
        self, speaker: str, found: list[str]
    ) -> None:
        other = another({"claim": "The base closes.", "speaker": speaker})
        assert codes(claims_file(claim(), other)) == found

    def test_each_speaker_has_a_first_claim_of_a_text(self) -> None:
        speakers = ["A. Minister", "B. Deputy", "B. Deputy", "A. Minister"]
        claims = [claim({"id": f"c{n}", "speaker": name}) for n, name in enumerate(speakers)]
        found = check(claims_file(*claims)).findings
        assert [(it.claim, it.message.split("`")[1]) for it in found] == [
            ("c2", "c1"),
            ("c3", "c0"),
        ]

    def test_texts_of_speakers_that_cannot_be_read_are_not_compared(self) -> None:
        claims = [claim({"id": f"c{n}", "speaker": "[A, B]"}) for n in range(2)]
        assert codes(claims_file(*claims)) == ["E103", "E103"]

    def test_a_claim_is_known_by_no_id_but_its_own(self) -> None:
        same = {"claim": "The base closes."}
        nameless, other = claim({"id": None, "speaker": "B."}), claim({"speaker": "B."})
        claims = [nameless, claim({"id": "Base B"}), other, another(same)]
        found = check(claims_file(*claims)).findings
        assert [(it.code, it.message.partition(" makes")[0]) for it in found] == [
            ("E102", "this claim has no `id`"),
            ("E108", "`Base B` is not an id"),
            ("W303", "another claim"),
            ("W303", "`Base B`"),
        ]

    def test_a_claim_without_a_text_leaves_the_others_compared(self) -> None:
        claims = claim({"id": "a", "claim": None}), claim(), another({"claim": "The base closes."})
        assert codes(claims_file(*claims)) == ["E102", "W303"]


class TestNames:
    @pytest.mark.parametrize(
        ("one", "other", "differ"),
        [
            ("A. Minister", "a. minister", "case, accents or spaces"),
            ("Zoë Müller", "Zoe Muller", "case, accents or spaces"),
            ("New York", "NewYork", "spaces"),
            ("New York", "New  York", "spaces"),
            ("क्\u200dष", "क्ष", "characters that nobody sees"),
            ("❤️ party", "❤ party", "characters that nobody sees"),
            ("علي", "علی", "characters that look alike"),
            ("٢٠٢٦", "۲۰۲۶", "characters that look alike"),
            ("O’Neil", "O'Neil", "characters that look alike"),
        ],
    )
    @pytest.mark.parametrize("field", ["speaker", "topic"])
    def test_another_spelling_of_a_name_is_reported_with_the_first(
        self, field: str, one: str, other: str, differ: str
    ) -> None:
        first = claims_file(claim({field: f"⟦{one}⟧"}))
        second = claims_file(another({field: f"«{other}»"}))
        finding = _second_file(first, second, "W307")
        assert finding.message == f"the {field} `{other}` differs from `{one}` only in {differ}"

    @pytest.mark.parametrize(
        ("plain", "quoted"),
        [
            ("“Abu Ali”", "'\"Abu Ali\"'"),
            ("“Abu Ali” al-Basri", "'\"Abu Ali\" al-Basri'"),
            ("‘Amr Moussa", '"\'Amr Moussa"'),
        ],
    )
    def test_a_spelling_that_a_plain_text_cannot_have_is_not_written(
        self, plain: str, quoted: str
    ) -> None:
        names = [quoted, quoted, plain]
        claims = [
            claim({"id": f"c{n}", "claim": f"{n}.", "topic": topic})
            for n, topic in enumerate(names)
        ]
        assert [it.fix for it in check(claims_file(*claims)).findings] == [None]

    def test_another_spelling_of_a_tag_is_reported_once(self) -> None:
        tags = [
            claim({"id": f"c{n}", "claim": f"{n}.", "tags": words})
            for n, words in enumerate(("[⟦a⟧, b]", "[a]", "[«A», b]", "[A]"))
        ]
        finding = the_finding(claims_file(*tags), code="W307")
        assert finding.message.startswith("the tag `A` differs from `a`")
        assert finding.fix is None
        assert finding.help == "write both in the same way, or say in what they differ"

    def test_the_more_frequent_spelling_is_the_one_to_write(self) -> None:
        spelt = ["«hospital»", "hospital", "⟦Hospital⟧", '"Hospital"', "Hospital"]
        claims = [
            claim({"id": f"c{n}", "claim": f"{n}.", "topic": topic})
            for n, topic in enumerate(spelt)
        ]
        finding = the_finding(claims_file(*claims), code="W307")
        assert finding.message.startswith("the topic `hospital` differs from `Hospital`")
        assert finding.help.startswith("write `Hospital`, the more frequent spelling")
        assert finding.fix is not None
        assert [(edit.span.line, edit.text) for edit in finding.fix.edits] == [
            (8, "Hospital"),
            (14, "Hospital"),
        ]

    @pytest.mark.parametrize(
        ("rare", "common"),
        [("Union:Cafe", '"Union: Café"'), ("Cafe#3", '"Café #3"'), (">-\n      A\n      b", "A B")],
    )
    def test_a_spelling_that_cannot_be_written_there_is_only_proposed(
        self, rare: str, common: str
    ) -> None:
        names = enumerate([rare, common, common])
        claims = [claim({"id": f"c{n}", "claim": f"{n}.", "topic": topic}) for n, topic in names]
        (finding,) = check(claims_file(*claims)).findings
        assert (finding.code, finding.claim, finding.fix) == ("W307", "c0", None)
        assert finding.help.startswith("write `")

    @pytest.mark.parametrize("common", ["[sic]", "{x}", "[Draft] plan", "Plan: a, b"])
    def test_a_spelling_stays_a_text_in_the_quotes_that_are_there(self, common: str) -> None:
        names = enumerate([common.swapcase(), common, common])
        text = claims_file(
            *(claim({"id": f"c{n}", "claim": f"{n}.", "topic": f"'{topic}'"}) for n, topic in names)
        )
        assert mended(text) == text.replace(common.swapcase(), common)

    def test_a_default_is_written_once_for_all_claims_that_have_it(self) -> None:
        own = ["ZOE", "ZOE", "ZOE", None, None]
        claims = [
            claim({"id": f"c{n}", "claim": f"{n}.", "speaker": name}) for n, name in enumerate(own)
        ]
        text = claims_file(*claims, head="defaults: {speaker: Zoe, topic: Zoe}\n")
        assert mended(text) == text.replace("speaker: Zoe,", "speaker: ZOE,")

    def test_a_spelling_is_reported_in_each_file_that_has_it(self) -> None:
        names = [["Zoë", "Zoë", "Zoe"], ["Zoe", "Zoë"], ["Zoë"]]
        files = [
            claims_file(
                *(
                    claim({"id": f"c{number}-{n}", "claim": f"{number}.{n}", "speaker": name})
                    for n, name in enumerate(own)
                )
            )
            for number, own in enumerate(names)
        ]
        found = check(*files).findings
        assert [(it.claim, it.fix is not None) for it in found] == [("c0-2", True), ("c1-0", True)]

    @pytest.mark.parametrize(
        ("one", "other"),
        [("कि", "की"), ("Hà", "Hạ"), ("A. B", "A. C"), ("caf\u00e9", "cafe\u0301")],
    )
    def test_other_names_and_other_compositions_of_one_are_no_fault(
        self, one: str, other: str
    ) -> None:
        assert_valid(claims_file(claim({"speaker": one}), another({"speaker": other})))
