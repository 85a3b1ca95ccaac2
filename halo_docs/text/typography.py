"""Spaces, breaks, apostrophes, dashes and marks as a language writes them.

Each function returns the corrections of one kind; the language's writing.yaml says what is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from halo_docs.data.writing import Writing
from halo_docs.text.corrections import SPACES, Correction
from halo_docs.text.holes import MARK, NUMBER, holed
from halo_docs.text.wording import HOLE

_LETTER = r"[^\W\d_]"
_ANY = f"{NUMBER}{HOLE}"
"""Roles and literals that are read like a word."""
_LOWER = "".join(c for c in map(chr, range(0x530)) if c.islower())
_UPPER = "".join(c for c in map(chr, range(0x530)) if c.isupper())

_SPACE = {" ": "a space", "\u00a0": "U+00A0 (no-break space)", "\u202f": "U+202F (narrow no-break space)"}


def _openers(writing: Writing) -> str:
    """Return what may stand before a mark that is itself spoken of."""
    opens = {str(pair.open)[0] for pair in writing.quotes}
    return "".join(sorted({*"([{", *opens} - {str(pair.close)[-1] for pair in writing.quotes}))


def spaces(writing: Writing) -> tuple[Correction, ...]:
    """Return what can be wrong with the spaces of a text."""
    return _spaces(frozenset(writing.space_before or ()), _openers(writing), writing.inner_colon)


@cache
def _spaces(spaced: frozenset[str], openers: str, inner_colon: bool) -> tuple[Correction, ...]:
    closing = "".join(sorted(set(",)]") - spaced))
    stop = "" if "." in spaced else r"|\.(?![.\w])"
    word = rf"(?:(?<={_LETTER})|(?<=[{_ANY})\]]))"
    found = [
        Correction(re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+"), " ", "a tab or line break"),
        Correction(re.compile(r"[\u2006-\u2009]"), "\u202f", "a space of unusual width"),
        Correction(re.compile(r"[\u1680\u2000-\u2005\u200a\u205f\u3000]"), " ", "a space of unusual width"),
        Correction(re.compile(f"[{SPACES}]{{2,}}"), _one_space, "two spaces in a row"),
        Correction(re.compile(rf"\A[{SPACES}]+|[{SPACES}]+\Z"), "", "a space at an end"),
        Correction(
            re.compile(
                rf"(?<![{re.escape(openers)}{SPACES}])[{SPACES}]+(?=[{re.escape(closing)}](?!\d){stop})"
            ),
            "",
            "a space before a mark",
        ),
        Correction(re.compile(rf"(?<=[(\[])[{SPACES}]+"), "", "a space after a bracket"),
        Correction(
            re.compile(
                rf"(?:&#?\w+)?{word}[,;](?={_LETTER}|[{_ANY}(])"
                rf"|(?<=[{_LOWER}]{{2}})[,;](?=\d)|(?<=[{SPACES}])[:;!?](?={_LETTER}|[{_ANY}])"
                rf"|(?<={_LETTER}[{SPACES}]):(?=\d)"
            ),
            lambda match: match[0] if match[0][0] == "&" else f"{match[0]} ",
            "no space after a mark",
            is_spared=True,
        ),
        Correction(
            re.compile(
                rf"(?:(?<=[{_LOWER}]{{2}})|(?<=[{_UPPER}]{{2}})|(?<=[{_ANY}\d)\]]))[.!](?=[{_UPPER}][{_LOWER}’'])"
            ),
            r"\g<0> ",
            "no space after a sentence",
            is_spared=True,
        ),
        Correction(
            re.compile(rf"(?<=[{_LOWER}{_UPPER}])[{_ANY}]|{NUMBER}(?=[{_LOWER}])|{HOLE}(?=[{_LOWER}]{{3}})"),
            None,
            "no space between a word and a role",
            is_spared=True,
        ),
    ]
    if not inner_colon:
        colon = re.compile(
            rf"(?<=[{_LOWER}]):(?={_LETTER}|[{_ANY}])|(?<=[{_LOWER}]{{2}}):(?=\d)"
            rf"|(?<=[{_UPPER}{_ANY})\]]):(?=[{_LOWER}]{{2}})"
        )
        found.append(Correction(colon, r"\g<0> ", "no space after a mark", is_spared=True))
    return tuple(found)


def _one_space(match: re.Match[str]) -> str:
    """Of several spaces keep one that lines do not break at, if there is any."""
    return next((space for space in match[0] if space != " "), " ")


def breaks(writing: Writing) -> tuple[Correction, ...]:
    """Return what can be wrong with the space before marks and inside quotation marks."""
    if writing.space_before is None:
        return ()
    pairs = tuple((str(pair.open), str(pair.close)) for pair in writing.quotes)
    marks = tuple(sorted((mark, str(space)) for mark, space in writing.space_before.items()))
    return _breaks(marks, pairs, _openers(writing))


@cache
def _breaks(
    marks: tuple[tuple[str, str], ...], pairs: tuple[tuple[str, str], ...], openers: str
) -> tuple[Correction, ...]:
    found = [*_inside(pairs)]
    before = rf"(?<=[^{SPACES}{re.escape(openers)}:;!?\"'])"
    # Not in a time or ratio, a path, a word that lost a letter.
    free = r"(?![\w/\\:])"
    for mark, space in marks:
        gap = rf"(?!{space}{re.escape(mark)})[{SPACES}]*(?={re.escape(mark)}{free})"
        if not set(mark) & set(":;!?"):
            gap = f"(?<=\\d){gap}"
        found.append(Correction(re.compile(before + gap), space, f'"{mark}" needs {_SPACE[space]} before it'))
    bare = "".join(sorted(set(":;!?") - {mark for mark, _ in marks}))
    if bare:
        ratio = rf"(?!(?<=[\d{NUMBER}])[{SPACES}]+:[{SPACES}]*[\d{NUMBER}])"
        gap = rf"{ratio}[{SPACES}]+(?=[{bare}]{free})"
        found.append(Correction(re.compile(before + gap), "", "a space before a mark"))
    return tuple(found)


def _inside(pairs: Iterable[tuple[str, str]]) -> Iterable[Correction]:
    """Yield corrections for the inner side of quotation marks whose direction is known by their form."""
    known = [(opening.rstrip(SPACES), closing.lstrip(SPACES)) for opening, closing in pairs]
    opens, closes = {o for o, _ in known}, {c for _, c in known}
    for (opening, closing), (o, c) in zip(pairs, known, strict=True):
        after, before = opening[len(o) :], closing[: len(closing) - len(c)]
        if o not in closes and o not in "'’":
            gap = rf"(?<={re.escape(o)})(?!{after}(?![{SPACES}]))[{SPACES}]*(?=[^\s{re.escape(c)}])"
            yield Correction(re.compile(gap), after, f"after {o} belongs {_SPACE.get(after, 'no space')}")
        if c not in opens and c not in "'’":
            gap = rf"(?<=[^{SPACES}(\[{re.escape(o)}])(?!{before}{re.escape(c)})[{SPACES}]*(?={re.escape(c)})"
            what = f"before {c} belongs {_SPACE.get(before, 'no space')}"
            yield Correction(re.compile(gap), before, what)


_APOSTROPHES = "'’‘‛ʼ´′＇"

STRAIGHT_SINGLE = re.compile(r"(?<!\w)'(?=\S)[^']*?(?<=\S)'(?!\w)")
"""Straight marks around something: quotation marks, no apostrophes."""


def apostrophes(writing: Writing) -> tuple[Correction, ...]:
    """Return the signs that stand where the language's apostrophe belongs."""
    return _apostrophes(str(writing.apostrophe)) if writing.apostrophe else ()


