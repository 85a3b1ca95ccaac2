"""Finds for each text of the manual the translation that a language has already.

A text is the same message where its key and source are unchanged. One that went to another file, or whose
key was renamed, is known by its unchanged source; only where several translations could be meant does it
stay open. A changed source keeps its translation as a suggestion, with the former source beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from halo_docs.messages.catalog_text import Block, new_block
from halo_docs.text.role_names import renamed_roles, with_roles
from halo_docs.text.wording import words

_NEAR = 0.7
"""Share of characters that two sources have in common when one's translation helps with the other."""
_MARGIN = 0.2
"""By so much the best place of origin must be better than one with another translation."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that a catalog has to hold."""

    domain: str
    key: str | None
    """None for the prose of MyST pages, which has no keys."""
    source: str
    note: str
    places: tuple[str, ...]
    is_safety: bool
    """No translation of another text is suggested for it."""

    @property
    def name(self) -> tuple[str, str | None, str]:
        """What identifies the message."""
        return self.domain, self.key, self.source if self.key is None else ""


@dataclass(frozen=True, slots=True)
class Held:
    """A message that a language's catalogs hold."""

    domain: str
    block: Block

    @property
    def name(self) -> tuple[str, str | None, str]:
        """What identifies the message."""
        return self.domain, self.block.key, self.block.source if self.block.key is None else ""

    @property
    def rank(self) -> int:
        """How much it is worth: usable, fuzzy, not translated."""
        return 2 * bool(self.block.target) - self.block.is_fuzzy


@dataclass(frozen=True, slots=True)
class Matched:
    """What came of matching one language."""

    blocks: tuple[Block, ...]
    """One for each wanted text, in order."""
    retired: tuple[Held, ...]
    """Messages that the manual no longer has."""
    origins: tuple[str | None, ...]
    """Domain that each block comes from; None for a new one."""


class Likeness:
    """How like two sources are; the pairs of all languages are nearly the same, so each is kept."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], float] = {}

    def __call__(self, one: str, other: str) -> float:
        """Return the share of characters in common; 0.0 for pairs that are not near."""
        pair = one, other
        if pair not in self._known:
            matcher = SequenceMatcher(None, one, other)
            is_near = matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR
            ratio = matcher.ratio() if is_near else 0.0
            self._known[pair] = ratio if ratio >= _NEAR else 0.0
        return self._known[pair]


MeansSame = Callable[[str, str | None, str, str], bool]
"""Tells for catalog, key, former and present source whether translations stay right."""


class Matcher:
    """The matching of one language."""

    def __init__(
        self,
        wanted: Sequence[Wanted],
        held: Iterable[Held],
        means_same: MeansSame,
        likeness: Likeness,
        made: frozenset[str],
    ) -> None:
        """Take what the manual wants and what the language has.

        :param made: domains whose catalogs are new; their empty messages wait for suggestions.
        """
        self.wanted = wanted
        self.held = tuple(held)
        self.means_same = means_same
        self.likeness = likeness
        self.made = made
        self.own = {h.name: h for h in self.held if not h.block.is_obsolete}
        current = {w.name: w for w in wanted}
        self.gone = [h for h in self.held if not self._is_current(h, current.get(h.name))]
        self.by_source: Mapping[str, list[Held]] = defaultdict(list)
        self.by_key: Mapping[str, list[Held]] = defaultdict(list)
        for held_one in self.gone:
            self.by_source[held_one.block.source].append(held_one)
            former = held_one.block.former_source
            if former is not None:
                # Its translation is right for what the source was before.
                self.by_source[former].append(held_one)
            # Only an id makes a key that means the same in every file.
            if held_one.block.key and "." in held_one.block.key:
                self.by_key[held_one.block.key].append(held_one)
        self.used: set[int] = set()
        """Identities of the held messages that live on."""

    def _is_current(self, held: Held, wanted: Wanted | None) -> bool:
        return wanted is not None and not held.block.is_obsolete and self._is_same(held.block.source, wanted)

    def _is_same(self, source: str, wanted: Wanted) -> bool:
        return source == wanted.source or self.means_same(wanted.domain, wanted.key, source, wanted.source)

    def match(self) -> Matched:
        """Find a block for every text."""
        found: list[tuple[Block, str | None] | None] = [self._unchanged(w) for w in self.wanted]
        for index, wanted in enumerate(self.wanted):
            if found[index] is None:
                found[index] = self._changed(wanted)
        settled = [one for one in found if one is not None]
        retired = [h for h in self.gone if id(h) not in self.used and _is_worth_keeping(h.block)]
        return Matched(
            tuple(
                block.with_note(w.note, w.places) for (block, _), w in zip(settled, self.wanted, strict=True)
            ),
            tuple(retired),
            tuple(origin for _, origin in settled),
        )

    def _unchanged(self, wanted: Wanted) -> tuple[Block, str | None] | None:
        """Return the message of a text whose source is unchanged, wherever it stood."""
        own = self.own.get(wanted.name)
        is_own = own is not None and self._is_same(own.block.source, wanted)
        if own is not None and is_own and own.block.target:
            return self._settled(own, wanted), own.domain
        elsewhere = self._elsewhere(wanted)
        if elsewhere is not None:
            self.used.add(id(elsewhere))
            block = self._settled(elsewhere, wanted)
            if own is not None and is_own:
                block = block.with_remarks(own.block.remarks)
            return block, elsewhere.domain
        if own is not None and is_own and own.domain not in self.made:
            return self._settled(own, wanted), own.domain
        return None

    def _settled(self, held: Held, wanted: Wanted) -> Block:
        block = held.block.revived()
        return settled(block, wanted.key, wanted.source, lambda source: self._is_same(source, wanted))

    def _elsewhere(self, wanted: Wanted) -> Held | None:
        """Return the one message with this source that lost its text, if it is clear which one."""
        candidates = self.by_source.get(wanted.source, [])
        rank = max((held.rank for held in candidates), default=0)
        scored = sorted(
            (
                (_kinship(held, wanted), -index, held)
                for index, held in enumerate(candidates)
                if held.rank == rank
            ),
            key=lambda entry: entry[:2],
            reverse=True,
        )
        if not scored:
            return None
        best, _, held = scored[0]
        others = [score for score, _, other in scored if other.block.target != held.block.target]
        if others and best - others[0] < _MARGIN:
            return None
        # A single word may be a noun here and an order there.
        is_clear = len(words(wanted.source)) > 1 or _field(held.block.key) == _field(wanted.key)
        return held if is_clear else None

    def _changed(self, wanted: Wanted) -> tuple[Block, str | None]:
        """Return the message of a text whose source is new or changed."""
        own = self.own.get(wanted.name)
        blank = new_block(wanted.key, wanted.source)
        if own is not None and not own.block.target:
            self.used.add(id(own))
            blank = own.block.with_texts(wanted.key, wanted.source)
        former = self._former(own, wanted)
        if former is not None:
            self.used.add(id(former))
            return _stale(former.block.revived(), None, wanted), former.domain
        helper = None if wanted.is_safety else self._helper(wanted)
        if helper is None:
            return blank, own.domain if own else None
        if any(helper is held for held in self.gone):
            self.used.add(id(helper))
            block = helper.block.revived().with_remarks(blank.remarks)
        else:
            block = blank.with_target(helper.block.target)
        return _stale(block, helper.block, wanted), helper.domain

    def _former(self, own: Held | None, wanted: Wanted) -> Held | None:
        """Return the text's own message, made for another source: here, or in another file."""
        if own is not None and own.block.target:
            is_elsewhere = id(own) in self.used
            if not is_elsewhere or self.likeness(own.block.source, wanted.source):
                return own
        moved = [
            h for h in self.by_key.get(wanted.key or "", ()) if id(h) not in self.used and h.block.target
        ]
        return max(moved, key=lambda held: held.rank, default=None)

    def _helper(self, wanted: Wanted) -> Held | None:
        """Return the message of another text whose translation helps most with a new one."""
        useful = [h for h in self.held if h.block.target and not h.block.is_fuzzy]
        scored = (
            (self.likeness(held.block.source, wanted.source), not held.block.is_obsolete, -index, held)
            for index, held in enumerate(useful)
        )
        best = max(scored, key=lambda entry: entry[:3], default=None)
        return best[3] if best is not None and best[0] else None


