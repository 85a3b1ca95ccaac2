from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.scalars import NOWHERE
from halo_docs.proof.matching import SOFT_BREAK, Loss, Match, Segment, Stream, Surplus, follow
from halo_docs.statements.statement import PAGE, Kind, Said, Statement


def statements(*texts: str) -> list[tuple[Statement, str]]:
    return [
        (Statement(Kind.PARAGRAPH, f"s{index}", Said(text), NOWHERE), text)
        for index, text in enumerate(texts)
    ]


def stream(text: str) -> Stream[int]:
    return Stream(Segment(character, place) for place, character in enumerate(text))


texts = st.lists(st.text("abcde", min_size=5, max_size=20), min_size=1, max_size=8)


@given(texts)
def test_what_stands_there_is_found_in_order(given_texts: list[str]) -> None:
    expected = statements(*given_texts)
    found = list(follow(stream("\n".join(given_texts)), expected))
    assert [step.statement for step in found if isinstance(step, Match)] == [s for s, _ in expected]
    assert len(found) == len(expected)


@given(texts, st.data())
def test_a_changed_character_is_never_overlooked(given_texts: list[str], data: st.DataObject) -> None:
    whole = "\n".join(given_texts)
    at = data.draw(st.sampled_from([i for i, character in enumerate(whole) if character != "\n"]))
    changed = whole[:at] + "X" + whole[at + 1 :]
    assert any(not isinstance(step, Match) for step in follow(stream(changed), statements(*given_texts)))


@given(texts, st.data())
def test_a_lost_text_is_lost_alone(given_texts: list[str], data: st.DataObject) -> None:
    numbered = [f"{index}{text}{index}" for index, text in enumerate(given_texts)]
    gone = data.draw(st.integers(0, len(numbered) - 1))
    rest = "\n".join(numbered[:gone] + numbered[gone + 1 :])
    steps = list(follow(stream(rest), statements(*numbered)))
    assert [step.statement.id for step in steps if isinstance(step, Loss)] == [f"s{gone}"]


def test_added_text_is_told_and_the_rest_is_found() -> None:
    steps = list(
        follow(stream("first text\nsomething else\nsecond text"), statements("first text", "second text"))
    )
    assert [type(step) for step in steps] == [Match, Surplus, Match]
    assert isinstance(steps[1], Surplus) and steps[1].found == "something else"


def test_a_moved_text_is_told_with_its_other_place() -> None:
    wanted = statements("the first sentence", "the second sentence", "the third sentence")
    moved = "the second sentence\nthe third sentence\nthe first sentence"
    losses = [step for step in follow(stream(moved), wanted) if isinstance(step, Loss)]
    assert losses and losses[0].statement.id == "s0" and losses[0].elsewhere is not None


def test_page_numbers_are_read_and_broken_words_joined() -> None:
    wanted = statements(f"seesectionfour(page{PAGE})", "well-known")
    found = list(follow(stream(f"seesec{SOFT_BREAK}tionfour(page12)\nwell{SOFT_BREAK}known"), wanted))
    assert [step.numbers for step in found if isinstance(step, Match)] == [("12",), ()]


def test_an_empty_output_loses_everything() -> None:
    assert all(isinstance(step, Loss) for step in follow(stream(""), statements("one", "two")))