@cache
def _apostrophes(own: str) -> tuple[Correction, ...]:
    wrong = re.escape("".join(sign for sign in _APOSTROPHES if sign != own))
    what = f"an apostrophe is {own} (U+{ord(own):04X})"
    found = [Correction(re.compile(rf"(?<={_LETTER})[{wrong}](?={_LETTER}|[{_ANY}{MARK}])"), own, what)]
    if own != "'":
        edge = re.compile(rf"(?<={_LETTER})'(?![\w'])|(?<![\w'])'(?={_LETTER})")
        found.append(Correction(edge, own, what, unless=STRAIGHT_SINGLE))
        # A possessive may end with an apostrophe after a hissing sound: Jens’, Max’. Behind capitals
        # stands the ending of an abbreviation: URL’en.
        spaced = re.compile(
            rf"(?<={_LETTER})(?<![sxzßçSXZ])’[ \u00a0](?=s(?!\w))"
            r"|(?<=[A-Z][A-RT-WY])’[ \u00a0](?=[a-zà-öø-ÿ]{1,3}(?!\w))"
            r"|(?<!\w)(?:[cdjlmnstCDJLMNST]|[Qq]u)’[ \u00a0](?=\w)"
        )
        found.append(Correction(spaced, None, "no space stands behind an apostrophe", unless=STRAIGHT_SINGLE))
    return tuple(found)


_HYPHENS = r"\-‐‑"
_NUMERAL = r"\d+(?:[.,]\d+)?"


def _range(match: re.Match[str]) -> str:
    """Join two typed numbers by an en dash if they can be a range; a code keeps its hyphen."""
    low, high = match["low"], match["high"]
    is_code = any(len(n) > 1 and n[0] == "0" and n[1].isdigit() for n in (low, high))
    is_range = float(low.replace(",", ".")) < float(high.replace(",", "."))
    return f"{low}–{high}" if is_range and not is_code else match[0]