def settled(block: Block, key: str | None, source: str, is_same: Callable[[str], bool]) -> Block:
    """Return a message under a source that is the same, or means the same.

    A translation that was put aside because its source had changed is right again when the source
    is what it was. Where ids were renamed, the roles of the translation follow.
    """
    before = block.source
    if block.former_source is not None and is_same(block.former_source):
        before = block.former_source
        block = block.with_fuzzy(False).with_previous(None, None)
    renamed = renamed_roles(before, source) or {}
    return block.with_texts(key, source).with_target(with_roles(block.target, renamed))


def _stale(block: Block, helper: Block | None, wanted: Wanted) -> Block:
    """Return a message whose translation was made for another source, which is told beside it.

    :param helper: the message of another text that the translation is taken from.
    """
    key, source = block.previous
    if helper is not None:
        key, source = helper.key, helper.source
    elif not block.is_fuzzy:
        key, source = None, block.source
    elif source is None:
        # Nobody had found this translation right, so an undone edit must not make it so.
        key, source = wanted.key, block.source
    return block.with_texts(wanted.key, wanted.source).with_fuzzy(True).with_previous(key, source)


def _is_worth_keeping(block: Block) -> bool:
    return bool(block.target or block.remarks or "msgid_plural" in block.body)


def _field(key: str | None) -> str:
    return key.rpartition(".")[2] if key else ""


def _kinship(held: Held, wanted: Wanted) -> float:
    """Tell how likely a message that lost its text is the one that a text had before."""
    block = held.block
    if block.key == wanted.key and block.key is not None:
        return 10.0 + (held.domain == wanted.domain)
    names = SequenceMatcher(None, _owner(block.key), _owner(wanted.key)).ratio()
    return (
        names
        + (_field(block.key) == _field(wanted.key))
        + 0.5 * (held.domain == wanted.domain)
        + 0.5 * (bool(block.note) and block.note == wanted.note)
    )


def _owner(key: str | None) -> str:
    return key.rpartition(".")[0] if key else ""
