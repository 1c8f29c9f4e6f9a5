"""What stands in the brackets of a quote: words left out, letters and words of an editor, remarks."""

from __future__ import annotations

import pytest
from sources.proving import proved

from argmap.sources.prove import Verdict

TEXT = (
    "The council of Ebbmouth voted on it. He did not, as the mayor had hoped he would, agree to the plans [1] that "
    "asked for a wall. She was asked twice; they ask for more. Informations, he said, are dear."
)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("[t]he council of Ebbmouth", "The council of Ebbmouth"),
        ("[T]he council of Ebbmouth", "The council of Ebbmouth"),
        ("[s]he was asked twice", "She was asked twice"),
        ("[h]e did not", "He did not"),
        ("[the clerk] did not", "did not"),
        ("did not […] agree [with] the plans", "did not, as the mayor had hoped he would, agree to the plans"),
        ("agree to the plans [1] that asked", "agree to the plans [1] that asked"),
        ("plans [of his] that ask[] for a wall", "plans [1] that asked for a wall"),
        ("She was ask[ing]", "She was ask"),
        ("[un]asked twice", "asked twice"),
        ("twice; they ask[ed] for more", "twice; they ask for more"),
        ("Informations [sic], he said, are dear [emphasis mine]", "Informations, he said, are dear"),
        ("they ask [!] for [my italics] more", "they ask for more"),
    ],
)
def test_brackets_of_an_editor(quote: str, passage: str) -> None:
    found = proved(TEXT, quote)
    assert (found.verdict, found.passage) == (Verdict.FOUND, passage)
    assert not found.is_wrong


def test_an_editor_s_words_stand_for_ten_at_most() -> None:
    assert proved(TEXT, "He did not [then] agree").verdict is Verdict.FOUND
    far = proved(TEXT, "The council [of fools] agree")
    assert (far.verdict, far.missing) == (Verdict.NOT_FOUND, "")


def test_a_changed_letter_is_the_same_letter() -> None:
    found = proved(TEXT, "[D]he council of Ebbmouth")
    assert found.verdict is Verdict.NOT_FOUND
    assert found.missing == "Dhe council of Ebbmouth"


def test_what_else_differs_is_told_beside_brackets() -> None:
    assert [d.name for d in proved(TEXT, "[t]he Council of ebbmouth").differences] == ["CASE"]
    assert proved(TEXT, "[the clerk] did nott agree").missing == "did nott agree"


def test_dots_without_brackets_are_told_unless_the_text_has_them() -> None:
    found = proved(TEXT, "He did not ... agree…")
    assert (found.verdict, [d.name for d in found.differences], found.is_wrong) == (Verdict.FOUND, ["DOTS"], True)
    assert not proved("He said … nothing.", "said ... nothing").is_wrong
    assert proved(TEXT, "He did not … disagree").verdict is Verdict.NOT_FOUND


def test_the_parts_of_a_quote_are_known() -> None:
    found = proved(TEXT, "[t]he council […] he [the mayor] would")
    assert [TEXT[start:end] for start, end in found.parts] == ["The council", "he", "would"]