DASHES = (
    Correction(
        re.compile(
            rf"(?<=[^\s\d{NUMBER}])[{SPACES}]+[{_HYPHENS}][{SPACES}]+(?=\S)"
            rf"|(?<=\S)[{SPACES}]+[{_HYPHENS}][{SPACES}]+(?=[^\s\d{NUMBER}])"
        ),
        " – ",
        "a hyphen stands for a dash",
    ),
    Correction(
        re.compile(
            rf"(?<=[\d{NUMBER}])(?:[{SPACES}]+[{_HYPHENS}][{SPACES}]*|[{_HYPHENS}][{SPACES}]+)(?=[\d{NUMBER}])"
        ),
        None,
        "a hyphen stands between numbers (a range has – without spaces)",
    ),
    Correction(
        re.compile(
            rf"(?<![\w.,:/–—{_HYPHENS}])(?<![A-Z][{SPACES}])"
            rf"(?P<low>{_NUMERAL})[{_HYPHENS}—](?P<high>{_NUMERAL})(?![\w/–—{_HYPHENS}]|[.,:]\d)"
        ),
        _range,
        "a range has – between its numbers",
        is_spared=True,
    ),
    Correction(
        re.compile(rf"(?<={NUMBER})[{_HYPHENS}—](?={NUMBER})"),
        "–",
        "a range has – between its numbers",
        is_spared=True,
    ),
    Correction(
        re.compile(rf"(?<![\d{NUMBER}][{SPACES}])(?<![^\s(\[{MARK}])[{_HYPHENS}–](?=\d)"),
        "−",
        "a minus is − (U+2212)",
        is_spared=True,
    ),
    Correction(
        re.compile(rf"(?<![\d{NUMBER}][{SPACES}])(?<![^\s(\[{MARK}])[{_HYPHENS}–−](?={NUMBER})"),
        None,
        "a sign before a value, which has its own",
        is_spared=True,
    ),
    Correction(re.compile(rf"(?<=[{SPACES}])--(?=[{SPACES}])"), "–", "two hyphens stand for a dash"),
    Correction(
        re.compile(rf"(?<![-{SPACES}])--(?!-)|(?<=[{SPACES}])--(?![-{SPACES}])|---+"),
        None,
        "two hyphens in a row",
        is_spared=True,
    ),
)
"""What can be wrong with hyphens, dashes and minus signs in any language."""

_SPACED_DASH = re.compile(rf"[\d{NUMBER}][{SPACES}]*(?:[{SPACES}][–—]|[–—][{SPACES}])[{SPACES}]*[\d{NUMBER}]")
_JOINED = re.compile(rf"[\w{NUMBER}]+(?:[–—−{_HYPHENS}][\w{NUMBER}]+)+")
_DASH_SIGNS = "–—−"
_SAME_DASH = {ord(sign): "–" for sign in _DASH_SIGNS} | {ord(sign): "-" for sign in "-‐‑"}


_DASH_IN_WORD = re.compile(rf"[\w-]*[{_LOWER}][–—][{_LOWER}][\w-]*")


def dashes_in_words(target: str) -> Iterable[str]:
    """Yield the words whose parts are joined by a dash; pairs of names are not meant."""
    text = holed(target)
    for match in _DASH_IN_WORD.finditer(text.text):
        yield f"“{text.part(match.start(), match.end())}” has a dash where a hyphen belongs"


def changed_dashes(source: str, target: str) -> Iterable[str]:
    """Yield what a translation joins otherwise than its source: Wi–Fi for Wi-Fi, A-D for A–D."""
    text = holed(target)
    if not _SPACED_DASH.search(holed(source).text):
        for match in _SPACED_DASH.finditer(text.text):
            yield f"a range has – without spaces: “{text.part(match.start(), match.end())}”"
    joined = {match[0].translate(_SAME_DASH) for match in _JOINED.finditer(holed(source).text)}
    by_hyphen = {run.replace("–", "-"): run for run in joined}
    for match in _JOINED.finditer(text.text):
        run = match[0].translate(_SAME_DASH)
        expected = by_hyphen.get(run.replace("–", "-"))
        if expected and run not in joined and re.search(_LETTER, run):
            shown = text.part(match.start(), match.end())
            yield f"“{shown}” has {'a dash' if '–' in run else 'a hyphen'}, the source text has not"


ELLIPSIS = (
    Correction(re.compile(r"(?<!\.)\.{3}(?!\.)"), "…", "an ellipsis is … (U+2026)"),
    Correction(re.compile(rf"(?<!\.)\.(?:[{SPACES}]\.){{2}}(?!\.)"), "…", "an ellipsis is … (U+2026)"),
)
"""Points that stand for an ellipsis."""

REPEATED = (
    Correction(
        re.compile(
            rf"([,;:!?])[{SPACES}]?\1"
            r"|(?<!\.)\.\.(?!\.)|\.{4,}"
            r"|[,;:][,;:]|[,;:][.!?]"
            r"|([’“”„«»])\2"
        ),
        None,
        "two marks in a row",
        is_spared=True,
    ),
)
"""Marks that cannot follow each other."""
